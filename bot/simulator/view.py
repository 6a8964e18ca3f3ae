"""What the page and the terminal show, as plain JSON values. French words live in the page."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from bot.simulator.approved import created
from bot.simulator.carrier import Carrier
from bot.simulator.faults import EXPLAINED, Group
from bot.simulator.texts import Call, Phone, Text


def state(carrier: Carrier, opened: Collection[str]) -> dict[str, Any]:
    """Everything a page draws: all phones, the texts of those in `opened` (their keys)."""
    with carrier.lock:
        return {
            "version": carrier.version,
            "senders": {
                "sms": carrier.account.sms_sender,
                "whatsapp": carrier.account.whatsapp_sender,
            },
            "faults": carrier.faults.shown(),
            "blocks_after_stop": carrier.blocks_after_stop,
            "phones": [phone_json(carrier, p, p.key in opened) for p in carrier.phones.values()],
        }


def phone_json(carrier: Carrier, phone: Phone, whole: bool) -> dict[str, Any]:
    """One phone; `whole` with its conversation."""
    texts = carrier.texts_of(phone)
    shown: dict[str, Any] = {
        "key": phone.key,
        "number": phone.number,
        "name": phone.name,
        "hidden_id": phone.hidden_id,
        "reads": phone.reads,
        "answers_calls": phone.answers_calls,
        "faults": phone.faults.shown(),
        "count": len(texts),
        "last_at": _shown(texts[-1]).astimezone(UTC).isoformat() if texts else None,
        "waiting": bool(texts) and not texts[-1].inbound,
    }
    if whole:
        items = [text_shown(t) for t in texts] + [call_shown(c) for c in carrier.calls_of(phone)]
        shown["items"] = sorted(items, key=lambda item: item["at"])
    return shown


def _shown(item: Text | Call) -> datetime:
    """What the phone's clock said."""
    return item.shown_at or item.created


def text_shown(text: Text) -> dict[str, Any]:
    """One bubble."""
    return {
        "kind": "text",
        "sid": text.sid,
        "at": text.created.isoformat(),
        "shown_at": _shown(text).isoformat(),
        "channel": text.channel,
        "inbound": text.inbound,
        "body": text.body,
        "status": text.status,
        "error": text.error_code,
        "segments": text.segments,
        "template": text.content_sid not in (None, *created()),
        "buttons": [{"title": b.title, "payload": b.payload} for b in text.buttons],
        "menu": text.menu,
        "button": text.button_payload,
        "reply_to": text.replied_to,
        "media": [{"sid": m.sid, "type": m.content_type} for m in text.media],
        "webhook": text.webhook,
    }


def call_shown(call: Call) -> dict[str, Any]:
    """One call in the conversation."""
    return {
        "kind": "call",
        "sid": call.sid,
        "at": call.created.isoformat(),
        "shown_at": _shown(call).isoformat(),
        "inbound": call.direction == "inbound",
        "status": call.status,
        "said": call.said,
    }


def switches() -> list[dict[str, Any]]:
    """All faults in words, in the order of the page."""
    return [
        {
            "group": group.value,
            "faults": [
                {
                    "fault": fault.value,
                    "label": explained.label,
                    "effect": explained.effect,
                    "value": explained.value,
                    "default": explained.default,
                }
                for fault, explained in EXPLAINED.items()
                if explained.group is group
            ],
        }
        for group in Group
    ]
