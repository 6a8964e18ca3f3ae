"""The second step of reading times: which of the days and hours named are refused or taken back."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from messages.understand.time_marks import Mark, Shape


class Refusal(StrEnum):
    """Where the words that refuse a phrase stand."""

    HEAD = "head"
    TAIL = "tail"  # the tail says no and nothing else
    REASON = "reason"  # the tail has a refusal among other words
    TAKEN_BACK = "taken_back"


@dataclass
class Phrase:
    """Marks said in one breath: "demain a 14h", "8h du soir demain"."""

    marks: list[Mark]
    refusal: Refusal | None = None
    corrects: bool = False
    agreed: bool = field(default=False)

    @property
    def day(self) -> Mark | None:
        return next((m for m in self.marks if m.days), None)

    @property
    def hours(self) -> list[Mark]:
        return [m for m in self.marks if not m.days]

    @property
    def stands(self) -> bool:
        """True when words after it speak of the hours that follow: "lundi je peux pas le matin"."""
        return self.day is not None or any(m.firm for m in self.marks)


_SOFT = re.compile(
    r"(?:(?:le|la|l|les|du|de|d|a|au|en|dans|vers|ver|pour|par|environ|genre|svp)(?: |$))*"
)
_BREAK = re.compile(
    r"\||(?<!\w)(?:mais|par contre|sinon|plutot|donc|alors|du coup|enfin|et puis|finalement|en fait|en revanche|on (?:remet|decale|reporte|peut(?! pas)))(?!\w)"
    r"|(?<!\w)(?<!vous )(?<!tu )(?<!pas )(?<!avez )(?=(?:appelez|rappelez|appelle|rappelle)(?!\w))|(?<!\w)(?=je (?:rentre|reviens)(?!\w))"
)
_DUTY = r"(?:cours|rendez vous|ecole|lycee|fac|travail|travailler|formation|stage|sport|entretien|exam\w*|partiels?|controle|kine|dentiste|medecin|entrainement|match)"
_FREE_THING = r"(?:creneau|moment|trou|pause|temps|dispo|question|telephone|numero|apres midi|matin|journee|nouveau)"
_OFFERS = r"(?:(?:te|vous|me|le|y|en) )?(?:peux|pourr\w+|suis|serai|veux|voudrais|prefer\w+|pense|crois|di[st]?|capte|attends?|sais|repond\w*|fini\w*|confirme|choisi\w*|prends|viens|viendrai|rentre|reviens|rappel\w*|appel\w*|propose|souhait\w*|demande|note|vote|reste)(?!\w)"
_J_VERB = r"j(?!ai(?!\w)|aimerai|attend|arriv|arrete|espere|esuis|habite|eu|our|am|oi|uin|uil|us|an|on)[aeiouy]\w{3,}"
_NO_DUTY = r"(?:pas|plus|rien|que|tout|bien|vu|recu|lu|dispo|libre|compris|hate|besoin|envie|pause|le|la)(?!\w)"
_FREE = re.compile(  # looks like a refusal and is none
    rf"(?<!\w)(?:pas (?:de |un )?(?:probleme|soucis?)|pas (?:grave|mal|trop (?:tard|tot)|besoin|maintenant|tout de suite)|pourquoi pas|si (?:ca|cela) (?:(?:vous|te) )?(?:derange|embete|gene) pas|oubli\w* pas|aucun (?:probleme|souci)"
    rf"|sans (?:probleme|souci|faute)|(?:travail\w*|bosse) (?:pas|plus)|(?:jai |ya |y a )?(?:pas|plus|rien)(?: de| d)? {_DUTY}|je vais etre (?:dispo|libre|la)|(?:jai|fais) rien(?: de prevu| a faire)?)(?!\w)"
)
_NO = re.compile(
    r"(?<!\w)(?:pas|jamais|ni|sauf|hors|excepte|a part|sans|impossible|indispo\w*|occupee?|prise?|absente?|mort|complique|(?:cest|etre) (?:trop )?chaud|(?:peux|suis|m?arrange|marche|va|pourrai) plus|si (?:je|jai)|trop (?:tot|tard|loin)"
    r"|travail(?:le|les|ler)|au travail|en (?:cours|stage|formation|vacances|conges?|deplacement|voyage)|garde|dors|devais|devait|deviez|aviez|avait|attendu|avez (?:dit|r?appell?e)|creve|fatigue|malade|bloquee?"
    r"|(?:je|on) (?:suis|est|sera|serai) (?:a(?! la maison)|au|aux|chez(?! moi)|en(?! pause)|dans)"
    rf"|jai (?:un|une|mon|ma|mes|autre|des|du)(?! {_FREE_THING})|jai (?!{_NO_DUTY})\w+$"
    r"|bof|faut que|ferie|anniv\w*|depuis|commence|arrete[zr]? d\w*|m?r?appel\w* plus(?! tard| tot)|(?:fait|un peu) (?:tot|tard)"
    rf"|je (?!{_OFFERS})\w+|{_J_VERB}|suis$"
    r"|sais rien|non plus|annul\w+|au lieu d[eu]?|a la place d[eu]?|cest quand|quelle heure"
    r"|je (?:me )?(?:pars|leve|couche|reveille|dois|vais|vois|demenage)|jarrive|(?:le|un|mon) (?:bus|train|avion)"
    rf"|(?:jai|ai|avais) (?:du |un |une |mon |deja |encore )*{_DUTY})(?!\w)"
)
_BARE_NO = re.compile(
    r"(?:(?:et|ou|mais|avec|tout|toute|la|semaine|nimporte|quand) )*(?:pas|sauf|ni|jamais|hors|excepte|a part|sans)(?: (?:le|la|les|l|ce|de|du|a|au|en|trop))*"
)
_INSTEAD = re.compile(
    r"(?:(?:plutot|mieux|mais) )*(?:que|au lieu d[eu]?|a la place d[eu]?)(?: (?:le|la))?"
)
_MOVED = re.compile(r"(?<!\w)(?:decal|report|repouss|remet|deplac|boug)\w*(?!\w)")
_TO = {"a", "au", "pour", "sur", "vers"}
_YES = re.compile(
    r"(?:(?:je|ca|cest|moi|la|on|pour|me|tout|par|contre) )*(?:oui|ok|daccord|bon|peux(?! pas| plus)|possible|dispo|libre|va(?! pas)|marche(?! pas)|nickel|parfait|mieux|suis (?:dispo|libre|la)|convient|m?arrange(?! pas| plus))(?!\w)"
)
_ONLY_NO = re.compile(
    r"(?:(?:non|ah|en|fait|desole|je|on|ca|cest|sera|est|la|moi|pour|trop|vraiment|va|etre|euh|aussi|suis|jai|y|serai) )*"
    rf"(?:(?:peux|pourrai|pourrais|peut) (?:pas|plus)|impossible|mort|(?:pas|plus) (?:possible|dispo|libre|la)|travail(?:le|ler)|non|(?:marche|va) pas|occupee?|prise?|indispo\w*|en cours|dors|complique|pas|trop (?:tot|tard|loin)|{_DUTY})"
    r"(?: (?:du|tout|desole|non|plus|aussi|merci|svp|la|vraiment|moi))*"
)
_REASON = re.compile(
    r"^(?:car |parce que )?(?:avant|apres)(?!\w)|(?<!\w)(?:avant|apres)(?: ca)?$"
)  # "a partir de 16h jai ecole avant"
_WORDS_OF_CORRECTION = r"(?:non|pardon|plutot|enfin|en fait|finalement|erreur|oups|je voulais dire|je me suis trompee?)"
_CORRECTION = re.compile(
    rf"(?:(?:ah|euh|oh|bah|ben|et|ou|mais|attends|desole|mince|\|) )*{_WORDS_OF_CORRECTION}(?: (?:{_WORDS_OF_CORRECTION}|ah|euh|cest|mieux|le|la|a|vers|pour|attends|desole|\|))*"
)
_SHIFT = re.compile(r"(?<!\w)(?:plutot|finalement|non|prefere|preference)(?!\w)")
_CARRIED = {"", "ou", "et", "ni", "ou le", "et le", "ni le", "ou la", "comme", "et aussi"}


def phrases_of(said: str, marks: list[Mark]) -> list[Phrase]:
    """The marks, put together where only small words stand between them."""
    phrases: list[Phrase] = []
    for at, mark in enumerate(marks):
        last = phrases[-1] if phrases else None
        if last is None or not _together(said, last, mark, marks[at + 1 : at + 2]):
            phrases.append(Phrase([mark]))
        else:
            last.marks.append(mark)
    return phrases


def _together(said: str, phrase: Phrase, mark: Mark, following: list[Mark]) -> bool:
    before = phrase.marks[-1]
    if Shape.SOON in (before.shape, mark.shape) or not _soft(said, before, mark):
        return False
    if mark.days:
        return phrase.day is None
    hours_first = phrase.day is not None and phrase.marks[0].days is None
    next_day = any(m.days and _soft(said, mark, m) for m in following)
    return not (hours_first and next_day)  # "14h lundi 16h mardi"


def _soft(said: str, one: Mark, other: Mark) -> bool:
    return _SOFT.fullmatch(said[one.end : other.start].strip()) is not None


def gaps_of(said: str, phrases: list[Phrase]) -> list[str]:
    """The words before, between and after the phrases: one more than there are phrases."""
    edges = [0, *(e for p in phrases for e in (p.marks[0].start, p.marks[-1].end)), len(said)]
    return [said[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)]


def refuse(said: str, phrases: list[Phrase]) -> bool:
    """Write on each phrase whether it is refused; False when it cannot be told."""
    gaps = [" ".join(_FREE.sub(" ", gap).split()) for gap in gaps_of(said, phrases)]
    for at, phrase in enumerate(phrases):
        phrase.agreed = _YES.match(gaps[at + 1]) is not None
    if _NO.search(_segments(gaps[0])[-1]):
        phrases[0].refusal = Refusal.HEAD
    for at in range(1, len(phrases)):
        if _MOVED.search(gaps[at]) or (_MOVED.search(gaps[at - 1]) and gaps[at] in _TO):
            phrases[at - 1].refusal = Refusal.TAKEN_BACK  # "decaler jeudi a vendredi"
        elif not _between(gaps[at], phrases[at - 1], phrases[at], gaps[at + 1]):
            return False
    _tail(phrases[-1], _segments(gaps[-1]))
    if not _carry(phrases, gaps) or _shifted(phrases, gaps):
        return False
    _take_back(phrases)
    return True


def _shifted(phrases: list[Phrase], gaps: list[str]) -> bool:
    """ "demain 14h, mais si vous pouvez plutot jeudi": which of the two is not sure."""
    pairs = zip(phrases, phrases[1:], gaps[1:], strict=False)
    return any(
        _SHIFT.search(gap) and not right.corrects and (right.day or left.hours)
        for left, right, gap in pairs
        if not left.refusal and not right.refusal
    )


def _segments(gap: str) -> list[str]:
    return [s.strip() for s in _BREAK.split(gap)]


def _tail(phrase: Phrase, segments: list[str]) -> None:
    """What follows a phrase: its own words, or after a cut a refusal and nothing else."""
    if (phrase.hours and _REASON.search(segments[0])) or _INSTEAD.match(segments[0]):
        return
    own, later = segments[0], next(filter(None, segments[1:]), "")
    if _ONLY_NO.fullmatch(own or later) or own.startswith("non "):
        phrase.refusal = phrase.refusal or Refusal.TAIL
    elif own and _NO.search(own) and not phrase.agreed:
        phrase.refusal = phrase.refusal or Refusal.REASON


def _between(gap: str, left: Phrase, right: Phrase, after: str) -> bool:
    """Share out the words between two phrases; False when a refusal may be of either."""
    last_word = after == "plutot" and gap in ("", "|", "mais")  # "dimanche, lundi plutot"
    if last_word or _CORRECTION.fullmatch(gap):
        right.corrects = True
        return True
    if _INSTEAD.fullmatch(gap):
        right.refusal = Refusal.HEAD
        return True
    segments = _segments(gap)
    if len(segments) > 1:
        _tail(left, segments[:-1])
        right.refusal = Refusal.HEAD if _NO.search(segments[-1]) else None
        return True
    if not _NO.search(gap):
        return True
    if left.agreed or _BARE_NO.fullmatch(gap) or (not right.day and left.stands):
        right.refusal = Refusal.HEAD
    elif right.agreed or _NO.search(_segments(after)[0]):
        left.refusal = left.refusal or Refusal.TAIL
    else:
        return False
    return True


def _carry(phrases: list[Phrase], gaps: list[str]) -> bool:
    """ "pas lundi ni mardi", "lundi ou mardi je peux pas": one refusal for both."""
    for at in range(1, len(phrases)):
        left, right, gap = phrases[at - 1], phrases[at], gaps[at]
        if left.refusal is not Refusal.HEAD or gap not in _CARRIED or right.agreed:
            continue
        if not gap and right.day:
            return False
        right.refusal = right.refusal or Refusal.HEAD
    for at in range(len(phrases) - 1, 0, -1):
        left, right = phrases[at - 1], phrases[at]
        if right.refusal in (Refusal.TAIL, Refusal.REASON) and gaps[at] in _CARRIED:
            left.refusal = left.refusal or right.refusal
    return True


def _take_back(phrases: list[Phrase]) -> None:
    """ "demain, non jeudi" takes the day back; "demain 14h, non 16h" only the hour."""
    for at, phrase in enumerate(phrases):
        if not phrase.corrects:
            continue
        for earlier in phrases[:at]:
            if earlier.agreed or earlier.refusal:
                continue
            if not phrase.day and _refines(phrase, earlier):
                continue
            if phrase.day or not earlier.day:
                earlier.refusal = Refusal.TAKEN_BACK
            else:
                earlier.marks = [earlier.day]


def _refines(phrase: Phrase, earlier: Phrase) -> bool:
    """An hour after a part of a day: "demain soir, enfin vers 8h"."""
    parts = [m.shape is Shape.PART for m in earlier.hours]
    return bool(parts) and all(parts) and Shape.PART not in {m.shape for m in phrase.hours}
