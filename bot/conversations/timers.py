"""Due timers become events. A timer whose epoch is no longer its flow's is a no-op.

A timer that raises goes to a human. One that kills its process is counted in its row before it
starts, alone after its first death, and past MOST_ATTEMPTS goes to a human too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from sqlalchemy import bindparam
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select, update

from bot.conversations import asking, door
from bot.conversations.change import change_of
from bot.conversations.marks import adopt
from bot.models import Timer
from bot.store import Store, lock_conversation
from flows.effects import Author, Priority, TaskKind
from flows.events import TimerDue

log = logging.getLogger("sas.timers")

MOST_ATTEMPTS = 3

Limit = Callable[[], AbstractContextManager[None]]
"""What holds one timer to its time."""


def due_timers(session: Session, store: Store, limit: int) -> Sequence[tuple[str, str, int]]:
    """(timer id, conversation id, attempts) of what is due at SAS time: the untried first, then
    the oldest."""
    query = (
        select(Timer.id, Timer.conversation_id, Timer.attempts)
        .where(Timer.state == "set", Timer.due <= store.clock.now())
        .order_by(col(Timer.attempts), col(Timer.due), col(Timer.id))
        .limit(limit)
    )
    return session.exec(query).all()


def fire_timers(store: Store, limit: int = 200, within: Limit = nullcontext) -> int:
    """Fire what is due, each in a transaction of its own; returns how many were looked at.

    One that raises goes to a human; the others go on. A database that hiccups is no fault of the
    timer: it stays for the next pass.
    """
    with store.reading() as session:
        due = due_timers(session, store, limit)
    _count(store, [timer_id for timer_id, _, attempts in due if attempts == 0])
    for timer_id, conversation_id, attempts in due:
        try:
            if attempts >= MOST_ATTEMPTS:
                _to_a_human(store, timer_id, conversation_id, "attempts")
                continue
            if attempts:
                _count(store, [timer_id])
            with within():
                fire(store, timer_id, conversation_id)
        except OperationalError:
            log.exception("timer_delayed", extra={"timer": timer_id})
        except Exception as failure:
            log.exception("timer_failed", extra={"timer": timer_id})
            _to_a_human(store, timer_id, conversation_id, type(failure).__name__)
    return len(due)


def _count(store: Store, timer_ids: list[str]) -> None:
    """One attempt more, committed before it starts: the untried together, the others alone, so
    that whoever shares a batch with a poison is not blamed for it."""
    if not timer_ids:
        return
    with store.transaction() as session:
        raised = update(Timer).values(attempts=col(Timer.attempts) + 1)
        session.execute(raised.where(col(Timer.id).in_(timer_ids), col(Timer.state) == "set"))


def fire(store: Store, timer_id: str, conversation_id: str) -> bool:
    """Fire one timer under the conversation's lock; False when somebody else did, or it is void."""
    with store.transaction() as session:
        conversation = lock_conversation(session, conversation_id)
        timer = session.scalars(_FIRED, {"timer": timer_id}).one_or_none()
        if timer is None:
            return False
        change = change_of(session, store, conversation, Author.SYSTEM)
        flow = change.flow(timer.flow_id)
        if flow is None or timer.epoch != flow.epoch or flow.broken:
            timer.state = "dropped"
            return False
        late = max(0.0, (change.now - timer.due).total_seconds())
        if timer.kind == "hello":
            adopt(change)
        event = TimerDue(timer.kind, late)
        door.happen(change, flow.kind, event, subject_id=flow.subject_id)
        return True


_FIRED = (
    update(Timer)
    .where(col(Timer.id) == bindparam("timer"), col(Timer.state) == "set")
    .values(state="fired")
    .returning(Timer)
    .execution_options(populate_existing=True, synchronize_session=False)
)
"""Before what it leads to: the statements that drop its flow's timers leave it alone."""


def _to_a_human(store: Store, timer_id: str, conversation_id: str, why: str) -> None:
    with store.transaction() as session:
        conversation = lock_conversation(session, conversation_id)
        timer = session.get_one(Timer, timer_id, populate_existing=True)
        if timer.state != "set":
            return
        timer.state = "dropped"
        session.add(timer)
        change = change_of(session, store, conversation, Author.SYSTEM)
        asking.open_task(
            change,
            TaskKind.PARKED,
            Priority.WAITING,
            due=change.hours.next_work(change.now),
            codes=(timer.kind,),
        )
        change.journal("timer_failed", data={"kind": timer.kind, "why": why})
