"""Where a text, a delivery state or a call comes in from the carrier.

The guard has checked the signature already. Parse, hand over in one short transaction, answer
at once: the reply never travels in the webhook's answer.
"""

from __future__ import annotations

import base64
import binascii
import logging
import re
from typing import TypeAlias

from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from bot import conversations, outbox
from bot.conversations import Inbound
from bot.crypto import digest
from bot.referrals.phones import NotAPhone, read_phone
from bot.web.context import get_settings, get_store
from bot.web.guards import signed_by_carrier

hooks = Blueprint("hooks", __name__, url_prefix="/webhooks/twilio")
log = logging.getLogger("sas.hooks")

PROVIDER = "twilio"
LONGEST_TEXT = 16_000
LONGEST_WORD = 255
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{160,}={0,2}")
Form: TypeAlias = MultiDict[str, str]

_SILENCE = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


@hooks.post("/inbound")
@signed_by_carrier("SMS and WhatsApp texts of youths")
def inbound() -> Response:
    """One text in, SMS or WhatsApp. 204 once it is stored, also when it was known already."""
    text = _text()
    if text is None:
        log.warning("inbound_without_sender")
    else:
        got = conversations.receive(get_store(), text)
        if not got.new:
            log.info("inbound_replayed", extra={"message_id": got.message_id})
    return _nothing()


@hooks.post("/status/<message_id>")
@signed_by_carrier("what became of a text we sent; the id is ours")
def status(message_id: str) -> Response:
    """One delivery state of one of our texts, in any order. 204, also for an unknown id."""
    form = request.form
    word = _word(form, "MessageStatus") or _word(form, "SmsStatus")
    if word:
        outbox.settle(
            get_store(),
            message_id,
            word.lower(),
            _number(form, "ErrorCode"),
            conversations.Report(get_store()),
            provider_id=_word(form, "MessageSid") or _word(form, "SmsSid") or None,
        )
    return _nothing()


@hooks.post("/voice")
@signed_by_carrier("calls in: a missed call is an answer")
def voice() -> Response:
    """One call in. Empty TwiML: nobody picks up here, a human calls back."""
    form = request.form
    caller = _word(form, "From")
    if _is_number(caller):
        conversations.missed_call(
            get_store(),
            _sid(form, "CallSid"),
            caller,
            _address(form, "To")[0],
            textable=_takes_texts(caller),
        )
    else:
        log.info("call_without_number")
    return Response(_SILENCE, 200, mimetype="text/xml")


def _text() -> Inbound | None:
    """The text as the door wants it; None when nobody sent it."""
    form = request.form  # looked up in the request's context at each mention
    sender, whatsapp = _address(form, "From")
    if not sender:
        return None
    media = _media(form)
    body = _decoded(_clean(form.get("Body", "")))
    body = body or _word(form, "ButtonText") or _word(form, "ListTitle")
    return Inbound(
        provider=PROVIDER,
        provider_id=_sid(form, "MessageSid", "SmsMessageSid", "SmsSid"),
        to_sender=_address(form, "To")[0],
        channel="whatsapp" if whatsapp else "sms",
        from_value=sender,
        body=body[:LONGEST_TEXT],
        media=media,
        payload=_word(form, "ButtonPayload") or _word(form, "ListId") or None,
        replied_to=_word(form, "OriginalRepliedMessageSid") or None,
    )


def _address(form: Form, field: str) -> tuple[str, bool]:
    """The bare value (+33..., a short code, a WhatsApp identity), and whether it is WhatsApp."""
    value = _word(form, field)
    bare = value.removeprefix("whatsapp:").strip()
    return bare, value != bare and value.startswith("whatsapp:")


def _is_number(value: str) -> bool:
    return re.fullmatch(r"\+\d{6,15}", value) is not None


def _takes_texts(number: str) -> bool:
    """As at the referral door: a landline or a foreign number is called, never texted."""
    try:
        return read_phone(number, production=get_settings().production).textable
    except NotAPhone:
        return False


def _media(form: Form) -> tuple[tuple[str, str], ...]:
    """(address at the carrier, type) of each attachment; a shared place counts as one."""
    count = min(_number(form, "NumMedia") or 0, 10)
    found = [
        (_word(form, f"MediaUrl{i}"), _word(form, f"MediaContentType{i}")) for i in range(count)
    ]
    if _word(form, "Latitude") and _word(form, "Longitude"):
        found.append(("", "application/x-location"))
    return tuple(found)


def _sid(form: Form, *fields: str) -> str:
    """The carrier's id; without one, a fingerprint of the whole form, so that a replay is known."""
    for field in fields:
        if value := _word(form, field):
            return value
    return "form-" + digest(repr(sorted(form.items(multi=True))))[:40]


def _word(form: Form, field: str) -> str:
    """A short field, "" when absent; control characters (refused by PostgreSQL) removed."""
    return _clean(form.get(field, "")).strip()[:LONGEST_WORD]


def _number(form: Form, field: str) -> int | None:
    word = _word(form, field)
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else None


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)


def _decoded(body: str) -> str:
    """A long text may arrive as one base64 body (DESIGN section 9): read it when it clearly is."""
    if not _BASE64.fullmatch(body) or len(body) % 4:
        return body
    try:
        text = base64.b64decode(body, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return body
    return _clean(text) if " " in text and text.isprintable() else body


def _nothing() -> Response:
    return Response(status=204)
