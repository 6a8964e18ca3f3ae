"""When one turn says yes and no: a correction makes the last answer hold, as for numbers; what stays
contradictory is a maybe, which a human asks about (PRODUCT 8). Called by settle.py, before the
other meanings are weighed."""

# ruff: noqa: E501  (a phrase is read on one line)
from __future__ import annotations

import re

from flows.reading import Intent, Question
from messages.understand.text import Text

_LONGEST = 80  # a bare answer is short
# "non" that answers: not "oui non stop", "oui non pas de souci", "oui mais no stress".
_SCOPE = r"(?! (?:stop|stress|prob\w*|souci\w*|pas (?:de|demain|avant|apres|le|la|ce|cet|cette|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|maintenant|tout|trop)(?!\w)))"
_NO = rf"(?:bien sur|evidemment|mais|surement|carrement) que non|(?:non|no){_SCOPE}|jamais de la vie|jamais$"
_YES = r"(?:bien sur|evidemment|mais) que (?:oui|si)|oui|ouais|yes|si(?= (?:si|ok|oui|daccord|je veux bien|r?appel\w+)(?!\w)|$)"
_OK = r"ok|daccord|cest (?:bon|ok)|vas y|carrement|volontiers|bien sur(?! que)"  # acknowledges what comes, except after a correction
_JOKE = r"(?:je|j) (?:deconne|dec|rigole|plaisante|blague)|jrigole|cest une blague"
_TURNS = rf"pardon|enfin|en fait|attend(?:s|ez)?|mais|finalement|plutot|(?:je )?voulais dire|(?:je me suis )?trompee?|erreur|oups|euh|heu|ah|(?:je |jai )?(?:dis|dit|disais)|jai change(?:e)? davis|{_JOKE}"
_BESIDE = r"bonjour|bonsoir|salut|coucou|ou|merci|svp|bah|ben|bon|alors|donc|desole|lol|mdr|ptdr|hein|tinquiete|frere|madame|monsieur|oh|hum|hmm"
_WORD = re.compile(
    rf"(?:(?P<no>{_NO})|(?P<yes>{_YES})|(?P<ok>{_OK})|(?P<turn>{_TURNS})|(?P<beside>{_BESIDE}))(?: |$)"
)
# At the end of a sentence that began otherwise: "oui je veux bien. En fait non".
_TAIL = re.compile(
    r"^(?:(?P<yes>oui|ok|daccord|ouais)|non)(?!\w).* (?:en fait|finalement|enfin|pardon|attends|attendez|ah|mais(?= non)) (?:(?P<no>non)|oui|si)(?: (?:merci|desole|laisse\w*|tomber|non))*$"
)
# The same in other words: "oui en fait laisse tomber", "non finalement je veux bien".
_BACK_OUT = re.compile(
    r"^(?:oui|ok|daccord|ouais) (?:en fait|finalement|enfin|attends|attendez|pardon) (?:(?:je |jai )?(?:veux|prefere|peux|prefererais) (?:pas|plus)$|(?:jai )?(?:pas|plus) (?:envie|besoin)(?! de (?:rien|ca))|laisse\w* (?:tomber|beton)|oublie\w*|cest mort|annule\w*)"
)
_COME_ROUND = re.compile(
    r"^(?:non )+(?:(?:en fait|finalement|enfin|attends|attendez|pardon) )+(?:je (?:veux bien|suis (?:daccord|ok|partante?|interessee?|chaude?))|ca minteresse|vas y|volontiers|carrement)(?! (?:pas|plus))"
)
# "je dis pas oui", "j'ai pas dit non": neither the one nor the other.
_NEITHER = re.compile(
    r"(?<!\w)(?:pas|jamais) (?:dit|dire) (?:oui|non)(?!\w)|(?<!\w)(?:dis|disais) (?:pas|jamais) oui(?!\w)|^(?:pas|jamais) oui$"
    r"|^(?:oui|ouais|ok) (?:ou pas|(?:enfin|mais) pas (?:trop|vraiment|sure?|encore))$"
)
_WHY_YES = re.compile(r"(?:vois|sais|comprends) pas pourquoi (?:\w+ ){0,3}(?:oui|accepte\w*)(?!\w)")
JOKING = re.compile(rf"^(?:(?:oui|non|ok|[1-9]) )+(?:{_JOKE})$")  # which of the two is the joke?
_CALL_THEN = re.compile(
    r"^(?:non )+(?:mais )?(?:(?:cest bon|tinquiete|pas de (?:souci|probleme)|ca va|oui|ok|mais) )+(?:vous pouvez |tu peux )?(?:m|me )?(?:r?appele[rz]|r?appelle)(?: moi)?(?: quand \w+ \w+)?$"
)
_DOUBLE = re.compile(r"^cest bon(?: la| pour linstant)?$")
_ABSENT = re.compile(
    r"(?<!\w)(?:je |jy )?(?:peux|pourrai|viens|viendrai|serai|irai)(?: \w+)? (?:pas|plus)(?: (?:la|venir|y aller|y etre|demain|dispo\w*|aller|etre la|du tout|finalement|desole))*$"
)
_COMES = re.compile(
    r"(?<!\w)(?:viens|viendrai|jarrive|jy vais|jy serai|serai la|suis la)(?! (?:pas|plus))(?!\w)"
)
_NO_MORE = re.compile(
    r"^(?:oui|ouais|ok|daccord|yes) (?:mais (?:cest )?plus la$|(?:.* )?plus (?:maintenant|du tout|aujourdhui|depuis)(?: \w+){0,3}$)"
)
_DENIED = re.compile(r"^(?:\w+ )?(?:bien sur|evidemment|mais|surement|carrement) que non(?!\w)")
_AGAINST = frozenset("👎❌🚫🙅✖⛔")
NAME = "last_word"


