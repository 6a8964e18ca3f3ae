"""The third step of reading times: each hour finds its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from messages.understand.time_marks import Mark, Shape
from messages.understand.time_refusals import Phrase, Refusal
from messages.understand.time_windows import DAY, Window, window, without

_OTHER_WAY = {Shape.AFTER: Shape.BEFORE, Shape.BEFORE: Shape.AFTER}
_OR = {"ou", "et", "sinon", "ni"}
_SMALL = _OR | {
    "|",
    "le",
    "la",
    "a",
    "vers",
    "bien",
    "aussi",
    "encore",
    "dans",
    "plutot",
    "non",
    "mais",
}
_LIST = {"", "ou", "et", "ou le", "et le", "ou bien", "ou encore"}


@dataclass
class Offer:
    """A day, or none yet, with its hours: each choice is the marks that bound one window."""

    day: Mark | None = None
    choices: list[list[Mark]] = field(default_factory=list)
    refused: list[Window] = field(default_factory=list)
    soon: Mark | None = None
    listed: bool = False  # after another: "mardi ou jeudi"

    def windows(self) -> list[Window] | None:
        """Its hours; the usual ones of a day without any; None when they do not go together."""
        if not self.choices:
            return self._rest_of_day()
        found = [window(choice) for choice in self.choices]
        return None if None in found else [w for w in found if w]

    def _rest_of_day(self) -> list[Window] | None:
        opens, closes = DAY
        for part in self.refused:
            rest = without(part)
            if rest is None:
                return None
            opens, closes = max(opens, rest[0]), min(closes, rest[1])
        return [(opens, closes)] if opens < closes else None


def offers_in(phrases: Sequence[Phrase], gaps: Sequence[str]) -> list[Offer] | None:
    """What is offered, in order; None when an hour may be of two days."""
    binding = _Binding()
    for phrase, gap in zip(phrases, gaps, strict=False):
        if phrase.refusal is not Refusal.TAKEN_BACK and not binding.take(phrase, gap):
            return None
    return binding.settled()


class _Binding:
    """The offers so far, and what still waits for its day."""

    def __init__(self) -> None:
        self.offers: list[Offer] = []
        self.dayless: list[list[Mark]] = []
        self.refused: list[Window] = []
        self.last: Phrase | None = None  # the last one with a day, refused or not
        self.day_refused = False

    def take(self, phrase: Phrase, gap: str) -> bool:
        """Add one phrase; False in doubt."""
        soon = phrase.marks[0].shape is Shape.SOON
        firm = any(m.firm for m in phrase.marks)
        if phrase.refusal and firm and phrase.day and phrase.refusal is not Refusal.REASON:
            return False
        if phrase.refusal and not firm:
            return soon or self._refuse(phrase, gap)
        if soon:
            self.offers.append(Offer(soon=phrase.marks[0]))
            self.last = phrase
            return True
        return self._day(phrase, gap) if phrase.day else self._hours(phrase.hours, gap)

    def settled(self) -> list[Offer] | None:
        """All of them; None when a refused day may lie in an offered stretch of days."""
        offers = self.offers + ([Offer(None, self.dayless)] if self.dayless else [])
        for offer in offers:
            days = offer.day.days if offer.day else None
            if days and days[0] != days[1] and self.day_refused:
                return None
            if offer.day and offer.day.loose and (offer.choices or offer.refused):
                return None
        return offers

    def _refuse(self, phrase: Phrase, gap: str) -> bool:
        bounds = [m for m in phrase.hours if m.shape in _OTHER_WAY]
        if len(bounds) == 1 == len(phrase.hours):
            if phrase.refusal is Refusal.REASON:
                return False
            other = replace(bounds[0], shape=_OTHER_WAY[bounds[0].shape])
            marks = [other if m is bounds[0] else m for m in phrase.marks]
            return self.take(Phrase(marks), gap)
        if phrase.day:
            self.last, self.day_refused = phrase, True
            return True
        return self._refuse_hours(phrase.hours)

    def _refuse_hours(self, hours: Sequence[Mark]) -> bool:
        offer = self.offers[-1] if self.offers else None
        if any(m.part is None for m in hours):
            return offer is None or bool(offer.choices)
        parts = [m.part for m in hours if m.part]
        (offer.refused if offer else self.refused).extend(parts)
        return True

    def _day(self, phrase: Phrase, gap: str) -> bool:
        offer = Offer(phrase.day, _choices(phrase.hours), list(self.refused))
        hours_first = phrase.marks[0].days is None
        if self.dayless:
            if not hours_first and (offer.choices or _OR & set(gap.split())):
                return False
            offer.choices = self.dayless + offer.choices
            self.dayless = []
        kept = self.last is not None and not self.last.refusal
        offer.listed = (
            kept and not hours_first and (gap in _LIST or self._after_weekday(phrase, gap))
        )
        self.offers.append(offer)
        self.last = phrase
        self._share()
        return True

    def _after_weekday(self, phrase: Phrase, gap: str) -> bool:
        """ "lundi, mardi, jeudi apres 14h"."""
        days = (self.last.day if self.last else None, phrase.day)
        return gap == "|" and all(day and day.weekday is not None for day in days)

    def _share(self) -> None:
        """ "jeudi ou vendredi 14h": the hour of both."""
        pairs = zip(self.offers[-2::-1], self.offers[::-1], strict=False)
        for earlier, offer in pairs:
            if not offer.listed or not earlier.day or earlier.choices:
                return
            earlier.choices = list(offer.choices)

    def _hours(self, hours: list[Mark], gap: str) -> bool:
        if self.last is None:
            return _add(self.dayless, hours, gap)
        if self.last.refusal:
            if not self.last.hours or self.last.day is None:
                return False
            self.offers.append(Offer(self.last.day))
            self.last = Phrase([self.last.day])
        if not self.offers or self.offers[-1].day is None:
            return False
        added = _add(self.offers[-1].choices, hours, gap)
        self._share()
        return added


def _choices(hours: list[Mark]) -> list[list[Mark]]:
    exact = [m for m in hours if m.shape in (Shape.AT, Shape.BETWEEN)]
    if len(exact) > 1:
        rest = [m for m in hours if m not in exact]
        return [[one, *rest] for one in exact]
    if len(hours) > 1 and all(m.part for m in hours):
        return [[one] for one in hours]
    return [hours] if hours else []


def _add(choices: list[list[Mark]], hours: list[Mark], gap: str) -> bool:
    """Another choice of hours, or a closer word on the last one ("demain soir, vers 7h").

    False when the words between may take the first one back ("10h, c'est violent, 14h").
    """
    new = _choices(hours)
    if choices and len(new) == 1:
        last, said = choices[-1], set(gap.split())
        bounds = {m.shape for m in (*last, *new[0])} == {Shape.AFTER, Shape.BEFORE}
        closer = all(m.part for m in last) and not any(m.part for m in new[0])
        if (closer and not said & _OR) or (bounds and "ou" not in said and window(last + new[0])):
            choices[-1] = last + new[0]
            return True
    if choices and set(gap.split()) - _SMALL:
        return False
    choices += new
    return True
