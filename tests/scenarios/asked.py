"""The questions SAS asked somebody on WhatsApp, for who taps a button of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from bot.models import Conversation, Message, Youth
from bot.simulator.acts import WEEK
from bot.simulator.transcript import PARIS
from bot.store import Store, body
from messages.render import Button, buttons_of


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the carrier's id of it, its day in Paris, its words."""

    provider_id: str
    day: date
    words: str

    def button(self, choice: str) -> Button:
        """By its number or its words."""
        for one in buttons_of(self.words):
            if choice in (one.id, one.title, f"{one.id} {one.title}"):
                return one
        raise AssertionError(f"no button {choice!r} under {self.words!r}")


def asked_on_whatsapp(store: Store, conversation_id: str) -> list[Asked]:
    """In the order they left."""
    with store.reading() as session:
        query = select(Message).where(
            Message.conversation_id == conversation_id,
            Message.direction == "out",
            Message.channel == "whatsapp",
            col(Message.provider_id).is_not(None),
        )
        rows = session.exec(query.order_by(col(Message.sent_at), col(Message.id))).all()
        youth = session.get(Youth, session.get_one(Conversation, conversation_id).youth_id)
        told = [(row, body(store.vault, row, youth)) for row in rows]
    return [
        Asked(row.provider_id, row.sent_at.astimezone(PARIS).date(), words)
        for row, words in told
        if row.provider_id and row.sent_at and buttons_of(words)
    ]


def of_day(asked: list[Asked], day: str) -> list[Asked]:
    """Those of the last such day: Monday, or 2026-03-09."""
    days = [one.day for one in asked if day in (WEEK[one.day.weekday()], one.day.isoformat())]
    return [one for one in asked if one.day == max(days)] if days else []
