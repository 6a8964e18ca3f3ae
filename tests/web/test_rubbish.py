"""Rubbish at every door that takes a POST: never an error of ours, always a page or a problem that
says what happened. A new route is walked without a word here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest
from flask import Request
from flask.testing import FlaskClient
from sqlmodel import delete
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.routing import Rule
from werkzeug.test import EnvironBuilder, TestResponse

from bot.models import RateWindow
from bot.web import create_app
from bot.web.guards import Kind
from bot.web.inbox.acting import ACTS
from tests.web.conftest import signed_in
from tests.web.runtime import runtime_of
from tests.web.test_doors import City, address, city, kind, rules
from tests.web.test_hooks import signature

__all__ = ["city"]  # a fixture

# What is refused here hardly reaches a table: one database is enough.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=B"
PART = b'--B\r\nContent-Disposition: form-data; name="f"\r\n\r\n1\r\n'
FILE = b'--B\r\nContent-Disposition: form-data; name="phone"; filename="f"\r\n\r\n\0\xff\r\n--B--'


@dataclass(frozen=True)
class Rubbish:
    """A body that no page and no software of ours sends."""

    body: bytes
    type: str = FORM
    headers: dict[str, str] = field(default_factory=dict)


BODIES = {
    "empty": Rubbish(b"", ""),
    "an empty form": Rubbish(b""),
    "too large": Rubbish(b"f=" + b"x" * 2_000_000),
    "a field too large": Rubbish(b"f=" + b"x" * 600_000),
    "a thousand fields": Rubbish(b"&".join(b"f%d=1" % n for n in range(1000))),
    "a thousand parts": Rubbish(PART * 1000 + b"--B--", PARTS),
    "a cut part": Rubbish(b"--B\r\nContent-Dis", PARTS),
    "parts without a boundary": Rubbish(PART, "multipart/form-data"),
    "a file": Rubbish(FILE, PARTS),
    "another type": Rubbish(b'{"phone": ["06"]}', "application/json"),
    "a list": Rubbish(b"[]", "application/json"),
    "UTF-16": Rubbish("phone=é".encode("utf-16"), f"{FORM}; charset=utf-16"),
    "no type at all": Rubbish(b"x", '\xff/;;="'),
    "every byte": Rubbish(bytes(range(256))),
    "rubbish in headers": Rubbish(
        b"f=1",
        FORM,
        {
            "Accept-Language": "\xff;q=x,,",
            "Referer": "\xff",
            "Accept": "x/;q=x",
            "Cookie": "sas=\xff",
        },
    ),
}
VALUES = ("\0", "²", "9" * 5_000, "9999-12-31T23:59")
ENDS = ("/death", "/erase", "/close", "/somebody-else")  # any word that confirms will do
IDS = ("%00", "%FF", "%ED%A0%80", "x" * 5_000, "..%2F", "%0A")


class Anything(ImmutableMultiDict[str, str]):
    """A form whose every field, whatever its name, holds the same value."""

    value: ClassVar[str | None] = None

    def __getitem__(self, key: str) -> str:
        """What was sent under that name, else the rubbish of the day; `get` reads it too."""
        if key in self or self.value is None or key == "csrf_token":
            return str(super().__getitem__(key))
        return self.value

    def getlist(self, key: str, *_: Any, **__: Any) -> Any:
        """As above."""
        return super().getlist(key) or ([self.value] if self.value is not None else [])


class Asked(Request):
    """A request with such a form."""

    parameter_storage_class = Anything


class Walk:
    """Somebody signed in who sends rubbish to one address after the other."""

    def __init__(self, city: City) -> None:
        self.city, self.app = city, create_app(runtime_of(city.cast.store))
        self.app.request_class = Asked  # so it is a web of its own
        self.lead = city.cast.lead()
        self.client = self._in()

    def _in(self) -> FlaskClient:
        client = signed_in(self.app, self.city.cast.fresh(self.lead))
        found = re.search(
            r'name="csrf_token" (?:type="hidden" )?value="([^"]+)"', client.get("/inbox/aide").text
        )
        assert found is not None
        self.token = found.group(1)
        return client

    def doors(self, act: str = "note") -> Iterator[tuple[Rule, str]]:
        """Each route that takes a POST, at an address that exists; of the acts of a file, one."""
        for rule in rules(self.app, "POST"):
            url = rule.rule
            for shown, live in self.city.live.items():
                url = url.replace(shown, live) if "<" in shown and url.startswith(shown) else url
            yield rule, address_of(url.replace("<act>", act), rule)

    def send(self, rule: Rule, url: str, rubbish: Rubbish) -> TestResponse:
        """Send it with what opens this door: a signature, a key, or our own form's token."""
        with self.city.cast.store.transaction() as session:
            session.exec(delete(RateWindow))
        headers = dict(rubbish.headers)
        match kind(self.app, rule):
            case Kind.SIGNED:
                headers["X-Twilio-Signature"] = signature(url, pairs_of(rubbish))
            case Kind.API_KEY:
                headers["Authorization"] = "Bearer the key of Mme Roux"
            case _:
                headers["X-CSRFToken"] = self.token
        answer = self.client.post(
            url, data=rubbish.body, content_type=rubbish.type, headers=headers
        )
        if rule.endpoint.startswith("auth."):  # she may be out, or somebody else
            self.client = self._in()
        return answer


