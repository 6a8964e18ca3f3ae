"""What can go wrong at a carrier, as switches: for one youth or for everybody.

Read by the provider's API (before and after accepting), by the life of a text, and by
the webhooks; shown on the page with its explanation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """One switch each."""

    SLOW = "slow"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    BAD_GATEWAY = "bad_gateway"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"
    HANG_AFTER = "hang_after"
    INVALID_NUMBER = "invalid_number"
    LANDLINE = "landline"
    OPTED_OUT = "opted_out"
    UNKNOWN_NUMBER = "unknown_number"
    PHONE_OFF = "phone_off"
    UNDELIVERED = "undelivered"
    NO_WHATSAPP = "no_whatsapp"
    WINDOW_CLOSED = "window_closed"
    REFUSED_WITH = "refused_with"
    FAILED_WITH = "failed_with"
    DUPLICATED = "duplicated"
    SHUFFLED = "shuffled"
    STATUSES_LOST = "statuses_lost"
    INBOUND_LOST = "inbound_lost"


class Group(StrEnum):
    """Where a fault strikes: the headings of the page."""

    API = "L'opérateur, quand on lui confie un message"
    NUMBER = "Le numéro"
    WEBHOOK = "Les nouvelles que l'opérateur nous envoie"


@dataclass(frozen=True, slots=True)
class Explained:
    """French words of a switch. `value`: what its number means, "" when it takes none."""

    group: Group
    label: str
    effect: str
    value: str = ""
    default: float = 0


_A, _N, _W = Group.API, Group.NUMBER, Group.WEBHOOK

EXPLAINED: dict[Fault, Explained] = {
    Fault.SLOW: Explained(_A, "Lent", "Répond après quelques secondes.", "secondes", 3),
    Fault.RATE_LIMITED: Explained(
        _A, "Trop de messages", "Refuse (429) et demande d'attendre.", "secondes", 5
    ),
    Fault.SERVER_ERROR: Explained(_A, "En panne", "Refuse avec une erreur 500 de sa part."),
    Fault.BAD_GATEWAY: Explained(
        _A, "Erreur sans explication", "Un intermédiaire répond 502 : on ne sait pas."
    ),
    Fault.CUT_BEFORE: Explained(_A, "Coupe avant", "Coupe la ligne sans accepter le message."),
    Fault.CUT_AFTER: Explained(_A, "Coupe après", "Accepte le message, puis coupe la ligne."),
    Fault.HANG_AFTER: Explained(
        _A, "Muet après", "Accepte le message, puis ne répond plus.", "secondes", 60
    ),
    Fault.INVALID_NUMBER: Explained(_N, "Faux numéro", "Refusé : ce n'est pas un numéro (21211)."),
    Fault.LANDLINE: Explained(_N, "Ligne fixe", "Refusé : ne reçoit pas de SMS (21614)."),
    Fault.OPTED_OUT: Explained(_N, "A dit STOP", "Refusé : l'opérateur bloque (21610)."),
    Fault.UNKNOWN_NUMBER: Explained(
        _N, "Numéro plus attribué", "Accepté, puis jamais remis (30005)."
    ),
    Fault.PHONE_OFF: Explained(_N, "Téléphone éteint", "Accepté, puis non remis (30003)."),
    Fault.UNDELIVERED: Explained(
        _N, "Non remis sans raison", "Accepté, puis perdu chez l'opérateur (30008)."
    ),
    Fault.NO_WHATSAPP: Explained(_N, "Pas de WhatsApp", "WhatsApp échoue, le SMS passe (63024)."),
    Fault.WINDOW_CLOSED: Explained(
        _N, "Fenêtre fermée", "WhatsApp refuse le texte libre, accepte un modèle (63016)."
    ),
    Fault.REFUSED_WITH: Explained(
        _N, "Refus avec un code", "Refusé à l'envoi avec ce code.", "code", 30004
    ),
    Fault.FAILED_WITH: Explained(
        _N, "Échec avec un code", "Accepté, puis en échec avec ce code.", "code", 30007
    ),
    Fault.DUPLICATED: Explained(
        _W, "En double", "Chaque nouvelle arrive plusieurs fois.", "fois", 2
    ),
    Fault.SHUFFLED: Explained(
        _W, "Dans le désordre", "« Lu » arrive avant « envoyé », le 2e texte avant le 1er."
    ),
    Fault.STATUSES_LOST: Explained(_W, "Accusés perdus", "On ne sait jamais ce qui est arrivé."),
    Fault.INBOUND_LOST: Explained(
        _W, "Réponses perdues", "Ce que le jeune écrit n'arrive pas, mais reste dans la liste."
    ),
}

REFUSALS: dict[Fault, int] = {
    Fault.INVALID_NUMBER: 21211,
    Fault.LANDLINE: 21614,
    Fault.OPTED_OUT: 21610,
}
FAILURES: dict[Fault, tuple[str, int]] = {
    Fault.UNKNOWN_NUMBER: ("undelivered", 30005),
    Fault.PHONE_OFF: ("undelivered", 30003),
    Fault.UNDELIVERED: ("undelivered", 30008),
}


@dataclass(slots=True)
class Switch:
    """A fault that is on. `left`: how many more times it strikes, None until switched off."""

    value: float
    left: int | None = None


class Switches:
    """The faults that are on, for one youth or for all. Not locked: the carrier is."""

    def __init__(self) -> None:
        self._on: dict[Fault, Switch] = {}

    def set(self, fault: Fault, *, value: float | None = None, times: int | None = None) -> None:
        """Switch on; a missing value takes the usual one."""
        given = EXPLAINED[fault].default if value is None else value
        self._on[fault] = Switch(given, times)

    def clear(self, fault: Fault | None = None) -> None:
        """Switch one off, or all."""
        if fault is None:
            self._on.clear()
        else:
            self._on.pop(fault, None)

    def strike(self, fault: Fault) -> float | None:
        """The value when the fault is on, counting this time; None when it is off."""
        switch = self._on.get(fault)
        if switch is None:
            return None
        if switch.left is not None:
            switch.left -= 1
            if switch.left <= 0:
                del self._on[fault]
        return switch.value

    def shown(self) -> dict[str, dict[str, float | int | None]]:
        """For the page and the control API."""
        return {f.value: {"value": s.value, "left": s.left} for f, s in self._on.items()}
