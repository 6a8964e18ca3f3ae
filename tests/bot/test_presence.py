"""Who is on duty for a danger, and when a text is read when nobody is."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.calendar import team_hours
from bot.models import Absence, TeamTerritory
from bot.presence import duty
from flows.snapshot import Duty
from tests.cast import Cast

PARIS = ZoneInfo("Europe/Paris")
TUESDAY, WEDNESDAY, FRIDAY = date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 13)


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=PARIS)


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
