"""Pure calendar of one person: lawful hours, working days, good hours to write.

Everything is asked in, and answered in, aware datetimes; the zone is the
youth's own (PRODUCT section 4). Holidays are given by the caller, since they
depend on the territory and on a maintained package that the core does not know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LUNCH = time(12, 15)
EVENING = time(18, 15)
MORNING = time(9, 15)
EVE = time(17)  # from here on, the evening before a day off


@dataclass(frozen=True, slots=True)
class Hours:
    """When we may start a text (`opens` to `closes`, not Sundays nor `holidays`), and
    when the team works (`works_from` to `works_until` on `work_days`, 0 = Monday)."""

    zone: ZoneInfo
    holidays: frozenset[date] = frozenset()
    opens: time = time(9)
    closes: time = time(20)
    works_from: time = time(9)
    works_until: time = time(17, 30)
    work_days: frozenset[int] = frozenset({0, 1, 2, 3, 4})

    def local(self, at: datetime) -> datetime:
        """The same instant, in the person's zone."""
        return at.astimezone(self.zone)

    def lawful_day(self, day: date) -> bool:
        """Neither a Sunday nor a public holiday of her territory (PRODUCT section 4)."""
        return day.weekday() != 6 and day not in self.holidays

    def lawful(self, at: datetime) -> bool:
        """May we start a text at this instant?"""
        here = self.local(at)
        return self.lawful_day(here.date()) and self.opens <= here.time() < self.closes

    def next_lawful(self, at: datetime) -> datetime:
        """The first lawful instant at or after `at`."""
        here = self.local(at)
        if self.lawful(here):
            return here
        if here.time() < self.opens and self.lawful_day(here.date()):
            return self.on(here.date(), self.opens)
        return self.on(self._after(here.date(), self.lawful_day), self.opens)

    def working_day(self, day: date) -> bool:
        """A day on which the team is at work."""
        return day.weekday() in self.work_days and day not in self.holidays

    def next_working_day(self, day: date) -> date:
        """The first working day strictly after `day`."""
        return self._after(day, self.working_day)

    def at_work(self, at: datetime) -> bool:
        """Is the team at work at this instant?"""
        here = self.local(at)
        return self.working_day(here.date()) and self.works_from <= here.time() < self.works_until

    def next_work(self, at: datetime) -> datetime:
        """The first instant at or after `at` when the team is at work."""
        here = self.local(at)
        if self.at_work(here):
            return here
        if self.working_day(here.date()) and here.time() < self.works_from:
            return self.on(here.date(), self.works_from)
        return self.on(self.next_working_day(here.date()), self.works_from)

    def add_work(self, at: datetime, span: timedelta) -> datetime:
        """`at` plus a span counted in working hours only ("2 working hours")."""
        here, left = self.next_work(at), span
        while left > (end := self.on(here.date(), self.works_until)) - here:
            left -= end - here
            here = self.on(self.next_working_day(here.date()), self.works_from)
        return here + left

    def good_hour(self, at: datetime, best: str | None = None) -> datetime:
        """The first good hour to write at or after `at` (PRODUCT section 6): lunch 12:15 or
        end of day 18:15, or the one the prescriber named (morning, noon, evening);
        never a Friday evening nor a Saturday, when nobody will read the answer."""
        here = self.local(at)
        choices = {"morning": (MORNING,), "noon": (LUNCH,), "evening": (EVENING,)}.get(
            best or "", (LUNCH, EVENING)
        )
        for ahead in range(60):
            day = here.date() + timedelta(days=ahead)
            for hour in choices:
                moment = self.on(day, hour)
                if moment >= here and self.good(moment):
                    return moment
        return self.next_lawful(here)

    def good(self, at: datetime) -> bool:
        """Lawful, on a working day, and somebody works the next day or still today:
        a Friday evening or the eve of a holiday is not good."""
        here = self.local(at)
        if not (self.lawful(here) and self.working_day(here.date())):
            return False
        tomorrow = self.working_day(here.date() + timedelta(days=1))
        return tomorrow or here.time() <= LUNCH

    def fit(self, at: datetime) -> bool:
        """May a *late* first text or wake-up still leave at this instant? Lawful, not a Saturday
        nor another day off, and not on the evening before one, when nobody reads the answer."""
        here = self.local(at)
        if not (self.lawful(here) and self.working_day(here.date())):
            return False
        return self.working_day(here.date() + timedelta(days=1)) or here.time() < EVE

    def on(self, day: date, hour: time) -> datetime:
        """That wall-clock hour of that day in the zone; in the missing hour of a spring night, the
        instant just after the jump (a round trip through UTC makes it real)."""
        from_wall = datetime.combine(day, hour, tzinfo=self.zone)
        return from_wall.astimezone(ZoneInfo("UTC")).astimezone(self.zone)

    def in_days(self, at: datetime, days: int, hour: time) -> datetime:
        """`days` calendar days after `at`, at that wall-clock hour of her zone."""
        return self.on(self.local(at).date() + timedelta(days=days), hour)

    def days_on(self, at: datetime, days: int) -> datetime:
        """The same wall-clock hour `days` calendar days on, whatever the clock did meanwhile."""
        return self.in_days(at, days, self.local(at).time())

    @staticmethod
    def _after(day: date, wanted: Callable[[date], bool]) -> date:
        """The first day strictly after `day` for which `wanted(day)` holds."""
        for ahead in range(1, 60):
            if wanted(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        return day + timedelta(days=1)
