"""The smallest carrier there can be: takes every text at once, and says when it came.

`python -m tests.bench.provider` prints its port, then for each text one line: the monotonic time at
which its request was whole, and its recipient.
"""

from __future__ import annotations

import json
import socket
import subprocess
import threading
from itertools import count
from urllib.parse import parse_qs

from bot.clock import monotonic

HOST = "127.0.0.1"
_serial = count(1)
_printing = threading.Lock()


def serve() -> None:
    """Until the process is stopped."""
    with socket.create_server((HOST, 0), backlog=64) as listening:
        print(listening.getsockname()[1], flush=True)
        while True:
            connection, _ = listening.accept()
            threading.Thread(target=_serve_one, args=(connection,), daemon=True).start()


def _serve_one(connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection, connection.makefile("rb") as lines:
        while (first := lines.readline()) != b"":
            length = 0
            while (line := lines.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            form = parse_qs(lines.read(length).decode())
            came = monotonic()
            connection.sendall(_answer(first, form))
            if first.startswith(b"POST"):
                with _printing:
                    print(f"{came!r} {form.get('To', ['?'])[0]}", flush=True)


def _answer(first: bytes, form: dict[str, list[str]]) -> bytes:
    if first.startswith(b"POST"):
        status, body = "201 Created", _message(form)
    else:
        status, body = "200 OK", {"messages": [], "next_page_uri": None, "page_size": 50}
    content = json.dumps(body).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(content)}"
    return head.encode() + b"\r\n\r\n" + content


def _message(form: dict[str, list[str]]) -> dict[str, object]:
    given = {name: values[0] for name, values in form.items()}
    return {
        "sid": f"SMca{next(_serial):030x}",
        "status": "queued",
        "to": given.get("To"),
        "from": given.get("From"),
        "body": given.get("Body"),
        "num_segments": "1",
        "num_media": "0",
        "direction": "outbound-api",
        "price": None,
        "error_code": None,
    }


class Provider:
    """That process, and what it said. `process` comes from Place.converse."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self._said = process.stdout
        self.port = int(self._said.readline())
        self._came: list[tuple[float, str]] = []
        self._first: dict[str, float] = {}
        self._more = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it takes texts."""
        return f"http://{HOST}:{self.port}"

    def _listen(self) -> None:
        for line in self._said:
            came, _, to = line.strip().partition(" ")
            with self._more:
                self._came.append((float(came), to))
                self._first.setdefault(to, float(came))
                self._more.notify_all()

    def first_to(self, phone: str, within: float = 10.0) -> float:
        """When the first text to that phone came (monotonic). Raises TimeoutError."""
        with self._more:
            if not self._more.wait_for(lambda: phone in self._first, within):
                raise TimeoutError(f"no text to {phone} within {within} s")
            return self._first[phone]

    def came(self, at_least: int, within: float) -> list[float]:
        """When each text came, once there are that many. Raises TimeoutError."""
        with self._more:
            if not self._more.wait_for(lambda: len(self._came) >= at_least, within):
                raise TimeoutError(f"{len(self._came)} texts of {at_least} within {within} s")
            return sorted(came for came, _ in self._came)

    def forget(self) -> None:
        """As if nothing had come."""
        with self._more:
            self._came.clear()
            self._first.clear()


PROVIDER = ("-m", "tests.bench.provider")

if __name__ == "__main__":
    serve()
