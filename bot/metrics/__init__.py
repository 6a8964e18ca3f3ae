"""The three hypotheses, counted from rows (PRODUCT section 14): cohorts old enough to judge, all
youths referred in the denominator, with intervals. No name, no text, no ranking; every figure is
counted through a Scope, which is a team, a territory, or everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.metrics import reaching, referring, relaying
from bot.metrics.dangers import Rescue, rescue
from bot.metrics.leaving import Leaving, leaving
from bot.metrics.share import Share
from bot.scope import Scope

__all__ = ["Hypotheses", "Leaving", "Rescue", "Share", "Watch", "hypotheses", "watch"]


@dataclass(frozen=True, slots=True)
class Hypotheses:
    """What a manager reads."""

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


@dataclass(frozen=True, slots=True)
class Watch:
    """What a lead reads beside them: how H1 stands against the known exits, and the last 90 days
    of what must not happen."""

    leaving: Leaving
    leaks: int  # bot over human: must be 0
    rescue: Rescue


def hypotheses(session: Session, now: datetime, scope: Scope) -> Hypotheses:
    """Count the three hypotheses at `now` (SAS time)."""
    relays = relaying.old_relays(session, now, scope)
    return Hypotheses(
        refer=referring.refer(session, scope),
        refer_again=referring.again(session, now, scope),
        to_announce=referring.to_announce(session, scope),
        held=referring.held(session, scope),
        funnel=reaching.funnel(session, now, scope),
        own_solution=relaying.own_solution(session, scope),
        accepted=Share(sum(relaying.accepted(relay) for relay in relays), len(relays)),
        met=Share(sum(relay.met_at is not None for relay in relays), len(relays)),
        followed=Share(sum(relaying.followed(relay, 30) for relay in relays), len(relays)),
        disagree=sum(relaying.disagree(relay) for relay in relays),
        silent=sum(not relay.structure_says and relay.met_at is None for relay in relays),
    )


def watch(session: Session, now: datetime, scope: Scope) -> Watch:
    """Count what a lead watches at `now` (SAS time)."""
    return Watch(
        leaving=leaving(session, now, scope),
        leaks=reaching.leaks(session, now, scope),
        rescue=rescue(session, now, scope),
    )
