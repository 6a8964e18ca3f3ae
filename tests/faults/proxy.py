"""A network that breaks on command: a small TCP proxy between us and whoever we lean on.

with Proxy(lambda: connect_to(5432)) as proxy: ...
    proxy.delay = 0.05      # each piece, both ways
    proxy.black_hole = True # connections open, nothing passes
    proxy.down = True       # connections are refused by a cut
    proxy.cut()             # all that is open now breaks
    proxy.leave()           # nobody listens: connections are refused, until come_back()
"""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from bot.clock import SystemClock, monotonic

HOST = "127.0.0.1"
CLOCK = SystemClock()

Upstream = Callable[[], socket.socket]


def to_port(port: int) -> Upstream:
    """Where a server listens on loopback."""
    return lambda: socket.create_connection((HOST, port), timeout=5)


def to_file(path: Path) -> Upstream:
    """Where a server listens on a file."""

    def connect() -> socket.socket:
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(5)
        made.connect(str(path))
        return made

    return connect


class Proxy:
    """Listens on a free port until closed; a thread for each direction of each connection."""

    def __init__(self, upstream: Upstream) -> None:
        self.upstream = upstream
        self.delay = 0.0
        self.down = False
        self.black_hole = False
        self.forgets = False  # what is still on its way when its sender dies is lost
        self.answers: dict[bytes, bytes] = {}  # what begins so is answered so, not passed on
        self.cuts = 0
        self.posts: list[float] = []  # when each POST came in (monotonic)
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._listener = socket.create_server((HOST, 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def leave(self) -> None:
        """Nobody listens any more: connections are refused, those that are open break."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def come_back(self) -> None:
        """Listen again, on the same port."""
        self._listener = socket.create_server((HOST, self.port), backlog=128)
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def cut(self) -> None:
        """Every open connection breaks, as when a machine dies."""
        with self._guard:
            broken, self._open = list(self._open), set()
        for one in broken:
            _close(one)
        self.cuts += len(broken) // 2

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                inner, _ = listener.accept()
            except OSError:
                return
            if self.down:
                _close(inner)
                continue
            threading.Thread(target=self._join, args=(inner,), daemon=True).start()

    def _join(self, inner: socket.socket) -> None:
        try:
            outer = self.upstream()
        except OSError:
            _close(inner)
            return
        for one in (inner, outer):
            one.settimeout(None)
        with self._guard:
            self._open |= {inner, outer}
        threading.Thread(target=self._carry, args=(inner, outer), daemon=True).start()
        self._carry(outer, inner, inner_first=False)

    def _carry(
        self, source: socket.socket, target: socket.socket, *, inner_first: bool = True
    ) -> None:
        try:
            while data := source.recv(65536):
                if inner_first and data.startswith(b"POST "):
                    self.posts.append(monotonic())
                if self.delay:
                    CLOCK.wait(self.delay)
                while self.black_hole:
                    CLOCK.wait(0.05)
                if self.forgets and inner_first and _hung_up(source):
                    break
                said = self._answered(data) if inner_first else None
                if said is not None:
                    source.sendall(said)
                else:
                    target.sendall(data)
        except OSError:
            pass
        with self._guard:
            self._open -= {source, target}
        _close(source)
        _close(target)

    def _answered(self, data: bytes) -> bytes | None:
        return next(
            (said for begins, said in self.answers.items() if data.startswith(begins)), None
        )


def _hung_up(one: socket.socket) -> bool:
    """Has the other side closed, whatever is still to be read?"""
    look = select.poll()
    look.register(one, select.POLLRDHUP)
    return bool(look.poll(0))


def _close(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
