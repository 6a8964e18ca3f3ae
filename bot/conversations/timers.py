"""Due timers become events. A timer whose epoch is no longer its flow's is a no-op."""

from __future__ import annotations

import logging

from sqlmodel import Session, col, select

from bot.conversations import door, rows
from bot.conversations.change import change_of
from bot.models import Flow, Timer
from bot.store import Store, lock_conversation
from flows.effects import Author, Priority, TaskKind
from flows.events import TimerDue

log = logging.getLogger("sas.timers")


def due_timers(session: Session, store: Store, limit: int) -> list[tuple[str, str]]:
    """(timer id, conversation id) of what is due at SAS time, the oldest first."""
    query = (
        select(Timer.id, Timer.conversation_id)
        .where(Timer.state == "set", Timer.due <= store.clock.now())
        .order_by(col(Timer.due), col(Timer.id))
        .limit(limit)
    )
    return [(timer_id, conversation_id) for timer_id, conversation_id in session.exec(query).all()]


def fire_timers(store: Store, limit: int = 200) -> int:
    """Fire what is due, each in a transaction of its own; returns how many were looked at.

    One that raises goes to a human; the others go on.
    """
    with store.reading() as session:
        due = due_timers(session, store, limit)
    for timer_id, conversation_id in due:
        try:
            fire(store, timer_id, conversation_id)
        except Exception as failure:
            log.exception("timer_failed", extra={"timer": timer_id})
            _to_a_human(store, timer_id, conversation_id, type(failure).__name__)
    return len(due)


def fire(store: Store, timer_id: str, conversation_id: str) -> bool:
    """Fire one timer under the conversation's lock; False when somebody else did, or it is void."""
    with store.transaction() as session:
        conversation = lock_conversation(session, conversation_id)
        timer = session.get(Timer, timer_id, populate_existing=True)
        if timer is None or timer.state != "set":
            return False
        flow = session.get_one(Flow, timer.flow_id)
        timer.state = "fired"
        session.add(timer)
        session.flush()
        if timer.epoch != flow.epoch or flow.broken:
            timer.state = "dropped"
            return False
        change = change_of(session, store, conversation, Author.SYSTEM)
        late = max(0.0, (change.now - timer.due).total_seconds())
        event = TimerDue(timer.kind, late)
        door.happen(change, flow.kind, event, subject_id=flow.subject_id)
        return True


def _to_a_human(store: Store, timer_id: str, conversation_id: str, why: str) -> None:
    with store.transaction() as session:
        conversation = lock_conversation(session, conversation_id)
        timer = session.get_one(Timer, timer_id)
        timer.state = "dropped"
        session.add(timer)
        change = change_of(session, store, conversation, Author.SYSTEM)
        rows.open_task(
            change,
            TaskKind.PARKED,
            Priority.WAITING,
            due=change.hours.next_work(change.now),
            codes=(timer.kind,),
        )
        change.journal("timer_failed", data={"kind": timer.kind, "why": why})
