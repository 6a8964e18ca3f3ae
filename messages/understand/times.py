"""Days and hours in a text ("demain aprem", "apres 17h") as ranges in the youth's own zone."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.reading import When
from messages.understand.phones import without_phones
from messages.understand.rule import words

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SHORT = {"lun": 0, "mar": 1, "mer": 2, "merc": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6}
_DAY_NAME = "|".join(DAYS)
_DAY_SHORT = "|".join(_SHORT)
MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
_NUMBERS = {
    w: i
    for i, w in enumerate(
        words(
            "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
            "seize "
        )
    )
} | {"une": 1, "vingt": 20, "trente": 30, "quelques": 3}
_COUNT = (
    r"(\d{1,2}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|quelques)"
)
_PARTS: tuple[tuple[str, time, time], ...] = (
    (
        r"(?:fin de|en fin d) (?:journee|apres midi|aprem)|fin d (?:apres midi|aprem)",
        time(16),
        time(20),
    ),
    (r"(?:debut|debut d) (?:apres midi|d apres midi|dapres midi)", time(13), time(15)),
    (r"(?:fin de )matin(?:ee)?", time(10, 30), time(12)),
    (r"matin(?:ee)?|mat", time(8), time(12)),
    (r"(?<!apres )midi|pause dej(?:euner)?|entre midi et (?:2|deux)", time(12), time(14)),
    (
        r"(?:d|l|dans l|cet|cette)?apres midi|lapres midi|dapres midi|aprem|lap|apresm",
        time(13),
        time(18),
    ),
    (r"soir(?:ee)?|debut de soiree|fin de soiree|nuit", time(18), time(21)),
)
_PART_PATTERNS = tuple((re.compile(rf"(?<!\w)(?:{p})(?!\w)"), a, b) for p, a, b in _PARTS)
_HOUR = r"(\d{1,2}) ?(?:h|heures?|heure) ?(\d{2})?(?: (?:et )?(demie?|quart))?"
_AFTER = re.compile(
    rf"(?:apres|a partir de|des|pas avant|a partir d|apre|partir de|au dela de|plus de|depuis) {_HOUR}"
)
_BEFORE = re.compile(rf"(?:avant|jusqua|jusqu a|pas apres|jusque) {_HOUR}")
_BETWEEN = re.compile(rf"(?:entre |de )?{_HOUR} ?(?:et|a|-|/|ou|jusqua) ?{_HOUR}")
_AT = re.compile(rf"(?:a |vers |pour |genre |ver )?{_HOUR}(?!\w)")
_BARE_SPAN = re.compile(r"(?:entre|de) (\d{1,2}) (?:et|a) (\d{1,2}) ?(?:h|heures?)?(?!\w)")
_COLON = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)")
_IN = re.compile(
    rf"d(?:ans|'ici|ici) (?:genre |environ |a peu pres )?{_COUNT} ?(minutes?|min|mn|h|heures?|heure|jours?|j|semaines?|mois|an|annees?)(?!\w)"
)
_DATE = re.compile(r"(?<![\d/])(\d{1,2})[/\-.](\d{1,2})(?:[/\-.](\d{2,4}))?(?![\d/])")
_DATE_WORDS = re.compile(rf"(?:le )?(\d{{1,2}}|1er|premier) ({'|'.join(MONTHS)})(?!\w)")
_THE = re.compile(r"(?<!\w)le (\d{1,2})(?!\w)(?! (?:h|heure|rue))")
_NEG_BEFORE = re.compile(
    r"(?:(?<!peux )(?<!peut )(?<!suis )(?<!dispo )pas|sauf|jamais|ni|hors|sans)(?: (?:le|la|les|ce|cet|cette|avant|de|possible|dispo|libre|trop))*$"
)
_NEG_AFTER = re.compile(
    r"^(?: (?:matin|soir|apres midi|midi|prochain))?(?: (?:je|cest|on|ca|il|elle))* ?(?:peux pas|peut pas|suis pas|mort|impossible|pas possible|jai pas|travaille|bosse|non|pas(?! (?:avant|apres))|je peux pas|va pas|marche pas)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Day:
    first: date
    last: date
    exact: bool = True


def whens(plain: str, folded: str, now: datetime, tz: ZoneInfo) -> tuple[When, ...]:
    """The spans proposed in the text, from `now` on, in `tz`, at most four, in order.

    A day alone is 08:00 to 20:00; a part of a day has its usual hours; "apres 17h" ends at
    21:00. What is refused ("pas mardi") is left out; what is past is left out.
    """
    here = now.astimezone(tz)
    folded = without_phones(folded)
    soon = _in_some_time(plain, here)
    if soon is not None:
        return (soon,)
    days = _days(plain, folded, here)
    hours = _hours(plain, folded)
    if not days and not hours:
        return ()
    spans = [s for d in (days or [_next_for(hours, here)]) for s in _spread(d, hours, here, tz)]
    return tuple(dict.fromkeys(spans))[:4]


def speaks_of_time(plain: str, folded: str) -> bool:
    """True when a concrete day or hour is named, refused or not."""
    folded = without_phones(folded)
    return bool(_MENTION.search(plain) or _DATE.search(folded) or _COLON.search(folded))


_MENTION = re.compile(
    rf"(?<!\w)(?:{_DAY_NAME}|demain|apres demain|aujourdhui|ce (?:soir|midi|matin|week end|we)|cet apres midi|cette (?:semaine|nuit|apres midi)"
    rf"|lapres midi|apres midi|(?:le|au|en|demain|du|tot le|que le|plutot) (?:matin|midi|soir|matinee)|matin|soir|midi|week end|le we|ce we|(?:semaine|mois) prochaine?s?"
    rf"|tout a lheure|\d{{1,2}} ?h(?:eures?)?(?: ?\d\d)?|dans {_COUNT} ?(?:minutes?|min|mn|h|heures?|jours?|j|semaines?|mois)"
    rf"|(?:\d{{1,2}}|1er) (?:{'|'.join(MONTHS)})|(?:entre|de) \d{{1,2}} (?:et|a) \d{{1,2}}|(?:en|fin|debut|mi) (?:{'|'.join(MONTHS)}|de semaine|semaine|de mois|mois|matinee|journee))(?!\w)"
    rf"|(?<!\w)(?:{_DAY_SHORT})(?: (?:ou|et|a|de|matin|soir|apres|midi|\d+h?|prochain|{_DAY_SHORT}|{_DAY_NAME})|$)|(?<!\w)(?:ou|et|le|vers) (?:{_DAY_SHORT})(?!\w)"
)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS.get(word, 1)


def _in_some_time(plain: str, here: datetime) -> When | None:
    found = _IN.search(plain)
    if not found:
        return None
    count, unit = _number(found[1]), found[2]
    if unit.startswith(("min", "mn")):
        start = here + timedelta(minutes=count)
        return When(start, start + timedelta(minutes=30))
    if unit.startswith("h"):
        start = here + timedelta(hours=count)
        return When(start, start + timedelta(hours=1))
    days = count * (
        7 if unit.startswith("sem") else 30 if unit == "mois" else 365 if unit[0] == "a" else 1
    )
    day = here.date() + timedelta(days=days)
    last = day + timedelta(days=6 if unit.startswith("sem") else 0)
    return When(_at(day, time(8), here), _at(last, time(20), here))


def _at(day: date, hour: time, here: datetime) -> datetime:
    return datetime.combine(day, hour, tzinfo=here.tzinfo)


def _days(plain: str, folded: str, here: datetime) -> list[_Day]:
    today = here.date()
    found: list[tuple[int, _Day]] = []

    def add(start: int, end: int, first: date, last: date | None = None) -> None:
        if not _refused(plain, start, end):
            found.append((start, _Day(first, last or first)))

    for m in re.finditer(
        r"(?<!\w)(apres demain|demain|aujourdhui|ce (?:soir|midi|matin)|cet apres midi|cette (?:nuit|apres midi)|tout a lheure)(?!\w)",
        plain,
    ):
        add(*m.span(), today + timedelta(days=2 if m[1] == "apres demain" else m[1] == "demain"))
    for m in re.finditer(rf"(?<!\w)({_DAY_NAME}|{_DAY_SHORT})( prochain| en huit)?(?!\w)", plain):
        index = DAYS.index(m[1]) if m[1] in DAYS else _SHORT[m[1]]
        ahead = (index - today.weekday()) % 7 or 7
        add(*m.span(), today + timedelta(days=ahead + (7 if m[2] == " en huit" else 0)))
    for m in re.finditer(r"(?<!\w)(?:(?:ce |le )?week end|ce we|le we)(?!\w)", plain):
        saturday = today + timedelta(days=(5 - today.weekday()) % 7)
        add(*m.span(), saturday, saturday + timedelta(days=1))
    for m in re.finditer(r"(?<!\w)(cette semaine|semaine prochaine|mois prochain)(?!\w)", plain):
        add(*m.span(), *_stretch(m[1], today))
    found += [(1000, _Day(d, d)) for d in _dates(plain, folded, today)]
    return [d for _, d in sorted(found, key=lambda pair: pair[0])]


def _stretch(words: str, today: date) -> tuple[date, date]:
    if words == "cette semaine":
        return today, today + timedelta(days=max(0, 6 - today.weekday()))
    if words == "semaine prochaine":
        monday = today + timedelta(days=7 - today.weekday())
        return monday, monday + timedelta(days=4)
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _dates(plain: str, folded: str, today: date) -> list[date]:
    named = [
        (int(m[1]), MONTHS.index(m[2]) + 1) for m in _DATE_WORDS.finditer(plain) if m[1].isdecimal()
    ]
    named += [
        (1, MONTHS.index(m[2]) + 1) for m in _DATE_WORDS.finditer(plain) if not m[1].isdecimal()
    ]
    named += [(int(m[1]), int(m[2])) for m in _DATE.finditer(folded)]
    if not named:
        named = [(int(m[1]), today.month) for m in _THE.finditer(plain)]
    return [d for day, month in named if (d := _coming(day, month, today)) is not None]


def _coming(day: int, month: int, today: date) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            return None
        if candidate >= today:
            return candidate
    return None


def _refused(plain: str, start: int, end: int) -> bool:
    return bool(_NEG_BEFORE.search(plain[:start].rstrip()) or _NEG_AFTER.search(plain[end:]))


def _hours(plain: str, folded: str) -> list[tuple[time, time]]:
    for pattern, shape in (
        (_BETWEEN, "between"),
        (_BARE_SPAN, "bare"),
        (_AFTER, "after"),
        (_BEFORE, "before"),
    ):
        m = pattern.search(plain)
        if m and (span := _bounded(m, shape)):
            return [span]
    spans = [s for m in _AT.finditer(plain) if (s := _around(m[1], m[2], m[3]))]
    spans += [
        s
        for m in _COLON.finditer(folded)
        if not _DATE.search(folded) and (s := _around(m[1], m[2], None))
    ]
    if spans:
        return spans
    return [
        (a, b)
        for pattern, a, b in _PART_PATTERNS
        for m in [pattern.search(plain)]
        if m and not _refused(plain, *m.span())
    ][:2]


def _clock(hour: str, minute: str | None, extra: str | None) -> time | None:
    h, m = int(hour), int(minute or 0)
    if extra:
        m = 30 if extra.startswith("demi") else 15
    return time(h % 24, m) if h <= 24 and m < 60 else None


def _bounded(m: re.Match[str], shape: str) -> tuple[time, time] | None:
    if shape == "between":
        start, end = _clock(m[1], m[2], m[3]), _clock(m[4], m[5], m[6])
    elif shape == "bare":
        start, end = _clock(m[1], None, None), _clock(m[2], None, None)
    else:
        one = _clock(m[1], m[2], m[3])
        start, end = (one, time(21)) if shape == "after" else (time(8), one)
    return (start, end) if start and end and start < end else None


def _around(hour: str, minute: str | None, extra: str | None) -> tuple[time, time] | None:
    start = _clock(hour, minute, extra)
    if start is None:
        return None
    return start, time(min(start.hour + 1, 23), start.minute if start.hour < 23 else 59)


def _next_for(hours: list[tuple[time, time]], here: datetime) -> _Day:
    today = here.date()
    first = today if any(b > here.time() for _, b in hours) else today + timedelta(days=1)
    return _Day(first, first)


def _spread(day: _Day, hours: list[tuple[time, time]], here: datetime, tz: ZoneInfo) -> list[When]:
    spans = []
    for a, b in hours or [(time(8), time(20))]:
        last = day.last if not hours else day.first
        start = datetime.combine(day.first, a, tzinfo=tz)
        end = datetime.combine(last, b, tzinfo=tz)
        if end > here:
            spans.append(When(max(start, here), end))
    return spans
