"""When two meanings meet in one French text: which one holds, by the question asked."""

# ruff: noqa: E501
from __future__ import annotations

import re

from flows.reading import Intent, Question
from messages.understand.answer_words import ANSWERS, CORE
from messages.understand.last_word import NAME, last_word
from messages.understand.text import Text

FOUND = dict[Intent, str]

PERMITS = re.compile(
    r"(?:vous pouvez|tu peux)(?: \w+)? (?:mappeler|appeler|me rappeler|rappeler|me joindre|me contacter|mecrire)"
)
PROUD = re.compile(r"merci (?:pour rien|mais non)|pas merci|merci de rien")
SOFT_MAYBE = re.compile(
    r"si (?:possible|vous voulez|tu veux)|possible|je (?:te|vous|redis|dis|redirai|dirai)|redis|jusqu"
)
FAR = re.compile(
    r"cette semaine|pas (?:la|tout de suite|maintenant)|mois|vacances|examens|semaine prochaine|ville|plus tard|dans (?:\w+ )?semaines?|jusqu"
)
REFUSED_TIME = re.compile(
    r"^(?:non )?pas (?:avant|le|la|ce|cette|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourdhui|matin|apres|trop tot|tot)"
)
LEAVE_ASK = re.compile(
    r"decal|report|autre (?:jour|date|moment|creneau)|chang|deplac|plutot|a la place|au lieu|(?:en )?reprendre un autre|remet (?:ca )?quand|on remet|remettre a|proposer une autre|annul\w+ \w+ (?:et |mais )?(?:gard|met)|mais (?:oui )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi) (?:oui|je peux|si possible)|possible (?:de|a|lundi|mardi|mercredi|jeudi|vendredi)"
)
YES_LEAD = re.compile(
    r"^(?:\w+ ){0,1}?(?:oui|ok|daccord|carrement|ouais|yes|grave|volontiers|vas y|bien sur|go)(?!\w)"
)
NO_LEAD = re.compile(r"^(?:non|nop|jamais|pas question|pas du tout|pas interess)(?!\w)")
REJECT = re.compile(
    r"^non (?:non )?(?:merci )?(?:mais )?(?:je (?:veux|voudrais|suis|serai|peux|viens|confirme|tinquiete|rigole)|jarrive|tinquiete|pas de|aucun|cest moi|jai pas dit|sans)(?! pas)"
)
DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|quand"
_MAYBE_SAID = dict(ANSWERS)[Intent.MAYBE]
_ASKS_WHO = re.compile(r"(?<!\w)qui(?!\w)")
_MOVING = re.compile(r"decal|report|autre (?:jour|date|moment)|chang|deplac")
_NOBODY = re.compile(
    r"(?:connai\w*|ya|il y a|y a) (?:personne|pas) (?:de|du|qui)|cest (?:pas|plus) (?:elle|lui)"
)
_HALF_YES = re.compile(
    r"moitie|normalement|en principe|logiquement|enfin je (?:crois|pense)|oui et non|^si (?!si|c)\w+.* oui$"
)
_ASKS_HERS = re.compile(r"(?:demande\w*|parle\w*|vois) (?:ca )?(?:a|avec) (?:ma|mon|mes)(?!\w)")
_MACHINE = re.compile(r"robot|bot|machine")

# What a meaning silences when it is there, in this order.
_SILENCES: tuple[tuple[Intent, frozenset[Intent]], ...] = (
    (
        Intent.THIRD_PARTY,
        frozenset(
            set(Intent)
            - {
                Intent.THIRD_PARTY,
                Intent.STOP,
                Intent.START,
                Intent.MAYBE,
                Intent.CHOICE,
                Intent.THANKS,
                Intent.INSULT,
                Intent.DISTRESS,
                Intent.LANGUAGE,
                Intent.MEDIA_ONLY,
                Intent.OTHER,
            }
        ),
    ),
    (
        Intent.WRONG_NUMBER,
        frozenset(
            {
                Intent.NO,
                Intent.HAS_SOLUTION,
                Intent.YES,
                Intent.LATER,
                Intent.PHONE_CHANGE,
                Intent.AVAILABILITY,
            }
        ),
    ),
    (
        Intent.WHO,
        frozenset(
            {
                Intent.PHONE_CHANGE,
                Intent.YES,
                Intent.NO,
                Intent.MAYBE,
                Intent.HUMAN,
                Intent.LANGUAGE,
                Intent.AVAILABILITY,
            }
        ),
    ),
    (
        Intent.LANGUAGE,
        frozenset({Intent.NO, Intent.MAYBE, Intent.HUMAN, Intent.LATER, Intent.AVAILABILITY}),
    ),
    (Intent.MOVED, frozenset({Intent.LATER, Intent.NO, Intent.HUMAN, Intent.AVAILABILITY})),
    (Intent.PHONE_CHANGE, frozenset({Intent.LATER, Intent.NO, Intent.HUMAN, Intent.AVAILABILITY})),
)


