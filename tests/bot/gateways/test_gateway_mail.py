"""E-mails over a real socket, and what each refusal of a mail server means."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.gateways import ErrorKind, OutgoingMail, SendError
from bot.gateways.memory import MemoryMail
from bot.gateways.smtp import SmtpGateway, SmtpServer

MAIL = OutgoingMail("our-id", "roux@ml.example", "Nouvelles de Léa", "Bonjour,\nle numéro est bon.")


class Server:
    """A mail server that answers by the book unless `rude` says otherwise."""

    def __init__(self, rude: dict[str, str]) -> None:
        self.rude = rude
        self.heard: list[str] = []

    def serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rwb") as talk:
            self.say(talk, self.rude.get("CONNECT", "220 hello"))
            for raw in talk:
                line = raw.decode().rstrip("\r\n")
                self.heard.append(line)
                verb = line.split(" ")[0].split(":")[0].upper()
                answer = self.rude.get(verb, "354 go" if verb == "DATA" else "250 ok")
                if answer == "cut":
                    return
                self.say(talk, answer)
                if verb == "DATA" and answer.startswith("354"):
                    self.read(talk)
                    if self.rude.get("END") == "cut":
                        return
                    self.say(talk, self.rude.get("END", "250 kept"))

    def read(self, talk: object) -> None:
        for raw in talk:  # type: ignore[attr-defined]
            if raw == b".\r\n":
                return
            self.heard.append(raw.decode().rstrip("\r\n"))

    def say(self, talk: object, line: str) -> None:
        talk.write(line.encode() + b"\r\n")  # type: ignore[attr-defined]
        talk.flush()  # type: ignore[attr-defined]


@contextmanager
def mail_server(**rude: str) -> Iterator[tuple[SmtpGateway, Server]]:
    server = Server(rude)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=lambda: server.serve(listening.accept()[0]), daemon=True)
        thread.start()
        url = f"smtp://127.0.0.1:{listening.getsockname()[1]}"
        yield SmtpGateway(server=SmtpServer.of(url), sender="sas@sas.example", timeout=2), server
        thread.join(2)


def test_an_email_is_handed_over() -> None:
    with mail_server() as (gateway, server):
        sent = gateway.send(MAIL)
    assert sent.provider_id == "<our-id@sas.example>"
    heard = "\n".join(server.heard)
    assert "To: roux@ml.example" in heard
    assert "Auto-Submitted: auto-generated" in heard


@pytest.mark.parametrize(
    ("rude", "kind", "permanent", "uncertain"),
    [
        ({"RCPT": "550 unknown"}, ErrorKind.BAD_NUMBER, True, False),
        ({"RCPT": "450 later"}, ErrorKind.TEMPORARY, False, False),
        ({"DATA": "554 no"}, ErrorKind.CONTENT, True, False),
        ({"END": "451 later"}, ErrorKind.TEMPORARY, False, False),
        ({"END": "cut"}, ErrorKind.UNCERTAIN, False, True),
        ({"CONNECT": "421 busy"}, ErrorKind.OUTAGE, False, False),
    ],
)
def test_each_refusal_has_one_meaning(
    rude: dict[str, str], kind: ErrorKind, permanent: bool, uncertain: bool
) -> None:
    with mail_server(**rude) as (gateway, _), pytest.raises(SendError) as found:
        gateway.send(MAIL)
    error = found.value
    assert (error.kind, error.permanent, error.uncertain) == (kind, permanent, uncertain)


def test_no_server_means_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"smtp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(SendError) as found:
        SmtpGateway(server=SmtpServer.of(url), sender="sas@sas.example", timeout=1).send(MAIL)
    assert found.value.kind is ErrorKind.OUTAGE


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail", SmtpServer("mail", 25)),
        ("smtp://u:p%40@mail", SmtpServer("mail", 587, "u", "p@", starttls=True)),
        ("smtps://u:p@mail", SmtpServer("mail", 465, "u", "p", secure=True)),
        ("smtp://u:p@mail:26?starttls=0", SmtpServer("mail", 26, "u", "p")),
    ],
)
def test_a_url_says_where_and_how(url: str, server: SmtpServer) -> None:
    assert SmtpServer.of(url) == server


@pytest.mark.parametrize("url", ["mail", "http://mail", "smtp://"])
def test_another_url_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="smtp://host"):
        SmtpServer.of(url)


def test_a_mailbox_in_memory_keeps_the_last_ones() -> None:
    box = MemoryMail(limit=2)
    for number in range(3):
        box.send(OutgoingMail(str(number), "a@b.example", "s", "b"))
    assert [mail.our_id for mail in box.mails] == ["1", "2"]
    with pytest.raises(SendError):
        box.send(OutgoingMail("4", "nobody", "s", "b"))
