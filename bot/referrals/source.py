"""What a first text may say of who gave the number: a first name or "Mme X", nothing sensitive."""

from __future__ import annotations

import re
import unicodedata

MOST_LETTERS = 12

_SHAPE = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’-])*")
# An organisation, its trade or its place says more than a parent may read (PRODUCT section 7).
_WORDS = frozenset((
    "accueil", "addiction", "aemo", "aide", "alcool", "allocation", "ase", "asile", "assistant",
    "assistante", "asso", "association", "avocat", "caarud", "caf", "ccas", "cej", "centre",
    "cfa", "chrs", "chu", "cias", "cidff", "cie", "clinique", "cmp", "cmpp", "college",
    "conseil", "conseiller", "conseillere", "csapa", "departement", "detention", "docteur",
    "dr", "drogue", "e2c", "ecole", "educ", "educateur", "educatrice", "eduspe", "emploi",
    "enfance", "epide", "familial", "foyer", "garde", "gendarme", "handicap",
    "hebergement", "hopital", "ime", "infirmier", "infirmiere", "itep", "juge", "justice",
    "locale", "lycee", "mairie", "maraude", "mdph", "mecs", "medecin", "mission", "ml", "mlj",
    "ofii", "parloir", "peine", "pjj", "place", "placee", "placement", "planning", "pole",
    "police", "prefecture", "prison", "probation", "protection", "psy", "psychiatre",
    "psychologue", "referent", "referente", "region", "rsa", "samu", "sanction", "sante",
    "sasp", "secours", "service", "sida", "social", "sociale", "soin", "soins", "spip",
    "toxico", "travail", "tribunal", "vih",
))  # fmt: skip


def fits(text: str) -> bool:
    """At most 12 characters (the budget of the first text), shaped like a name."""
    return len(text) <= MOST_LETTERS and bool(_SHAPE.fullmatch(text))


def tells_too_much(text: str) -> bool:
    """Does it hold a word that names an organisation, a trade or a sensitive fact?"""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", bare)
    joined = "".join(words)
    return any(word in _WORDS for word in (*words, joined)) or any(
        len(word) >= 8 and word in joined for word in _WORDS
    )
