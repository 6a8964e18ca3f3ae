"""The loopback server of the simulator: HTTP/1.1, a thread per connection, faults of the wire.

An outage closes the listening socket, so that connections are really refused, and opens it
again later on the same port.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from typing import Any

from flask import Flask
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

log = logging.getLogger(__name__)

HOST = "127.0.0.1"


class Handler(WSGIRequestHandler):
    """Keeps connections open as the provider does, and lets the application cut one."""

    server: Listening

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self) -> None:
        """Remember the connection, to hang up in an outage."""
        super().setup()
        self.server.connections.add(self.connection)

    def finish(self) -> None:
        """Forget it."""
        self.server.connections.discard(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def make_environ(self) -> Any:
        """The usual environment, and the knife."""
        environ = super().make_environ()
        environ["sas.cut"] = self.cut
        return environ

    def cut(self) -> None:
        """Break this connection at once, without an answer."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_request(self, *_: Any) -> None:
        """Nothing: addresses hold numbers."""


class Listening(ThreadedWSGIServer):
    """One listening socket, and the connections clients keep open on it."""

    daemon_threads = True

    def __init__(self, app: Flask, listening: socket.socket) -> None:
        self.connections: set[socket.socket] = set()
        port = listening.getsockname()[1]
        super().__init__(HOST, port, app, handler=Handler, fd=listening.fileno())

    def hang_up(self) -> None:
        """Close every connection that clients keep open."""
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class Server:
    """Serves `app` on loopback until `stop`; port 0 takes a free one."""

    def __init__(self, app: Flask, port: int) -> None:
        self._app = app
        self._stopping = threading.Event()
        self.ended = threading.Event()
        self._pause = 0.0
        self._server = self._listen(port)
        self.port = self._server.port
        app.extensions["outage"] = self.outage

    def _listen(self, port: int) -> Listening:
        with socket.create_server((HOST, port), backlog=128) as listening:
            return Listening(self._app, listening)

    def serve(self) -> None:
        """Until `stop`."""
        while not self._stopping.is_set():
            self._server.serve_forever(poll_interval=0.05)
            self._server.server_close()
            self._server.hang_up()
            if not self._stopping.wait(self._pause):
                self._server = self._listen(self.port)
        self._server.server_close()
        self.ended.set()

    def outage(self, seconds: float) -> None:
        """Refuse connections for so long, beginning when the present answer has left."""
        self._pause = seconds
        threading.Timer(0.1, self._server.shutdown).start()

    def stop(self) -> None:
        """No new connection; what is under way is given up with the process."""
        self._stopping.set()
        threading.Thread(target=self._server.shutdown, daemon=True).start()
