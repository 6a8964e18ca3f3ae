"""The first thing read in every inbound text, always: is somebody in danger?

A wide net read by people (PRODUCT section 9): laughter, a trivial condition or a negation
lower an emergency to a concern, never to nothing.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from flows.reading import Danger, Safety
from messages.understand.concern_words import (
    CONCERN,
    HARMLESS,
    NOWHERE_CONCERN,
    SUICIDE_CONCERN,
    TRIVIAL_IF,
    WORDS,
)
from messages.understand.danger_signs import Sign, signs_in
from messages.understand.danger_words import CHILD, HARM, MEDICAL, NOWHERE, SUICIDE, VIOLENCE
from messages.understand.foreign import ANY_DANGER, FOREIGN_DANGER
from messages.understand.router import worries
from messages.understand.rule import Rule
from messages.understand.text import Text

LEVELS: tuple[tuple[Danger, Safety, tuple[Rule, ...]], ...] = (
    (Danger.CHILD, Safety.EMERGENCY, CHILD),
    (Danger.SUICIDE, Safety.EMERGENCY, SUICIDE),
    (Danger.VIOLENCE, Safety.EMERGENCY, VIOLENCE),
    (Danger.MEDICAL, Safety.EMERGENCY, MEDICAL),
    (Danger.NOWHERE, Safety.EMERGENCY, NOWHERE),
    (Danger.HARM_OTHERS, Safety.EMERGENCY, HARM),
    (Danger.SUICIDE, Safety.CONCERN, SUICIDE_CONCERN),
    (Danger.NOWHERE, Safety.CONCERN, NOWHERE_CONCERN),
    (Danger.OTHER, Safety.CONCERN, CONCERN),
    (Danger.OTHER, Safety.CONCERN, (WORDS,)),
)
_LEFT = 6  # words, the mark of the figure among them
RANK = {Safety.NONE: 0, Safety.CONCERN: 1, Safety.EMERGENCY: 2}
_DENIED = re.compile(
    r"(?:pas|jamais|aucune envie|loin d|sans|plus jamais)(?: (?:de|d|du tout|vraiment|non plus|me|envie|vouloir|que je|en train de|pense|a))*$"
)
_DENIAL_INSIDE = re.compile(
    r"^(?:je (?:vais|veux|compte|pense|voudrais|me|le|la|les)|jai|envie|il|elle)(?: \w+)? pas (?!ou\b|dou\b|de quoi)"
    r"(?!respire|dormi|mange|endroit|vivre|rester|etre en vie|me reveiller|naitre)"
    r"|^jai \w+ personne(?!\w)"
)
_OUTING = re.compile(
    r"(?<!\w)(?:festival|camping|vacances|scouts?|rando\w*|colo|bivouac|road ?trip)(?!\w)"
)
_DREAM = re.compile(
    r"(?:dans (?:la|une|le|un) (?:serie|film|chanson|jeu|clip|livre|manga|episode)|au cinema|sur netflix|dans fortnite|dans gta|paroles?)"
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """How much a text worries, about what, and which rules said so."""

    safety: Safety = Safety.NONE
    danger: Danger | None = None
    rules: tuple[str, ...] = ()
    lowered: bool = False  # laughter, a trivial condition or a denial took it down


def worse(one: Safety, other: Safety) -> Safety:
    """The graver of two levels."""
    return one if RANK[one] >= RANK[other] else other


def alarm(text: Text) -> Alarm:
    """The danger in one text, French lexicon first, then the other languages."""
    words = " ".join(HARMLESS.phrases.sub("_", clause) for clause in text.clauses)
    best = Alarm()
    rules: list[str] = []
    for danger, level, group in LEVELS:
        for rule in group:
            found = rule.found(words)
            if found is None or (danger is Danger.NOWHERE and _OUTING.search(words)):
                continue
            rules.append(rule.name)
            here = _weigh(text, words, found, danger, level)
            if RANK[here.safety] > RANK[best.safety] or best.danger is None:
                best = here
    for sign in signs_in(words):
        rules.append(sign.name)
        here = _sign(text, words, sign)
        if RANK[here.safety] > RANK[best.safety] or best.danger is None:
            best = here
    foreign = _foreign(text)
    if RANK[foreign.safety] > RANK[best.safety]:
        best = foreign
    if (
        best.safety is Safety.NONE
        and not best.lowered
        and not rules
        and len(text.plain) > 7
        and not _said_otherwise(words)
        and worries(words)
    ):
        return Alarm(Safety.CONCERN, Danger.OTHER, ("model.danger",))
    return Alarm(best.safety, best.danger, (*rules, *foreign.rules), best.lowered)


def _said_otherwise(words: str) -> bool:
    """A harmless figure was taken out and too little is left for the model to judge."""
    return "_" in words.split() and len(words.split()) <= _LEFT


def _weigh(text: Text, words: str, found: re.Match[str], danger: Danger, level: Safety) -> Alarm:
    soft = text.laughs or _denied(words, found) or TRIVIAL_IF.found(words) or _DREAM.search(words)
    if not soft:
        return Alarm(level, danger)
    if level is Safety.EMERGENCY:
        return Alarm(Safety.CONCERN, danger, lowered=True)
    return Alarm(Safety.CONCERN if _denied(words, found) else Safety.NONE, danger, lowered=True)


def _sign(text: Text, words: str, sign: Sign) -> Alarm:
    if not (text.laughs or TRIVIAL_IF.found(words) or _DREAM.search(words)):
        return Alarm(sign.level, sign.danger)
    level = Safety.CONCERN if sign.level is Safety.EMERGENCY else Safety.NONE
    return Alarm(level, sign.danger, lowered=True)


def _denied(words: str, found: re.Match[str]) -> bool:
    before = words[: found.start()].rstrip()
    return bool(_DENIED.search(before) or _DENIAL_INSIDE.search(found[0]))


def _foreign(text: Text) -> Alarm:
    best = Alarm()
    folded = text.folded.replace("ё", "е")
    if ANY_DANGER.search(folded) is None:
        return best
    for name, pattern, danger, level in FOREIGN_DANGER:
        if pattern.search(folded) and RANK[level] > RANK[best.safety]:
            lowered = text.laughs and level is Safety.EMERGENCY
            best = Alarm(Safety.CONCERN if lowered else level, danger, (name,), lowered)
    return best
