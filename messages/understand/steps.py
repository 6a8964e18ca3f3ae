"""The steps of understanding, in the order and by the names of PRODUCT section 8. `normalise` is
the turn itself (draft.py); each of these adds to a draft what it alone can tell."""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.reading import Intent, Question
from messages.understand import circumstances, foreign, last_word, lexicon
from messages.understand import expected as answers
from messages.understand.draft import Draft
from messages.understand.lexicon import NOT_COMING
from messages.understand.optout import NOT_STOP
from messages.understand.phones import phones_in, without_phones
from messages.understand.reflex import asked_out
from messages.understand.router import weighed
from messages.understand.settle import FOUND, drop
from messages.understand.text import LONGEST, Text, canonical, fold

Step = Callable[[Draft], None]

# --- danger

_BESIDE_DANGER = frozenset(
    {
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
)
_CLOSE = re.compile(
    r"(?:cest|je suis|suis|ici|moi cest) (?:son|sa)"
    r" (?:pere|mere|frere|soeur|pote|ami|amie|copain|copine|tante|oncle|cousine?|mari|femme|grand)"
)
_CALLS = re.compile("parl|appel|quelquun|human|talk|hablar|call")


def danger(draft: Draft) -> None:
    """Distress, and from then on only what may be said beside it."""
    turn, text = draft.turn, draft.turn.whole
    died = circumstances.death_told(text)
    if turn.in_danger:
        draft.kept = _beside_danger(text, died)
        draft.add(Intent.DISTRESS, next(iter(turn.alarm.rules), "danger"))
        if any(name.startswith("danger.cpf.") for name in turn.alarm.rules):
            draft.add(Intent.LANGUAGE, "language.creole")
        if _CLOSE.search(text.core):
            draft.add(Intent.THIRD_PARTY, "third_party.in_danger")
    if died:
        draft.add(Intent.THIRD_PARTY, circumstances.DEATH.name)


def _beside_danger(text: Text, died: bool) -> frozenset[Intent]:
    kept = set(_BESIDE_DANGER)
    if died or _CLOSE.search(text.core):
        kept.add(Intent.THIRD_PARTY)
    if text.core.split()[:1] not in ([], ["oui"], ["ok"], ["daccord"], ["ouais"], ["1"]):
        kept.discard(Intent.YES)
    if text.plain.isascii() and not _CALLS.search(text.plain):
        kept.discard(Intent.HUMAN)
    return frozenset(kept)


# --- opt-out

_SPEAKS_OF_STOP = re.compile(
    r"(?<!\w)(?:stop|pas (?:envie )?(?:d ?|que (?:vous|tu) )?arret\w*)(?!\w)"
)


def opt_out(draft: Draft) -> None:
    """STOP and START, text by text: the last one heard holds."""
    for text in draft.turn.parts:
        out = asked_out(text, foreign.language_of(text.folded))
        if out.stop:
            draft.add(Intent.STOP, out.rules[0])
            drop(draft.intents, Intent.START)
        elif out.start:
            draft.add(Intent.START, out.rules[0])
            drop(draft.intents, Intent.STOP)
        elif out.rules and _SPEAKS_OF_STOP.search(text.plain):
            draft.add(Intent.OTHER, out.rules[0])


# --- media and button


def media(draft: Draft) -> None:
    """A picture or a voice note without a word and without a button: a human looks."""
    turn = draft.turn
    if turn.media and not turn.whole.plain and not _button(turn.payload):
        if Intent.STOP not in draft.intents:
            draft.intents.clear()
            draft.add(Intent.MEDIA_ONLY, "media.alone")
        draft.whole = True


def payload(draft: Draft) -> None:
    """A button says its number, or stop or start; it needs no reading."""
    value = _button(draft.turn.payload)
    if value.isdecimal():
        choose(draft, (int(value),), "payload.number")
    elif value:
        draft.add(Intent(value), "payload.word")


def _button(payload: str | None) -> str:
    value = (payload or "").strip().lower()
    known = value.isdecimal() and 1 <= int(value) <= 9
    return value if known or value in {"stop", "start"} else ""


def choose(draft: Draft, values: tuple[int, ...], rule: str) -> None:
    """Numbers, and what a single one means after the question."""
    draft.choices = values
    draft.add(Intent.CHOICE, rule)
    asked = draft.turn.asked
    means = answers.MEANS.get(asked, {}) if asked else {}
    if len(values) == 1 and values[0] in means:
        draft.add(means[values[0]], f"{rule}.means")


# --- script and language


def language(draft: Draft) -> None:
    """Another language: its name, and what its own words mean."""
    turn = draft.turn
    if turn.language == "fr":
        return
    intents, rules = foreign.foreign_intents(turn.whole.folded, turn.language)
    draft.add(Intent.LANGUAGE, f"language.{turn.language}")
    for intent, rule in zip(sorted(intents), rules, strict=True):
        if intent is not Intent.OTHER or len(intents) == 1:
            draft.add(intent, rule)
    if turn.asked is Question.FIRST_CONTACT and Intent.YES in intents:
        drop(draft.intents, Intent.HUMAN)  # we asked whether we may call
    if turn.asked in {Question.REMINDER, Question.FOLLOWUP}:
        if intents & {Intent.YES, Intent.NO, Intent.LATER}:
            drop(draft.intents, Intent.AVAILABILITY)
        if Intent.LATER in intents:
            drop(draft.intents, Intent.NO)


# --- what the last question expected

_NOT_AFTER_MENU = (Intent.YES, Intent.NO, Intent.HAS_SOLUTION, Intent.AVAILABILITY)


def expected(draft: Draft) -> None:
    """A phone given; numbers, ordinals and the words of the menu, after the question."""
    text, asked = draft.turn.whole, draft.turn.asked
    if asked is Question.MENU4 and draft.turn.language != "fr":
        _menu_abroad(draft, text)
    phones = phones_in(text.raw)
    words = canonical(fold(without_phones(text.raw))) if phones else text.plain
    if phones and Intent.STOP not in draft.intents:
        draft.add(Intent.PHONE_CHANGE, "phones.given")
    if Intent.CHOICE not in draft.intents and not (phones and asked is not Question.MENU4):
        numbers = answers.numbers(text, asked, words)
        if numbers:
            choose(draft, numbers, "expected.number")
            _turned(draft, words)
    listens = asked is Question.MENU4 and Intent.STOP not in draft.intents
    if listens and draft.turn.language == "fr" and not draft.choices:
        _menu(draft, text)


def _turned(draft: Draft, words: str) -> None:
    """A number corrected by a later one: the "non" between them answers nothing, and a relay takes
    one answer only. "4 je deconne": a human asks which of the two was the joke."""
    if answers.takes_back(words):
        drop(draft.said, Intent.NO, Intent.MAYBE)
        if draft.turn.asked is Question.RELAY_OFFER:
            draft.add(Intent.OTHER, "expected.two_answers")
    elif last_word.JOKING.search(words):
        draft.add(Intent.OTHER, "expected.joke")


def _menu_abroad(draft: Draft, text: Text) -> None:
    value = answers.menu_abroad(text)
    if value:
        draft.choices = (value,)
        draft.add(Intent.CHOICE, "expected.menu_abroad")


def _menu(draft: Draft, text: Text) -> None:
    values, alone = answers.menu_words(text)
    said = draft.said
    if not values or said.keys() & {Intent.HAS_SOLUTION, Intent.NO, Intent.WHO}:
        return
    draft.choices = values
    draft.add(Intent.CHOICE, "expected.menu_word")
    drop(said, Intent.HUMAN)
    if not alone:
        draft.add(Intent.OTHER, "expected.menu_sentence")
        drop(said, Intent.YES)


# --- general lexicon

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
_SURE_NO = {NOT_COMING.name, "no.word"}  # "je viens pas et oubliez moi", "aucun, arretez"
_NO_LEAD = re.compile(r"(?:en fait |bon |finalement |mais )*non ")
_ASKS_WHO = re.compile(r"(?<!\w)(?:qui (?:tes|toi|vous)|(?:tes|cest|etes) qui)(?!\w)")
_NOT_HERS = re.compile(
    r"(?:pas|plus) (?:mon|son) (?:telephone|numero)|(?:pas|plus) (?:a elle|a lui)"
    r"|cest a (?:mon|ma)(?: \w+){1,3} maintenant|^(?:cest )?pas moi(?! qui)"
)
_GRATEFUL = re.compile(
    r"merci (?:\w+ )?(?:pour (?!rien)|a (?:vous|la|lui|elle)(?!\w)|infiniment)|merci beaucoup"
)
_CREOLE = re.compile(r"(?<!\w)(?:mwen|moin|ekri|voye|anko|mesaj|souple|sispann|zot)(?!\w)")
_OF_A_MEETING = {Question.REMINDER, Question.FOLLOWUP}
_YES_TO_IT = re.compile(r"oui (?!stop|arret|cess|supprim|enlev|retir|plus|merci d)")
_SAID_OF_STOP = {Intent.NO, Intent.WHO, Intent.WRONG_NUMBER}


def general(draft: Draft) -> None:
    """What French words mean, beside what is known already."""
    if draft.turn.language != "fr":
        return
    text, said = draft.turn.whole, draft.said
    if draft.choices:
        _beside_choice(draft, said)
    if draft.intents.keys() & {Intent.STOP, Intent.START}:
        _beside_stop(draft, text, said)
    if draft.intents.get(Intent.OTHER) == NOT_STOP.name:
        drop(said, *_SAID_OF_STOP)
    for intent, rule in said.items():
        draft.add(intent, rule)


def _beside_choice(draft: Draft, said: FOUND) -> None:
    """What may still be said beside a number: "1 lundi" is a yes and a day."""
    asked = draft.turn.asked
    if asked is Question.MENU4:
        drop(said, *_NOT_AFTER_MENU)
    elif asked is not Question.FIRST_CONTACT or Intent.YES not in draft.intents:
        drop(said, *({Intent.AVAILABILITY} - draft.intents.keys()))
        if not _takes_back_a_yes(draft, said):
            drop(said, *({Intent.NO} - draft.intents.keys()))
    elif Intent.AVAILABILITY in said:
        drop(said, Intent.LATER)


def _takes_back_a_yes(draft: Draft, said: FOUND) -> bool:
    """ "1 non", "1 mais je peux pas venir": the number and the words contradict each other."""
    bare = said.get(Intent.NO) in _SURE_NO or "non" in draft.turn.whole.plain.split()
    return Intent.YES in draft.intents and bare


def _beside_stop(draft: Draft, text: Text, said: FOUND) -> None:
    """What may still be said in the text of a STOP or a START."""
    kept = _BESIDE_START if Intent.START in draft.intents else set(_BESIDE_STOP)
    if draft.turn.asked is Question.REMINDER and NOT_COMING.found(text.plain):
        said.setdefault(Intent.NO, NOT_COMING.name)
    if not text.asks and not _ASKS_WHO.search(text.plain):
        kept = kept - {Intent.WHO}
    if not _NO_LEAD.match(text.core) and said.get(Intent.NO) not in _SURE_NO:
        kept = kept - {Intent.NO}
    if draft.turn.asked in _OF_A_MEETING and _YES_TO_IT.match(text.core):
        kept = kept | {Intent.YES}
    if not phones_in(text.raw):
        kept = kept - {Intent.PHONE_CHANGE}
    if _GRATEFUL.search(text.plain):
        kept = kept | {Intent.THANKS}
    drop(said, *(set(said) - kept))
    if Intent.STOP in draft.intents:
        if _NOT_HERS.search(text.plain) and Intent.THIRD_PARTY not in said:
            said.setdefault(Intent.WRONG_NUMBER, "wrong_number.beside_stop")
            drop(said, Intent.NO)
        if _CREOLE.search(text.folded):
            said.setdefault(Intent.LANGUAGE, "language.creole")


# --- careful fuzzy

_DECIDED = {Intent.STOP, Intent.START, Intent.CHOICE}
_SURE = re.compile(r".*\.word|phones\.given|emoji\..*")


def fuzzy(draft: Draft) -> None:
    """The model's second opinion on French words; numbers, phones, STOP, START and a bare answer
    are the rules', and a danger needs none."""
    turn, text = draft.turn, draft.turn.whole
    if turn.language != "fr" or turn.in_danger or not text.plain:
        return
    if draft.intents.keys() & _DECIDED:
        return
    if any(rule.startswith(last_word.NAME) for rule in draft.intents.values()):
        return  # she said it twice: the rules know which holds
    sure = {i for i, rule in draft.intents.items() if _SURE.fullmatch(rule)}
    if sure and lexicon.answers_only(text):
        return
    denied = lexicon.denied(text)
    if draft.intents.get(Intent.OTHER) == NOT_STOP.name:
        denied = denied | _SAID_OF_STOP
    held = weighed(text, turn.asked, draft.intents.keys()) - denied or {Intent.OTHER}
    drop(draft.intents, *(set(draft.intents) - held - sure))
    for intent in sorted(held):
        draft.add(intent, f"model.{intent.value}")


# --- unknown


def unknown(draft: Draft) -> None:
    """Whatever nobody understood goes to a human: a lone question mark asks who we are; so does
    a text too long for more than danger and STOP."""
    text = draft.turn.whole
    if draft.turn.alarm.lowered and draft.offered == {Intent.DISTRESS}:
        draft.add(Intent.OTHER, "danger.lowered")
    if not draft.intents:
        lone = text.asks and not text.plain
        draft.add(*((Intent.WHO, "question.mark") if lone else (Intent.OTHER, "unknown")))
    if len(text.raw) > LONGEST:
        draft.add(Intent.OTHER, "long")


STEPS: tuple[tuple[str, Step], ...] = (
    ("danger", danger),
    ("opt-out", opt_out),
    ("media", media),
    ("button payload", payload),
    ("script and language", language),
    ("what the last question expected", expected),
    ("general lexicon", general),
    ("careful fuzzy", fuzzy),
    ("unknown", unknown),
)
"""PRODUCT section 8, after `normalise`."""


__all__ = ["STEPS"]
