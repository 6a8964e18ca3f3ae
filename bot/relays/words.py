"""The words of relays: the eleven refusals, parental authority, and which stages are what."""

from __future__ import annotations

REFUSALS: dict[str, str] = {
    "not_reachable": "Personne non joignable",
    "did_not_come_to_interview": "Ne s'est pas présentée à l'entretien",
    "hired_elsewhere": "Indisponible : en emploi",
    "training": "Indisponible : en formation",
    "not_eligible": "Ne remplit pas les conditions d'accès",
    "not_mobile": "Ne peut pas se déplacer jusqu'ici",
    "not_interested": "Pas intéressée",
    "incompatible": "D'autres difficultés passent d'abord",
    "session_full": "Plus de place, session complète",
    "duplicate": "Déjà orientée vers nous par ailleurs",
    "other": "Autre raison",
}
"""The eleven reasons of the national referral tool (les emplois de l'inclusion, orientations)."""

AUTHORITY: dict[str, str] = {
    "told": "Les parents, ou qui a l'autorité, sont prévenus",
    "guardian_told": "Le service qui a l'autorité est prévenu",
    "not_told_danger": "Pas prévenus : ce serait un danger pour elle",
    "not_told_refused": "Pas prévenus : elle s'y oppose, et peut décider seule",
    "emancipated": "Mineure émancipée",
}
"""Minors: who holds parental authority, told or why not (PRODUCT section 10)."""

OVER = frozenset({"declined", "refused", "kept", "returned", "expired", "withdrawn", "ended"})
OPEN_TO_STRUCTURE = frozenset(
    {"agreed", "sent", "accepted", "no_show", "met", "followed", "taken_in_charge", "disagreement"}
)
MET = frozenset({"met", "followed", "taken_in_charge", "disagreement"})
