"""Is the system well? What /health/ready and /metrics say: codes and ages, never a person.

Read on each call: the database (written to and rolled back), whether the keys open it, the
migrations, the clock's last pass in real time, the broker, and the oldest thing of each kind that
waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, func, select

from bot import clockwork, disk, keyring, steps
from bot.crypto import SealBroken
from bot.models import Fact, Message, Timer
from bot.runtime import Runtime
from bot.store import Store
from messages import help_lines

CLOCK_WITHIN = 15.0  # seconds of real time
ALERTED = timedelta(days=1)  # how long a refusal of our account or sender is shown
WAITING = ("received", "queued", "sending", "uncertain", "held")


@dataclass(frozen=True, slots=True)
class Vitals:
    """What was found. `problems` stop the readiness, `warnings` do not; both are codes."""

    problems: tuple[str, ...]
    warnings: tuple[str, ...]
    ages: Mapping[str, float | None] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        """Does work get done?"""
        return not self.problems

    def as_dict(self) -> dict[str, Any]:
        """As JSON says it; ages in seconds, null when nothing waits."""
        return {
            "ready": self.ready,
            "problems": list(self.problems),
            "warnings": list(self.warnings),
            "ages": {k: v if v is None else round(v, 1) for k, v in self.ages.items()},
        }


def read(rt: Runtime) -> Vitals:
    """The state of everything, now. Never raises for a database that is away."""
    store = rt.store
    try:
        ages = _ages(store)
        problems = [] if steps.is_current(store.engine) else ["migrations_not_current"]
        if not _writable(store):
            problems.append("database_not_writable")
        if not disk.has_room(store.settings.state_dir):
            problems.append("disk_full")
        if not _keys_fit(store):
            problems.append("keys_of_another")
        refused = ("operator_alert",) if _refused_by_carrier(store) else ()
    except SQLAlchemyError:
        full = () if disk.has_room(store.settings.state_dir) else ("disk_full",)
        return Vitals(("database_away", *full), _warnings(rt))
    clock = ages["clock"]
    if clock is None or clock > CLOCK_WITHIN:
        problems.append("clock_not_passing")
    return Vitals(tuple(problems), (*_warnings(rt), *refused), ages)


def waiting(store: Store) -> dict[str, int]:
    """How many texts are in each unsettled state (an index holds only these)."""
    with store.reading() as session:
        query = (
            select(Message.state, func.count())
            .where(col(Message.state).in_(WAITING))
            .group_by(Message.state)
        )
        found = dict(session.exec(query).all())
    return {state: found.get(state, 0) for state in WAITING}


def _writable(store: Store) -> bool:
    """A write that is taken back."""
    try:
        with store.engine.connect() as connection:
            connection.execute(text("UPDATE fact SET value = value WHERE name = 'writable'"))
            connection.rollback()
    except SQLAlchemyError:
        return False
    return True


def _keys_fit(store: Store) -> bool:
    try:
        keyring.check(store)
    except SealBroken:
        return False
    return True


def _ages(store: Store) -> dict[str, float | None]:
    """Seconds: real time since the clock passed and since the oldest unread text came in; SAS
    time since the oldest due timer and queued text should have gone."""
    now, real = store.clock.now(), store.clock.real()
    with store.reading() as session:
        passed = clockwork.last_pass(session)
        return {
            "clock": _since(passed, real),
            "waiting_text": _since(_oldest_text(session), real),
            "due_timer": _since(_oldest_timer(session, now), now),
            "queued_send": _since(_oldest_send(session, now), now),
        }


def _since(at: datetime | None, now: datetime) -> float | None:
    return None if at is None else max(0.0, (now - at).total_seconds())


def _oldest_text(session: Session) -> datetime | None:
    query = select(func.min(Message.created_real)).where(Message.state == "received")
    return session.exec(query).one()


def _oldest_timer(session: Session, now: datetime) -> datetime | None:
    query = select(func.min(Timer.due)).where(Timer.state == "set", col(Timer.due) <= now)
    return session.exec(query).one()


def _oldest_send(session: Session, now: datetime) -> datetime | None:
    query = select(func.min(Message.not_before)).where(
        Message.state == "queued", col(Message.not_before) <= now
    )
    return session.exec(query).one()


def _refused_by_carrier(store: Store) -> bool:
    """Did the carrier refuse our account, sender or content lately? The code is in the logs."""
    with store.reading() as session:
        query = select(Fact.name).where(
            col(Fact.name).startswith("operator_alert:"),
            Fact.at_real > store.clock.real() - ALERTED,
        )
        return session.exec(query.limit(1)).first() is not None


def _warnings(rt: Runtime) -> tuple[str, ...]:
    found = []
    if not rt.broker.answers():
        found.append("broker_away")
    if help_lines.overdue(rt.store.clock.real().date()):
        found.append("help_lines_review_overdue")
    return tuple(found)
