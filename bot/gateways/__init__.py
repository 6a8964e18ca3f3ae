"""The last step of a text going out: what every carrier can do for us, as plain values.

The outbox speaks this protocol; twilio.py, smtp.py and memory.py keep it. No gateway
reads the environment, the database or the clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol

Channel = Literal["sms", "whatsapp"]


class ErrorKind(StrEnum):
    """Why a text did not go, as far as what to do next differs."""

    BAD_NUMBER = "bad_number"
    OPT_OUT = "opt_out"
    BLOCKED = "blocked"
    WINDOW = "window"
    TEMPLATE = "template"
    CONTENT = "content"
    RATE = "rate"
    TEMPORARY = "temporary"
    OUTAGE = "outage"
    CONFIG = "config"
    WEBHOOK = "webhook"
    UNCERTAIN = "uncertain"
    UNKNOWN = "unknown"


class SendError(Exception):
    """A text that was not accepted, or of which nobody knows whether it was.

    `permanent`: the same text to the same address will never be accepted.
    `uncertain`: the request left and no answer came back: it may have been accepted, so
    it must be looked up and never simply posted again.
    `retry_after`: seconds the carrier asked us to wait, None when it named none.
    The message holds a kind and a code only, never a number or a text: it may be logged.
    """

    def __init__(
        self,
        kind: ErrorKind,
        *,
        permanent: bool = False,
        uncertain: bool = False,
        code: int | None = None,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        self.kind = kind
        self.permanent = permanent
        self.uncertain = uncertain
        self.code = code
        self.status = status
        self.retry_after = retry_after
        super().__init__(f"{kind.value} (code {code}, status {status})")


@dataclass(frozen=True, slots=True)
class OutgoingText:
    """One text as it is to leave. `to` and `sender` are bare values (+33..., a short code,
    a WhatsApp id): the gateway adds the channel prefix. `content_sid` names an approved
    WhatsApp template, or buttons and lists; then `body` is what we keep on our side.
    """

    our_id: str
    to: str
    sender: str
    channel: Channel
    body: str
    media: Sequence[str] = ()
    content_sid: str | None = None
    content_variables: Mapping[str, str] | None = None
    status_callback: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What the carrier answered to an accepted text."""

    provider_id: str
    status: str
    segments: int | None = None
    price: str | None = None


@dataclass(frozen=True, slots=True)
class CarriedText:
    """A text of ours as the carrier's own list shows it; dates are aware, real time."""

    provider_id: str
    to: str
    sender: str
    channel: Channel
    body: str
    status: str
    created_at: datetime
    segments: int | None = None
    price: str | None = None
    error_code: int | None = None


@dataclass(frozen=True, slots=True)
class InboundMedia:
    """A photo, a voice note: where the carrier keeps it (needs our account to be read)."""

    content_type: str
    url: str


@dataclass(frozen=True, slots=True)
class InboundText:
    """A text the carrier received for us, from its list (reconciliation)."""

    provider_id: str
    sender: str
    to: str
    channel: Channel
    body: str
    received_at: datetime
    media: tuple[InboundMedia, ...] = field(default=())


def same_words(shown: str | None, ours: str, content: bool) -> bool:
    """Is the text that the carrier's list shows ours? One sent with a ContentSid may be shown
    without words, or with its buttons after them: rather a human who asks than the text twice."""
    there, here = (shown or "").strip(), ours.strip()
    return there == here or (content and (not there or there.startswith(here)))


class Gateway(Protocol):
    """A carrier of texts. Every method may raise SendError and nothing else."""

    def send(self, text: OutgoingText) -> Sent:
        """Hand one text over. Never retries by itself."""
        ...

    def look_up(
        self,
        *,
        to: str,
        sender: str,
        channel: Channel,
        body: str,
        since: datetime,
        until: datetime,
        content: bool = False,
    ) -> list[CarriedText]:
        """Texts to this person with this body created within [since, until] (aware, real).
        `content`: it may have left with a ContentSid; see `same_words`."""
        ...

    def fetch(self, provider_id: str) -> CarriedText:
        """One text as the carrier knows it now."""
        ...

    def inbound_since(self, to_sender: str, channel: Channel, since: datetime) -> list[InboundText]:
        """Everything received on one of our senders since then, oldest first."""
        ...

    def delete_body(self, provider_id: str) -> None:
        """Blank the body at the carrier (PRODUCT section 10); already gone is success."""
        ...


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One e-mail, plain text only."""

    our_id: str
    to: str
    subject: str
    body: str


class MailGateway(Protocol):
    """A carrier of e-mails. `send` raises SendError and nothing else."""

    def send(self, mail: OutgoingMail) -> Sent:
        """Hand one e-mail over."""
        ...
