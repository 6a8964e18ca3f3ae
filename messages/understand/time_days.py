"""The first step of reading times, the days: weekdays, dates, "demain", "dans 15 jours"."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from messages.understand.time_marks import COUNT, DAY_NAME, DAYS, Maker, Mark, Shape, number

_SHORT = {"mar": 1, "mer": 2, "merc": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6}
DAY_SHORT = "|".join(_SHORT)
_MONTHS = {
    name: i
    for i, names in enumerate(
        (
            "janvier janv",
            "fevrier fevr fev",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LONGEST = timedelta(days=31)
_WEEK = timedelta(days=7)
_SMALL_HOURS = 5  # until then, "demain" may be the day that begins

_BOUND = r"(?:(apres|a partir d[eu]?|partir d[eu]?|des|pas avant|avant|jusqua|jusqu a|jusquau|jusque|pas apres) (?:le |la |ce )?)?"
_NOT_DAY = r"(?!\w)(?! ?(?:h|heures?|rue|boulevard|avenue|av|bis|e|eme|ieme|er|fois|ans?|euros?|min|minutes?|personnes?|enfants?)(?!\w)| a \d{1,2}(?!\d| ?h))"
_DATE = rf"(?:(?:\d{{1,2}}|1er|premier) (?:{MONTH})(?!\w)(?: 20\d\d(?!\w))?|\d{{1,2}}x\d{{1,2}}(?:x\d+)?(?!\w))"
_PART_OF = r"(?:(?:debut|milieu|mi|fin) (?:de |du |d )?(?:la )?)?"
_BESIDE = rf"(?= (?:\d|matin|soir|midi|apres midi|aprem|prochain|(?:(?:ou|et) )?(?:{DAY_NAME}|{DAY_SHORT})(?!\w)))"
_WEEKDAY = rf"(?:{DAY_NAME}|(?:{DAY_SHORT}){_BESIDE}|(?<=mar |mer |jeu |ven |sam | ou )(?:{DAY_SHORT})(?= |$))"


def coming(day: int, month: int, today: date, year: int | None = None) -> date | None:
    """That date, from today on; None when it is past or is none."""
    for chosen in [year] if year else [today.year, today.year + 1]:
        try:
            candidate = date(chosen, month, day)
        except ValueError:
            continue
        if candidate >= today:
            return candidate
    return None


def _numbered(day: int, today: date) -> date | None:
    """The next 18th, this month or the one after."""
    first = today.replace(day=1)
    for month in (first, _next_month(first)):
        try:
            candidate = month.replace(day=day)
        except ValueError:
            continue
        if candidate >= today:
            return candidate
    return None


def _dated(said: str, today: date) -> date | None:
    """ "18 mars", "12x3", "12x3x26", or the number of a day alone."""
    parts = re.split(r"[x ]", said)
    day = int(parts[0]) if parts[0].isdecimal() else 1
    if len(parts) == 1:
        return _numbered(day, today)
    month = int(parts[1]) if parts[1].isdecimal() else _MONTHS[parts[1]]
    year = int(parts[2]) if len(parts) > 2 else None
    return coming(day, month, today, year + 2000 if year is not None and year < 100 else year)


def _next(index: int, today: date) -> date:
    return today + timedelta(days=(index - today.weekday()) % 7 or 7)


def _index(name: str) -> int:
    return DAYS.index(name) if name in DAYS else _SHORT[name]


def _day(
    m: re.Match[str], today: date, first: date, last: date, weekday: int | None = None
) -> Mark:
    """A day mark, moved by the word that bounds it: "apres lundi", "avant le 15"."""
    bound = m[1] or ""
    loose = bound.startswith(("apres", "avant", "jusq", "pas apres"))
    if bound == "apres":
        first, last = last + timedelta(days=1), last + _WEEK
    elif bound == "avant":
        first, last = today, first - timedelta(days=1)
    elif loose:
        first = today
    elif bound:
        last = max(last, first + timedelta(days=6))
    sound = first <= last <= first + _LONGEST
    weekday = None if bound else weekday
    return Mark(*m.span(), Shape.DAY if sound else Shape.DOUBT, (first, last), weekday, loose)


def _relative(m: re.Match[str], here: datetime) -> Mark:
    ahead = 2 if m[2] == "apres demain" else 1 if m[2] == "demain" else 0
    if ahead and here.hour < _SMALL_HOURS:
        return Mark(*m.span(), Shape.DOUBT)
    day = here.date() + timedelta(days=ahead)
    return _day(m, here.date(), day, day)


def _weekday(m: re.Match[str], here: datetime) -> Mark:
    today, index = here.date(), _index(m[2])
    if not m[4]:
        weeks = {"en huit": 1, "en quinze": 2}.get(m[3] or "", 0)
        day = _next(index, today) + weeks * _WEEK
        return _day(m, today, day, day, None if weeks else index)
    dated = _dated(m[4], today)
    if dated is None or dated.weekday() != index:
        return Mark(*m.span(), Shape.DOUBT)
    return _day(m, today, dated, dated)


def _date(m: re.Match[str], here: datetime) -> Mark | None:
    dated = _dated(m[2], here.date())
    if dated is None:
        return Mark(*m.span(), Shape.DOUBT)
    return _day(m, here.date(), dated, dated)


def _from_to(m: re.Match[str], here: datetime) -> Mark:
    month = f" {m[3]}" if m[3] else ""
    first, last = _dated(m[1] + month, here.date()), _dated(m[2] + month, here.date())
    sound = first is not None and last is not None and first < last <= first + _LONGEST
    if first is None or last is None or not sound:
        return Mark(*m.span(), Shape.DOUBT)
    return Mark(*m.span(), Shape.DAY, (first, last))


def _weekdays(m: re.Match[str], here: datetime) -> Mark:
    first = _next(_index(m[1]), here.date())
    return Mark(*m.span(), Shape.DAY, (first, _next(_index(m[2]), first)))


def _stretch(m: re.Match[str], here: datetime) -> Mark:
    today = here.date()
    if m[2].startswith("cette"):
        return _day(m, today, today, today + timedelta(days=6 - today.weekday()))
    if m[2].endswith(("end", "we")):
        if today.weekday() == 6:
            return Mark(*m.span(), Shape.DOUBT)
        saturday = today + timedelta(days=(5 - today.weekday()) % 7)
        return _day(m, today, saturday, saturday + timedelta(days=1))
    if "semaine" in m[2]:
        monday = today + timedelta(days=7 - today.weekday())
        return _day(m, today, *_third(m[2], monday, 5))
    first = _next_month(today)
    return _day(m, today, *_third(m[2], first, (_next_month(first) - first).days))


def _next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def _third(said: str, first: date, length: int) -> tuple[date, date]:
    """The days that "debut de", "milieu de", "fin de" or nothing leave of a week or a month."""
    cut = length // 3 + 1
    begins = length - cut if said.startswith("fin") else cut if said.startswith("mi") else 0
    ends = cut if said.startswith("debut") else length - cut if said.startswith("mi") else length
    return first + timedelta(days=begins), first + timedelta(days=ends - 1)


def _of_next_month(m: re.Match[str], here: datetime) -> Mark:
    dated = _numbered(int(m[1]), _next_month(here.date()))
    return Mark(*m.span(), Shape.DAY if dated else Shape.DOUBT, (dated, dated) if dated else None)


def _in_days(m: re.Match[str], here: datetime) -> Mark:
    count, unit = number(m[1]), m[2]
    size = 7 if unit.startswith("sem") else 30 if unit == "mois" else 365 if unit[0] == "a" else 1
    if unit[0] == "j" and count in (8, 15):  # a week and a fortnight, as French counts them
        count -= 1
    first = here.date() + timedelta(days=count * size)
    return Mark(*m.span(), Shape.DAY, (first, first + timedelta(days=6 if size == 7 else 0)))


DAY_PATTERNS: tuple[tuple[str, Maker], ...] = (
    (rf"(?:dans|dici|d ici) (?:(?:genre|environ|a peu pres|les) )*{COUNT} ?(jours?|j|semaines?|mois|ans?|annees?)", _in_days),
    (r"le (\d{1,2}) du mois prochain", _of_next_month),
    (rf"{_BOUND}(apres demain)", _relative),
    (rf"(?:du|de|entre) (?:le )?({DAY_NAME}) (?:au|a|et) (?:le )?({DAY_NAME})", _weekdays),
    (rf"(?:du|entre le) (\d{{1,2}}) (?:au|et le) (\d{{1,2}}){_NOT_DAY}(?: ({MONTH}))?", _from_to),
    (rf"{_BOUND}(?:le )?({_WEEKDAY})(?!\w)(?: (prochain|pro|qui vient|en huit|en quinze)(?!\w))?(?: (?:le )?({_DATE}|\d{{1,2}}{_NOT_DAY}))?", _weekday),
    (rf"{_BOUND}(?:le )?({_DATE})", _date),
    (rf"(?<!dans )(?<!habite )(?:(jusquau|(?:apres|avant|des|pas avant|pas apres|a partir|partir)(?= (?:le|du) ))(?: le| du)? |le )((?:[12]?\d|3[01]){_NOT_DAY})", _date),
    (rf"{_BOUND}(demain|aujourdhui|tout a lheure|ce(?= (?:soir|midi|matin)(?!\w))|cet(?:te)?(?= (?:apres midi|aprem)(?!\w)))", _relative),
    (rf"{_BOUND}(cette semaine|{_PART_OF}semaine (?:prochaine|pro|qui vient)|{_PART_OF}mois prochain|(?:ce |le )?week end(?: end)?|ce we|le we)", _stretch),
)  # fmt: skip


_NEXT_WEEK = re.compile(r"(?<!ou )semaine (?:prochaine|pro|qui vient)")


def agreed(marks: list[Mark], said: str, today: date) -> list[Mark] | None:
    """The days as one reads them together: "vendredi de la semaine prochaine", "demain, mercredi".

    None when two of them that stand together do not agree.
    """
    marks = _in_next_week(marks, said, today)
    kept: list[Mark] = []
    for mark in marks:
        before = kept[-1] if kept else None
        if before is None or before.days is None or mark.days is None:
            kept.append(mark)
            continue
        gap = said[before.end : mark.start].replace("|", "").split()
        if set(gap) - {"le", "la", "de", "du", "a", "au", "pour"} or _same_kind(before, mark):
            kept.append(mark)
        elif narrower := _narrower(before, mark, cut="|" in said[before.end : mark.start]):
            kept[-1] = narrower
        elif "|" in said[before.end : mark.start]:
            kept.append(mark)
        else:
            return None
    return kept


def _in_next_week(marks: list[Mark], said: str, today: date) -> list[Mark]:
    week = [m for m in marks if m.days and _NEXT_WEEK.fullmatch(said[m.start : m.end])]
    week = [m for m in week if not said[: m.start].endswith(("ou ", "ou la ", "sinon la "))]
    if not week or not any(m.weekday is not None for m in marks):
        return marks
    monday = today + timedelta(days=7 - today.weekday())
    moved = []
    for mark in marks:
        if mark.weekday is not None:
            day = monday + timedelta(days=mark.weekday)
            moved.append(replace(mark, days=(day, day), weekday=None))
        elif mark not in week:
            moved.append(mark)
    return moved


def _same_kind(one: Mark, other: Mark) -> bool:
    return (one.weekday is None) is (other.weekday is None) and not one.loose


def _narrower(one: Mark, other: Mark, *, cut: bool) -> Mark | None:
    """The day that both can be; its words then run over both."""
    named, wide = (one, other) if one.weekday is not None else (other, one)
    if not named.days or not wide.days or named.weekday is None:
        return None
    first, last = wide.days
    if first == last and first.weekday() == named.weekday:
        return replace(wide, start=one.start, end=other.end)
    if cut or first == last or not first <= named.days[0] <= last:
        return None
    return replace(named, start=one.start, end=other.end, weekday=None)
