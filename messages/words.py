"""Words that SAS may not write: sensitive facts anywhere, organisations and sanctions to a youth.

A parent may read the phone (PRODUCT section 7): no text may say or imply child welfare, justice,
health or addiction, and who gave the number is a person, never an organisation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from messages.unsaid import ORGANISATIONS, SANCTIONS, SENSITIVE, Words

# May not stand either in what is told of who gave the number: there, in a French prescriber's dozen
# letters, an everyday word names an organisation or a trade as well. Our texts need these words.
EVERYDAY = (
    "mission missions ml departement metropole prevention asso planning service social sociale "
    "assistante assistant referent* conseiller conseillere plateforme structure dispositif "
    "ministere travail accueil aide allocation asile centre cie enfance pole protection secours"
)

FRENCH = "fr"
_SAME_LETTER = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "\u200c": ""})
"""Arabic, Dari and Pashto write one letter in several ways; a narrow joiner is nothing."""

_JOINED = "[وفبکل]{0,3}(?:ال)?"
"""Arabic writes "and", "in", "for", "the" as one word with what follows."""


def _pattern(*lists: str, before: str = "") -> re.Pattern[str]:
    words = " ".join(lists).split()
    stems = sorted((_plain(w) for w in words), key=len, reverse=True)
    whole = "|".join(re.escape(s[:-1]) + r"\w*" if s.endswith("*") else re.escape(s) for s in stems)
    return re.compile(rf"(?<![\w]){before}(?P<word>{whole})(?![\w])")


@cache
def _of(language: str, *families: str) -> re.Pattern[str]:
    """The words of these families in one language."""
    lists = [words[language] for one in families for words in _FAMILIES[one].values()]
    return _pattern(*lists, before=_JOINED if language == "ar" else "")


_FAMILIES: dict[str, Words] = {
    "sensitive": SENSITIVE,
    "sanction": SANCTIONS,
    "organisation": ORGANISATIONS,
}


def _plain(text: str) -> str:
    """Lower case, no accents, "A.S.E" and "S P I P" as one word."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c)
    )
    bare = bare.translate(_SAME_LETTER).replace("’", "'").replace("œ", "oe").replace("_", " ")
    return re.sub(
        r"(?<!\w)(?:\w[.\-_ ]){2,}\w(?!\w)\.?", lambda m: re.sub(r"[.\-_ ]", "", m[0]), bare
    )


def _found(text: str, language: str, *families: str) -> str | None:
    """In her language; a French word or acronym is read in any."""
    plain = _plain(text)
    for code in dict.fromkeys((language, FRENCH)):
        found = _of(code, *families).search(plain)
        if found:
            return found["word"]
    return None


_FORBIDDEN = _pattern(
    EVERYDAY,
    *(words[FRENCH] for family in _FAMILIES.values() for words in family.values()),
)


def forbidden_word(text: str) -> str | None:
    """The first word of `text` that may not be told of who gave the number, or None.

    For `say_from` ("a first name or Mme X"): sensitive words, organisations, sanctions. The word
    comes back in lower case without accents.
    """
    found = _FORBIDDEN.search(_plain(text))
    return found["word"] if found else None


def sensitive_word(text: str, language: str = FRENCH) -> str | None:
    """The first sensitive word of a text in that language, or None. None of ours may hold one."""
    return _found(text, language, "sensitive")


def first_contact_word(text: str, language: str = FRENCH) -> str | None:
    """The first word that a first contact may not hold: sensitive, of sanction, an organisation."""
    return _found(text, language, *_FAMILIES)
