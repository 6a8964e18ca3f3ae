"""The three hypotheses, counted from rows (PRODUCT section 14): cohorts old enough to judge, all
youths referred in the denominator, with intervals. No name, no text, no ranking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt
from statistics import median_high

from sqlalchemy import ColumnElement, exists, func
from sqlmodel import Session, col, select

from bot.models import (
    Conversation,
    Counter,
    Handover,
    JournalEntry,
    Message,
    Prescriber,
    Referral,
    Relay,
    Youth,
)
from flows.effects import TaskKind

OLD_ENOUGH = timedelta(days=30)
RECENT = timedelta(days=90)
_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `total`, with the 95 % Wilson interval (low, high between 0 and 1)."""

    count: int
    total: int

    @property
    def rate(self) -> float | None:
        """None when nothing can be judged yet."""
        return self.count / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson score interval: honest for small numbers, where the normal one is not."""
        if not self.total:
            return (0.0, 1.0)
        p, n = self.count / self.total, self.total
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n * n)) / (1 + _Z**2 / n)
        return (max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True, slots=True)
class Rescue:
    """Dangers of the last 90 days, and how long until a human was on each: took the file, wrote,
    called, or said what was done."""

    alerts: int
    unreached: int
    median: timedelta | None
    longest: timedelta | None


@dataclass(frozen=True, slots=True)
class Hypotheses:
    """What a manager reads. `since` None: from the first day."""

    refer: Share  # H1: onboarded professionals who referred at least once
    refer_again: Share  # of those old enough, who referred again within 60 days
    to_announce: int
    held: int
    funnel: tuple[tuple[str, Share], ...]  # H2, step by step, same denominator
    own_solution: int
    accepted: Share  # H3, among relays whose packet left 30 days ago or more
    met: Share
    followed: Share  # taken in charge at day 30
    disagree: int
    silent: int
    leaks: int  # bot over human: must be 0
    rescue: Rescue


def hypotheses(session: Session, now: datetime, team_id: str | None = None) -> Hypotheses:
    """Count everything at `now` (SAS time), for one team or for all."""
    relays = _old_relays(session, now, team_id)
    return Hypotheses(
        refer=_refer(session),
        refer_again=_again(session, now),
        to_announce=_referrals(session, Referral.status == "to_announce"),
        held=_referrals(
            session, col(Referral.first_attempt_at).is_(None), Referral.status == "received"
        ),
        funnel=_funnel(session, now, team_id),
        own_solution=_own_solution(session),
        accepted=Share(sum(_accepted(relay) for relay in relays), len(relays)),
        met=Share(sum(relay.met_at is not None for relay in relays), len(relays)),
        followed=Share(sum(_followed(relay, 30) for relay in relays), len(relays)),
        disagree=sum(_disagree(relay) for relay in relays),
        silent=sum(not relay.structure_says and relay.met_at is None for relay in relays),
        leaks=_leaks(session),
        rescue=_rescue(session, now, team_id),
    )


def _refer(session: Session) -> Share:
    total = session.exec(select(func.count()).select_from(Prescriber)).one()
    active = session.exec(select(func.count(func.distinct(col(Referral.prescriber_id))))).one()
    return Share(active, total)


def _again(session: Session, now: datetime) -> Share:
    """Who referred again within 60 days of a first referral that is 60 days old or more."""
    rows = session.exec(
        select(Referral.prescriber_id, Referral.created_at).order_by(col(Referral.created_at))
    ).all()
    times: dict[str, list[datetime]] = {}
    for prescriber_id, at in rows:
        times.setdefault(prescriber_id, []).append(at)
    span = timedelta(days=60)
    old = [given for given in times.values() if now - given[0] >= span]
    return Share(sum(len(given) > 1 and given[1] - given[0] <= span for given in old), len(old))


def _referrals(session: Session, *conditions: ColumnElement[bool] | bool) -> int:
    query = select(func.count()).select_from(Referral).where(*conditions)
    return session.exec(query).one()


def _funnel(session: Session, now: datetime, team_id: str | None) -> tuple[tuple[str, Share], ...]:
    """Delivered, any reply, herself recognised, two-way talk within 30 days: the last one is H2."""
    cohort: list[ColumnElement[bool] | bool] = [
        Conversation.opened_at <= now - OLD_ENOUGH,
        col(Youth.known).is_(True),
    ]
    if team_id is not None:
        cohort.append(Conversation.team_id == team_id)
    steps = {
        "attempted": _message(direction="out", states=("accepted",)),
        "delivered": _message(direction="out", states=("accepted",), delivered=True),
        "replied": _message(direction="in", states=("handled", "parked", "received")),
        "recognised": col(Youth.recognised_at).is_not(None),
        "talked": _talked(),
    }
    total = _conversations(session, cohort, None)
    return tuple(
        (name, Share(_conversations(session, cohort, step), total)) for name, step in steps.items()
    )


def _conversations(
    session: Session, cohort: list[ColumnElement[bool] | bool], step: ColumnElement[bool] | None
) -> int:
    query = select(func.count()).select_from(Conversation)
    query = query.join(Youth, col(Youth.id) == col(Conversation.youth_id)).where(*cohort)
    return session.exec(query.where(step) if step is not None else query).one()


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
    """At least one human exchange after a text of hers, or a call "parlé", within 30 days."""
    wrote = _message(direction="in", states=("handled", "parked"))
    answered = exists().where(
        col(Message.conversation_id) == col(Conversation.id),
        col(Message.author) == "aiguilleur",
        col(Message.key).is_(None),  # her own words: a text that follows her act has a key
        col(Message.state) == "accepted",
    )
    spoke = exists().where(
        col(JournalEntry.conversation_id) == col(Conversation.id),
        col(JournalEntry.code) == "CallLogged",
        col(JournalEntry.data)["outcome"].as_string() == "spoken",
    )
    return (wrote & answered) | spoke


def _own_solution(session: Session) -> int:
    query = select(func.coalesce(func.sum(Counter.value), 0))
    return session.exec(
        query.where(Counter.name == "closed", Counter.label == "own_solution")
    ).one()


def _old_relays(session: Session, now: datetime, team_id: str | None) -> list[Relay]:
    query = select(Relay).where(col(Relay.sent_at) <= now - OLD_ENOUGH)
    if team_id is not None:
        query = query.where(Relay.team_id == team_id)
    return list(session.exec(query).all())


def _accepted(relay: Relay) -> bool:
    return relay.met_at is not None or any(
        one["step"] in ("accepted", "met") for one in relay.steps
    )


def _followed(relay: Relay, day: int) -> bool:
    """Met, and at least one of youth or structure says yes and neither says no; silence is never
    yes (PRODUCT section 14)."""
    says = (relay.youth_says.get(str(day)), relay.structure_says.get(str(day)))
    return relay.met_at is not None and True in says and False not in says


def _disagree(relay: Relay) -> bool:
    days = {*relay.youth_says, *relay.structure_says}
    return any(
        {relay.youth_says.get(day), relay.structure_says.get(day)} == {True, False} for day in days
    )


def _leaks(session: Session) -> int:
    """Texts of the bot accepted while a human held the word: the count that must stay 0."""
    query = select(func.coalesce(func.sum(Counter.value), 0))
    return session.exec(query.where(Counter.name == "bot_over_human")).one()


def _rescue(session: Session, now: datetime, team_id: str | None) -> Rescue:
    query = select(Handover).where(
        Handover.kind == TaskKind.DANGER.value, Handover.opened_at >= now - RECENT
    )
    if team_id is not None:
        query = query.where(Handover.team_id == team_id)
    tasks = session.exec(query).all()
    ends = [(task.taken_at or task.closed_at, task.opened_at) for task in tasks]
    spans = sorted(end - opened for end, opened in ends if end is not None)
    return Rescue(
        alerts=len(tasks),
        unreached=len(tasks) - len(spans),
        median=median_high(spans) if spans else None,
        longest=spans[-1] if spans else None,
    )
