"""Ports of this machine for the processes of a test: chosen by the system, so that two tests at
once never meet."""

from __future__ import annotations

import socket

HOST = "127.0.0.1"


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


def free_ports() -> int:
    """A port that is free, and the next one too: the web and the simulator beside it."""
    while True:
        with socket.create_server((HOST, 0)) as first:
            port: int = first.getsockname()[1]
            try:
                with socket.create_server((HOST, port + 1)):
                    return port
            except OSError:
                continue
