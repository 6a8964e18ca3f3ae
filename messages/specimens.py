"""Every text SAS can say, one by one: raw, with its longest values, and as an example.

The checks, docs/messages.md and the demo's page of messages all walk the catalogue through here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from messages.catalog import SENTENCES, Form, Sentence, Tone
from messages.catalog.languages import LANGUAGES, LONGEST, WORST_NAMES, Language
from messages.render import Channel, Rendered, context_of, render, source_text
from messages.sms import costly_letters
from messages.translations import Translation, translation
from messages.values import values_of
from messages.when import longest_read, longest_when, say_read, say_when

# What a demo page or a document shows: ordinary values, in nobody's life.
EXAMPLE: Mapping[str, str] = {
    "prenom": "Léa",
    "aig": "Karim",
    "service": "SAS",
    "source": "Mme Roux",
    "fin": "9801",
    "structure": "Maison des Possibles",
    "quoi": "prénom, téléphone, besoin",
    "code": "ABCD-1234",
    "lien": "https://sas.example/suivi/jeton",
    "jour": "30",
    "n": "7",
    "joints": "5",
    "reference": "2026-17",
}
_PARIS = ZoneInfo("Europe/Paris")
_NOW = datetime(2025, 3, 1, 12, tzinfo=_PARIS)
_CALL = datetime(2025, 3, 4, 18, 15, tzinfo=_PARIS)  # "mardi 4 mars à 18 h 15"
_READ = datetime(2025, 3, 2, 9, tzinfo=_PARIS)  # "demain vers 9 h"


@dataclass(frozen=True, slots=True)
class Specimen:
    """One text of the catalogue: sentence, form, wording, tone and language."""

    said: Sentence
    form: Form
    variant: int
    tone: Tone
    language: Language
    text: str
    short: str | None
    read_by: str | None

    @property
    def name(self) -> str:
        """How a check, a document or a person calls it."""
        context = context_of(
            self.said.key, self.form.name, self.language.tone(self.tone), self.variant
        )
        return f"{context}|{self.language.code}"

    def texts(self) -> tuple[str, ...]:
        """The raw text, and the short one when there is one."""
        return (self.text,) if self.short is None else (self.text, self.short)


def specimens(*languages: str) -> Iterator[Specimen]:
    """Every text, of these languages or of all. What a language lacks is not in it."""
    for code in languages or tuple(LANGUAGES):
        language = LANGUAGES[code]
        for said in SENTENCES.values():
            for form in said.forms:
                for tone in ("vous",) if said.mail else language.tones:
                    yield from _wordings(said, form, tone, language)


def _wordings(said: Sentence, form: Form, tone: Tone, language: Language) -> Iterator[Specimen]:
    for v, wording in enumerate(form.wordings):
        if language.code == "fr":
            text, short = Translation(wording.text(tone)), wording.short(tone)
        else:
            found = _translated(said, form, v, source_text(wording, tone, language), language, tone)
            if found is None:
                continue
            text, short = found
        yield Specimen(said, form, v, tone, language, text.text, short, text.read_by)


def _translated(
    said: Sentence, form: Form, v: int, french: str, language: Language, tone: Tone
) -> tuple[Translation, str | None] | None:
    context = context_of(said.key, form.name, language.tone(tone), v)
    found = translation(language.code, context, french)
    short = translation(language.code, context + "|short", french)
    return (found, short.text if short else None) if found else None


def params_of(one: Specimen, base: Mapping[str, str], quand: str, lu: str) -> dict[str, str]:
    """Values that call for this very form: the parameters that other forms need are empty."""
    needed = {name for form in one.said.forms for name in form.when}
    values = {**base, "quand": quand, "lu": lu, **dict.fromkeys(needed, "")}
    for name, value in one.form.when.items():
        given = {**base, "quand": quand, "lu": lu, "minor": "1"}
        values[name] = value if value is not None else given.get(name, "1")
    return values


def _longest(one: Specimen) -> dict[str, str]:
    quand, lu = longest_when(one.language.code), longest_read(one.language.code)
    return params_of(one, LONGEST, quand, lu)


def longest_values(one: Specimen) -> dict[str, str]:
    """The longest words that may fill each placeholder of this very text."""
    return values_of(one.said, _longest(one), one.language, None, None)


def worst(one: Specimen, *, shorter: bool = False) -> Rendered:
    """The SMS it becomes with its longest values: the biggest over the worst first names, which
    are hers and the aiguilleur's. `shorter`: in its short wording."""
    base = _longest(one)
    values = [{**base, "prenom": name, "aig": name} for name in WORST_NAMES]
    return max(
        (_render(one, each, "sms", shorter=shorter) for each in values),
        key=lambda r: (r.segments, r.units),
    )


def example(
    one: Specimen, channel: Channel = "sms", *, window_open: bool = True, shorter: bool = False
) -> Rendered:
    """The text as an ordinary person gets it. `shorter`: in its short wording."""
    code = one.language.code
    quand, lu = say_when(_CALL, _NOW, _PARIS, code), say_read(_READ, _NOW, _PARIS, code)
    values = params_of(one, EXAMPLE, quand, lu)
    return _render(one, values, channel, window_open, shorter)


def _render(
    one: Specimen,
    values: Mapping[str, str],
    channel: Channel,
    window_open: bool = True,
    shorter: bool = False,
) -> Rendered:
    return render(
        one.said.key,
        values,
        tone=one.tone,
        language=one.language.code,
        channel=channel,
        variant=one.variant,
        window_open=window_open,
        shorter=shorter,
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What the demo's page shows of one text: as an SMS and on WhatsApp, and the letters of the
    written text that would cost a segment if they were sent as they are. `short`: the SMS of the
    longest names, which takes the short wording."""

    name: str
    key: str
    said: str
    language: str
    tone: Tone
    right_to_left: bool
    sms: Rendered
    short: Rendered | None
    whatsapp: Rendered
    costly: tuple[str, ...]
    unread: bool


def shown(*languages: str) -> Iterator[Shown]:
    """Each message as it looks on a phone, for the demo page; e-mails are not in it."""
    for one in specimens(*languages):
        if not one.said.mail:
            whatsapp = example(one, "whatsapp")
            yield Shown(
                name=one.name,
                key=one.said.key,
                said=one.said.said,
                language=one.language.code,
                tone=one.tone,
                right_to_left=one.language.right_to_left,
                sms=example(one),
                short=worst(one, shorter=True) if one.short else None,
                whatsapp=whatsapp,
                costly=costly_letters(whatsapp.body) if one.language.latin else (),
                unread=one.language.code != "fr" and one.read_by is None,
            )
