"""The languages SAS speaks, and the longest and worst values a placeholder can take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from messages.catalog.sentence import TONES, Tone


@dataclass(frozen=True, slots=True)
class Language:
    """One language: our code, Babel's, its French name, whether it is written in Latin letters,
    and whether it has two tones (otherwise one polite text serves both)."""

    code: str
    babel: str
    french: str
    latin: bool = True
    two_tones: bool = False
    right_to_left: bool = False

    def tone(self, tone: Tone) -> str:
        """The tone as written in this language's catalogue."""
        return tone if self.two_tones else "any"

    @property
    def tones(self) -> tuple[Tone, ...]:
        """The tones to look at in checks and documents."""
        return TONES if self.two_tones else ("tu",)


FRENCH = Language("fr", "fr", "français", two_tones=True)
LANGUAGES: Mapping[str, Language] = {
    lang.code: lang
    for lang in (
        FRENCH,
        Language("en", "en_GB", "anglais"),
        Language("ar", "ar", "arabe", latin=False, right_to_left=True),
        Language("uk", "uk", "ukrainien", latin=False),
        Language("es", "es", "espagnol"),
        Language("prs", "fa_AF", "dari", latin=False, right_to_left=True),
        Language("ps", "ps", "pachto", latin=False, right_to_left=True),
    )
}


def language(code: str) -> Language:
    """The language of that code; French when we do not speak it."""
    return LANGUAGES.get(code, FRENCH)


# The worst first names: their marks are outside GSM-7, or they have the 30 letters allowed.
WORST_NAMES = (
    "Əli",
    "Anaïs",
    "Françoise",
    "Jérôme",
    "Maëlys",
    "Marie-Françoise-Éléonore-Anaïs",
    "Wilhelmine-Maximiliane-Gwenaël",
)

# The longest value of each placeholder (PRODUCT sections 5 and 7). `quand` and `lu` are computed
# for each language by messages.when; e-mails have no budget, theirs only serve as examples.
LONGEST: Mapping[str, str] = {
    "prenom": WORST_NAMES[-2],
    "aig": WORST_NAMES[-1],
    "service": "SAS Bouches-du-Rhône",
    "source": "Mme François",
    "fin": "0000",
    "structure": "Centre d'accueil de la Vallée de l'Étoile",
    "quoi": "prénom, téléphone, commune, besoin",
    "code": "ABCD-1234",
    "lien": "https://sas.example/suivi/0123456789abcdef0123456789abcdef",
    "jour": "180",
    "n": "1000",
    "joints": "1000",
    "personne": "réf. 0123456789",
}
COMPUTED = frozenset({"quand", "lu"})
CLIPPED: Mapping[str, int] = {"prenom": 30, "aig": 30, "service": 20, "source": 12, "structure": 41}
