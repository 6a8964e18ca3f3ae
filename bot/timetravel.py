"""The demo's movable time: read, set, advanced, or taken to the next due thing, for everybody.

After a jump one pass of the clock is made, so that what came due is done when we return.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, func, select

from bot import clockwork
from bot.clock import MovableClock
from bot.models import Handover, Message, Timer
from bot.runtime import Runtime

PARIS = ZoneInfo("Europe/Paris")
_SPAN = re.compile(r"([+-]?\d{1,6})([smhdw])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
FIRST_YEAR, LAST_YEAR = 2000, 2100


class NoTravel(ValueError):
    """The time cannot move so; the message is one line for a person."""


def span_of(text: str) -> timedelta:
    """`90s`, `15m`, `1h`, `3d` (of 24 h), `1w`, also negative. Raises NoTravel."""
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise NoTravel(f"{text!r} is not a span: say a number and s, m, h, d or w, such as 3d.")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def instant_of(text: str) -> datetime:
    """An ISO 8601 instant; without an offset it is Paris time. Raises NoTravel."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        raise NoTravel(f"{text!r} is not ISO 8601: say 2026-03-02T10:00+01:00.") from None
    return at if at.tzinfo else at.replace(tzinfo=PARIS)


def show(rt: Runtime) -> str:
    """SAS time, ISO 8601 with the offset of Paris."""
    return rt.store.clock.now().astimezone(PARIS).isoformat(timespec="seconds")


def travel(rt: Runtime, to: datetime) -> None:
    """Jump to `to` (aware), forwards or backwards, and make one pass. Raises NoTravel."""
    if not FIRST_YEAR <= to.year <= LAST_YEAR:
        raise NoTravel(f"The time moves between {FIRST_YEAR} and {LAST_YEAR}.")
    _movable(rt).set(to)
    clockwork.tick(rt)


def advance(rt: Runtime, span: timedelta) -> None:
    """Jump by `span` and make one pass. Raises NoTravel."""
    travel(rt, rt.store.clock.now() + span)


def advance_to_next(rt: Runtime) -> datetime | None:
    """Jump to the next due thing and make one pass; None, and no jump, when nothing is due."""
    _movable(rt)
    with rt.store.reading() as session:
        due = next_due(session, rt.store.clock.now())
    if due is not None:
        travel(rt, due + timedelta(seconds=1))
    return due


def next_due(session: Session, now: datetime) -> datetime | None:
    """When the next timer, waiting text or alert comes due after `now`."""
    candidates = (
        select(func.min(Timer.due)).where(Timer.state == "set", col(Timer.due) > now),
        select(func.min(Message.not_before)).where(
            Message.state == "queued", col(Message.not_before) > now
        ),
        select(func.min(Handover.next_alert_at)).where(
            col(Handover.closed_at).is_(None), col(Handover.next_alert_at) > now
        ),
    )
    found = [at for query in candidates if (at := session.exec(query).one()) is not None]
    return min(found, default=None)


def _movable(rt: Runtime) -> MovableClock:
    clock = rt.store.clock
    if not (rt.store.settings.demo and isinstance(clock, MovableClock)):
        raise NoTravel("Only the demo's time can move: start it with `make run` (SAS_DEMO=1).")
    return clock
