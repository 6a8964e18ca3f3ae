"""The catalogues of the other languages: gettext .po files, read once, as they are.

No .mo is built: parsing a file takes a few milliseconds, and a newcomer has nothing to do. A
sentence is found by its context `key|form|tone|variant` AND its French text, so that a
translation never outlives the French it was made from: when the French changes, French is said
until somebody has translated it again. A comment `# read-by: name, date` marks that a native
speaker has read the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from messages.catalog.languages import LANGUAGES

LOCALES = Path(__file__).parent / "locales"
READ_BY = "read-by:"

# Small pieces that are put into sentences. Their French is here, their translations in the .po.
PHRASES: Mapping[str, str] = {
    "today_at": "aujourd'hui à {heure}",
    "tomorrow_at": "demain à {heure}",
    "day_at": "{jour} à {heure}",
    "today_about": "aujourd'hui vers {heure}",
    "tomorrow_about": "demain vers {heure}",
    "day_only": "{jour}",
    "day_pattern": "EEEE d MMMM",  # weekday, day, month, in Babel's letters
    "this_week": "cette semaine",
    "someone": "une personne",
    # what she agrees to pass on to a structure, field by field
    "field_first_name": "prénom",
    "field_phone": "téléphone",
    "field_age": "âge",
    "field_commune": "commune",
    "field_language": "langue",
    "field_need": "besoin",
}


# What is counted in a sentence: one, and more. Each language has its own forms in the .po.
PLURALS: Mapping[str, tuple[str, str]] = {
    "weeks": ("une semaine", "{n} semaines"),
    "months": ("un mois", "{n} mois"),
    "persons": ("{n} personne", "{n} personnes"),
}


@dataclass(frozen=True, slots=True)
class Translation:
    """One translated text, and who of its native speakers has read it, if anyone."""

    text: str
    read_by: str | None = None


def path_of(language: str) -> Path:
    """Where the catalogue of that language lies."""
    return LOCALES / language / "LC_MESSAGES" / "messages.po"


def french_of(message: Message) -> str:
    """The French text of an entry: of a plural, its singular."""
    return str(message.id if isinstance(message.id, str) else message.id[0])


@cache
def read(language: str) -> Catalog:
    """The .po of that language; empty when there is none."""
    path = path_of(language)
    if language not in LANGUAGES or not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGES[language].babel)


@cache
def _catalogue(language: str) -> Mapping[tuple[str, str], Translation]:
    """All translations of a language by (context, French text); plurals are apart."""
    return {
        (m.context or "", str(m.id)): Translation(str(m.string), _reader(m.user_comments))
        for m in read(language)
        if m.id and m.string and not m.fuzzy and not m.pluralizable
    }


@cache
def _gettext(language: str) -> GNUTranslations:
    """What gettext makes of the .po: it knows which form goes with which number."""
    compiled = BytesIO()
    write_mo(compiled, read(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _reader(comments: list[str]) -> str | None:
    """Who has read it: the rest of the line after `read-by:`."""
    marks = [c.partition(READ_BY)[2].strip() for c in comments if READ_BY in c]
    return next((m for m in marks if m), None)


def translation(language: str, context: str, french: str) -> Translation | None:
    """The translation of `french` in that context, or None."""
    return _catalogue(language).get((context, french))


def phrase(name: str, language: str) -> str:
    """A small piece, in that language, else in French."""
    found = translation(language, f"phrase|{name}", PHRASES[name])
    return found.text if found else PHRASES[name]


def counted(what: str, number: int, language: str) -> str:
    """ "3 mois", "un mois": so many of what PLURALS names, in that language, else in French."""
    one, more = PLURALS[what]
    french = one if Locale.parse("fr").plural_form(number) == "one" else more
    if language == "fr":
        return french.format(n=number)
    said = _gettext(language).npgettext(f"plural|{what}", one, more, number)
    return (french if said in (one, more, "") else said).format(n=number)


def in_her_words(fields: str, language: str) -> str:
    """The fields of a relay ("prénom, téléphone"), in the language in which she is asked."""
    names = {french: name for name, french in PHRASES.items() if name.startswith("field_")}
    words = (w.strip() for w in fields.split(","))
    comma = "، " if LANGUAGES[language].right_to_left else ", "
    return comma.join(phrase(names[w], language) if w in names else w for w in words)
