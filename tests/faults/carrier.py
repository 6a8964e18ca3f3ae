"""The carrier's side of the fault tests: the journal of what it really accepted (the oracle), and
a driver of signed webhooks that, like the carrier, tries again what got no answer."""

from __future__ import annotations

import http.client
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

from bot.clock import SystemClock, monotonic
from tests.cast import SMS_SENDER
from tests.faults.proxy import HOST

ACCOUNT, TOKEN = "AC" + "0" * 32, "a token of the fault tests"
INBOUND = "/webhooks/twilio/inbound"
CLOCK = SystemClock()
_serial = count(1)


def accepted(journal: Path) -> list[dict[str, Any]]:
    """Every text that the carrier accepted, in order: whole lines, flushed to the disk before the
    answer left."""
    found = []
    for line in journal.read_text().splitlines():
        try:
            fact = json.loads(line)
        except ValueError:
            continue
        if fact.get("kind") == "accepted":
            found.append(fact)
    return found


def doubled(journal: Path) -> dict[tuple[str, str], int]:
    """(to, body) of what it accepted more than once, and how often."""
    times = Counter((one["to"], one["body"]) for one in accepted(journal))
    return {text: many for text, many in times.items() if many > 1}


@dataclass(frozen=True, slots=True)
class Post:
    """One signed webhook."""

    path: str
    form: dict[str, str]

    @property
    def sid(self) -> str:
        """The carrier's id of the text."""
        return self.form["MessageSid"]


def text(phone: str, body: str, sid: str = "") -> Post:
    """A text of a youth, as the carrier hands it over."""
    sid = sid or f"SM{next(_serial):032x}"
    form = {"MessageSid": sid, "From": phone, "To": SMS_SENDER, "Body": body, "NumMedia": "0"}
    return Post(INBOUND, {**form, "AccountSid": ACCOUNT})


def status(message_id: str, sid: str, word: str) -> Post:
    """What became of one of our texts."""
    return Post(
        f"/webhooks/twilio/status/{message_id}",
        {"MessageSid": sid, "MessageStatus": word, "AccountSid": ACCOUNT},
    )


@dataclass(slots=True)
class Driver:
    """Posts webhooks to a web that may be dying. `public_url` is what is signed; `ports` are tried
    in turn."""

    public_url: str
    ports: Sequence[int]
    patience: float = 60.0
    answers: Counter[int] = field(default_factory=Counter)
    unanswered: int = 0
    slowest: float = 0.0

    def post(self, what: Post, port: int | None = None, timeout: float = 15.0) -> int:
        """One attempt: the status, 0 when nothing answered."""
        began = monotonic()
        signature = RequestValidator(TOKEN).compute_signature(
            self.public_url + what.path, what.form
        )
        line = http.client.HTTPConnection(HOST, port or self.ports[0], timeout=timeout)
        try:
            line.request(
                "POST",
                what.path,
                urlencode(what.form),
                {
                    "X-Twilio-Signature": signature,
                    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
                },
            )
            given = line.getresponse().status
        except (OSError, http.client.HTTPException):
            given = 0
        finally:
            line.close()
        self.slowest = max(self.slowest, monotonic() - began)
        self.answers[given] += 1
        return given

    def insist(self, what: Post, which: int = 0) -> bool:
        """Until it is taken (2xx); False when patience ends."""
        until, tries = monotonic() + self.patience, which
        while monotonic() < until:
            given = self.post(what, self.ports[tries % len(self.ports)])
            if 200 <= given < 300:
                return True
            tries += 1
            self.unanswered += given == 0
            CLOCK.wait(0.1)
        return False

    def insist_on_all(self, posts: Iterable[Post], lines: int = 6) -> list[Post]:
        """All of them over several connections at once; returns what was taken."""
        waiting, taken, guard = iter(list(posts)), [], threading.Lock()

        def one_line(which: int) -> None:
            while True:
                with guard:
                    mine = next(waiting, None)
                if mine is None:
                    return
                if self.insist(mine, which):
                    with guard:
                        taken.append(mine)

        together([lambda i=i: one_line(i) for i in range(lines)])  # type: ignore[misc]
        return taken


def together(calls: Sequence[Callable[[], object]]) -> None:
    """Begin them at the same instant, in a thread each; the first failure is raised."""
    ready, failures = threading.Barrier(len(calls)), []

    def run(call: Callable[[], object]) -> None:
        try:
            ready.wait()
            call()
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
