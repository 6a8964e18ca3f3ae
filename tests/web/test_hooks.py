"""The carrier's webhooks: who may post, and that no combination of fields breaks them."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Sequence
from typing import Any

import pytest
from flask import Flask
from sqlmodel import select
from twilio.request_validator import RequestValidator

from bot.logs import JsonLines
from bot.models import Message
from bot.store import Store, body
from bot.web.guards import Kind, guard_of
from tests.cast import LEA_PHONE, PROVIDER, SAM_PHONE, SMS_SENDER, Cast

INBOUND = "/webhooks/twilio/inbound"
STATUS = "/webhooks/twilio/status/no-such-id"
VOICE = "/webhooks/twilio/voice"
Pairs = Sequence[tuple[str, str]]


def signature(path: str, pairs: Pairs, token: str = PROVIDER.auth_token) -> str:
    """As the carrier computes it: the address, then every name and value in order."""
    said = "http://127.0.0.1:8000" + path
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    for name in sorted(fields):
        said += "".join(name + value for value in sorted(set(fields[name])))
    return str(RequestValidator(token).compute_signature(said, {}))


def post(app: Flask, path: str, pairs: Pairs, **headers: str) -> Any:
    """One webhook, signed unless a header says otherwise."""
    given = {"X-Twilio-Signature": signature(path, pairs), **headers}
    data: dict[str, list[str]] = {}
    for name, value in pairs:
        data.setdefault(name, []).append(value)
    return app.test_client().post(path, data=data, headers=given)


def text(sid: str = "SM1", said: str = "oui", sender: str = LEA_PHONE) -> list[tuple[str, str]]:
    """The fields of an ordinary SMS."""
    return [("MessageSid", sid), ("From", sender), ("To", SMS_SENDER), ("Body", said)]


def stored(store: Store) -> list[Message]:
    """Every text that came in."""
    with store.reading() as session:
        return list(session.exec(select(Message).where(Message.direction == "in")).all())


@pytest.mark.parametrize("path", [INBOUND, STATUS, VOICE])
@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"X-Twilio-Signature": "forged"}, "signature_wrong"),
        ({"X-Twilio-Signature": ""}, "signature_missing"),
        ({"X-Twilio-Signature": "é à ü"}, "signature_"),
    ],
)
def test_a_webhook_that_the_carrier_did_not_sign_is_refused_and_logged(
    app: Flask, path: str, given: dict[str, str], reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "sas.hooks"):
        assert post(app, path, text(), **given).status_code == 403
    assert reason in caplog.records[-1].__dict__["reason"]


def test_a_request_without_the_header_is_refused(app: Flask, cast: Cast) -> None:
    cast.lea()
    answer = app.test_client().post(INBOUND, data=dict(text()))
    assert answer.status_code == 403
    assert not stored(cast.store)


@pytest.mark.parametrize("second", ["oui", "non"])
def test_a_forged_second_body_is_refused(app: Flask, cast: Cast, second: str) -> None:
    cast.lea()
    good = signature(INBOUND, text())
    answer = post(app, INBOUND, [*text(), ("Body", second)], **{"X-Twilio-Signature": good})
    assert answer.status_code == 403
    assert not stored(cast.store)


def test_the_query_is_part_of_what_is_signed(app: Flask) -> None:
    good = signature(INBOUND, text())
    answer = post(app, f"{INBOUND}?x=1", text(), **{"X-Twilio-Signature": good})
    assert answer.status_code == 403


def test_a_signed_text_is_stored_once_however_often_it_comes(app: Flask, cast: Cast) -> None:
    lea = cast.lea()
    assert [post(app, INBOUND, text()).status_code for _ in range(3)] == [204, 204, 204]
    (message,) = stored(cast.store)
    assert body(cast.store.vault, message, lea.youth) == "oui"
    assert (message.provider_id, message.channel) == ("SM1", "sms")


def test_each_text_leaves_one_line_to_follow_it_by(
    app: Flask, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    lea = cast.lea()
    with caplog.at_level(logging.INFO, "sas"):
        for _ in range(2):
            post(app, INBOUND, text())
    (message,) = stored(cast.store)
    lines = [json.loads(JsonLines().format(one)) for one in caplog.records]
    assert [line["what"] for line in lines] == ["inbound_received", "inbound_replayed"]
    assert {name: lines[0][name] for name in lines[0] if name not in ("at", "level")} == {
        "from": "sas.inbound",
        "what": "inbound_received",
        "message_id": message.id,
        "conversation": lea.conversation.id,
        "channel": "sms",
    }


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [("", "")],
        [("From", LEA_PHONE)],
        [("MessageSid", "SM2"), ("From", "")],
        [*text("SM3", ""), ("NumMedia", "2"), ("MediaUrl0", "http://127.0.0.1/x")],
        [*text("SM4"), ("NumMedia", "-1")],
        [*text("SM5"), ("NumMedia", "a million")],
        [*text("SM6"), ("NumMedia", "999999999999")],
        text("SM7", "a\0b"),
        text("SM8\0", "oui"),
        text("S" * 5000, "o" * 100_000),
        text("SM9", "😀" * 500),
        [*text("SM10", "", "whatsapp:+33639980001"), ("ButtonPayload", "1"), ("ButtonText", "Oui")],
        [*text("SM11", "salut", "whatsapp:FR.1234abc"), ("ProfileName", "L\u0000")],
        [*text("SM12", ""), ("Latitude", "43.6"), ("Longitude", "4.6")],
        [*text("SM13"), ("Inconnu", ""), ("Inconnu", "deux")],
        text("SM14", "STOP", "alphanumeric"),
        [("From", "whatsapp:"), ("MessageSid", "SM15")],
    ],
)
def test_no_combination_of_fields_breaks_the_door(app: Flask, cast: Cast, pairs: Pairs) -> None:
    cast.lea()
    assert post(app, INBOUND, pairs).status_code == 204


def test_a_long_text_in_base64_is_read(app: Flask, cast: Cast) -> None:
    lea = cast.lea()
    words = "Bonjour, je voulais vous dire que je suis d'accord pour le rendez-vous. " * 4
    post(app, INBOUND, text("SM1", base64.b64encode(words.strip().encode()).decode()))
    assert body(cast.store.vault, stored(cast.store)[0], lea.youth) == words.strip()


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [("MessageStatus", "delivered")],
        [("MessageStatus", "undelivered"), ("ErrorCode", "30005"), ("MessageSid", "SM1")],
        [("MessageStatus", "failed"), ("ErrorCode", "a lot")],
        [("MessageStatus", "unheard of"), ("ErrorCode", "")],
        [("SmsStatus", "SENT")],
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_any_status_of_any_text_is_taken(app: Flask, cast: Cast, pairs: Pairs, known: bool) -> None:
    ours = cast.message(cast.lea(), "Bonjour").id if known else "unknown"
    assert post(app, f"/webhooks/twilio/status/{ours}", pairs).status_code == 204


@pytest.mark.parametrize(
    "caller", [LEA_PHONE, SAM_PHONE, "anonymous", "", "+266696687", "client:x"]
)
def test_a_call_is_answered_with_silence(app: Flask, cast: Cast, caller: str) -> None:
    cast.lea()
    answer = post(app, VOICE, [("CallSid", "CA1"), ("From", caller), ("To", SMS_SENDER)])
    assert (answer.status_code, answer.mimetype) == (200, "text/xml")
    assert answer.text.endswith("<Response/>")


def test_her_call_is_kept_as_hers(app: Flask, cast: Cast) -> None:
    lea = cast.lea()
    post(app, VOICE, [("CallSid", "CA1"), ("From", LEA_PHONE), ("To", SMS_SENDER)])
    (call,) = stored(cast.store)
    assert (call.channel, call.conversation_id) == ("voice", lea.conversation.id)


@pytest.mark.parametrize(
    ("caller", "answers"), [(SAM_PHONE, 1), ("+33465710001", 0), ("+447400123456", 0)]
)
def test_a_stranger_who_calls_is_texted_only_where_a_text_arrives(
    app: Flask, cast: Cast, caller: str, answers: int
) -> None:
    cast.karim()
    post(app, VOICE, [("CallSid", "CA1"), ("From", caller), ("To", SMS_SENDER)])
    with cast.store.reading() as session:
        texts = session.exec(select(Message).where(Message.direction == "out")).all()
    assert len(texts) == answers


def test_before_any_team_exists_the_carrier_is_told_to_come_back(app: Flask) -> None:
    assert post(app, INBOUND, text()).status_code == 503


def test_the_webhooks_are_the_only_doors_that_need_a_signature(app: Flask) -> None:
    signed = {r.rule for r in app.url_map.iter_rules() if _kind(app, r.endpoint) is Kind.SIGNED}
    assert signed == {INBOUND, VOICE, "/webhooks/twilio/status/<message_id>", "/demo/horloge"}


def _kind(app: Flask, endpoint: str) -> Kind | None:
    guard = guard_of(app, endpoint)
    return guard.kind if guard else None