def address_of(url: str, rule: Rule) -> str:
    """With an id that nobody has where none is live."""
    return address(rule) if "<" in url else url


def pairs_of(rubbish: Rubbish) -> list[tuple[str, str]]:
    """What the carrier would have signed."""
    sent = EnvironBuilder(method="POST", data=rubbish.body, content_type=rubbish.type)
    with Request(sent.get_environ()) as request:
        try:
            return list(request.form.items(multi=True))
        except RequestEntityTooLarge:
            return []


def clear(answer: TestResponse, rule: Rule) -> bool:
    """Is it no fault of ours, and in words wherever somebody reads it?"""
    if answer.status_code >= 500:
        return False
    if answer.status_code == 303 and not rule.endpoint.startswith("auth."):
        return not answer.location.startswith("/connexion")  # the walk itself would see nothing
    if answer.status_code < 400 or rule.rule.startswith("/webhooks/"):
        return True
    if answer.mimetype == "text/html":
        return '<html lang="fr"' in answer.text
    return answer.mimetype.endswith("json") or rule.endpoint == "demo.travel_from_phones"


def test_no_body_is_an_error_of_ours(city: City) -> None:
    walk = Walk(city)
    for name, body in BODIES.items():
        for rule, url in walk.doors():
            answer = walk.send(rule, url, body)
            assert clear(answer, rule), (rule.rule, name, answer.status_code)


def test_no_value_of_any_field_is_an_error_of_ours(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = Walk(city)
    acts = [door for act in ACTS for door in walk.doors(act) if door[0].endpoint == "inbox.press"]
    living = [door for door in acts if not door[1].endswith(ENDS)]
    for value in (*VALUES, "on"):  # at last the file ends, and every door is tried once more
        monkeypatch.setattr(Anything, "value", value)
        for rule, url in [*acts, *walk.doors()] if value == "on" else [*living, *walk.doors()]:
            answer = walk.send(rule, url, Rubbish(b""))
            assert clear(answer, rule), (url, value[:20], answer.status_code)
            assert answer.status_code != 400 or kind(walk.app, rule) is Kind.API_KEY, url


def test_no_address_is_an_error_of_ours(city: City) -> None:
    walk = Walk(city)
    for rule, _ in walk.doors():
        for unknown in IDS if rule.arguments else ():
            url = re.sub(r"<[^>]+>", unknown, rule.rule)
            answer = walk.send(rule, url, Rubbish(b""))
            assert clear(answer, rule), (rule.rule, unknown[:20], answer.status_code)
