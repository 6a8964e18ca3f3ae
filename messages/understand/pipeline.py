"""The steps of understanding in the order of PRODUCT section 8, for one turn of a youth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.reading import Intent, Question, Reading, Safety, Sureness
from messages.understand import circumstances, expected, foreign, lexicon
from messages.understand.danger import Alarm, alarm, worse
from messages.understand.optout import NOT_STOP
from messages.understand.phones import phones_in, without_phones
from messages.understand.reflex import asked_out
from messages.understand.router import weighed
from messages.understand.text import LONGEST, Text, canonical, fold, normalise, pieces
from messages.understand.times import whens


@dataclass(slots=True)
class _Draft:
    """A reading being made: each step adds what it found and the rule that said so."""

    asked: Question | None
    intents: dict[Intent, str] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    choices: tuple[int, ...] = ()

    def add(self, intent: Intent, rule: str) -> None:
        self.intents.setdefault(intent, rule)


def read(
    texts: Sequence[str],
    *,
    asked: Question | None,
    now: datetime,
    tz: ZoneInfo,
    media: Sequence[str] = (),
    payload: str | None = None,
) -> Reading:
    """What one turn means: all its texts in order, after the question `asked`.

    `now` is aware; ranges come back in `tz`. `media` are MIME types; `payload` is the id of
    a button, a number or "stop". Never raises on any text.
    """
    whole = normalise("\n".join(texts))
    parts = [normalise(piece) for text in texts for piece in pieces(text)]
    alarms = [alarm(whole), *(alarm(part) for part in parts if len(parts) > 1)]
    draft = _Draft(asked)
    found = _gravest(alarms)
    language = foreign.language_of(whole.folded)
    for text in parts or [whole]:
        _opted(draft, text)
    _payload(draft, payload)
    if Intent.STOP not in draft.intents or whole.plain:
        _words(draft, whole, language)
    if language == "fr" and found.safety is Safety.NONE:
        _weigh(draft, whole)
    _danger(draft, found, whole)
    _media(draft, whole, media)
    if len(whole.raw) > LONGEST:
        draft.add(Intent.OTHER, "long")  # heard to its end for danger and STOP, read by a human
    return _reading(draft, found, whole, language, texts, now, tz, bool(media))


def _gravest(alarms: Sequence[Alarm]) -> Alarm:
    best = alarms[0]
    for other in alarms[1:]:
        if worse(best.safety, other.safety) is not best.safety:
            best = other
    rules = tuple(dict.fromkeys(r for a in alarms for r in a.rules))
    return Alarm(best.safety, best.danger, rules, best.lowered)


def _opted(draft: _Draft, text: Text) -> None:
    out = asked_out(text, foreign.language_of(text.folded))
    if out.stop:
        draft.add(Intent.STOP, out.rules[0])
        draft.intents.pop(Intent.START, None)
    elif out.start:
        draft.add(Intent.START, out.rules[0])
        draft.intents.pop(Intent.STOP, None)
    elif out.rules and re.search(
        r"(?<!\w)(?:stop|pas (?:envie )?(?:d ?|que (?:vous|tu) )?arret\w*)(?!\w)", text.plain
    ):
        draft.add(Intent.OTHER, out.rules[0])


def _payload(draft: _Draft, payload: str | None) -> None:
    if payload is None:
        return
    value = payload.strip().lower()
    if value.isdecimal() and 1 <= int(value) <= 9:
        _choose(draft, (int(value),), "payload.number")
    elif value in {"stop", "start"}:
        draft.add(Intent(value), "payload.word")


def _choose(draft: _Draft, values: tuple[int, ...], rule: str) -> None:
    draft.choices = values
    draft.add(Intent.CHOICE, rule)
    means = expected.MEANS.get(draft.asked, {}) if draft.asked else {}
    if len(values) == 1 and values[0] in means:
        draft.add(means[values[0]], f"{rule}.means")


def _words(draft: _Draft, text: Text, language: str) -> None:
    if language != "fr":
        _foreign(draft, text, language)
    phones = phones_in(text.raw)
    words = canonical(fold(without_phones(text.raw))) if phones else text.plain
    if phones:
        draft.add(Intent.PHONE_CHANGE, "phones.given")
    numbers = (
        ()
        if phones and draft.asked is not Question.MENU4
        else expected.numbers(text, draft.asked, words)
    )
    if numbers and not draft.intents.keys() & {Intent.CHOICE}:
        _choose(draft, numbers, "expected.number")
    if language == "fr":
        _french(draft, text)


_DECIDED = {Intent.STOP, Intent.START, Intent.CHOICE}
_SURE = re.compile(r".*\.word|phones\.given|emoji\..*")


def _weigh(draft: _Draft, text: Text) -> None:
    """The second opinion on what the rules said; numbers, phones, STOP and START are theirs."""
    if not text.plain or draft.intents.keys() & _DECIDED:
        return
    sure = {i for i, rule in draft.intents.items() if _SURE.fullmatch(rule)}
    if sure and lexicon.answers_only(text):
        return
    denied = lexicon.denied(text)
    if draft.intents.get(Intent.OTHER) == NOT_STOP.name:
        denied = denied | _SAID_OF_STOP
    held = weighed(text, draft.asked, draft.intents.keys()) - denied or {Intent.OTHER}
    _without(draft.intents, set(draft.intents) - held - sure)
    for intent in sorted(held):
        draft.add(intent, f"model.{intent.value}")


def _foreign(draft: _Draft, text: Text, language: str) -> None:
    intents, rules = foreign.foreign_intents(text.folded, language)
    draft.add(Intent.LANGUAGE, f"language.{language}")
    for intent, rule in zip(sorted(intents), rules, strict=True):
        if intent is not Intent.OTHER or len(intents) == 1:
            draft.add(intent, rule)
    if draft.asked is Question.FIRST_CONTACT and Intent.YES in intents:
        _without(draft.intents, {Intent.HUMAN})  # we asked whether we may call
    if draft.asked in {Question.REMINDER, Question.FOLLOWUP}:
        if intents & {Intent.YES, Intent.NO, Intent.LATER}:
            _without(draft.intents, {Intent.AVAILABILITY})
        if Intent.LATER in intents:
            _without(draft.intents, {Intent.NO})
    if draft.asked is Question.MENU4 and (value := expected.menu_abroad(text)):
        draft.choices = (value,)
        draft.add(Intent.CHOICE, "expected.menu_abroad")


_NOT_AFTER_MENU = {Intent.YES, Intent.NO, Intent.HAS_SOLUTION, Intent.AVAILABILITY}
_BESIDE_STOP = {
    Intent.WRONG_NUMBER,
    Intent.HAS_SOLUTION,
    Intent.INSULT,
    Intent.THIRD_PARTY,
    Intent.NO,
    Intent.MOVED,
    Intent.PHONE_CHANGE,
    Intent.WHO,
}
_BESIDE_START = {Intent.HAS_SOLUTION, Intent.INSULT, Intent.THIRD_PARTY, Intent.NO}
_SAID_OF_STOP = {Intent.NO, Intent.WHO, Intent.WRONG_NUMBER}


def _french(draft: _Draft, text: Text) -> None:
    found = lexicon.french(text, draft.asked)
    if draft.asked is Question.MENU4 and not draft.choices:
        _menu(draft, text, found)
    if draft.choices:
        _beside_choice(draft, text, found)
    if draft.intents.keys() & {Intent.STOP, Intent.START}:
        _beside_stop(draft, text, found)
    if draft.intents.get(Intent.OTHER) == NOT_STOP.name:
        _without(found, _SAID_OF_STOP)
    for intent, rule in found.items():
        draft.add(intent, rule)


def _beside_choice(draft: _Draft, text: Text, found: dict[Intent, str]) -> None:
    """What may still be said beside a number: "1 lundi" is a yes and a day."""
    if draft.asked is Question.MENU4:
        _without(found, _NOT_AFTER_MENU)
    elif draft.asked is not Question.FIRST_CONTACT or Intent.YES not in draft.intents:
        _without(found, {Intent.AVAILABILITY, Intent.NO} - draft.intents.keys())
    elif found.keys() & {Intent.AVAILABILITY}:
        _without(found, {Intent.LATER})


def _without(found: dict[Intent, str], intents: set[Intent]) -> None:
    for intent in intents:
        found.pop(intent, None)


def _beside_stop(draft: _Draft, text: Text, found: dict[Intent, str]) -> None:
    """What may still be said in the text of a STOP or a START."""
    kept = _BESIDE_START if Intent.START in draft.intents else set(_BESIDE_STOP)
    if not text.asks:
        kept = kept - {Intent.WHO}
    if not text.core.startswith("non "):
        kept = kept - {Intent.NO}
    if "numero" in text.plain and not phones_in(text.raw):
        kept = kept - {Intent.PHONE_CHANGE}
    _without(found, set(found) - kept)


def _menu(draft: _Draft, text: Text, found: dict[Intent, str]) -> None:
    values, alone = expected.menu_words(text)
    if not values or Intent.HAS_SOLUTION in found or Intent.NO in found or Intent.WHO in found:
        return
    draft.choices = values
    draft.add(Intent.CHOICE, "expected.menu_word")
    found.pop(Intent.HUMAN, None)
    if not alone:
        draft.add(Intent.OTHER, "expected.menu_sentence")
        found.pop(Intent.YES, None)


_BESIDE_DANGER = {
    Intent.DISTRESS,
    Intent.STOP,
    Intent.START,
    Intent.HUMAN,
    Intent.CHOICE,
    Intent.LANGUAGE,
    Intent.OTHER,
    Intent.PHONE_CHANGE,
    Intent.YES,
    Intent.INSULT,
}
_CLOSE = re.compile(
    r"(?:cest|je suis|suis|ici|moi cest) (?:son|sa)"
    r" (?:pere|mere|frere|soeur|pote|ami|amie|copain|copine|tante|oncle|cousine?|mari|femme|grand)"
)
_CALLS = re.compile("parl|appel|quelquun|human|talk|hablar|call")


def _danger(draft: _Draft, found: Alarm, text: Text) -> None:
    died = circumstances.death_told(text)
    if died:
        draft.add(Intent.THIRD_PARTY, circumstances.DEATH.name)
    if found.safety is Safety.NONE:
        return
    if _CLOSE.search(text.core):
        draft.add(Intent.THIRD_PARTY, "third_party.in_danger")
    draft.add(Intent.DISTRESS, found.rules[0] if found.rules else "danger")
    if found.lowered and not set(draft.intents) - {Intent.DISTRESS}:
        draft.add(Intent.OTHER, "danger.lowered")
    kept = _BESIDE_DANGER | ({Intent.THIRD_PARTY} if died or _CLOSE.search(text.core) else set())
    if text.core.split()[:1] not in ([], ["oui"], ["ok"], ["daccord"], ["ouais"], ["1"]):
        kept = kept - {Intent.YES}
    if text.plain.isascii() and not _CALLS.search(text.plain):
        kept = kept - {Intent.HUMAN}
    _without(draft.intents, set(draft.intents) - kept)


def _media(draft: _Draft, text: Text, media: Sequence[str]) -> None:
    if media and not text.plain and not draft.choices:
        draft.intents.clear()
        draft.add(Intent.MEDIA_ONLY, "media.alone")
    if not draft.intents:
        if text.asks and not text.plain:
            draft.add(Intent.WHO, "question.mark")
        else:
            draft.add(Intent.OTHER, "unknown")


def _reading(
    draft: _Draft,
    found: Alarm,
    text: Text,
    language: str,
    texts: Sequence[str],
    now: datetime,
    tz: ZoneInfo,
    media: bool,
) -> Reading:
    spans = whens(text.plain, text.folded, now, tz)
    death = circumstances.death_told(text)
    safety = worse(found.safety, Safety.CONCERN) if death else found.safety
    return Reading(
        intents=frozenset(draft.intents),
        choices=draft.choices,
        safety=safety,
        danger=found.danger if found.safety is not Safety.NONE else None,
        when=spans
        if draft.intents.keys() & {Intent.AVAILABILITY, Intent.LATER, Intent.HUMAN, Intent.YES}
        else (),
        phones=phones_in("\n".join(texts)),
        language=language,
        sureness=_sureness(draft, safety, death),
        rules=tuple(dict.fromkeys((*found.rules, *draft.intents.values()))),
        death=death,
        away=circumstances.away(text),
        request=circumstances.data_request(text),
        loop_suspect=circumstances.looks_automatic(text),
        media=media,
    )


_ACT = {
    Intent.YES,
    Intent.NO,
    Intent.STOP,
    Intent.START,
    Intent.CHOICE,
    Intent.WHO,
    Intent.WRONG_NUMBER,
    Intent.LATER,
    Intent.THANKS,
    Intent.LANGUAGE,
}
_ECHO = {Intent.AVAILABILITY, Intent.PHONE_CHANGE, Intent.MOVED, Intent.HAS_SOLUTION}


def _sureness(draft: _Draft, safety: Safety, death: bool) -> Sureness:
    """Act; act and say back what was understood; ask once with numbers; or give to a human."""
    intents = set(draft.intents)
    if (
        death
        or safety is not Safety.NONE
        or intents
        & {Intent.HUMAN, Intent.OTHER, Intent.THIRD_PARTY, Intent.MEDIA_ONLY, Intent.INSULT}
    ):
        return Sureness.HUMAN
    if Intent.MAYBE in intents or any(r.startswith("model.") for r in draft.intents.values()):
        return Sureness.ASK
    return Sureness.ECHO if intents & _ECHO else Sureness.ACT
