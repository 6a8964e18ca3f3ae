"""Who is on duty for a danger, and when a text is read when nobody is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.calendar import public_holidays, team_hours
from bot.models import Absence, TeamTerritory
from bot.presence import duty, in_duty_hours
from flows.hours import Hours
from flows.snapshot import Duty
from tests.cast import Cast

PARIS = ZoneInfo("Europe/Paris")
TUESDAY, WEDNESDAY, FRIDAY = date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 13)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=PARIS)


def on_duty(cast: Cast, now: datetime) -> Duty:
    lea, team = cast.lea(), cast.fresh(cast.team())
    with cast.store.reading() as session:
        return duty(session, lea.conversation, now, team_hours(session, team, now.year))


@pytest.fixture
def narrow(cast: Cast) -> Cast:
    """Karim alone, at work from 9 to 18; on duty from 10 to 16, not on Thursdays."""
    cast.karim()
    plan = {"written": True, "from": "10:00", "until": "16:00", "days": [0, 1, 2, 4]}
    hours = {"works_from": "09:00", "works_until": "18:00"}
    cast.change(cast.team(), danger_plan=plan, hours=hours)
    return cast


@pytest.mark.parametrize(
    ("now", "there", "read_at"),
    [
        (at(TUESDAY, 9), False, at(TUESDAY, 10)),
        (at(TUESDAY, 10), True, at(TUESDAY, 10)),
        (at(TUESDAY, 17), False, at(WEDNESDAY, 10)),
        (at(WEDNESDAY, 16), False, at(FRIDAY, 10)),
    ],
)
def test_a_text_is_read_in_hours_of_duty(
    narrow: Cast, now: datetime, there: bool, read_at: datetime
) -> None:
    assert on_duty(narrow, now) == Duty(there, read_at)


def test_with_nobody_there_the_text_is_read_when_somebody_is_back(narrow: Cast) -> None:
    karim = narrow.karim().id
    with narrow.store.transaction() as session:
        session.add(Absence(aiguilleur_id=karim, first_day=TUESDAY, last_day=WEDNESDAY))
    assert on_duty(narrow, at(TUESDAY, 11)) == Duty(False, at(FRIDAY, 10), rings_lead=True)
    assert on_duty(narrow, at(TUESDAY, 17)) == Duty(False, at(FRIDAY, 10))


def test_duty_outside_work_is_read_at_duty(narrow: Cast) -> None:
    narrow.change(narrow.team(), danger_plan={"written": True, "from": "19:00", "until": "22:00"})
    assert on_duty(narrow, at(TUESDAY, 12)) == Duty(False, at(TUESDAY, 19))


FROM_MONDAY = {"from": "20:00", "until": "08:00", "days": [0, 1, 2, 3, 4]}
ALWAYS = {"from": "00:00", "until": "00:00", "days": [0, 1, 2, 3, 4, 5, 6], "holidays": True}
LATE = {"from": "21:00", "until": "02:30", "days": [5], "holidays": False}
EASTER_MONDAY = date(2026, 4, 6)
SATURDAY, SUNDAY, MONDAY = date(2026, 3, 14), date(2026, 3, 15), date(2026, 3, 16)
TO_SUMMER, TO_WINTER = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize(
    ("plan", "now", "there"),
    [
        (FROM_MONDAY, at(TUESDAY, 19, 59), False),
        (FROM_MONDAY, at(TUESDAY, 20), True),
        (FROM_MONDAY, at(TUESDAY, 23, 59), True),
        (FROM_MONDAY, at(WEDNESDAY, 0), True),
        (FROM_MONDAY, at(WEDNESDAY, 7, 59), True),
        (FROM_MONDAY, at(WEDNESDAY, 8), False),
        (FROM_MONDAY, at(SATURDAY, 7), True),
        (FROM_MONDAY, at(SATURDAY, 20), False),
        (FROM_MONDAY, at(MONDAY, 7), False),
        (FROM_MONDAY, at(EASTER_MONDAY, 22), False),
        (FROM_MONDAY | {"holidays": True}, at(EASTER_MONDAY, 22), True),
        (ALWAYS, at(SUNDAY, 3), True),
        (ALWAYS, at(EASTER_MONDAY, 0), True),
        (ALWAYS, at(TO_SUMMER, 3), True),
        (ALWAYS, at(TO_WINTER, 23, 59), True),
        (ALWAYS | {"holidays": False}, at(EASTER_MONDAY, 0), False),
        # 2:00 is 3:00 at once: the hour that 2:30 would be in is over at 3:30.
        (LATE, at(TO_SUMMER, 1, 59), True),
        (LATE, at(TO_SUMMER, 3, 29), True),
        (LATE, at(TO_SUMMER, 3, 30), False),
        # 2:30 comes twice: the first ends it.
        (LATE, at(TO_WINTER, 2, 29), True),
        (LATE, at(TO_WINTER, 2, 29).replace(fold=1), False),
        (LATE, at(TO_WINTER, 2, 30), False),
    ],
)
def test_a_plan_may_say_nights_sundays_and_holidays(
    plan: dict[str, Any], now: datetime, there: bool
) -> None:
    hours = Hours(PARIS, public_holidays("", 2026))
    assert in_duty_hours({"written": True, **plan}, now, hours) is there
    assert not in_duty_hours(plan, now, hours), "a plan that is not written rings nobody"


@pytest.mark.parametrize(
    ("plan", "now", "read_at"),
    [
        (FROM_MONDAY, at(WEDNESDAY, 12), at(WEDNESDAY, 20)),
        (FROM_MONDAY, at(SATURDAY, 12), at(MONDAY, 20)),
        (LATE, at(SUNDAY, 2, 30), at(date(2026, 3, 21), 21)),
        ({"from": "10:00", "until": "16:00", "days": [6]}, at(SATURDAY, 22), at(SUNDAY, 10)),
    ],
)
def test_a_text_is_read_when_such_a_duty_begins(
    narrow: Cast, plan: dict[str, Any], now: datetime, read_at: datetime
) -> None:
    narrow.change(narrow.team(), danger_plan={"written": True, **plan})
    assert on_duty(narrow, now) == Duty(False, read_at)


def test_a_night_whose_people_leave_rings_the_lead(narrow: Cast) -> None:
    narrow.change(narrow.team(), danger_plan={"written": True, **FROM_MONDAY})
    karim = narrow.karim().id
    with narrow.store.transaction() as session:
        session.add(Absence(aiguilleur_id=karim, first_day=WEDNESDAY, last_day=WEDNESDAY))
    assert on_duty(narrow, at(TUESDAY, 23)).on_duty
    assert on_duty(narrow, at(WEDNESDAY, 1)) == Duty(
        False, at(date(2026, 3, 12), 20), rings_lead=True
    )


def test_a_team_away_for_months_rings_without_waiting_for_it(narrow: Cast) -> None:
    karim = narrow.karim().id
    with narrow.store.transaction() as session:
        session.add(Absence(aiguilleur_id=karim, first_day=TUESDAY, last_day=date(2026, 7, 1)))
    assert on_duty(narrow, at(TUESDAY, 11)) == Duty(False, at(TUESDAY, 11), rings_lead=True)


def test_a_team_lives_in_the_zone_and_the_holidays_of_its_territory(cast: Cast) -> None:
    team, arles = cast.team(), cast.territory()
    reunion = cast.territory("974", "Indian/Reunion", "974")
    with cast.store.transaction() as session:
        session.get_one(TeamTerritory, (team.id, arles)).territory_code = reunion
        hours = team_hours(session, team, 2026)
    assert hours.zone == ZoneInfo("Indian/Reunion")
    assert date(2026, 12, 20) in hours.holidays
