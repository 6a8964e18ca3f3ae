"""The first step of reading times: a text becomes the days and hours it names, where they stand."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from messages.understand.rule import words
from messages.understand.text import canonical

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAY_NAME = "|".join(DAYS)
COUNT = (
    r"(\d{1,2}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|quelques)"
)
_NUMBERS = {
    w: i for i, w in enumerate(words("un deux trois quatre cinq six sept huit neuf dix"), 1)
}
_NUMBERS |= {"une": 1, "quinze": 15, "vingt": 20, "trente": 30, "quelques": 3}


class Shape(StrEnum):
    """What a mark bounds."""

    DAY = "day"
    AT = "at"
    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    PART = "part"
    SOON = "soon"  # minutes or hours from now
    NOTHING = "nothing"  # offers nothing: a duration, a day gone by, a good evening
    DOUBT = "doubt"  # may be two days or hours: nothing in the text is sure


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as written. `sure` when it is of the 24-hour clock: "14h", "07h30"."""

    hour: int
    minute: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A day, an hour or a part of a day, from `start` to `end` of what was said."""

    start: int
    end: int
    shape: Shape
    days: tuple[date, date] | None = None
    weekday: int | None = None  # only a weekday was said, no date
    loose: bool = False  # "apres lundi": hours beside it could be read in two ways
    firm: bool = False  # "pas avant 11h": a refusal beside it gives the reason
    clocks: tuple[Clock, ...] = ()
    part: tuple[time, time] | None = None
    wait: timedelta = timedelta(0)


Maker = Callable[[re.Match[str], datetime], Mark | None]

# --- one line of words: "|" where the text was cut, dates as 12x3, hours as 9h30

_TOMORROW = re.compile(r"(?<!\w)(?:dem|2m|dm) ?1(?!\w)")
_BEFORE_SHORT = re.compile(r"(?<!\w)(?:avt|avan|avent)(?!\w)")
_CUT = re.compile(r"[,;:!?\n\r()…/]+|\.+(?!\d)|(?<!\d)\.+|\s[-–—]+\s")
_SLASHED = re.compile(r"(?<!dans )(?<![\d/.:-])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/]| ?h)")
_DOTTED = re.compile(
    r"(?<![\d/.:-])(\d{1,2})[-.](0[1-9]|1[0-2](?=[-.]\d\d))(?:[-.](\d{4}|\d{2}))?(?![\d.:-]| ?h)"
)
_TWO_WAYS = re.compile(r"(?<![\d/.:-])\d{1,2}\.1[0-2](?![\d.:])")  # an hour, or a date
_COLON = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:.])")
_RANGE = re.compile(r"(?<!\w)(\d{1,2}(?: ?h(?: ?\d\d)?)?|midi) ?[-–—>]+ ?(?=\d{1,2}(?: ?h|\b))")


def said_in(folded: str) -> str:
    """The canonical words of a folded text, on one line."""
    text = _BEFORE_SHORT.sub("avant", _TOMORROW.sub("demain", folded))
    text = _SLASHED.sub(_date_word, text)
    text = _DOTTED.sub(_date_word, text)
    text = _TWO_WAYS.sub(" xdoubt ", text)
    text = _COLON.sub(r"\1h\2", text)
    text = _RANGE.sub(r" de \1 a ", text)
    return " | ".join(filter(None, map(canonical, _CUT.split(text))))


def _date_word(found: re.Match[str]) -> str:
    if found[1] == found[2] and len(found[1]) == 1:  # 7/7: every day
        return " "
    return f" {found[1]}x{found[2]}" + (f"x{found[3]} " if found[3] else " ")


# --- hours and parts of a day

_H = r"\d{1,2} ?(?:heures?|h)(?: ?\d{2}(?!\w))?(?: et demie?| et quart| moins (?:le )?quart)?(?!\w)"
_NOON = r"midi(?: et demie?(?!\w)| \d\d(?!\w))?(?!\w)"
_LAST = rf"(?= (?:\||demain|le|ce|si|svp|ok|ou|et|merci|pile|environ|du|{DAY_NAME})(?!\w)|$)"
_EDGE = rf"({_H}|{_NOON}|\d{{1,2}}{_LAST})"
_EITHER = rf"({_H}|{_NOON}|\d{{1,2}}(?!\w)(?! (?:jours?|minutes|ans|enfants?|euros?)))"
_PARTS: tuple[tuple[str, time, time], ...] = (
    (r"(?:en )?fin (?:de |d )?(?:journee|[ld]?apres midi|[ld]?aprem)", time(16), time(20)),
    (r"(?:en )?debut (?:de |d )?(?:[ld]?apres midi|[ld]?aprem)", time(13), time(15)),
    (r"(?:en )?fin de matin", time(10, 30), time(12)),
    (r"matin|mat", time(8), time(12)),
    (r"(?<!apres )(?:pause dej(?:euner)?|midi)", time(12), time(14)),
    (r"[ld]?apres midi|[ld]?aprem|lap|apresm", time(13), time(18)),
    (r"(?:(?:debut|fin) de )?soir", time(18), time(21)),
)
_UNIT = r"(minutes|min|mn|heures?|h(?:\d\d)?)"


def number(word: str) -> int:
    """A count in figures or in words."""
    return int(word) if word.isdecimal() else _NUMBERS[word]


def clock(said: str) -> Clock | None:
    """ "14h", "7 heure et demi", "midi 30" as an hour; None when no clock says it."""
    found = re.match(r"(midi|\d{1,2})(?: ?(?:heures?|h))?(?: ?(\d{2}))?", said)
    if not found:
        return None
    hour, minute = (12 if found[1] == "midi" else int(found[1])), int(found[2] or 0)
    minute = 30 if "demi" in said else 15 if said.endswith("et quart") else minute
    if "moins" in said:
        hour, minute = hour - 1, 45
    if not 0 < hour < 24 or minute > 59:
        return None
    return Clock(hour, minute, hour > 11 or said[0] == "0")


def _hours(shape: Shape) -> Maker:
    def read(m: re.Match[str], here: datetime) -> Mark | None:
        clocks = tuple(c for said in m.groups() if said and (c := clock(said)))
        wanted = 2 if shape is Shape.BETWEEN else 1
        found = shape if len(clocks) == wanted else Shape.NOTHING
        return Mark(*m.span(), found, clocks=clocks, firm=m[0].startswith(("pas", "jamais")))

    return read


def _part(a: time, b: time) -> Maker:
    return lambda m, here: Mark(*m.span(), Shape.PART, part=(a, b))


def _as(shape: Shape) -> Maker:
    return lambda m, here: Mark(*m.span(), shape)


def _soon(m: re.Match[str], here: datetime) -> Mark:
    if m[1] is None:
        wait = timedelta(minutes=15 if "quart" in m[0] else 30)
    else:
        count, unit = number(m[1]), m[2]
        more = int(unit[1:]) if unit[1:].isdecimal() else 0
        wait = timedelta(minutes=count if unit[0] == "m" else 60 * count + more)
    shape = Shape.DOUBT if m[0].startswith(("dici", "d ici")) else Shape.SOON
    return Mark(*m.span(), shape, wait=wait)


_AFTER = r"(?:(?:qu)?apres|a partir d[eu]?|apartir d[eu]?|partir d[eu]?|des|(?:pas|jamais) avant|au dela d[eu]?)"
_BEFORE = r"(?:(?:qu)?avant|jusqua|jusqu a|jusque|pas apres)"
_LASTS = r"(?:pendant|depuis|sous|toutes les|tous les|y a|ya|moins de|plus de|dans les|tes|mes|(?<!vers )les)"
_SPENT = r"(?:trajet|route|cours|travail|bus|train|marche|menage|retard|pause|libre|repos|trou)"
NOT_OFFERED: tuple[tuple[str, Maker], ...] = (
    (r"bon(?:ne)? (?:fin de )?(?:soir|apres midi|aprem|matin|journee|week end|nuit)", _as(Shape.NOTHING)),
    (r"(?:avant )?hier(?: (?:matin|soir|midi|apres midi|aprem))?", _as(Shape.NOTHING)),
    (rf"(?:{DAY_NAME}|semaine) (?:derniere?|passee?)", _as(Shape.NOTHING)),
    (rf"{_LASTS} {_H}|{_H} (?:de {_SPENT}|sur|par)", _as(Shape.NOTHING)),
    (r"nuits?|minuit|xdoubt|(?:debut|milieu|mi|fin) de (?:la )?semaine(?! (?:prochaine|pro|qui vient))|week end (?:end )?prochain", _as(Shape.DOUBT)),
)  # fmt: skip
HOURS: tuple[tuple[str, Maker], ...] = (
    (rf"(?:dans|dici|d ici) (?:(?:genre|environ|a peu pres|max) )*(?:{COUNT} ?{_UNIT}|une demi heure|un quart d ?heure)", _soon),
    (rf"(?:entre|de) {_EITHER} (?:et|a|jusqua) {_EITHER}", _hours(Shape.BETWEEN)),
    (rf"(?:a |vers )?{_EITHER} (?:a|jusqua) ({_H})", _hours(Shape.BETWEEN)),
    (rf"(?!apres midi){_AFTER} {_EDGE}", _hours(Shape.AFTER)),
    (rf"{_BEFORE} {_EDGE}|({_H}) (?:max|maximum|grand max)", _hours(Shape.BEFORE)),
    (rf"(?:a |vers |ver |pour |genre )?({_H}|midi(?: et demie?| \d\d)(?!\w))", _hours(Shape.AT)),
    (rf"(?:a|vers|ver) (\d{{1,2}}){_LAST}", _hours(Shape.AT)),
    *((pattern, _part(a, b)) for pattern, a, b in _PARTS),
)  # fmt: skip
