"""Days and hours in a text ("demain aprem", "apres 17h") as ranges in the youth's own zone.

A text becomes marks (time_marks, time_days), put in phrases of which some are refused
(time_refusals), where each hour finds its day (time_offers). A span that is not sure is worse
than none: without one a human reads.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.reading import When
from messages.understand.foreign import language_of
from messages.understand.phones import without_phones
from messages.understand.time_abroad import in_french, is_abroad
from messages.understand.time_days import DAY_PATTERNS, DAY_SHORT, MONTH, agreed
from messages.understand.time_marks import COUNT, DAY_NAME, HOURS, NOT_OFFERED, Mark, Shape, said_in
from messages.understand.time_offers import Offer, offers_in
from messages.understand.time_refusals import gaps_of, phrases_of, refuse
from messages.understand.time_windows import DAY, Window

_PATTERNS = [
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), make)
    for pattern, make in (*NOT_OFFERED, *DAY_PATTERNS, *HOURS)
]
_MOST = 16  # marks: beyond, the text is a story or a timetable
_FARTHEST = timedelta(days=800)


def whens(folded: str, now: datetime, tz: ZoneInfo) -> tuple[When, ...]:
    """The spans proposed in the text, from `now` on, in `tz`, at most four, in order.

    A day alone is 08:00 to 20:00; a part of a day has its usual hours; "apres 17h" ends at
    21:00. What is refused ("pas mardi") or past is left out; in doubt there is none at all.
    """
    here = now.astimezone(tz)
    folded = without_phones(folded)
    abroad = is_abroad(folded)
    said = _said(in_french(folded) if abroad else folded)
    marks = _marks(said, here)
    if not marks or any(m.shape is Shape.DOUBT for m in marks):
        return ()
    if not abroad and not any(m.days for m in marks) and language_of(folded) != "fr":
        return ()  # its day may be said in words that we do not know
    phrases = phrases_of(said, marks)
    gaps = gaps_of(said, phrases)
    offers = offers_in(phrases, gaps) if refuse(said, phrases) else None
    return _spans(offers or [], here)


def speaks_of_time(plain: str, folded: str) -> bool:
    """True when a concrete day or hour is named, refused or not."""
    folded = without_phones(folded)
    return bool(_MENTION.search(plain) or _DATE.search(folded) or _COLON.search(folded))


_COLON = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)")
_DATE = re.compile(r"(?<![\d/])(\d{1,2})[/\-.](\d{1,2})(?:[/\-.](\d{2,4}))?(?![\d/])")
_MENTION = re.compile(
    rf"(?<!\w)(?:{DAY_NAME}|demain|apres demain|aujourdhui|ce (?:soir|midi|matin|week end|we)|cet apres midi|cette (?:semaine|nuit|apres midi)"
    rf"|lapres midi|apres midi|(?:le|au|en|demain|du|tot le|que le|plutot) (?:matin|midi|soir|matinee)|matin|soir|midi|week end|le we|ce we|(?:semaine|mois) prochaine?s?"
    rf"|(?<!dans )(?<!habite )le (?:[12]\d|3[01])(?! ?(?:h|heures?|rue|e|eme|ieme|avenue|boulevard)(?!\w))"
    rf"|tout a lheure|\d{{1,2}} ?h(?:eures?)?(?: ?\d\d)?|dans {COUNT} ?(?:minutes?|min|mn|h|heures?|jours?|j|semaines?|mois)"
    rf"|(?:\d{{1,2}}|1er) (?:{MONTH})|(?:entre|de) \d{{1,2}} (?:et|a) \d{{1,2}}|(?:en|fin|debut|mi) (?:{MONTH}|de semaine|semaine|de mois|mois|matinee|journee))(?!\w)"
    rf"|(?<!\w)(?:{DAY_SHORT})(?: (?:ou|et|a|de|matin|soir|apres|midi|\d+h?|prochain|{DAY_SHORT}|{DAY_NAME})|$)|(?<!\w)(?:ou|et|le|vers) (?:{DAY_SHORT})(?!\w)"
)

# --- from the text to its marks

_DAY_TOLD = rf"(?P<day>(?: (?:demain|aujourdhui|{DAY_NAME}))?)"
_NOON = r" (?:(?P<noon>midi)(?! et)(?!\w)|(?=\d))"
_OF_WORK = r"(?: (?:le|les|mon|mes|de|du|en|travail|travailler|cours|ecole)){0,5}"
_BUSY = r"(?:(?:je|jai|suis|dois|bloquee?|coincee?|toujours|encore|au|en|le|la|a|mon|du|de) ){0,6}"
_EDGES = tuple(
    (re.compile(rf"(?<!\w){_BUSY}(?:{before}){_NOON}"), words)
    for before, words in (
        (rf"(?:travail(?:le|ler)?|cours|ecole|occupee?|prise?|formation|stage|dors){_DAY_TOLD} (?:jusqua|jusqu a|jusque)", "pas avant"),
        (rf"(?:finire?|fini|j?arrete|finis|finit|termine|sors|debauche|rentre){_OF_WORK}{_DAY_TOLD} (?:a|vers)", "pas avant"),
        (rf"(?:commence|debute|embauche|pars|partir){_OF_WORK}{_DAY_TOLD} (?:a|vers)", "pas apres"),
    )
)  # fmt: skip


_MOVED_FROM = re.compile(  # "reporter le rendez vous de jeudi": jeudi is not offered
    r"(?<!\w)((?:decal|report|repouss|deplac|boug)\w*(?: (?:le|la|mon|ce|notre|rendez|vous)){0,4}) (?:de|du|d)(?!\w)"
)


def _said(folded: str | None) -> str:
    """The words on one line, where "je finis a 17h" is "pas avant 17h"."""
    said = said_in(folded) if folded else ""
    said = _MOVED_FROM.sub(r"\1 pas", said)
    for pattern, words in _EDGES:
        said = pattern.sub(_edge(words), said)
    return " ".join(said.split())


def _edge(words: str) -> Callable[[re.Match[str]], str]:
    return lambda m: f"{m['day']} {words} {'12h' if m['noon'] else ''}"


def _marks(said: str, here: datetime) -> list[Mark] | None:
    """What is named, in order; None when that is too much, or days that do not agree."""
    taken: list[Mark] = []
    for pattern, make in _PATTERNS:
        for m in pattern.finditer(said):
            if any(m.start() < t.end and t.start < m.end() for t in taken):
                continue
            if mark := make(m, here):
                taken.append(mark)
            if len(taken) > _MOST:
                return None
    named = sorted((m for m in taken if m.shape is not Shape.NOTHING), key=lambda m: m.start)
    if len(named) == 1 and re.fullmatch(r"le \d", said[named[0].start : named[0].end]):
        return None  # "le 2": a choice as well as a day
    return agreed(named, said, here.date())


# --- from the offers to spans


def _spans(offers: list[Offer], here: datetime) -> tuple[When, ...]:
    spans: list[When] = []
    for offer in offers:
        windows = offer.windows()
        if windows is None:
            return ()
        spans += [_soon(offer.soon, here)] if offer.soon else _on_days(offer, windows, here)
    return tuple(dict.fromkeys(s for s in spans if s.start - here < _FARTHEST))[:4]


def _soon(mark: Mark, here: datetime) -> When:
    """Counted in real time, whatever the clocks do that night."""
    start = here.astimezone(UTC) + mark.wait
    end = start + timedelta(minutes=30 if mark.wait < timedelta(hours=1) else 60)
    return When(start.astimezone(here.tzinfo), end.astimezone(here.tzinfo))


def _on_days(offer: Offer, windows: list[Window], here: datetime) -> list[When]:
    first, last = _days(offer, windows, here)
    if windows == [DAY]:
        return _future(first, DAY[0], last, DAY[1], here)
    found = []
    for opens, closes in windows:
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        spans = (_future(day, opens, day, closes, here) for day in days)
        found += next(filter(None, spans), [])
    return found


def _days(offer: Offer, windows: list[Window], here: datetime) -> tuple[date, date]:
    """Its days; for hours alone today, or tomorrow when they are over."""
    if offer.day and offer.day.days:
        return offer.day.days
    over = all(closes <= here.time() for _, closes in windows)
    day = here.date() + timedelta(days=over)
    return day, day


def _future(first: date, opens: time, last: date, closes: time, here: datetime) -> list[When]:
    start = datetime.combine(first, opens, tzinfo=here.tzinfo)
    end = datetime.combine(last, closes, tzinfo=here.tzinfo)
    return [When(max(start, here), end)] if end > here else []
