"""Lawful hours and working days of a youth and her team, from rows and public holidays.

The holidays are those of the code du travail (L3133-1, L3422-2) and of the collectivities, written
here: the package that knows every country of the world, against which tests/bot/test_calendar.py
holds this table, costs each process 15 MB.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.models import Team, TeamTerritory, Territory, Youth
from flows.hours import Hours

PARIS = ZoneInfo("Europe/Paris")

_SERVED = (
    select(Territory)
    .join(TeamTerritory, col(TeamTerritory.territory_code) == col(Territory.code))
    .where(col(TeamTerritory.team_id) == bindparam("team"))
    .order_by(col(Territory.code))
)

EVERYWHERE = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
FROM_EASTER = (1, 39, 50)  # days: its Monday, Ascension, Monday of Pentecost
GOOD_FRIDAY, MID_LENT = -2, -24
ALSO: dict[str, tuple[tuple[int, int], ...]] = {
    "57": ((12, 26),),
    "6AE": ((12, 26),),
    "971": ((5, 27), (7, 21)),
    "972": ((5, 22), (7, 21)),
    "973": ((6, 10),),
    "974": ((12, 20),),
    "976": ((4, 27),),
    "BL": ((10, 9),),
    "MF": ((5, 28), (7, 21)),
    "NC": ((9, 24),),
    "PF": ((3, 5), (11, 20)),  # since 2025; 29 June before
    "PM": (),
    "WF": ((4, 28), (6, 29), (7, 29)),
}
"""Days of a part of France, by the codes of territory rows (month, day)."""
ALSO_FROM_EASTER: dict[str, tuple[int, ...]] = {
    "57": (GOOD_FRIDAY,),
    "6AE": (GOOD_FRIDAY,),
    "971": (MID_LENT, GOOD_FRIDAY),
    "PF": (GOOD_FRIDAY,),
}


@lru_cache(maxsize=64)
def public_holidays(subdivision: str, first_year: int) -> frozenset[date]:
    """Public holidays of that year (2025 or later) and the two after it; `subdivision` is a key of
    ALSO, or "" for the rest of France. Raises KeyError for another."""
    days = (*EVERYWHERE, *(ALSO[subdivision] if subdivision else ()))
    spans = (*FROM_EASTER, *ALSO_FROM_EASTER.get(subdivision, ()))
    return frozenset(
        day
        for year in range(first_year, first_year + 3)
        for day in (
            *(date(year, month, of_month) for month, of_month in days),
            *(easter(year) + timedelta(days=span) for span in spans),
        )
    )


def easter(year: int) -> date:
    """Easter Sunday, in the Gregorian calendar (Butcher's rule)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def hours_of(session: Session, youth: Youth, year: int) -> Hours:
    """The hours of this youth: the zone and holidays of her territory (else of Paris), what her
    team configured for the rest. `year` is the current one, for the holidays."""
    team = session.get(Team, youth.team_id)
    territory = (
        session.get(Territory, youth.territory_code) if youth.territory_code is not None else None
    )
    return hours_from(team.hours if team else {}, territory, year)


def team_hours(session: Session, team: Team, year: int) -> Hours:
    """The hours of a team by itself, for its pages and for tasks that belong to no youth: in the
    zone and with the holidays of the first territory it serves (else of Paris)."""
    return hours_from(team.hours, session.exec(_SERVED, params={"team": team.id}).first(), year)


def hours_from(hours: dict[str, Any], territory: Territory | None, year: int) -> Hours:
    """Hours from a team's settings ("HH:MM" texts) and a territory."""
    default = Hours(zone=PARIS)
    return Hours(
        zone=ZoneInfo(territory.zone) if territory else PARIS,
        holidays=public_holidays(territory.holidays if territory else "", year),
        opens=_time(hours, "opens", default.opens),
        closes=_time(hours, "closes", default.closes),
        works_from=_time(hours, "works_from", default.works_from),
        works_until=_time(hours, "works_until", default.works_until),
        work_days=frozenset(hours.get("work_days", default.work_days)),
    )


def _time(hours: dict[str, Any], name: str, default: time) -> time:
    return time.fromisoformat(str(hours[name])) if hours.get(name) else default