def last_word(text: Text, asked: Question | None) -> Intent | None:
    """Yes, no or maybe, when the words of the turn answer more than once or deny an answer; None
    when they answer once, or not at all, and other rules read them."""
    words = text.plain
    twice = _corrected(words) or _afterwards(text.core)
    if twice:  # a relay is agreed to, and refused, in one answer: two are for her aiguilleur
        return Intent.MAYBE if asked is Question.RELAY_OFFER else twice
    if not words or len(words) > _LONGEST:
        return None
    if _WHY_YES.search(words) or _DENIED.match(words):
        return Intent.NO
    if asked in {Question.FIRST_CONTACT, Question.CALL_ANNOUNCED} and _CALL_THEN.search(text.core):
        return Intent.YES
    if JOKING.search(text.core) or _NEITHER.search(words):
        return Intent.MAYBE
    return _by_question(text, asked)


def _corrected(words: str) -> Intent | None:
    """The answers at the head of the text, until other words come."""
    said: list[Intent] = []
    turned, held, agreed = False, True, False
    for kind in _kinds(words):
        if kind == "turn":
            turned = True
            continue
        if kind == "beside" or (kind == "ok" and not turned):
            agreed = agreed or (kind == "ok" and not said)
            continue
        answer = Intent.NO if kind == "no" else Intent.YES
        if said:
            held = turned or (held and answer is said[-1])
        said.append(answer)
        turned = False
    if len(set(said)) < 2:
        return Intent.NO if agreed and said[:1] == [Intent.NO] else None
    return said[-1] if held else Intent.MAYBE


def _afterwards(core: str) -> Intent | None:
    if _BACK_OUT.match(core) or _COME_ROUND.match(core):
        return Intent.NO if _BACK_OUT.match(core) else Intent.YES
    found = _TAIL.match(core)
    if found is None or bool(found["yes"]) is not bool(found["no"]):
        return None
    return Intent.NO if found["no"] else Intent.YES


def _kinds(words: str) -> list[str]:
    found, at = [], 0
    while match := _WORD.match(words, at):
        found.append(match.lastgroup or "")
        at = match.end()
    return found


def _by_question(text: Text, asked: Question | None) -> Intent | None:
    """A yes that its own sentence takes back, and "c'est bon", which thanks as well as it agrees."""
    core = text.core
    if re.match(rf"(?:{_YES}|{_OK})(?!\w)", core) and not _AGAINST.isdisjoint(text.emoji):
        return Intent.MAYBE
    if _DOUBLE.match(core):
        sure = {Question.REMINDER, Question.CALL_ANNOUNCED}
        doubt = {Question.FIRST_CONTACT, Question.FOLLOWUP, Question.RELAY_OFFER, Question.SLOT}
        return Intent.YES if asked in sure else Intent.MAYBE if asked in doubt else None
    if asked is Question.REMINDER and re.match(r"(?:oui|ok|daccord)(?!\w)", core):
        return Intent.NO if _ABSENT.search(core) and not _COMES.search(core) else None
    if asked is Question.FOLLOWUP and _NO_MORE.match(core):
        return Intent.NO
    return None


__all__ = ["JOKING", "NAME", "last_word"]
