"""A carrier for tests: the real simulator on a free port, and a web application that only listens.

with Carried(tmp_path) as carried:
    carried.gateway.send(...)          # the official client over HTTP
    carried.write("+33639980001", "oui")
    eventually(lambda: carried.web.posts)
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self, TypeVar

import requests
from flask import Flask, Response, request

from bot.clock import Clock, SystemClock, monotonic
from bot.gateways import Channel, OutgoingText, Sent
from bot.gateways.signature import Verdict, check, raw_target
from bot.gateways.twilio import TwilioGateway
from bot.simulator.app import create_app
from bot.simulator.carrier import Account, Carrier
from bot.simulator.journal import Journal
from bot.simulator.restore import restore
from bot.simulator.schedule import Schedule
from bot.simulator.server import HOST, Server
from bot.simulator.timetravel import TimeTravel
from bot.simulator.webhooks import Webhooks
from messages.content import content_of
from tests.judge import Judge

ACCOUNT = "AC" + "0" * 32
TOKEN = "a token of the tests"
SENDER = "+33639981000"
WHATSAPP_SENDER = "+33639982000"
LEA = "+33639980001"

Found = TypeVar("Found")


def eventually(ask: Callable[[], Found], seconds: float = 10.0) -> Found:
    """What `ask` gives as soon as it is true; fails after `seconds` of real time."""
    deadline, pause = monotonic() + seconds, threading.Event()
    while True:
        found = ask()
        if found:
            return found
        assert monotonic() < deadline, f"still {found!r} after {seconds} s"
        pause.wait(0.01)


@dataclass
class Posted:
    """One webhook as it came in."""

    path: str
    fields: dict[str, str]
    verdict: Verdict


@dataclass
class Listener:
    """A web application that checks signatures, remembers, and answers what it is told."""

    posts: list[Posted] = field(default_factory=list)
    answer: int = 204
    said: str = ""
    url: str = ""

    def start(self, sas: Flask | None = None, port: int = 0) -> Server:
        server = Server(sas or self._listening(), port)
        self.url = f"http://{HOST}:{server.port}"
        return server

    def _listening(self) -> Flask:
        app = Flask("listener")

        @app.post("/<path:path>")
        def take(path: str) -> Response:
            raw_path, raw_query = raw_target(request.environ)
            verdict = check(
                public_url=self.url,
                raw_path=raw_path,
                raw_query=raw_query,
                form=request.form,
                headers=request.headers,
                tokens=[TOKEN],
            )
            self.posts.append(Posted(f"/{path}", request.form.to_dict(), verdict))
            return Response(self.said, self.answer)

        return app

    def inbound(self) -> list[dict[str, str]]:
        return [p.fields for p in self.posts if p.path == "/webhooks/twilio/inbound"]

    def statuses(self) -> list[str]:
        return [p.fields["MessageStatus"] for p in self.posts if "MessageStatus" in p.fields]


@dataclass(frozen=True, slots=True)
class Behind:
    """SAS itself in place of the listener: its web on that port, its time and who moves it."""

    web: Flask
    port: int
    clock: Clock
    move: Callable[[str], None]


class Carried:
    """The simulator and its listener, both over real HTTP, in threads of this process."""

    def __init__(
        self,
        folder: Path,
        *,
        pace: float = 0.0,
        timeout: float = 5.0,
        judge: Judge | None = None,
        sas: Behind | None = None,
    ) -> None:
        self.journal = folder / "carrier.jsonl"
        self.web = Listener()
        self._servers = [self.web.start(sas.web, sas.port) if sas else self.web.start()]
        self.jumps: list[str] = []
        self._sas = sas
        self.carrier, server = self._build(pace, judge)
        self._servers.append(server)
        self.url = f"http://{HOST}:{server.port}"
        self.gateway = TwilioGateway(
            account_sid=ACCOUNT, auth_token=TOKEN, base_url=self.url, timeout=(2.0, timeout)
        )

    def _build(self, pace: float, judge: Judge | None) -> tuple[Carrier, Server]:
        account = Account(ACCOUNT, TOKEN, self.web.url, "", SENDER, WHATSAPP_SENDER, pace)
        clock, sas = SystemClock(), self._sas
        shown = sas.clock.now if sas else clock.now
        carrier = Carrier(
            account,
            now=clock.real,
            shown=shown,
            journal=Journal(self.journal),
            schedule=Schedule(),
            webhooks=Webhooks(TOKEN),
        )

        app = create_app(carrier, TimeTravel(sas.move if sas else self.jumps.append, shown))
        if judge is not None:
            judge.watch(app)
        server = Server(app, 0)
        carrier.listening_on(f"http://{HOST}:{server.port}")
        restore(carrier)
        return carrier, server

    def __enter__(self) -> Self:
        for server in self._servers:
            threading.Thread(target=server.serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.carrier.stopping.set()
        self.carrier.schedule.stop()
        for server in self._servers:
            server.stop()
            server.ended.wait(5)
        self.gateway.close()
        self.carrier.journal.close()

    def send(self, body: str = "Bonjour Léa", to: str = LEA, channel: Channel = "sms") -> Sent:
        """One text of SAS, with a status callback."""
        sender = WHATSAPP_SENDER if channel == "whatsapp" else SENDER
        callback = f"{self.web.url}/webhooks/twilio/status/our-id"
        return self.gateway.send(
            OutgoingText("our-id", to, sender, channel, body, status_callback=callback)
        )

    def ask(self, body: str, text_id: str = "0199") -> Sent:
        """A question of SAS in an open WhatsApp window, with its buttons or its list."""
        content = content_of(body, "fr", text_id)
        assert content is not None
        sent = self.gateway.send(
            OutgoingText(
                text_id,
                LEA,
                WHATSAPP_SENDER,
                "whatsapp",
                body,
                content_sid=content.sid,
                content_variables=content.variables,
            )
        )
        self.settled()
        return sent

    def post(self, path: str, **body: Any) -> dict[str, Any]:
        """The control API."""
        answer = requests.post(f"{self.url}/sim{path}", json=body, timeout=5)
        found: dict[str, Any] = answer.json()
        return {"status": answer.status_code, **found}

    def get(self, path: str) -> dict[str, Any]:
        """The control API, reading."""
        found: dict[str, Any] = requests.get(f"{self.url}/sim{path}", timeout=5).json()
        return found

    def phone(self, number: str = LEA, name: str = "Léa", **more: Any) -> str:
        """A phone; gives its key."""
        return str(self.post("/phones", number=number, name=name, **more)["key"])

    def write(self, body: str, channel: str = "sms", key: str = LEA, **more: Any) -> dict[str, Any]:
        """A text of the youth."""
        return self.post(f"/phones/{key}/texts", channel=channel, body=body, **more)

    def fault(self, fault: str, key: str = "all", **more: Any) -> None:
        """Switch a fault on."""
        assert self.post(f"/phones/{key}/faults", fault=fault, **more)["status"] == 200

    def settled(self) -> None:
        """Wait until the carrier has nothing more to do."""
        eventually(lambda: self.carrier.schedule.idle)

    def accepted(self) -> list[dict[str, Any]]:
        """The oracle: every request accepted, from the disk."""
        return [line for line in Journal(self.journal).lines() if line["kind"] == "accepted"]
