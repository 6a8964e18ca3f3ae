"""Why a text of ours waits, was refused or did not arrive, in French words (PRODUCT 11.5)."""

from __future__ import annotations

from bot.gateways import ErrorKind
from bot.gateways.codes import in_words, rule_for

WHY: dict[str, str] = {
    # the last gate, for good
    "erased": "ses données sont effacées",
    "deceased": "un décès a été annoncé",
    "opted_out": "STOP a été demandé",
    "speaker": "une personne a la main",
    "legal_basis": "la personne n'est pas encore au courant",
    "paused": "le dossier est en pause",
    "overtaken": "autre chose est arrivé entre-temps",
    "late": "trop tard pour être utile",
    "loop_guard": "trop de messages automatiques",
    "repeated": "déjà dit il y a peu",
    "dead_address": "ce numéro ne reçoit plus",
    "not_hers": "ce numéro est à quelqu'un d'autre",
    "she_writes": "on n'écrit ici qu'après un message reçu",
    "sender": "aucun de nos numéros ne peut l'envoyer",
    # for later
    "quiet_hours": "hors des heures permises",
    "cap": "assez de messages cette semaine",
    "number_in_doubt": "un autre prénom attend un avis sur ce numéro",
    "rate": "envois ralentis un instant",
    "breaker": "l'opérateur ne répond pas",
    "no_carrier": "l'opérateur n'est pas réglé",
    "account": "le compte d'envoi est bloqué",
    # another way
    "window": "la fenêtre WhatsApp de 24 h est fermée",
    "no_whatsapp": "pas de WhatsApp à ce numéro",
    "not_textable": "cette ligne ne reçoit pas de SMS",
    # cancelled
    "human": "une personne a pris la main",
    "danger": "la réponse à un danger a pris sa place",
    "speaker_human": "une personne a pris la main",
    "speaker_nobody": "plus rien ne doit partir",
    "speaker_bot": "le robot a repris la main",
    "closed": "le dossier est clos",
    "wrong_person": "ce n'est pas la bonne personne",
    "number_dead": "ce numéro ne reçoit plus",
    "all_dropped": "tout a été arrêté",
    "tried_again": "renvoyé autrement",
    "arrived": "le premier envoi est finalement arrivé",
    # uncertain
    "cut": "la réponse de l'opérateur s'est perdue",
    "holder_died": "l'envoi a été interrompu",
    "perhaps_arrived": "son opérateur ne dit pas s'il l'a remis",
}

_KINDS = frozenset(one.value for one in ErrorKind)


def why(code: str | None, error: int | None = None) -> str:
    """The reason in words; "" when there is none or it has no words."""
    if code is None:
        return ""
    if code in WHY:
        return WHY[code]
    return in_words(ErrorKind(code), error)[0] if code in _KINDS else ""


def not_arrived(code: str | None, error: int | None) -> tuple[str, str]:
    """Why it did not arrive, and what to do."""
    if code in WHY and error is None:
        return WHY[code], ""
    kind = ErrorKind(code) if code in _KINDS else rule_for(error).kind
    return in_words(kind, error)
