"""A team as the operator sets it: its neutral name in texts, hours, territories, and the written
danger plan without which none of its first texts leaves (PRODUCT section 9)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from sqlmodel import Session, col, delete, select

from bot import conversations, territories
from bot.models import Team, TeamTerritory
from bot.store import Store
from messages.words import first_contact_word

PLAN = ("who", "hours", "fallback", "caller")
"""What a written plan must say: who, which paid hours, the fallback, who calls 15 or 17."""
LONGEST_SERVICE = 20  # what the budget of the first text is measured with


class BadTeam(ValueError):
    """A team cannot be set like this; the message says what to do."""


@dataclass(frozen=True, slots=True)
class TeamChange:
    """What the operator changes; None leaves it as it is. `works` and `duty`: from and until, local
    time of the team; a duty that does not end later than it began ends the next day. `territories`
    replaces the whole list; days are 0 (Monday) to 6, those on which a duty begins."""

    service: str | None = None
    call_number_end: str | None = None
    works: tuple[time, time] | None = None
    work_days: Sequence[int] | None = None
    duty: tuple[time, time] | None = None
    duty_days: Sequence[int] | None = None
    duty_holidays: bool | None = None
    plan: Mapping[str, str] = field(default_factory=dict)
    territories: Sequence[str] = ()
    may_hold_justice: bool | None = None
    start_again: bool = False


def set_team(store: Store, name: str, change: TeamChange) -> dict[str, Any]:
    """Change that team and describe it as `describe`. Raises BadTeam, UnknownTerritory."""
    _check(change)
    with store.transaction() as session:
        team = _named(session, name)
        team.service = change.service or team.service
        if change.call_number_end is not None:
            team.call_number_end = change.call_number_end
        team.hours = {**team.hours, **_hours(change)}
        team.danger_plan = _plan(team.danger_plan, change)
        if change.may_hold_justice is not None:
            team.may_hold_justice = change.may_hold_justice
        if change.start_again:
            team.starts_paused = False
        session.add(team)
        _serve(session, team, change.territories)
        conversations.somebody_there(session, store, team.id)  # it may be able to start now
        session.flush()
        return describe(session, team)


def all_teams(session: Session) -> list[dict[str, Any]]:
    """Every team, the oldest first."""
    teams = session.exec(select(Team).order_by(col(Team.id))).all()
    return [describe(session, team) for team in teams]


def describe(session: Session, team: Team) -> dict[str, Any]:
    """One team as plain data; `missing` names what keeps it from starting, `unsaid` what texts go
    without."""
    query = select(TeamTerritory.territory_code).where(TeamTerritory.team_id == team.id)
    return {
        "name": team.name,
        "service": team.service,
        "territories": sorted(session.exec(query).all()),
        "hours": team.hours,
        "call_number_end": team.call_number_end,
        "danger_plan": team.danger_plan,
        "may_hold_justice": team.may_hold_justice,
        "starts_paused": team.starts_paused,
        "missing": [one for one in PLAN if not team.danger_plan.get(one)],
        "unsaid": [] if team.call_number_end else ["call_number_end"],
    }


def _named(session: Session, name: str) -> Team:
    found = session.exec(select(Team).where(Team.name == name)).first()
    if found is None:
        known = ", ".join(session.exec(select(Team.name).order_by(col(Team.name))).all())
        raise BadTeam(
            f"There is no team {name!r}. Known: {known or 'none'}. A team is made with its first "
            "aiguilleur: `flask sas aiguilleur add --team`."
        )
    return found


def _check(change: TeamChange) -> None:
    if change.service is not None:
        _check_service(change.service)
    if change.call_number_end and not re.fullmatch(r"\d{4}", change.call_number_end):
        raise BadTeam("The end of the number that calls leave from is 4 digits, such as 1000.")
    if change.works is not None and change.works[0] >= change.works[1]:
        raise BadTeam("Hours go from the earlier to the later, such as 09:00-17:30.")


def _check_service(service: str) -> None:
    if not 0 < len(service) <= LONGEST_SERVICE:
        raise BadTeam(f"The name that texts use has 1 to {LONGEST_SERVICE} letters.")
    word = first_contact_word(service)
    if word:
        raise BadTeam(
            f"Texts would say {word!r} on a lock screen that a parent may read: choose a neutral "
            "name."
        )


def _hours(change: TeamChange) -> dict[str, Any]:
    hours: dict[str, Any] = {}
    if change.works is not None:
        hours["works_from"], hours["works_until"] = map(_written, change.works)
    if change.work_days is not None:
        hours["work_days"] = list(change.work_days)
    return hours


def _plan(old: Mapping[str, Any], change: TeamChange) -> dict[str, Any]:
    """The plan counts as written once it says all that it must."""
    plan = {**old, **change.plan}
    if change.duty is not None:
        plan["from"], plan["until"] = map(_written, change.duty)
    if change.duty_days is not None:
        plan["days"] = list(change.duty_days)
    if change.duty_holidays is not None:
        plan["holidays"] = change.duty_holidays
    if plan:
        plan["written"] = all(plan.get(one) for one in PLAN)
    return plan


def _written(at: time) -> str:
    return at.strftime("%H:%M")


def _serve(session: Session, team: Team, codes: Sequence[str]) -> None:
    if not codes:
        return
    places = {territories.ensure(session, code).code for code in codes}
    session.exec(delete(TeamTerritory).where(col(TeamTerritory.team_id) == team.id))
    for code in sorted(places):
        session.add(TeamTerritory(team_id=team.id, territory_code=code))
