"""Lawful hours and working days of a youth and her team, from rows and public holidays."""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import holidays
from sqlmodel import Session

from bot.models import Team, Territory, Youth
from flows.hours import Hours

PARIS = ZoneInfo("Europe/Paris")


@lru_cache(maxsize=64)
def public_holidays(subdivision: str, first_year: int) -> frozenset[date]:
    """Public holidays of that year and the two after it; `subdivision` as in the holidays package
    ("" for metropolitan France, "RE" for La Réunion, "57" for Moselle...)."""
    years = range(first_year, first_year + 3)
    return frozenset(holidays.country_holidays("FR", subdiv=subdivision or None, years=years))


def hours_of(session: Session, youth: Youth, year: int) -> Hours:
    """The hours of this youth: the zone and holidays of her territory (else of Paris), what her
    team configured for the rest. `year` is the current one, for the holidays."""
    team = session.get(Team, youth.team_id)
    territory = (
        session.get(Territory, youth.territory_code) if youth.territory_code is not None else None
    )
    return hours_from(team.hours if team else {}, territory, year)


def team_hours(team: Team, year: int) -> Hours:
    """The hours of a team by itself, for tasks that belong to no youth."""
    return hours_from(team.hours, None, year)


def hours_from(hours: dict[str, Any], territory: Territory | None, year: int) -> Hours:
    """Hours from a team's settings ("HH:MM" texts) and a territory."""
    default = Hours(zone=PARIS)
    zone = territory.zone if territory else str(hours.get("zone", "Europe/Paris"))
    return Hours(
        zone=ZoneInfo(zone),
        holidays=public_holidays(territory.holidays if territory else "", year),
        opens=_time(hours, "opens", default.opens),
        closes=_time(hours, "closes", default.closes),
        works_from=_time(hours, "works_from", default.works_from),
        works_until=_time(hours, "works_until", default.works_until),
        work_days=frozenset(hours.get("work_days", default.work_days)),
    )


def _time(hours: dict[str, Any], name: str, default: time) -> time:
    return time.fromisoformat(str(hours[name])) if hours.get(name) else default
