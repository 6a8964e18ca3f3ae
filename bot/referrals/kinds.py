"""What the kind of an organisation changes (PRODUCT sections 10 and 12). Never shown anywhere."""

from __future__ import annotations

from bot import models

SECRECY_BOUND = frozenset(
    {"SPIP", "PJJ", "ASE", "PREVENTION", "CSAPA", "CAARUD", "CIDFF", "SANTE", "PLANNING"}
)
"""Bound to secrecy: the box reads "elle est d'accord pour que je donne son numéro"."""

JUSTICE = frozenset({"SPIP", "PJJ"})
"""Taken by card only, unless the operator has a title to hold justice data."""

TALLY_ONLY = frozenset({"SPIP", "PJJ", "DEPT", "CCAS", "CAF", "FT", "PE"})
"""Justice, and whoever decides on her allowance: by default only a tally (PRODUCT 12.3)."""

RELATIVES = frozenset(models.RELATIVES)
"""Each referral is confirmed by a human before anything is sent."""

TALLY_FROM = 5  # referrals before a tally says anything

INFORMED = "Elle sait que je donne son numéro et que quelqu'un va lui écrire."
AGREED = "Elle est d'accord pour que je donne son numéro."


def box(kind: str) -> str:
    """The words beside the box `informed`, in French."""
    return AGREED if kind in SECRECY_BOUND else INFORMED


NAMES = {
    "ML": "Mission Locale",
    "ECOLE": "Collège, lycée, CFA, université",
    "ASE": "Aide sociale à l'enfance",
    "E2C": "École de la 2e chance",
    "EPIDE": "EPIDE",
    "CHRS": "Hébergement, foyer, CHRS",
    "CCAS": "CCAS, CIAS",
    "DEPT": "Département",
    "MAIRIE": "Mairie, service jeunesse",
    "FT": "France Travail",
    "PREVENTION": "Prévention spécialisée",
    "PJJ": "Protection judiciaire de la jeunesse",
    "SPIP": "SPIP",
    "CSAPA": "CSAPA",
    "CAARUD": "CAARUD",
    "CIDFF": "CIDFF",
    "SANTE": "Santé",
    "PLANNING": "Planning familial",
    "ASSOCIATION": "Association",
    "PROCHE": "Un proche",
    "JEUNE": "Pour moi",
    "OTHER": "Autre",
}
"""The words of the form's list, on the prescriber's own screen only."""
