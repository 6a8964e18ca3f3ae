"""Dates and hours in words, in each language: what `quand` and `lu` are filled with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from messages.catalog.languages import language as language_of
from messages.translations import phrase


def say_when(at: datetime, now: datetime, zone: ZoneInfo, language: str = "fr") -> str:
    """An instant as one says it: "demain à 18 h 15", "mardi 4 mars à 18 h 15".

    `at` and `now` are aware; the words are those of `zone`, the youth's own. Nothing is said of
    the year: nothing is promised that far.
    """
    here, today = at.astimezone(zone), now.astimezone(zone).date()
    hour = _hour(here, language)
    ahead = (here.date() - today).days
    if ahead in (0, 1):
        return phrase(("today_at", "tomorrow_at")[ahead], language).format(heure=hour)
    return phrase("day_at", language).format(jour=_day(here, language), heure=hour)


def say_read(at: datetime, now: datetime, zone: ZoneInfo, language: str = "fr") -> str:
    """When a person will read: about an hour for today and tomorrow, else the day alone.

    The hour is rounded up to the half hour, so that the promise is not finer than the work.
    """
    here, today = at.astimezone(zone), now.astimezone(zone).date()
    here += timedelta(minutes=-here.minute % 30)
    ahead = (here.date() - today).days
    if ahead in (0, 1):
        name = ("today_about", "tomorrow_about")[ahead]
        return phrase(name, language).format(heure=_hour(here, language))
    return phrase("day_only", language).format(jour=_day(here, language))


def _day(at: datetime, language: str) -> str:
    """ "mardi 4 mars": weekday, day, month, in the order of the language."""
    pattern = phrase("day_pattern", language)
    return format_date(at.date(), pattern, locale=language_of(language).babel)


def _hour(at: datetime, language: str) -> str:
    """ "18 h 15", "9 h", or 18:15 outside French."""
    if language_of(language).code != "fr":
        return f"{at.hour}:{at.minute:02d}"
    return f"{at.hour} h {at.minute:02d}" if at.minute else f"{at.hour} h"


@cache
def longest_when(language: str) -> str:
    """The longest `quand` of a language, over a whole year of days."""
    return max(_over_a_year(language, say_when), key=len)


@cache
def longest_read(language: str) -> str:
    """The longest `lu` of a language, over a whole year of days."""
    return max(_over_a_year(language, say_read), key=len)


Say = Callable[[datetime, datetime, ZoneInfo, str], str]


def _over_a_year(language: str, say: Say) -> list[str]:
    zone = ZoneInfo("Europe/Paris")
    start = datetime(2026, 1, 1, 18, 15, tzinfo=zone)
    return [say(start + timedelta(days=d), start, zone, language) for d in range(366)]
