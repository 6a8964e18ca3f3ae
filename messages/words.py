"""Words that SAS may not write: sensitive facts anywhere, organisations and sanctions to a youth.

A parent may read the phone (PRODUCT section 7): no text may say or imply child welfare, justice,
health or addiction, and who gave the number is a person, never an organisation.
"""

from __future__ import annotations

import re
import unicodedata

# May never stand in a text, in any form. A star stands for any ending, a
# line below for a space.
SENSITIVE = (
    "ase aemo aed mecs mna pjj spip cpip tig cra juge juges justice judiciaire* tribunal tribunaux "
    "prison prisons penitentiaire* probation detention detenu* incarcer* ecrou sursis bracelet "
    "peine peines penal penale delit mandat condamn* avocat* police gendarm* foyer foyers "
    "placement placee educ educs educateur* educatrice* educ' aemo tutelle curatelle "
    "csapa caarud cidff cmp cmpp hdj chu hopital hopitaux hospital* clinique* urgences psy psys "
    "psychologue* psychiatr* medecin* docteur* dr infirm* sante maladie* malade* handicap* vih "
    "sida addict* drogue* toxico* alcool* sevrage cannabis overdose avort* ivg enceinte "
    "soin soins parloir eduspe sasp violence* viol viols violee prostitu*"
)

# May not stand in what is told of who gave the number, nor in a first contact: organisations...
ORGANISATIONS = (
    "mission missions mission_locale ml pole_emploi caf ccas cias chrs epide e2c mdph crous cpam "
    "departement prefecture mairie metropole prevention association* asso "
    "planning_familial planning lycee lycees college* ecole* cfa greta institution* service "
    "social sociale assistante assistant referent* conseiller conseillere plateforme structure "
    "dispositif ministere france_travail travail accueil aide allocation asile cej centre cie "
    "enfance hebergement ime itep maraude mlj ofii pole protection samu secours"
)

# ... and words of sanction or of paperwork, that make a text sound like a summons.
SANCTIONS = (
    "convoc* convoqu* obligat* oblige obligee sanction* radiation* radie radiee controle* "
    "dossier* injonction amende* absence* justificatif* rsa devez dois doit imperatif* "
    "dernier_avis mise_en_demeure"
)


def _pattern(*lists: str) -> re.Pattern[str]:
    words = " ".join(lists).split()
    stems = sorted((_plain(w) for w in words), key=len, reverse=True)
    whole = "|".join(re.escape(s[:-1]) + r"\w*" if s.endswith("*") else re.escape(s) for s in stems)
    return re.compile(rf"(?<![\w])(?:{whole})(?![\w])")


def _plain(text: str) -> str:
    """Lower case, no accents, "A.S.E" and "S P I P" as one word."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c)
    )
    bare = bare.replace("’", "'").replace("œ", "oe").replace("_", " ")
    return re.sub(
        r"(?<!\w)(?:\w[.\-_ ]){2,}\w(?!\w)\.?", lambda m: re.sub(r"[.\-_ ]", "", m[0]), bare
    )


_SENSITIVE = _pattern(SENSITIVE)
_FORBIDDEN = _pattern(SENSITIVE, ORGANISATIONS, SANCTIONS)
_FIRST_CONTACT = _pattern(SENSITIVE, SANCTIONS)


def forbidden_word(text: str) -> str | None:
    """The first word of `text` that may not be told of who gave the number, or None.

    For `say_from` ("a first name or Mme X"): sensitive words, organisations, sanctions. The word
    comes back in lower case without accents.
    """
    found = _FORBIDDEN.search(_plain(text))
    return found[0] if found else None


def sensitive_word(text: str) -> str | None:
    """The first sensitive word of a French text, or None. None of our texts may hold one."""
    found = _SENSITIVE.search(_plain(text))
    return found[0] if found else None


def first_contact_word(text: str) -> str | None:
    """The first word that a first contact may not hold: sensitive, or of sanction."""
    found = _FIRST_CONTACT.search(_plain(text))
    return found[0] if found else None
