"""The books of SAS: nothing lost, nothing doubled, nobody forgotten, as queries on a live system.

Inbound = handled + parked + pending; outbound = the sum of our eight states (the table refuses any
other word), none older than its limit. Nobody without a next step: each open conversation has a
due timer, a human task, or a text on its way. And no text of the bot after a human took the word.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, exists, select

from bot.conversations.left import NOTHING_TO_COME, no_text
from bot.models import Conversation, Handover, Message
from bot.overheard import over_human
from bot.store import Store

PENDING_LIMIT = timedelta(minutes=2)  # real time a text may wait for its turn
QUEUED_LIMIT = timedelta(minutes=10)  # SAS time after its hour
SENDING_LIMIT = timedelta(minutes=5)  # real time
LEAKS_OF = timedelta(days=1)
UNCERTAIN_LIMIT = timedelta(minutes=20)  # real time without a human
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Broken:
    """One invariant that does not hold: its code, how many rows, and some of their ids."""

    code: str
    count: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Books:
    """What was counted, and what does not hold."""

    counts: dict[str, int]
    broken: tuple[Broken, ...]

    @property
    def holds(self) -> bool:
        """Nothing lost, nothing forgotten."""
        return not self.broken

    def as_json(self) -> str:
        """One JSON object: codes, counts and ids only."""
        return json.dumps(
            {
                "holds": self.holds,
                "counts": self.counts,
                "broken": [asdict(one) for one in self.broken],
            }
        )


Check = Callable[[Session, Store], "Broken | None"]


def check(store: Store) -> Books:
    """Check every invariant in one consistent reading. Fast also at 100,000 conversations: only
    partial indexes over what is unfinished, and one pass over open conversations."""
    with store.reading() as session:
        found = [one(session, store) for one in CHECKS]
        counts = _counts(session)
    return Books(counts, tuple(one for one in found if one is not None))


def _counts(session: Session) -> dict[str, int]:
    """How many texts are unfinished, by state."""
    query = (
        select(Message.state, func.count())
        .where(col(Message.state).in_(("queued", "sending", "uncertain", "held", "received")))
        .group_by(Message.state)
    )
    return {str(state): int(count) for state, count in session.exec(query).all()}


def _broken(code: str, ids: list[str]) -> Broken | None:
    return Broken(code, len(ids), tuple(ids[:SHOWN])) if ids else None


def _waiting_text(session: Session, store: Store) -> Broken | None:
    limit = store.clock.real() - PENDING_LIMIT
    query = select(Message.id).where(Message.state == "received", Message.created_real < limit)
    return _broken("text_waits_for_its_turn", list(session.exec(query).all()))


def _late_queued(session: Session, store: Store) -> Broken | None:
    """Queued past its hour, though no back-off explains it."""
    real = store.clock.real()
    query = select(Message.id).where(
        Message.state == "queued",
        Message.not_before < store.clock.now() - QUEUED_LIMIT,
        Message.created_real < real - QUEUED_LIMIT,
        (col(Message.retry_real).is_(None)) | (col(Message.retry_real) < real - QUEUED_LIMIT),
    )
    return _broken("queued_too_long", list(session.exec(query).all()))


def _stuck_sending(session: Session, store: Store) -> Broken | None:
    limit = store.clock.real() - SENDING_LIMIT
    query = select(Message.id).where(Message.state == "sending", col(Message.claimed_real) < limit)
    return _broken("sending_too_long", list(session.exec(query).all()))


def _uncertain_unowned(session: Session, store: Store) -> Broken | None:
    """Uncertain beyond the look-ups and no human was ever asked."""
    limit = store.clock.real() - UNCERTAIN_LIMIT
    asked = exists().where(
        col(Handover.conversation_id) == col(Message.conversation_id),
        col(Handover.kind).in_(("send_uncertain", "safety_not_sent")),
    )
    query = select(Message.id).where(
        Message.state == "uncertain",
        col(Message.claimed_real) < limit,
        col(Message.conversation_id).is_not(None),
        ~asked,
    )
    return _broken("uncertain_without_human", list(session.exec(query).all()))


def _held_unowned(session: Session, store: Store) -> Broken | None:
    asked = exists().where(col(Handover.conversation_id) == col(Message.conversation_id))
    query = select(Message.id).where(
        Message.state == "held", col(Message.conversation_id).is_not(None), ~asked
    )
    return _broken("held_without_human", list(session.exec(query).all()))


def _nobody_next(session: Session, store: Store) -> Broken | None:
    """An open conversation without a timer, a task, or a text on its way or waiting."""
    moving = no_text("queued", "sending", "uncertain", "held", "received")
    query = select(Conversation.id).where(*NOTHING_TO_COME, moving)
    return _broken("nobody_next", list(session.exec(query).all()))


def _bot_over_human(session: Session, store: Store) -> Broken | None:
    """A text of the bot to the youth that was claimed while a human had the word, in the last
    day."""
    since = store.clock.real() - LEAKS_OF
    query = select(Message.id).where(col(Message.id) > first_id_of(since), over_human())
    return _broken("bot_over_human", list(session.exec(query).all()))


def first_id_of(real: datetime) -> str:
    """The smallest id made at that instant: ids sort by the time they were made."""
    hexed = f"{int(real.timestamp() * 1000):012x}"
    return f"{hexed[:8]}-{hexed[8:]}"


CHECKS: tuple[Check, ...] = (
    _waiting_text,
    _late_queued,
    _stuck_sending,
    _uncertain_unowned,
    _held_unowned,
    _nobody_next,
    _bot_over_human,
)
