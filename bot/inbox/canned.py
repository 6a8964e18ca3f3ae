"""A few texts ready to be finished by hand: a blank `[...]` blocks sending until it is filled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Canned:
    """One canned text: its name in the list, and its words in *tu* and in *vous*."""

    id: str
    title: str
    tu: str
    vous: str

    def words(self, tone: str) -> str:
        """The text in the tone of the conversation."""
        return self.tu if tone == "tu" else self.vous


CANNED: tuple[Canned, ...] = (
    Canned(
        "call",
        "Proposer un appel",
        "Bonjour {prenom}, ici {aig}. Je peux t'appeler [jour] à [heure]. Ça te va ?",
        "Bonjour {prenom}, ici {aig}. Je peux vous appeler [jour] à [heure]. Ça vous va ?",
    ),
    Canned(
        "missed",
        "Je viens d'appeler",
        "Bonjour {prenom}, c'est {aig}. Je viens d'appeler. Je réessaie [jour] à [heure]. "
        "Dis-moi si une autre heure t'arrange.",
        "Bonjour {prenom}, c'est {aig}. Je viens d'appeler. Je réessaie [jour] à [heure]. "
        "Dites-moi si une autre heure vous arrange.",
    ),
    Canned(
        "thanks",
        "Merci de la réponse",
        "Merci {prenom} pour ta réponse. [ta réponse]",
        "Merci {prenom} pour votre réponse. [votre réponse]",
    ),
    Canned(
        "news",
        "Prendre des nouvelles",
        "Bonjour {prenom}, c'est {aig}. Je pense à toi depuis [notre dernier échange]. "
        "Comment ça va aujourd'hui ?",
        "Bonjour {prenom}, c'est {aig}. Je pense à vous depuis [notre dernier échange]. "
        "Comment ça va aujourd'hui ?",
    ),
    Canned(
        "pause",
        "Laisser la porte ouverte",
        "D'accord {prenom}. Tu peux m'écrire ici quand tu veux. {aig}",
        "D'accord {prenom}. Vous pouvez m'écrire ici quand vous voulez. {aig}",
    ),
)


def filled(tone: str, first_name: str, aiguilleur: str) -> list[tuple[str, str, str]]:
    """(id, title, text) of each canned text with the two names in place."""
    return [
        (
            one.id,
            one.title,
            one.words(tone)
            .replace(" {prenom}", f" {first_name}" if first_name else "")
            .replace("{aig}", aiguilleur),
        )
        for one in CANNED
    ]
