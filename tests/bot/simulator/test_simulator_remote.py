"""The terminal phone's way to the simulator, when the simulator ends in the middle of an answer."""

from __future__ import annotations

import socket
import threading

import pytest

from bot.simulator.remote import Remote, RemoteError


def test_an_answer_cut_in_the_middle_is_said_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def cut() -> None:
            line, _ = server.accept()
            line.recv(4096)
            line.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 4332\r\n\r\n{"items"')
            line.close()

        simulator = threading.Thread(target=cut)
        simulator.start()
        with pytest.raises(RemoteError, match="Aucun simulateur"):
            Remote(f"http://127.0.0.1:{server.getsockname()[1]}").get("/state")
        simulator.join()
