"""What each figure counts, among whom, over which time: shown beside the figure, on both pages."""

from __future__ import annotations

from dataclasses import dataclass

COHORT = "jeunes dont le dossier est ouvert depuis 30 jours ou plus, y compris effacés ou opposés"
SENT = "relais dont le dossier est parti depuis 30 jours ou plus"
ALWAYS = "depuis le premier jour"
PROFESSIONALS = (
    "professionnels confirmés, y compris ceux qui n'ont rien envoyé ; ni proches, ni jeunes"
)


@dataclass(frozen=True, slots=True)
class Definition:
    """`counts` over `among`, during `period`."""

    counts: str
    among: str
    period: str


DEFINITIONS = {
    "refer": Definition("ont orienté au moins un jeune", PROFESSIONALS, ALWAYS),
    "refer_again": Definition(
        "ont orienté une deuxième fois dans les 60 jours après la première",
        "professionnels dont la première orientation date de 60 jours ou plus",
        ALWAYS,
    ),
    "leaving": Definition(
        "jeunes que ces organisations ont orientés, chacun une fois par mois, leur nombre au plus",
        "sorties sans solution qu'elles ont comptées ; sans nombre, un mois ne compte pas",
        "les 12 derniers mois finis, où un nombre est donné",
    ),
    "attempted": Definition("un message est parti", COHORT, ALWAYS),
    "delivered": Definition("un message est arrivé sur le téléphone", COHORT, ALWAYS),
    "replied": Definition("une réponse est arrivée, de qui que ce soit", COHORT, ALWAYS),
    "recognised": Definition("un aiguilleur a coché « c'est bien elle »", COHORT, ALWAYS),
    "talked": Definition(
        "elle a écrit et une personne lui a écrit, ou un appel « parlé »",
        COHORT,
        "dans les 30 jours après l'ouverture du dossier",
    ),
    "accepted": Definition("la structure a dit oui, ou l'a rencontrée", SENT, ALWAYS),
    "met": Definition("la rencontre a eu lieu", SENT, ALWAYS),
    "followed": Definition(
        "rencontre, puis un oui au jour 30 de la jeune ou de la structure, et aucun non",
        SENT,
        "au jour 30 après le départ du dossier",
    ),
}
