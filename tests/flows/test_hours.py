"""Lawful hours, working hours and good hours: every zone, every awkward day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.hours import Hours

PARIS = ZoneInfo("Europe/Paris")
ZONES = [
    "Europe/Paris",
    "Indian/Reunion",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "Indian/Mayotte",
    "America/Miquelon",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Wallis",
]
ALL_SAINTS, ARMISTICE = date(2026, 11, 1), date(2026, 11, 11)
HOURS = Hours(PARIS, frozenset({ARMISTICE, date(2026, 12, 25)}))


def paris(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("at", "lawful"),
    [
        (paris(23, 9), True),
        (paris(23, 8, 59), False),
        (paris(23, 19, 59), True),
        (paris(23, 20), False),
        (paris(28, 11), True),  # Saturday
        (paris(29, 11), False),  # Sunday
        (paris(11, 11), False),  # public holiday
    ],
)
def test_we_start_between_9_and_20_never_on_a_sunday_nor_a_holiday(at, lawful):
    assert HOURS.lawful(at) is lawful


@pytest.mark.parametrize(
    ("at", "first"),
    [
        (paris(23, 10), paris(23, 10)),
        (paris(23, 7), paris(23, 9)),
        (paris(23, 21), paris(24, 9)),
        (paris(28, 21), paris(30, 9)),
        (paris(29, 7), paris(30, 9)),
        (paris(10, 20), paris(12, 9)),
        (paris(11, 7), paris(12, 9)),
    ],
)
def test_the_next_lawful_instant(at, first):
    assert HOURS.next_lawful(at) == first


@pytest.mark.parametrize(
    ("at", "hours", "ends"),
    [
        (paris(23, 10), 2, paris(23, 12)),
        (paris(23, 16, 30), 2, paris(24, 10)),
        (paris(27, 17), 2, paris(30, 10, 30)),
        (paris(28, 11), 2, paris(30, 11)),
        (paris(23, 7), 4, paris(23, 13)),
        (paris(10, 17), 1, paris(12, 9, 30)),
        (paris(23, 9), 17, paris(24, 17, 30)),
        (paris(23, 22), 0, paris(24, 9)),
    ],
)
def test_working_hours_are_counted_when_the_team_works(at, hours, ends):
    assert HOURS.add_work(at, timedelta(hours=hours)) == ends


@pytest.mark.parametrize(
    ("at", "good"),
    [
        (paris(23, 12, 15), True),
        (paris(27, 12, 15), True),  # Friday lunch
        (paris(27, 18, 15), False),  # Friday evening
        (paris(28, 12, 15), False),  # Saturday
        (paris(10, 18, 15), False),  # eve of a holiday
        (paris(11, 12, 15), False),
    ],
)
def test_a_good_hour_has_somebody_to_read_the_answer(at, good):
    assert HOURS.good(at) is good


def test_a_calendar_without_any_good_hour_falls_back_to_a_lawful_one():
    never = Hours(PARIS, work_days=frozenset())
    assert never.good_hour(paris(23, 10)) == paris(23, 10)
    closed = Hours(PARIS, frozenset(date(2026, 1, 1) + timedelta(days=d) for d in range(800)))
    assert closed.next_lawful(paris(23, 10)) == paris(24, 9)


class TestClockChanges:
    """29 March 2026, 2:00 becomes 3:00; 25 October 2026, 3:00 becomes 2:00."""

    def test_the_missing_hour_of_spring_is_the_instant_after_the_jump(self):
        moment = HOURS.on(date(2026, 3, 29), time(2, 30))
        assert moment.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
        assert (moment.hour, moment.minute) == (3, 30)

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (datetime(2026, 3, 28, 18, 15, tzinfo=PARIS), 47),
            (datetime(2026, 10, 24, 18, 15, tzinfo=PARIS), 49),
        ],
    )
    def test_two_days_on_is_the_same_wall_clock_hour(self, before, after):
        later = HOURS.days_on(before, 2)
        assert (later.hour, later.minute) == (18, 15)
        real = later.astimezone(UTC) - before.astimezone(UTC)
        assert real == timedelta(hours=after)

    @pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
    def test_those_sundays_are_never_lawful(self, day):
        start = datetime.combine(day, time(0), tzinfo=PARIS).astimezone(UTC)
        for half_hours in range(46):
            assert not HOURS.lawful(start + timedelta(minutes=30 * half_hours))

    @pytest.mark.parametrize("night", [(3, 28), (10, 24)])
    def test_a_text_decided_that_night_leaves_on_monday(self, night):
        month, day = night
        late = datetime(2026, month, day, 23, 50, tzinfo=PARIS)
        first = HOURS.next_lawful(late)
        assert (first.weekday(), first.hour, first.minute) == (0, 9, 0)

    def test_working_hours_across_the_night(self):
        friday = datetime(2026, 3, 27, 17, 0, tzinfo=PARIS)
        assert HOURS.add_work(friday, timedelta(hours=1)).hour == 9


class TestOverseas:
    @pytest.mark.parametrize("zone", ZONES)
    def test_her_own_clock_rules(self, zone):
        hours = Hours(ZoneInfo(zone))
        moment = hours.good_hour(datetime(2026, 11, 23, 0, 0, tzinfo=UTC))
        assert hours.lawful(moment)
        assert hours.local(moment).time() in {time(12, 15), time(18, 15)}

    def test_noon_in_paris_is_night_in_noumea(self):
        noon = datetime(2026, 11, 23, 12, 15, tzinfo=PARIS)
        assert HOURS.lawful(noon)
        assert not Hours(ZoneInfo("Pacific/Noumea")).lawful(noon)

    def test_her_own_holidays(self):
        abolition = frozenset({date(2026, 12, 20), date(2026, 12, 21)})
        reunion = Hours(ZoneInfo("Indian/Reunion"), abolition)
        first = reunion.good_hour(datetime(2026, 12, 20, 20, tzinfo=UTC))
        assert first.date() == date(2026, 12, 22)

    def test_sunday_begins_earlier_there(self):
        late_saturday = datetime(2026, 11, 28, 19, 0, tzinfo=PARIS)
        assert HOURS.lawful(late_saturday)
        assert not Hours(ZoneInfo("Pacific/Wallis")).lawful(late_saturday)


START = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 2 * 365 * 24 * 60).map(lambda count: START + timedelta(minutes=count))


@given(moments, st.sampled_from(ZONES), st.sampled_from([None, "morning", "noon", "evening"]))
def test_a_good_hour_is_later_lawful_and_good(at, zone, best):
    hours = Hours(ZoneInfo(zone), frozenset({ALL_SAINTS, ARMISTICE}))
    found = hours.good_hour(at, best)
    assert found >= at
    assert hours.lawful(found)
    assert hours.good(found)
    assert hours.fit(found)


@given(moments, st.sampled_from(ZONES))
def test_the_next_lawful_and_working_instants_are_not_before(at, zone):
    hours = Hours(ZoneInfo(zone))
    assert hours.next_lawful(at) >= at
    assert hours.lawful(hours.next_lawful(at))
    assert hours.at_work(hours.next_work(at))


@given(moments, st.integers(0, 2000), st.integers(1, 2000))
def test_working_time_adds_up(at, first, second):
    """Nothing more, asked at closing time, is the next morning: `second` is some time."""
    one = HOURS.add_work(at, timedelta(minutes=first))
    both = HOURS.add_work(at, timedelta(minutes=first + second))
    assert HOURS.add_work(one, timedelta(minutes=second)) == both