def settle(text: Text, asked: Question | None, found: FOUND) -> None:
    """Drop from `found` the meanings that others silence, in place."""
    if PROUD.search(text.plain):
        drop(found, Intent.THANKS, Intent.YES)
    _people(text, found)
    _yes_or_no(text, found)
    _help(text, found)
    _maybe_when(text, found)
    _call_when(text, asked, found)
    if asked is Question.SLOT:
        _slot(text, found)
    if (
        asked is Question.REMINDER
        and LEAVE_ASK.search(text.plain)
        and found.keys() & {Intent.LATER, Intent.AVAILABILITY}
    ):
        found.setdefault(Intent.LATER, "reminder.move")
        drop(found, Intent.HUMAN, Intent.YES, Intent.MAYBE, Intent.NO)
    _later(text, asked, found)
    _last_word(text, asked, found)


def _last_word(text: Text, asked: Question | None, found: FOUND) -> None:
    """Answered twice, or denied: what holds, over all that was read of the single words."""
    answer = last_word(text, asked)
    if answer is None:
        return
    drop(found, Intent.YES, Intent.NO, Intent.MAYBE)
    if answer is Intent.NO:
        drop(found, Intent.WHO, Intent.HUMAN)
    if "attend" in text.plain:
        drop(found, Intent.LATER)  # "oui attends non" corrects, and puts nothing off
    found[answer] = f"{NAME}.{answer.value}"


def drop(found: FOUND, *intents: Intent) -> None:
    """Take these meanings out of `found`."""
    for intent in intents:
        found.pop(intent, None)


def _people(text: Text, found: FOUND) -> None:
    if Intent.WHO in found and _not_asking(text, found):
        drop(found, Intent.WHO)
    if re.search(r"(?:te|vous) connais", text.plain) and Intent.THIRD_PARTY not in found:
        drop(found, Intent.WRONG_NUMBER)
    asked_back = text.asks or _ASKS_WHO.search(text.plain)
    if Intent.WRONG_NUMBER in found and (_NOBODY.search(text.plain) or not asked_back):
        drop(found, Intent.WHO)
    for intent, silenced in _SILENCES:
        if intent in found:
            drop(found, *(silenced - _said_apart(text, intent, found)))


_YES_BUT_WHO = re.compile(
    r"^(?:\w+ )?(?:oui|ok|ouais|daccord|carrement) (?:mais|et|par contre|sauf que)(?!\w)"
)
_LEAVES = re.compile(
    r"^(?:ben |bah |euh )?(?:non|nop)(?!\w)|(?:peux|pourrai|viens|viendrai|serai) (?:pas|plus)"
)
_CALL_ME = re.compile(r"(?<!\w)r?appel\w+ (?:moi|direct\w*|plutot)(?!\w)")
_OF_ANOTHER = re.compile(r"(?<!\w)(?:il|elle) (?:a|est|vit|habite|bosse|travaille)(?!\w)")


def _said_apart(text: Text, intent: Intent, found: FOUND) -> set[Intent]:
    """What is said beside `intent` and not inside it: "oui mais c'est qui", "non, j'ai demenage"."""
    if intent is Intent.WHO and _YES_BUT_WHO.search(text.plain):
        return {Intent.YES}
    if intent is Intent.MOVED and _LEAVES.search(text.core):
        return {Intent.NO}
    if intent is Intent.LANGUAGE and _CALL_ME.search(text.plain):
        return {Intent.HUMAN}
    if intent is Intent.THIRD_PARTY and _OF_ANOTHER.search(text.plain):
        return {Intent.HAS_SOLUTION, Intent.MOVED}
    return set()


def _not_asking(text: Text, found: FOUND) -> bool:
    """True when the "who" words are said inside an answer: "ouais si c'est gratuit"."""
    if text.asks or _ASKS_WHO.search(text.plain):
        return False
    machine = r"(?:pas|plus|marre|prefere|parler|veux).*(?:robot|bot|machine|humain)"
    if Intent.HUMAN in found and re.search(machine, text.plain):
        return True
    return bool(YES_LEAD.search(text.core) or re.search(r"depend|sais pas", text.plain))


