"""From what a form carries to typed values; a refusal names what was not understood."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeVar

from bot.conversations import NotAllowed
from bot.inbox.viewer import Viewer
from bot.referrals.phones import NotAPhone, read_phone
from bot.settings import Settings
from flows.hours import Hours

On = TypeVar("On", date, datetime)
FIRST_YEAR, LAST_YEAR = 2020, 2100  # beyond, a typing error; at 9999 a later moment cannot be said


def instant(typed: str, who: Viewer) -> datetime:
    """An aware instant from a date-and-time field, in the viewer's zone. Raises
    NotAllowed("hour")."""
    try:
        at = datetime.fromisoformat(typed.strip()).replace(tzinfo=who.zone)
    except ValueError as wrong:
        raise NotAllowed("hour") from wrong
    return _near(at)


def day(typed: str) -> date:
    """A date from a date field. Raises NotAllowed("hour")."""
    try:
        on = date.fromisoformat(typed.strip())
    except ValueError as wrong:
        raise NotAllowed("hour") from wrong
    return _near(on)


def _near(on: On) -> On:
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise NotAllowed("hour")
    return on


def morning_of(typed: str, who: Viewer) -> datetime:
    """The hour the team starts, that day."""
    return who.hours.on(day(typed), who.hours.works_from)


def number(typed: str, settings: Settings) -> tuple[str, bool]:
    """(E.164, can it be texted?) of a phone number as typed, as at the referral door: a landline
    or a foreign number is called, never texted. Raises NotAllowed("number")."""
    try:
        found = read_phone(typed, production=settings.production, ours=settings.own_numbers)
    except NotAPhone as wrong:
        raise NotAllowed("number") from wrong
    return found.value, found.textable


def put_offs(who: Viewer, now: datetime) -> list[tuple[str, str]]:
    """Three dates to put a task off to, in words and as the form sends them: the second tap."""
    here = who.hours.local(now)
    tomorrow = who.hours.next_working_day(here.date())
    monday = here.date() + timedelta(days=7 - here.weekday())
    later = here.date() + timedelta(days=14)
    shown: list[tuple[str, str]] = []
    for words, on in (
        ("Prochain jour ouvré", tomorrow),
        ("Lundi", monday),
        ("Dans 2 semaines", later),
    ):
        shown.append((words, on.isoformat()))
    return shown


def local_field(at: datetime, who: Viewer) -> str:
    """What a date-and-time field shows for that instant."""
    return who.hours.local(at).strftime("%Y-%m-%dT%H:%M")


def next_hour(who: Viewer, now: datetime) -> str:
    """A first proposal for a call: the next full hour at which the team works."""
    at = who.hours.next_work(now + timedelta(hours=1))
    return local_field(datetime.combine(at.date(), time(at.hour), tzinfo=who.zone), who)


def next_day(who: Viewer, hers: Hours, now: datetime) -> str:
    """The contact after a danger: 10:00 of the next working day where the youth is."""
    tomorrow = hers.next_working_day(hers.local(now).date())
    return local_field(hers.on(tomorrow, time(10)), who)
