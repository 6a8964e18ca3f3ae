"""Dates and hours in words, in each language: what `quand` and `lu` are filled with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
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


# What a French span of hours is called (messages.understand.times gives these very hours).
_PARTS: Mapping[tuple[time, time], str] = {
    (time(8), time(12)): "{jour} matin",
    (time(10, 30), time(12)): "{jour} en fin de matinée",
    (time(12), time(14)): "{jour} midi",
    (time(13), time(15)): "{jour} en début d'après-midi",
    (time(13), time(18)): "{jour} après-midi",
    (time(16), time(20)): "{jour} en fin de journée",
    (time(18), time(21)): "{jour} soir",
}
_TODAY = {" matin": "ce matin", " après-midi": "cet après-midi", " midi": "ce midi"}
_TODAY |= {" soir": "ce soir"}
_WHOLE_DAY = (time(8), time(20))
_AN_HOUR = timedelta(hours=1)


def say_span(
    start: datetime, end: datetime, now: datetime, zone: ZoneInfo, language: str = "fr"
) -> str:
    """A span as one says it: "demain après-midi", "lundi 9 mars", "demain après 17 h". A span of
    an hour or less is its first instant. All aware, worded in `zone`, the youth's own."""
    first, last, here = (at.astimezone(zone) for at in (start, end, now))
    if first.date() == last.date() and last - first <= _AN_HOUR:
        return say_when(start, now, zone, language)
    french = language_of(language).code == "fr"
    if first.date() != last.date():
        if not french:
            return f"{first.day}/{first.month} - {last.day}/{last.month}"
        return f"du {_day(first, language)} au {_day(last, language)}"
    if french:
        return _french_span(first, last, here)
    if (first.time(), last.time()) == _WHOLE_DAY:
        return phrase("day_only", language).format(jour=_day(first, language))
    hours = f"{_hour(first, language)}-{_hour(last, language)}"
    ahead = (first.date() - here.date()).days
    name = ("today_at", "tomorrow_at")[ahead] if ahead in (0, 1) else "day_at"
    # Letters outside GSM-7 are dear: there the day is in figures, to stay in two segments.
    latin = language_of(language).latin
    day = _day(first, language) if latin else f"{first.day}/{first.month}"
    return phrase(name, language).format(jour=day, heure=hours)


def _french_span(first: datetime, last: datetime, here: datetime) -> str:
    """One day, or a part of it. What is left of a part of today has that part's name."""
    ahead = (first.date() - here.date()).days
    day = ("aujourd'hui", "demain")[ahead] if ahead in (0, 1) else _day(first, "fr")
    begun = ahead == 0 and first <= here
    hours = (first.time(), last.time())
    if hours == _WHOLE_DAY or (begun and last.time() == _WHOLE_DAY[1]):
        return day
    for (opens, closes), words in _PARTS.items():
        if hours == (opens, closes) or (begun and opens < first.time() and closes == last.time()):
            today = _TODAY.get(words.removeprefix("{jour}"))
            return today if today and ahead == 0 else words.format(jour=day)
    if begun or first.time() == _WHOLE_DAY[0]:
        return f"{day} avant {_hour(last, 'fr')}"
    if last.time() >= time(21):
        return f"{day} après {_hour(first, 'fr')}"
    return f"{day} entre {_hour(first, 'fr')} et {_hour(last, 'fr')}"


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


@cache
def longest_span(language: str) -> str:
    """The longest span of a language, over a year of days and all parts of a day."""
    zone = ZoneInfo("Europe/Paris")
    start = datetime(2026, 1, 1, tzinfo=zone)
    days = [start + timedelta(days=d) for d in range(2, 366)]
    spans = [
        (datetime.combine(day, opens, zone), datetime.combine(day, closes, zone))
        for day in days
        for opens, closes in (*_PARTS, (time(14, 15), time(16, 45)))
    ]
    spans += [(day, day + timedelta(days=4)) for day in days]
    return max((say_span(a, b, start, zone, language) for a, b in spans), key=len)


def _over_a_year(language: str, say: Say) -> list[str]:
    zone = ZoneInfo("Europe/Paris")
    start = datetime(2026, 1, 1, 18, 15, tzinfo=zone)
    return [say(start + timedelta(days=d), start, zone, language) for d in range(366)]
