"""Who may speak in the carrier's name: nobody but the carrier."""

from __future__ import annotations

import pytest
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import MultiDict

from bot.gateways.signature import HEADER, SETTINGS_HEADER, Verdict, check, raw_target

TOKEN, OLD = "the current token", "the previous token"
URL = "https://sas.example"
PATH, QUERY = "/webhooks/twilio/status/a%20b", "x=%C3%A9"
PAIRS = [("Body", "oui"), ("From", "+33639980001"), ("FromCity", ""), ("BrandNew", "1")]


def signed(token: str = TOKEN, pairs: list[tuple[str, str]] = PAIRS, algorithm: str = "") -> str:
    url = f"{URL}{PATH}?{QUERY}"
    return str(
        RequestValidator(token).compute_signature(url, dict(pairs), algorithm or "HMAC_SHA1")
    )


def judged(signature: str | None, pairs: list[tuple[str, str]] = PAIRS, **headers: str) -> Verdict:
    given = {SETTINGS_HEADER: headers["settings"]} if headers else {}
    if signature is not None:
        given[HEADER] = signature
    return check(
        public_url=URL + "/",
        raw_path=PATH,
        raw_query=QUERY,
        form=MultiDict(pairs),
        headers=given,
        tokens=[TOKEN, OLD, ""],
    )


def test_the_current_and_the_previous_token_are_good() -> None:
    assert judged(signed()).good
    assert judged(signed(OLD)).good


def test_another_token_is_not() -> None:
    assert judged(signed("Sam's token")) == Verdict(False, "signature_wrong")
    assert judged(signed("")) == Verdict(False, "signature_wrong")


@pytest.mark.parametrize("signature", [None, ""])
def test_a_missing_header_is_refused(signature: str | None) -> None:
    assert judged(signature) == Verdict(False, "signature_missing")


@pytest.mark.parametrize("signature", ["é", "=", "a" * 28, signed()[:-1], signed() + "="])
def test_a_header_that_is_nearly_one_is_refused(signature: str) -> None:
    assert not judged(signature).good


@pytest.mark.parametrize(
    "pairs",
    [
        [*PAIRS, ("Body", "STOP")],
        [("Body", "STOP"), *PAIRS],
        [*PAIRS, ("Body", "oui")],
        [*PAIRS, ("Extra", "")],
        PAIRS[:-1],
        [pair for pair in PAIRS if pair[0] != "FromCity"],
        [("Body", "non"), *PAIRS[1:]],
        [],
    ],
)
def test_any_field_added_taken_or_changed_is_refused(pairs: list[tuple[str, str]]) -> None:
    assert not judged(signed(), pairs).good


def test_the_same_field_twice_is_refused_whatever_the_signature_says() -> None:
    assert judged(signed(), [*PAIRS, ("Body", "oui")]) == Verdict(False, "field_repeated")


def test_the_longer_hash_is_understood_and_an_unknown_one_refused() -> None:
    settings = "key=k,algorithm=HMAC_SHA256"
    assert judged(signed(algorithm="HMAC_SHA256"), settings=settings).good
    assert not judged(signed(), settings=settings).good
    assert not judged(signed(), settings="key=k,algorithm=NONE").good


def test_whatever_breaks_is_a_refusal_with_its_reason() -> None:
    broken = check(
        public_url=URL,
        raw_path=PATH,
        raw_query=QUERY,
        form=MultiDict([("Body", "\ud800")]),
        headers={HEADER: "x"},
        tokens=[TOKEN],
    )
    assert broken == Verdict(False, "signature_unreadable_UnicodeEncodeError")


@pytest.mark.parametrize(
    ("environ", "target"),
    [
        ({"RAW_URI": "/a%20b?x=%C3%A9"}, ("/a%20b", "x=%C3%A9")),
        ({"REQUEST_URI": "/a"}, ("/a", "")),
        ({"RAW_URI": "http://elsewhere/a?b=c"}, ("/a", "b=c")),
        ({"RAW_URI": "/a?to=http://x"}, ("/a", "to=http://x")),
        ({"PATH_INFO": "/a", "QUERY_STRING": "b"}, ("/a", "b")),
    ],
)
def test_the_target_is_read_raw(environ: dict[str, str], target: tuple[str, str]) -> None:
    assert raw_target(environ) == target
