"""A text whose last gate raises, hangs or kills its process: tried three times, then a human's, and
never in the way of the others.

A process that dies says nothing, so a text that is late is counted in its row before it is tried:
all the untried of a pass together, the others alone, so that whoever stood behind a poison is not
blamed for it. The gate that comes to an answer, whatever it is, clears the count.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import col, select

from bot.models import Message
from bot.outbox.reporting import Report
from bot.outbox.tasks import journal, open_task
from bot.store import Store, lock_conversation
from flows.effects import Author, Priority, Recipient, TaskKind
from flows.events import SendRefused

log = logging.getLogger("sas.outbox")

POISON = 3
"""Times that a row may break the gate, or its process, before a human gets it."""

LATE = timedelta(seconds=5)
"""A younger text is not counted: whoever made it is trying it now."""

TRIES = "gate_tries"
BROKEN = "broken"


def count_tries(store: Store, message_ids: Sequence[str]) -> None:
    """One try more, committed before it starts. What another process has in hand is left out."""
    if not message_ids:
        return
    query = (
        select(Message)
        .where(col(Message.id).in_(message_ids), Message.state == "queued")
        .order_by(col(Message.id))
        .with_for_update(skip_locked=True)
    )
    with store.transaction() as session:
        for message in session.exec(query).all():
            message.extra = {**message.extra, TRIES: int(message.extra.get(TRIES, 0)) + 1}
            session.add(message)


def survived(message: Message) -> None:
    """The gate came to an answer."""
    if TRIES in message.extra:
        message.extra = {name: one for name, one in message.extra.items() if name != TRIES}


def broke(store: Store, message_id: str, why: str, report: Report) -> str:
    """The gate raised: again in a moment, and the last time a human gets it."""
    with store.transaction() as session:
        message = session.get(Message, message_id, with_for_update=True)
        if message is None or message.state != "queued":
            return message.state if message is not None else "gone"
        message.attempts += 1
        message.retry_real = store.clock.real() + timedelta(seconds=5 * message.attempts)
        session.add(message)
        if message.attempts < POISON:
            return "queued"
    return park(store, message_id, why, report)


def park(store: Store, message_id: str, why: str, report: Report) -> str:
    """A human gets the text and, when it was the bot's, the word: what she writes from now on goes
    to the human too. Written first, told to the flow afterwards: the telling may be poison."""
    with store.transaction() as session:
        message = session.get(Message, message_id, with_for_update=True)
        if message is None or message.state != "queued":
            return message.state if message is not None else "gone"
        message.state, message.why = "failed", why
        session.add(message)
        open_task(session, store, message, TaskKind.SEND_BLOCKED, Priority.WAITING, BROKEN)
        journal(session, store, message, "text_failed", "queued", why=why)
    log.error("send_parked", extra={"message_id": message_id, "why": why})
    _tell(store, message, report)
    return "failed"


def _tell(store: Store, message: Message, report: Report) -> None:
    if message.recipient != Recipient.YOUTH or message.author == Author.AIGUILLEUR:
        return
    try:
        with store.transaction() as session:
            if message.conversation_id is not None:
                lock_conversation(session, message.conversation_id)
            session.add(message)
            report(session, message, SendRefused(message.key or "", BROKEN))
    except Exception:
        log.exception("park_not_told", extra={"message_id": message.id})
