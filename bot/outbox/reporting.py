"""How the outbox tells a flow what became of its text: bot.conversations.report, given by the
caller, called inside the outbox's own transaction with the conversation locked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from bot.gateways import Gateway, MailGateway
from bot.models import Message
from flows.events import Event

Report = Callable[[Session, Message, Event], None]


@dataclass(frozen=True, slots=True)
class Gateways:
    """Our carriers; None where this installation has none."""

    texts: Gateway | None = None
    mail: MailGateway | None = None
