"""Calls that the API refuses as a whole: what each one is told, in French and in English.

One table: what is sent, the status, and words of both languages. Nothing is stored, and nothing of
the body comes back.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_core import OpenAPI
from sqlmodel import select
from werkzeug.test import TestResponse

from bot.clock import FrozenClock
from bot.models import RateWindow
from bot.store import Store
from tests.web.test_api_referrals import DOOR, GOOD, KEY, door, judge, judged, stored

__all__ = ["door", "judge"]  # fixtures

# What is refused here reaches no table: one database is enough.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

JSON = "application/json"
SECRET = "Zephirine"


@dataclass(frozen=True)
class Refusal:
    """One call that is refused, and what is said of it."""

    name: str
    status: int
    code: str
    fr: str
    en: str
    body: bytes = b"{}"
    path: str = DOOR
    method: str = "POST"
    headers: dict[str, str] = field(default_factory=lambda: KEY)
    content_type: str = JSON

    def __str__(self) -> str:
        return self.name


def broken(name: str, body: str | bytes, fr: str, en: str) -> Refusal:
    """A body that is not JSON."""
    raw = body.encode() if isinstance(body, str) else body
    return Refusal(name, 400, "broken_json", fr, en, raw)


def keyed(name: str, fr: str, en: str, **headers: str) -> Refusal:
    """A call without a good key."""
    return Refusal(name, 401, "key_unknown", fr, en, headers=headers)


BEARER = "« Authorization: Bearer CLÉ »", "“Authorization: Bearer KEY”"
REFUSALS = [
    broken("empty", " ", "Le corps est vide", "The body is empty"),
    broken(
        "cut", f'{{\n  "first_name": "{SECRET}', "Ligne 2, colonne 17 : un guillemet n'est pas",
        "Line 2, column 17: a quote is not closed",
    ),
    broken(
        "comma before }", f'{{"first_name": "{SECRET}",}}', "Ligne 1, colonne", "Line 1, column"
    ),
    broken(
        "single quotes", f"{{'first_name': '{SECRET}'}}",
        "colonne 2 : un nom entre guillemets doubles", "column 2: a name in double quotes",
    ),
    broken(
        "no comma", f'{{"a": "{SECRET}"\n"b": 1}}', "Ligne 2, colonne 1 : il manque ,",
        "Line 2, column 1: a , or } or ] is missing",
    ),
    broken("no colon", '{"a" 1}', "colonne 6 : il manque :", "column 6: a : is missing"),
    broken(
        "a bare word", f'{{"a": {SECRET}}}', "colonne 7 : une valeur est attendue",
        "column 7: a value is expected",
    ),
    broken("two objects", "{} {}", "colonne 4 : un seul objet", "column 4: one object only"),
    broken("a line break in a text", '{"a": "b\nc"}', "s'écrit \\n ou", "is written \\n or"),
    broken("a backslash", f'{{"a": "\\{SECRET}"}}', "une barre \\ s'écrit", "a backslash \\ is"),
    broken("latin-1", '{\n"a": "é"}'.encode("latin-1"), "Ligne 2 : le corps", "Line 2: the body"),
    broken("too deep", "[" * 20_000, "Le JSON est trop imbriqué", "nested too deeply"),
    keyed("no key", "L'en-tête Authorization manque", "header is missing"),
    keyed("no bearer", "pas de la forme Bearer", "the Bearer form", Authorization="Basic x"),
    keyed("unknown key", "pas connue", "not known", Authorization=f"Bearer {SECRET}"),
    keyed("the form of a key", *BEARER),
    Refusal(
        "too large, size known", 413, "too_large", "Au plus 32768 octets ; reçu : 40000.",
        "At most 32768 bytes; received: 40000.", b"n" * 40_000,
    ),
    Refusal(
        "a form", 415, "not_json", "application/json ; reçu : application/x-www-form-urlencoded.",
        "application/json; received: application/x-www-form-urlencoded.",
        content_type="application/x-www-form-urlencoded",
    ),
    Refusal("no type", 415, "not_json", "reçu : aucun", "received: none", content_type=""),
    Refusal(
        "no type at all", 415, "not_json", "reçu : un type illisible", "an unreadable type",
        content_type=SECRET,
    ),
    Refusal(
        "no such address", 404, "not_found", "L'API a trois adresses : POST /api/v1/referrals",
        "The API has three addresses: POST /api/v1/referrals", path=f"/api/v1/{SECRET}",
    ),
    Refusal(
        "nobody's referral", 404, "not_found", "Aucune orientation de votre organisation",
        "No referral of your organisation", path=f"{DOOR}/{SECRET}", method="GET",
    ),
    Refusal(
        "no such method", 405, "method", "Possible ici : POST.", "Possible here: POST.",
        method="DELETE",
    ),
]  # fmt: skip


def send(door: FlaskClient, refusal: Refusal, language: str) -> TestResponse:
    return door.open(
        refusal.path,
        method=refusal.method,
        data=refusal.body,
        content_type=refusal.content_type,
        headers={**refusal.headers, "Accept-Language": language},
    )


def problem_of(answer: TestResponse) -> Any:
    assert answer.mimetype == "application/problem+json"
    return answer.get_json()


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
def test_a_refused_call_is_told_what_is_expected(
    door: FlaskClient, store: Store, judge: OpenAPI, refusal: Refusal
) -> None:
    before = stored(store)
    for language, words in (("fr", refusal.fr), ("en", refusal.en)):
        answer = send(door, refusal, language)
        assert answer.status_code == refusal.status
        problem = problem_of(answer)
        assert problem["type"] == f"urn:sas:problem:{refusal.code}"
        assert words in problem["detail"]
        assert answer.headers["Content-Language"] == language
        assert SECRET not in answer.text
        if answer.status_code not in (404, 405):  # of addresses and methods nothing is described
            judged(judge, answer)
    assert stored(store) == before


def test_a_body_without_a_length_is_told_the_limit(door: FlaskClient) -> None:
    chunked = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    answer = door.post(
        DOOR,
        input_stream=io.BytesIO(b"n" * 40_000),
        content_type=JSON,
        headers=KEY,
        environ_overrides=chunked,
    )
    assert answer.status_code == 413
    assert problem_of(answer)["detail"] == "Au plus 32768 octets."


@pytest.mark.parametrize(("limit", "seconds"), [("refer:", 60), ("refer-number:", 3_600)])
def test_too_many_calls_are_told_when_to_come_again(
    door: FlaskClient, store: Store, clock: FrozenClock, limit: str, seconds: int
) -> None:
    clock.advance(timedelta(seconds=17.5))
    door.post(DOOR, json=GOOD, headers=KEY)
    with store.transaction() as session:
        for row in session.exec(select(RateWindow)).all():
            row.count = 1_000_000 if row.name.startswith(limit) else row.count
    before, again = stored(store), math.ceil(seconds - clock.real().timestamp() % seconds)
    assert again != seconds, "not the whole window"
    for language, words in (("fr", f"dans {again} s."), ("en", f"Try again in {again} s.")):
        headers = {**KEY, "Accept-Language": language}
        answer = door.post(DOOR, json=GOOD, headers=headers)
        assert answer.status_code == 429
        assert answer.headers["Retry-After"] == str(again)
        assert words in problem_of(answer)["detail"]
    assert stored(store) == before
    clock.advance(timedelta(seconds=again))
    assert door.post(DOOR, json=GOOD, headers=KEY).status_code == 201
