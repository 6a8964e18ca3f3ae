"""The referral door by software: good input, bad input in two languages, and what is never told.

Every real answer is judged by our own OpenAPI description.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_core import Config, OpenAPI
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest, WerkzeugOpenAPIResponse
from sqlmodel import SQLModel, select
from werkzeug.test import EnvironBuilder, TestResponse

from bot.models import Access, RateWindow, Referral
from bot.store import Store
from bot.web.referrals_openapi import describe
from tests.cast import SMS_SENDER, WHATSAPP_SENDER, Cast

DOOR = "/api/v1/referrals"
KEY = {"Authorization": "Bearer the key of Mme Roux"}
GOOD: dict[str, Any] = {"first_name": "Léa", "phone": "06 39 98 00 01", "informed": True}
UNTOUCHED = {"access", "ratewindow", "journal"}


@pytest.fixture
def door(web: FlaskClient, cast: Cast) -> Iterator[FlaskClient]:
    """The API, with Mme Roux known and Karim at work."""
    cast.karim()
    cast.mme_roux()
    yield web


@pytest.fixture(scope="session")
def judge() -> OpenAPI:
    """Our own description of the API."""
    reads = {"application/problem+json": json.loads}
    config = Config(extra_media_type_deserializers=reads)
    return OpenAPI.from_dict(describe("http://localhost"), config=config)


def send(door: FlaskClient, body: Any, language: str = "fr", **headers: str) -> TestResponse:
    return door.post(DOOR, json=body, headers={**KEY, "Accept-Language": language, **headers})


def judged(judge: OpenAPI, answer: TestResponse, body: Any = None) -> None:
    """The answer is what we say it is; the request too, where `body` is what was sent."""
    sent = EnvironBuilder(
        path=answer.request.path,
        method=answer.request.method,
        headers=KEY,
        json=body if body is not None else GOOD,
    )
    request = WerkzeugOpenAPIRequest(sent.get_request())
    if body is not None:
        judge.validate_request(request)
    judge.validate_response(request, WerkzeugOpenAPIResponse(answer))


def stored(store: Store) -> dict[str, int]:
    """How many rows each table holds, but rates and accesses."""
    with store.reading() as session:
        return {
            name: len(session.exec(select(table)).all())  # type: ignore[call-overload]
            for name, table in SQLModel.metadata.tables.items()
            if name not in UNTOUCHED
        }


WRONG: list[tuple[str, dict[str, Any], set[tuple[str, str]]]] = [
    ("nothing", {}, {("first_name", "missing"), ("phone", "missing"), ("informed", "missing")}),
    ("phone malformed", {**GOOD, "phone": "06 39"}, {("phone", "phone")}),
    ("phone is a word", {**GOOD, "phone": "portable"}, {("phone", "phone")}),
    ("phone is a number", {**GOOD, "phone": 639980001}, {("phone", "not_text")}),
    ("phone of a service", {**GOOD, "phone": "0800 123 456"}, {("phone", "phone_service")}),
    ("our own phone", {**GOOD, "phone": SMS_SENDER}, {("phone", "phone_ours")}),
    (
        "our own phone for the adult",
        {**GOOD, "trusted_adult": {"name": "Ana", "phone": WHATSAPP_SENDER}},
        {("trusted_adult.phone", "phone_ours")},
    ),
    ("too young", {**GOOD, "birth_year": 2012}, {("birth_year", "too_young")}),
    ("year as a word", {**GOOD, "birth_year": "2005"}, {("birth_year", "not_year")}),
    ("year as a boolean", {**GOOD, "birth_year": True}, {("birth_year", "not_year")}),
    ("unknown field", {**GOOD, "nir": "1"}, {("nir", "unknown_field")}),
    ("half a character", {**GOOD, "note": "x\ud800"}, {("note", "not_storable")}),
    ("half a choice", {**GOOD, "tone": "\udfff"}, {("tone", "not_storable")}),
    ("a null character", {**GOOD, "reason": "x\0"}, {("reason", "not_storable")}),
    ("half a name", {**GOOD, "x\ud800": 1}, {("x\\ud800", "unknown_field")}),
    ("informed as a word", {**GOOD, "informed": "true"}, {("informed", "not_bool")}),
    ("informed as a number", {**GOOD, "informed": 1}, {("informed", "not_bool")}),
    ("empty name", {**GOOD, "first_name": "  "}, {("first_name", "empty")}),
    ("long name", {**GOOD, "first_name": "a" * 31}, {("first_name", "too_long")}),
    ("name with a link", {**GOOD, "first_name": "www.a.fr/x"}, {("first_name", "not_name")}),
    ("name with a line", {**GOOD, "first_name": None}, {("first_name", "not_text")}),
    ("language", {**GOOD, "language": "de"}, {("language", "choice")}),
    ("tone", {**GOOD, "tone": "il"}, {("tone", "choice")}),
    ("best time", {**GOOD, "best_time": "night"}, {("best_time", "choice")}),
    ("commune", {**GOOD, "commune": "Arles"}, {("commune", "commune")}),
    ("commune of nowhere", {**GOOD, "commune": "99100"}, {("commune", "commune")}),
    ("say_from names justice", {**GOOD, "say_from": "Le SPIP"}, {("say_from", "say_from_word")}),
    ("say_from long", {**GOOD, "say_from": "Maximiliennes"}, {("say_from", "say_from_letters")}),
    ("date", {**GOOD, "support_ends_on": "31/01/2027"}, {("support_ends_on", "date")}),
    ("long note", {**GOOD, "note": "n" * 2001}, {("note", "too_long")}),
    (
        "adult without phone",
        {**GOOD, "trusted_adult": {"name": "Ana"}},
        {("trusted_adult.phone", "missing")},
    ),
    (
        "adult with a word of its own",
        {**GOOD, "trusted_adult": {"name": "A\0", "phone": "06 39 98 00 02", "kin": "zut"}},
        {("trusted_adult.name", "not_storable"), ("trusted_adult.kin", "unknown_field")},
    ),
    ("announced at length", {**GOOD, "announced": "a" * 501}, {("announced", "too_long")}),
    ("adult is a word", {**GOOD, "trusted_adult": "Ana"}, {("trusted_adult", "not_object")}),
    (
        "adult on her own phone",
        {**GOOD, "trusted_adult": {"name": "Ana", "phone": "0639980001"}},
        {("trusted_adult.phone", "same_phone")},
    ),
    (
        "everything at once",
        {"first_name": 3, "phone": "12", "informed": None, "birth_year": 2020, "tone": 1, "a": 1},
        {
            ("first_name", "not_text"),
            ("phone", "phone"),
            ("informed", "not_bool"),
            ("birth_year", "too_young"),
            ("tone", "choice"),
            ("a", "unknown_field"),
        },
    ),
    ("a list", [], {("", "not_object")}),  # type: ignore[list-item]
]  # fmt: skip


def test_bad_input_names_every_field_in_two_languages_and_stores_nothing(
    door: FlaskClient, store: Store, judge: OpenAPI
) -> None:
    before = stored(store)
    for name, body, expected in WRONG:
        said = {}
        for language in ("fr", "en"):
            answer = send(door, body, language)
            assert answer.status_code == 422, name
            assert answer.mimetype == "application/problem+json", name
            assert answer.headers["Content-Language"] == language, name
            problem = answer.get_json()
            found = {(one["field"], one["code"]) for one in problem["errors"]}
            assert found == expected, name
            judged(judge, answer)
            said[language] = [one["detail"] for one in problem["errors"]]
        pairs = zip(said["fr"], said["en"], strict=True)
        assert all(fr and en and fr != en for fr, en in pairs), name
    assert stored(store) == before


def test_a_referral_is_answered_as_the_contract_says(
    door: FlaskClient, store: Store, judge: OpenAPI
) -> None:
    body = {
        **GOOD,
        "birth_year": 2007,
        "commune": "13004",
        "tone": "tu",
        "say_from": "Mme Roux",
        "announced": "Vue mardi",
        "trusted_adult": {"name": "Ana", "phone": "06 39 98 00 02"},
        "support_ends_on": "2026-06-30",
        "best_time": "evening",
    }
    answer = send(door, body)
    assert answer.status_code == 201
    given = answer.get_json()
    assert set(given) == {"id", "status", "tracking_url", "first_attempt_at", "steps"}
    assert given["status"] == "received"
    assert given["tracking_url"].startswith("http://127.0.0.1:8000/suivi/")
    assert given["first_attempt_at"].endswith("+01:00")
    judged(judge, answer, body)
    follow = door.get(f"{DOOR}/{given['id']}", headers=KEY)
    assert follow.status_code == 200
    assert follow.get_json()["steps"] == given["steps"]
    judged(judge, follow)


def test_not_told_yet_is_answered_with_a_card(door: FlaskClient, judge: OpenAPI) -> None:
    answer = send(door, {**GOOD, "informed": False})
    given = answer.get_json()
    assert (answer.status_code, given["status"]) == (201, "to_announce")
    assert given["first_attempt_at"] is None
    assert len(given["card"]["code"]) == 6
    judged(judge, answer)


@pytest.mark.parametrize(("language", "word"), [("fr", "appellera"), ("en", "will call")])
def test_a_landline_is_called_and_the_answer_says_so(
    door: FlaskClient, judge: OpenAPI, language: str, word: str
) -> None:
    answer = send(door, {**GOOD, "phone": "04 65 71 00 01"}, language)
    assert answer.status_code == 201
    assert word in answer.get_json()["notice"]
    judged(judge, answer)


def test_the_same_key_replays_the_same_answer(door: FlaskClient, store: Store) -> None:
    first = send(door, GOOD, **{"Idempotency-Key": "k-1"})
    again = send(door, GOOD, **{"Idempotency-Key": "k-1"})
    assert (again.status_code, again.get_json()) == (201, first.get_json())
    with store.reading() as session:
        assert len(session.exec(select(Referral)).all()) == 1


def test_the_same_key_with_another_body_is_422(
    door: FlaskClient, store: Store, judge: OpenAPI
) -> None:
    send(door, GOOD, **{"Idempotency-Key": "k-1"})
    answer = send(door, {**GOOD, "first_name": "Sam"}, **{"Idempotency-Key": "k-1"})
    assert answer.status_code == 422
    problem = answer.get_json()
    assert [one["field"] for one in problem["errors"]] == ["Idempotency-Key"]
    assert problem["type"] == "urn:sas:problem:key_reused"
    judged(judge, answer)


def test_a_key_that_is_too_long_is_422(door: FlaskClient) -> None:
    answer = send(door, GOOD, **{"Idempotency-Key": "k" * 256})
    assert answer.status_code == 422


def test_an_unknown_key_is_turned_away(door: FlaskClient, store: Store, judge: OpenAPI) -> None:
    before = stored(store)
    for given in (None, "Bearer nobody", "Bearer ", "Basic x"):
        headers = {"Authorization": given} if given is not None else {}
        answer = door.post(DOOR, json=GOOD, headers=headers)
        assert answer.status_code == 401, given
        assert answer.mimetype == "application/problem+json"
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        judged(judge, answer)
    assert stored(store) == before


def test_each_field_given_twice_is_named_with_every_other_error(door: FlaskClient) -> None:
    body = (
        '{"first_name":"Léa","phone":"06","informed":false,"informed":true,"\\ud800":1,'
        '"\\ud800":2,"trusted_adult":{"name":"Ana","phone":"06 39 98 00 02","name":"Eva"}}'
    )
    answer = door.post(DOOR, data=body.encode(), content_type="application/json", headers=KEY)
    assert answer.status_code == 422
    found = {one["field"]: one["code"] for one in answer.get_json()["errors"]}
    twice = dict.fromkeys(("informed", "\\ud800", "trusted_adult.name"), "twice")
    assert found == {**twice, "phone": "phone"}


def test_a_year_of_5000_digits_is_a_wrong_year(door: FlaskClient) -> None:
    body = json.dumps({**GOOD, "birth_year": 0}).replace(
        '"birth_year": 0', f'"birth_year": {"9" * 5000}'
    )
    answer = door.post(DOOR, data=body, headers=KEY, content_type="application/json")
    assert answer.status_code == 422
    assert [one["code"] for one in answer.json["errors"]] == ["not_year"]  # type: ignore[index]


def test_another_organisations_referral_is_404(
    door: FlaskClient, store: Store, cast: Cast, judge: OpenAPI
) -> None:
    answer = door.get(f"{DOOR}/0190b7a4-0000-7000-8000-000000000000", headers=KEY)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    judged(judge, answer)


def test_each_look_at_a_referral_is_recorded(door: FlaskClient, store: Store) -> None:
    made = send(door, GOOD).get_json()["id"]
    door.get(f"{DOOR}/{made}", headers=KEY)
    with store.reading() as session:
        assert [one.subject_id for one in session.exec(select(Access)).all()] == [made]


def test_no_number_or_name_is_kept_readable(door: FlaskClient, store: Store) -> None:
    send(door, {**GOOD, "first_name": "Zéphyrine", "reason": "fin de mesure", "note": "canari"})
    with store.reading() as session:
        dump = json.dumps(
            [
                [str(row) for row in session.exec(select(table)).all()]  # type: ignore[call-overload]
                for table in SQLModel.metadata.tables.values()
            ]
        )
    for secret in ("639980001", "phyrine", "fin de mesure", "canari"):
        assert secret not in dump


def test_rates_name_nobody(door: FlaskClient, store: Store) -> None:
    send(door, GOOD)
    with store.reading() as session:
        names = [row.name for row in session.exec(select(RateWindow)).all()]
    assert names and not any("639980001" in name or "@" in name for name in names)


def test_the_description_is_served_and_valid(web: FlaskClient, judge: OpenAPI) -> None:
    answer = web.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    OpenAPI.from_dict(answer.get_json())
    assert answer.get_json()["openapi"].startswith("3.1")