def _yes_or_no(text: Text, found: FOUND) -> None:
    core = text.core[:80]  # a bare answer is short
    lead_yes = bool(YES_LEAD.search(core))
    if (
        Intent.MAYBE in found
        and CORE[Intent.MAYBE].found(core)
        and not CORE[Intent.YES].found(core)
    ):
        drop(found, Intent.YES, Intent.NO)
    if Intent.NO in found and Intent.YES in found:
        yes_wins = REJECT.search(core) or (lead_yes and not CORE[Intent.NO].found(core))
        drop(found, Intent.NO if yes_wins else Intent.YES)
    if Intent.NO in found and Intent.MAYBE in found:
        maybe_wins = _MAYBE_SAID.found(text.plain) and not NO_LEAD.search(core)
        drop(found, Intent.NO if maybe_wins else Intent.MAYBE)
    if (
        Intent.YES in found
        and Intent.MAYBE in found
        and not (lead_yes and not _HALF_YES.search(core))
    ):
        drop(found, Intent.YES)
    if Intent.HAS_SOLUTION in found:
        drop(found, Intent.LATER, Intent.AVAILABILITY, *(() if lead_yes else (Intent.YES,)))
        if NO_LEAD.search(core):
            found.setdefault(Intent.NO, "no.lead")


def _help(text: Text, found: FOUND) -> None:
    """A human wanted, beside a yes, a no, a solution or an insult."""
    words = text.plain
    if Intent.MAYBE in found and _ASKS_HERS.search(words):
        drop(found, Intent.HUMAN)
    if Intent.HUMAN in found:
        kept = (
            YES_LEAD.search(text.core)
            or PERMITS.search(words)
            or re.search("veux bien|aimerais", words)
        )
        drop(found, *(() if kept else (Intent.YES,)))
        if Intent.HAS_SOLUTION in found and not re.search("parler|appel", words):
            drop(found, Intent.HUMAN)
    if Intent.HUMAN in found and Intent.NO in found and re.search(r"pas.*parler", words):
        drop(found, Intent.NO if _MACHINE.search(words) else Intent.HUMAN)
    if Intent.NO in found:
        drop(found, Intent.THANKS)
    if Intent.INSULT in found:
        drop(found, Intent.LANGUAGE, Intent.HUMAN, Intent.YES, Intent.MAYBE)
        drop(found, *(() if _ASKS_WHO.search(words) else (Intent.WHO,)))


def _maybe_when(text: Text, found: FOUND) -> None:
    if Intent.MAYBE not in found or not found.keys() & {Intent.AVAILABILITY, Intent.LATER}:
        return
    if SOFT_MAYBE.search(text.plain) and not re.search("peut etre|sais pas|verra", text.plain):
        drop(found, Intent.MAYBE)
        return
    drop(found, Intent.AVAILABILITY)
    if found.get(Intent.LATER, "").startswith("times"):
        drop(found, Intent.LATER)


def _call_when(text: Text, asked: Question | None, found: FOUND) -> None:
    if Intent.HUMAN not in found:
        return
    if Intent.LATER in found and not re.search("parler a|humain|vraie?", text.plain):
        drop(found, Intent.HUMAN)
    elif Intent.AVAILABILITY in found and asked is Question.FIRST_CONTACT:
        drop(found, Intent.HUMAN)
        found.setdefault(Intent.YES, "yes.call_then")


def _slot(text: Text, found: FOUND) -> None:
    """After "when can we call?"."""
    if re.search(DAY, text.plain):
        drop(found, Intent.LATER)
    if Intent.AVAILABILITY in found:
        drop(found, Intent.HUMAN, Intent.HAS_SOLUTION, Intent.MAYBE)
        drop(found, *(() if NO_LEAD.search(text.core) else (Intent.NO,)))
        drop(found, *(() if FAR.search(text.plain) else (Intent.LATER,)))
    if REFUSED_TIME.search(text.core) and not FAR.search(text.plain):
        drop(found, Intent.NO, Intent.LATER)
        found.setdefault(Intent.AVAILABILITY, "times.refused")


def _later(text: Text, asked: Question | None, found: FOUND) -> None:
    if Intent.LATER in found and Intent.NO in found:
        no_said = NO_LEAD.search(text.core)
        if asked is Question.REMINDER or no_said:
            if not _MOVING.search(text.plain):
                drop(found, Intent.LATER)
            elif not no_said:
                drop(found, Intent.NO)
        else:
            drop(found, Intent.NO)
    if Intent.LATER in found and Intent.YES in found and asked is not Question.FIRST_CONTACT:
        drop(found, Intent.LATER)
