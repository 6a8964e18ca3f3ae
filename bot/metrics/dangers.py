"""How long a danger waits for a human: the figure that a lead reads first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median_high

from sqlmodel import Session, select

from bot.metrics.reaching import RECENT
from bot.models import Handover
from bot.scope import Scope
from flows.effects import TaskKind


@dataclass(frozen=True, slots=True)
class Rescue:
    """Dangers of the last 90 days, and how long until a human was on each: took the file, wrote,
    called, or said what was done."""

    alerts: int
    unreached: int
    median: timedelta | None
    longest: timedelta | None


def rescue(session: Session, now: datetime, scope: Scope) -> Rescue:
    """The dangers of the last 90 days."""
    query = select(Handover).where(
        Handover.kind == TaskKind.DANGER.value, Handover.opened_at >= now - RECENT, *scope.tasks()
    )
    tasks = session.exec(query).all()
    ends = [(task.taken_at or task.closed_at, task.opened_at) for task in tasks]
    spans = sorted(end - opened for end, opened in ends if end is not None)
    return Rescue(
        alerts=len(tasks),
        unreached=len(tasks) - len(spans),
        median=median_high(spans) if spans else None,
        longest=spans[-1] if spans else None,
    )
