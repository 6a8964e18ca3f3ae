"""What the simulated carrier keeps: phones, texts, media and calls, and how its API shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from bot.simulator.faults import Switches

API_VERSION = "2010-04-01"
WHATSAPP = "whatsapp:"
FINAL = frozenset({"failed", "undelivered", "read", "received", "canceled"})


@dataclass(slots=True)
class Phone:
    """One youth's phone. `hidden_id`: her WhatsApp identity when her number is hidden."""

    key: str
    number: str
    name: str
    hidden_id: str | None = None
    reads: bool = True
    answers_calls: bool = False
    held: bool = False
    faults: Switches = field(default_factory=Switches)
    last_whatsapp_at: datetime | None = None
    opted_out: set[str] = field(default_factory=set)

    def address(self, channel: str) -> str:
        """How the carrier names her on this channel."""
        if channel == "whatsapp":
            return WHATSAPP + (self.hidden_id or self.number)
        return self.number


@dataclass(frozen=True, slots=True)
class Media:
    """A photo or a voice note."""

    sid: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Button:
    """A quick reply under a WhatsApp text, or a line of its list."""

    title: str
    payload: str


@dataclass(slots=True)
class Text:
    """One text, either way. Dates are real time, aware, but `shown_at`: what the phone's
    clock said, in SAS time.
    """

    sid: str
    direction: str
    phone: str
    sender: str
    to: str
    body: str
    status: str
    created: datetime
    updated: datetime
    sent: datetime | None = None
    error_code: int | None = None
    segments: int = 1
    callback: str | None = None
    media: tuple[Media, ...] = ()
    buttons: tuple[Button, ...] = ()
    menu: str = ""  # what opens the list, when the buttons are its lines
    content_sid: str | None = None
    service_sid: str | None = None
    replied_to: str | None = None
    button_payload: str | None = None
    shown_at: datetime | None = None
    webhook: str = ""  # "", "waiting", "taken", "refused 403", "lost"...

    @property
    def channel(self) -> str:
        """ "sms" or "whatsapp"."""
        return "whatsapp" if self.to.startswith(WHATSAPP) else "sms"

    @property
    def inbound(self) -> bool:
        """Written by the youth."""
        return self.direction == "inbound"


@dataclass(slots=True)
class Call:
    """One call, either way."""

    sid: str
    direction: str
    phone: str
    sender: str
    to: str
    status: str
    created: datetime
    updated: datetime
    started: datetime | None = None
    ended: datetime | None = None
    seconds: int | None = None
    callback: str | None = None
    said: str = ""
    shown_at: datetime | None = None


def rfc2822(at: datetime | None) -> str | None:
    """The date form of the provider's API."""
    return format_datetime(at) if at else None


def text_json(text: Text, account: str) -> dict[str, Any]:
    """A text as the provider's API shows it."""
    path = f"/{API_VERSION}/Accounts/{account}/Messages/{text.sid}"
    return {
        "account_sid": account,
        "api_version": API_VERSION,
        "body": text.body,
        "date_created": rfc2822(text.created),
        "date_sent": rfc2822(text.sent),
        "date_updated": rfc2822(text.updated),
        "direction": text.direction,
        "error_code": text.error_code,
        "error_message": None,
        "from": text.sender,
        "messaging_service_sid": text.service_sid,
        "num_media": str(len(text.media)),
        "num_segments": str(text.segments),
        "price": None if text.sent is None else f"-{0.0798 * text.segments:.5f}",
        "price_unit": "EUR",
        "sid": text.sid,
        "status": text.status,
        "subresource_uris": {"media": f"{path}/Media.json"},
        "to": text.to,
        "uri": f"{path}.json",
    }


def media_json(text: Text, media: Media, account: str) -> dict[str, Any]:
    """A media as the provider's API shows it."""
    path = f"/{API_VERSION}/Accounts/{account}/Messages/{text.sid}/Media/{media.sid}.json"
    return {
        "account_sid": account,
        "content_type": media.content_type,
        "date_created": rfc2822(text.created),
        "date_updated": rfc2822(text.created),
        "parent_sid": text.sid,
        "sid": media.sid,
        "uri": path,
    }


def call_json(call: Call, account: str) -> dict[str, Any]:
    """A call as the provider's API shows it."""
    path = f"/{API_VERSION}/Accounts/{account}/Calls/{call.sid}"
    return {
        "sid": call.sid,
        "account_sid": account,
        "api_version": API_VERSION,
        "to": call.to,
        "to_formatted": call.to,
        "from": call.sender,
        "from_formatted": call.sender,
        "status": call.status,
        "direction": call.direction,
        "date_created": rfc2822(call.created),
        "date_updated": rfc2822(call.updated),
        "start_time": rfc2822(call.started),
        "end_time": rfc2822(call.ended),
        "duration": None if call.seconds is None else str(call.seconds),
        "price": None,
        "price_unit": "EUR",
        "parent_call_sid": None,
        "phone_number_sid": None,
        "group_sid": None,
        "trunk_sid": None,
        "answered_by": None,
        "caller_name": None,
        "forwarded_from": None,
        "queue_time": "0",
        "uri": f"{path}.json",
        "subresource_uris": {},
    }
