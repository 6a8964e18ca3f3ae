"""The clock: fires what is due, does what nobody did, asks the provider for what never came.

One process leads at a time (a lease in the database, real time). With Redis away it does the
workers' job by itself, more slowly.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from bot import conversations, outbox
from bot.alerts import send_alerts, start_again
from bot.jobs import take_turn
from bot.limits import GATE_LIMIT, limited
from bot.models import Conversation, Fact, Lease, Message
from bot.rare import passing
from bot.reconcile import reconcile
from bot.retention import redact, retain
from bot.runtime import Runtime

log = logging.getLogger("sas.clock")

LEASE, LEASE_LASTS = "clock", timedelta(seconds=10)
PASSED = "clock_passed"
BATCH = 100
LEAVE_TO_WORKERS = timedelta(seconds=2)  # a turn that is younger is still theirs
AFTER_FAILURE = timedelta(seconds=3)  # more rest per failed attempt
TIMER_LIMIT = 5.0  # seconds
MOST_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass did."""

    timers: int = 0
    turns: int = 0
    texts: int = 0

    @property
    def busy(self) -> bool:
        """Is there likely more to do at once?"""
        return self.timers >= BATCH or self.texts >= BATCH or self.turns >= BATCH


def tick(rt: Runtime) -> Pass:
    """One whole pass, whoever holds the lease: what is due now is done when it returns, with its
    answers (as far as hours, carriers and senders allow)."""
    done = Pass()
    for _ in range(MOST_ROUNDS):
        one = _pass(rt, timedelta(0), lambda: True)
        done = Pass(done.timers + one.timers, done.turns + one.turns, done.texts + one.texts)
        if not (one.timers or one.turns or one.texts):
            break
    return done


def lead_pass(rt: Runtime) -> Pass | None:
    """One pass when this process leads; None when another one does."""
    if not lead(rt):
        return None
    return _pass(rt, LEAVE_TO_WORKERS, lambda: not rt.stopping() and lead(rt))


def lead(rt: Runtime) -> bool:
    """Take or keep the lease, and say that the clock passes."""
    try:
        return _lead(rt)
    except IntegrityError:  # another clock wrote the first lease in the same instant: it leads
        return False


def _lead(rt: Runtime) -> bool:
    real, me = rt.store.clock.real(), rt.holder.id
    with rt.store.transaction() as session:
        lease = session.get(Lease, LEASE, with_for_update=True)
        if lease is None:
            lease = Lease(name=LEASE, holder=me, until_real=real)
        if lease.holder != me and lease.until_real > real:
            return False
        lease.holder, lease.until_real = me, real + LEASE_LASTS
        session.add(lease)
        _passed(session, real)
    return True


def yield_lease(rt: Runtime) -> None:
    """A clock that stops lets the next one lead at once."""
    with rt.store.transaction() as session:
        lease = session.get(Lease, LEASE, with_for_update=True)
        if lease is not None and lease.holder == rt.holder.id:
            session.delete(lease)


def last_pass(session: Session) -> datetime | None:
    """When the clock last passed, in real time."""
    fact = session.get(Fact, PASSED)
    return fact.at_real if fact is not None else None


def _passed(session: Session, real: datetime) -> None:
    fact = session.get(Fact, PASSED) or Fact(name=PASSED, value="", at_real=real)
    fact.value, fact.at_real = real.astimezone(UTC).isoformat(), real
    session.add(fact)


def _pass(rt: Runtime, grace: timedelta, leads: Callable[[], bool]) -> Pass:
    """Every step in order; one that fails is logged and does not stop the others."""
    counts: list[int] = []
    steps: tuple[Callable[[], int], ...] = (
        lambda: fire_timers(rt),
        lambda: forgotten_turns(rt, grace),
        lambda: reconcile(rt),
        lambda: send_alerts(rt),
        lambda: start_again(rt),
        lambda: conversations.start_held(rt.store, BATCH),
        lambda: retain(rt),
        lambda: redact(rt),
        lambda: send_texts(rt),
    )
    for step in steps:
        counts.append(_safely(step) if leads() else 0)
    timers, turns, *_, texts = counts
    return Pass(timers, turns, texts)


def _safely(step: Callable[[], int]) -> int:
    try:
        return step()
    except Exception:
        log.exception("clock_step_failed")
        return 0


def fire_timers(rt: Runtime) -> int:
    """Due timers become events; the answers they queue are sent by the sweep that follows."""
    with rt.collecting():
        return conversations.fire_timers(rt.store, BATCH, lambda: limited(TIMER_LIMIT))


def send_texts(rt: Runtime) -> int:
    """Whatever is due to leave; one last gate never takes the others' time."""
    within = partial(limited, GATE_LIMIT)
    return outbox.sweep(rt.store, rt.gateways, rt.holder, rt.report, BATCH, within, rt.stopping)


def forgotten_turns(rt: Runtime, grace: timedelta) -> int:
    """Take the turns that no worker took; one that failed before rests a little first."""
    taken = 0
    for conversation_id in waiting_turns(rt, grace):
        if rt.stopping():
            break
        with rt.store.transaction() as session:
            if not _free(session, conversation_id):
                continue
        take_turn(rt, conversation_id)
        taken += 1
    return taken


def waiting_turns(rt: Runtime, grace: timedelta) -> list[str]:
    """Conversations whose waiting texts are older than debounce and grace (real time)."""
    real = rt.store.clock.real()
    quiet = timedelta(seconds=rt.settings.debounce_seconds) + grace
    newest = func.max(Message.created_real)
    query = (
        select(Message.conversation_id, newest, Conversation.turn_failures)
        .join(Conversation, col(Conversation.id) == col(Message.conversation_id))
        .where(passing("received"), Message.channel != "voice")
        .group_by(col(Message.conversation_id), col(Conversation.turn_failures))
        .order_by(func.min(Message.created_real))
        .limit(BATCH)
    )
    with rt.store.reading() as session:
        rows = session.exec(query).all()
    return [
        str(conversation_id)
        for conversation_id, last, failures in rows
        if last + quiet + AFTER_FAILURE * failures <= real
    ]


def _free(session: Session, conversation_id: str) -> bool:
    """Nobody works on it at this instant (PostgreSQL; SQLite has one writer at a time anyway)."""
    query = select(Conversation.id).where(Conversation.id == conversation_id)
    locked = query.with_for_update(key_share=True, skip_locked=True)
    return session.exec(locked).first() is not None
