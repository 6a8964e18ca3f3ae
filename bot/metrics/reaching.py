"""H2: contact is re-opened. Step by step on one cohort, up to a two-way talk within 30 days."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Float, exists
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import Session, col, func, select

from bot.metrics.share import OLD_ENOUGH, Share
from bot.models import Conversation, JournalEntry, Message, Youth
from bot.overheard import over_human
from bot.scope import Conditions, Scope

WITHIN_DAYS = 30  # of the first row of the conversation
RECENT = timedelta(days=90)


class days_between(FunctionElement[float]):
    """Days from the second instant to the first, as both databases count them."""

    type = Float()
    inherit_cache = True
    name = "days_between"


@compiles(days_between, "sqlite")
def _sqlite(element: Any, compiler: Any, **given: Any) -> str:
    later, earlier = (compiler.process(one, **given) for one in element.clauses)
    return f"(julianday({later}) - julianday({earlier}))"


@compiles(days_between, "postgresql")
def _postgresql(element: Any, compiler: Any, **given: Any) -> str:
    later, earlier = (compiler.process(one, **given) for one in element.clauses)
    return f"(EXTRACT(EPOCH FROM ({later} - {earlier})) / 86400.0)"


def funnel(session: Session, now: datetime, scope: Scope) -> tuple[tuple[str, Share], ...]:
    """Attempted, delivered, any reply, herself recognised, two-way talk: the last one is H2."""
    cohort: Conditions = [
        col(Conversation.opened_at) <= now - OLD_ENOUGH,
        col(Youth.known).is_(True),
        *scope.talks(),
    ]
    steps = {
        "attempted": _message(direction="out", states=("accepted",)),
        "delivered": _message(direction="out", states=("accepted",), delivered=True),
        "replied": _message(direction="in", states=("handled", "parked", "received")),
        "recognised": col(Youth.recognised_at).is_not(None),
        "talked": _talked(),
    }
    total = _count(session, cohort)
    return tuple(
        (name, Share(_count(session, [*cohort, step]), total)) for name, step in steps.items()
    )


def leaks(session: Session, now: datetime, scope: Scope) -> int:
    """Texts of the bot of the last 90 days claimed while a human had the word: it must stay 0."""
    query = (
        select(func.count())
        .select_from(Message)
        .join(Conversation, col(Conversation.id) == col(Message.conversation_id))
        .join(Youth, col(Youth.id) == col(Conversation.youth_id))
        .where(over_human(), col(Message.claimed_at) >= now - RECENT, *scope.talks())
    )
    return session.exec(query).one()


def _count(session: Session, conditions: Conditions) -> int:
    query = select(func.count()).select_from(Conversation)
    query = query.join(Youth, col(Youth.id) == col(Conversation.youth_id)).where(*conditions)
    return session.exec(query).one()


def _message(
    *, direction: str, states: tuple[str, ...], delivered: bool = False
) -> ColumnElement[bool]:
    found = exists().where(
        col(Message.conversation_id) == col(Conversation.id),
        col(Message.direction) == direction,
        col(Message.recipient) == "youth",
        col(Message.state).in_(states),
    )
    return found.where(col(Message.delivery) >= 7) if delivered else found


def _talked() -> ColumnElement[bool]:
    """She wrote and a human wrote to her, or a call "parlé", all within 30 days of the opening."""
    wrote = exists().where(
        col(Message.conversation_id) == col(Conversation.id),
        col(Message.direction) == "in",
        col(Message.recipient) == "youth",
        col(Message.state).in_(("handled", "parked")),
        _in_time(col(Message.created_at)),
    )
    answered = exists().where(
        col(Message.conversation_id) == col(Conversation.id),
        col(Message.author) == "aiguilleur",
        col(Message.recipient) == "youth",
        col(Message.key).is_(None),  # her own words: a text that follows her act has a key
        col(Message.state) == "accepted",
        _in_time(col(Message.created_at)),
    )
    spoke = exists().where(
        col(JournalEntry.conversation_id) == col(Conversation.id),
        col(JournalEntry.code) == "CallLogged",
        col(JournalEntry.data)["outcome"].as_string() == "spoken",
        _in_time(col(JournalEntry.at)),
    )
    return (wrote & answered) | spoke


def _in_time(at: Any) -> ColumnElement[bool]:
    within: ColumnElement[bool] = days_between(at, col(Conversation.opened_at)) <= WITHIN_DAYS
    return within
