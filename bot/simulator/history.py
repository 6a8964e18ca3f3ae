"""Talks that took place before the carrier ran: how the demo data fills the phones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.simulator.carrier import FICTION, Carrier, new_sid
from bot.simulator.delivery import accepted_facts
from bot.simulator.handset import inbound_facts
from bot.simulator.texts import Text
from messages.sms import measure


def add_past(carrier: Carrier, texts: Sequence[Mapping[str, Any]]) -> int:
    """Keep these texts as done with, oldest first, but for those known already; gives how many.
    Raises KeyError, TypeError or ValueError, and keeps nothing, when one is badly written.
    """
    new = [one for one in texts if one.get("sid") not in carrier.texts]
    made = [_text(carrier, one) for one in new]
    with carrier.lock:
        for text, one in zip(made, new, strict=True):
            text.phone = carrier.add_phone(str(one["number"]), str(one.get("name", ""))).key
            carrier.texts[text.sid] = text
            _journal(carrier, text)
        carrier.changed()
    return len(made)


def _text(carrier: Carrier, one: Mapping[str, Any]) -> Text:
    number, channel = str(one["number"]), str(one.get("channel", "sms"))
    if not FICTION.fullmatch(number) or channel not in {"sms", "whatsapp"}:
        raise ValueError("un numéro de fiction, et sms ou whatsapp")
    inbound, body = bool(one.get("inbound")), str(one["body"])
    hers = f"whatsapp:{number}" if channel == "whatsapp" else number
    ours, now = carrier.account.sender(channel), carrier.now()
    return Text(
        sid=str(one.get("sid") or new_sid("SM")),
        direction="inbound" if inbound else "outbound-api",
        phone="",
        sender=hers if inbound else ours,
        to=ours if inbound else hers,
        body=body,
        status="received" if inbound else str(one.get("status", "delivered")),
        created=now,
        updated=now,
        sent=now,
        shown_at=datetime.fromisoformat(str(one["at"])),
        error_code=one.get("error"),
        segments=measure(body).segments if channel == "sms" else 1,
        webhook="taken" if inbound else "",
    )


def _journal(carrier: Carrier, text: Text) -> None:
    """The same lines as a lived talk, but for the oracle: these were not accepted from anybody."""
    if text.inbound:
        carrier.journal.write("inbound", durable=False, **inbound_facts(text))
        carrier.journal.write("webhook", durable=False, sid=text.sid, answer="taken")
    else:
        carrier.journal.write("past", durable=False, **accepted_facts(text))
        carrier.journal.write(
            "status", durable=False, sid=text.sid, status=text.status, code=text.error_code
        )
