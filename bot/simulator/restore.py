"""A restarted carrier remembers: its journal is read, and what was under way goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.simulator.carrier import Carrier
from bot.simulator.delivery import Delivery
from bot.simulator.handset import Handset
from bot.simulator.texts import FINAL, WHATSAPP, Button, Call, Media, Text

Line = dict[str, Any]


def restore(carrier: Carrier) -> None:
    """Fill an empty carrier from its journal, then take up texts and webhooks under way."""
    readers: dict[str, Callable[[Carrier, Line], None]] = {
        "phone": _phone,
        "accepted": _accepted,
        "past": _accepted,
        "inbound": _inbound,
        "status": _status,
        "webhook": _webhook,
        "redacted": _redacted,
        "deleted": _deleted,
        "call": _call,
        "template": _template,
        "forgotten": _forgotten,
    }
    lines = list(carrier.journal.lines())
    for line in lines:
        reader = readers.get(str(line.get("kind")))
        if reader is not None:
            reader(carrier, line)
    _take_up(carrier)


def _take_up(carrier: Carrier) -> None:
    for text in list(carrier.texts.values()):
        if text.inbound and text.webhook == "waiting":
            Handset(carrier).begin(text)
        elif not text.inbound and text.status not in FINAL | {"delivered"}:
            Delivery(carrier).begin(text)


def _moment(raw: str | None) -> datetime | None:
    return datetime.fromisoformat(raw) if raw else None


def _phone(carrier: Carrier, line: Line) -> None:
    carrier.know(line["number"], line["name"], hidden_id=line["hidden_id"])


def _accepted(carrier: Carrier, line: Line) -> None:
    at = datetime.fromisoformat(line["at"])
    carrier.texts[line["sid"]] = Text(
        sid=line["sid"],
        direction="outbound-api",
        phone=carrier.know(line["to"]).key,
        sender=line["from"],
        to=line["to"],
        body=line["body"],
        status="queued",
        created=at,
        updated=at,
        shown_at=_moment(line.get("shown_at")),
        segments=line["segments"],
        callback=line["callback"],
        buttons=tuple(Button(*button) for button in line["buttons"]),
        menu=line.get("menu", ""),
        content_sid=line["content_sid"],
    )


def _inbound(carrier: Carrier, line: Line) -> None:
    at = datetime.fromisoformat(line["at"])
    phone = carrier.know(line["from"])
    carrier.texts[line["sid"]] = Text(
        sid=line["sid"],
        direction="inbound",
        phone=phone.key,
        sender=line["from"],
        to=line["to"],
        body=line["body"],
        status="received",
        created=at,
        updated=at,
        shown_at=_moment(line.get("shown_at")),
        sent=at,
        media=tuple(Media(sid, kind, bytes.fromhex(data)) for sid, kind, data in line["media"]),
        replied_to=line["replied_to"],
        button_payload=line["payload"],
        webhook="waiting",
    )
    if line["to"].startswith(WHATSAPP):
        phone.last_whatsapp_at = at


def _status(carrier: Carrier, line: Line) -> None:
    text = carrier.texts.get(line["sid"])
    if text is not None:
        text.status, text.error_code = line["status"], line["code"]
        if text.status in {"sent", "delivered", "read"}:
            text.sent = text.sent or text.created


def _webhook(carrier: Carrier, line: Line) -> None:
    text = carrier.texts.get(line["sid"])
    if text is not None:
        text.webhook = line["answer"]


def _redacted(carrier: Carrier, line: Line) -> None:
    text = carrier.texts.get(line["sid"])
    if text is not None:
        text.body = ""


def _deleted(carrier: Carrier, line: Line) -> None:
    carrier.texts.pop(line["sid"], None)


def _call(carrier: Carrier, line: Line) -> None:
    at = datetime.fromisoformat(line["at"])
    inbound = line["direction"] == "inbound"
    carrier.calls[line["sid"]] = Call(
        sid=line["sid"],
        direction=line["direction"],
        phone=carrier.know(line["from" if inbound else "to"]).key,
        sender=line["from"],
        to=line["to"],
        status="completed",
        created=at,
        updated=at,
        shown_at=_moment(line.get("shown_at")),
    )


def _template(carrier: Carrier, line: Line) -> None:
    carrier.templates[line["template"]["sid"]] = line["template"]


def _forgotten(carrier: Carrier, _: Line) -> None:
    carrier.clear()
