"""The shape of a sentence: what the catalogue holds before anything is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Tone = Literal["tu", "vous"]
TONES: tuple[Tone, ...] = ("tu", "vous")
_FIELD = re.compile(r"\{(\w+)(\??)\}")


class CatalogError(LookupError):
    """The catalogue was asked for what it cannot give: `what` names it (a key, a parameter)."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(f"{key}: {what}")
        self.key = key
        self.what = what


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a sentence, in *tu* and in *vous*.

    The short texts serve only when the longest names would break the segment budget.
    """

    tu: str
    vous: str
    tu_short: str | None = None
    vous_short: str | None = None

    def text(self, tone: Tone) -> str:
        """The French text in that tone."""
        return self.tu if tone == "tu" else self.vous

    def short(self, tone: Tone) -> str | None:
        """The shorter French text in that tone, if there is one."""
        return self.tu_short if tone == "tu" else self.vous_short

    def texts(self) -> Iterator[str]:
        """All four French texts that exist."""
        yield from (t for t in (self.tu, self.vous, self.tu_short, self.vous_short) if t)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a sentence: the one taken when every parameter of `when` is given.

    `when` maps a parameter to the value it must have, or to None for "any but empty".
    """

    name: str
    wordings: tuple[Wording, ...]
    when: Mapping[str, str | None] = field(default_factory=dict)

    def fits(self, params: Mapping[str, str]) -> bool:
        """Do these parameters call for this form?"""
        return all(
            params.get(name, "") == value if value is not None else params.get(name)
            for name, value in self.when.items()
        )


@dataclass(frozen=True)
class Sentence:
    """One sentence of the catalogue.

    `said` says when, in French, for docs/messages.md. `choices` names what each number means, in
    order. `template`: it may leave when WhatsApp's 24 h window is closed. `wide` is the budget
    in segments outside GSM-7 (PRODUCT section 7); in GSM-7 it is always 2. `defaults`
    replaces an empty parameter by the phrase of that name in the catalogue. `counts` fills a
    placeholder by a count in words: what is counted (messages.translations.PLURALS), and how many,
    a number or the name of a parameter.
    """

    key: str
    flow: str
    said: str
    forms: tuple[Form, ...]
    choices: tuple[str, ...] = ()
    template: bool = False
    first_contact: bool = False
    wide: int = 2
    subject: str | None = None
    translated: bool = True
    defaults: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, tuple[str, int | str]] = field(default_factory=dict)

    @property
    def mail(self) -> bool:
        """Is it an e-mail (no budget, always *vous*, always French)?"""
        return self.key.startswith("mail.")

    def form(self, params: Mapping[str, str]) -> Form:
        """The first form that fits; the last one fits always."""
        return next((f for f in self.forms if f.fits(params)), self.forms[-1])

    @cached_property
    def fields(self) -> frozenset[str]:
        """Every placeholder of any form."""
        texts = [t for f in self.forms for w in f.wordings for t in w.texts()]
        return frozenset().union(*(fields_of(t) for t in [*texts, self.subject or ""]))


def fields_of(text: str) -> frozenset[str]:
    """The placeholders of a text, optional ones included."""
    return frozenset(name for name, _ in _FIELD.findall(text))


def fill(key: str, text: str, params: Mapping[str, str]) -> str:
    """`text` with its placeholders replaced.

    A line with an optional placeholder, written `{name?}`, goes when that one is empty.
    Raises CatalogError naming a parameter that is missing; an empty one is not missing.
    """
    lines = [
        line
        for line in text.split("\n")
        if all(params.get(name) for name, mark in _FIELD.findall(line) if mark)
    ]

    def value(found: re.Match[str]) -> str:
        if found[1] not in params:
            raise CatalogError(key, f"parameter missing: {found[1].removeprefix('cap_')}")
        return params[found[1]]

    return _FIELD.sub(value, "\n".join(lines))


def one(tu: str, vous: str, tu_short: str | None = None, vous_short: str | None = None) -> Wording:
    """A wording, for the tables below."""
    return Wording(tu, vous, tu_short, vous_short)


def same(text: str) -> Wording:
    """A wording that says neither *tu* nor *vous*: for somebody nobody has told us of."""
    return Wording(text, text)


def plain(*wordings: Wording) -> tuple[Form, ...]:
    """A sentence of one form only."""
    return (Form("", wordings),)
