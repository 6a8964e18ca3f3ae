"""What the prescriber gets on the spot: exactly the same for a new number and for a known one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.crypto import DataKey
from bot.models import Referral
from bot.store import Store, unseal

CALL_NOTICE = {
    "fr": "Ce numéro ne reçoit pas de SMS : une personne de l'équipe l'appellera.",
    "en": "This number cannot be texted: a person of the team will call it.",
}
CONFIRM_NOTICE = {
    "fr": "Rien n'est envoyé avant qu'une personne de l'équipe vous ait joint pour confirmer.",
    "en": "Nothing is sent before a person of the team has reached you to confirm.",
}
CARD_NOTICE = {
    "fr": "Rien n'a été transmis sur cette personne. Donnez-lui la carte : elle écrit en premier.",
    "en": "Nothing was kept about this person. Give her the card: she writes first.",
}
SAY = (
    "Une équipe qui ne travaille ni pour moi ni pour un autre service peut t'aider : logement, "
    "travail, papiers, ce que tu veux. Si tu es d'accord, {aig} t'écrit. Tu peux aussi écrire en "
    "premier, avec ce code : {code}. Tu dis stop quand tu veux."
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer of DESIGN section 7, and what the receipt page adds.

    `answer`: id, status, tracking_url, first_attempt_at, steps; `notice` when a human calls,
    confirms or nothing was kept; `card` when she is to be told first. `aiguilleur`: first name.
    `present_again`: when held, the day somebody is back.
    """

    referral_id: str
    answer: dict[str, Any]
    aiguilleur: str
    first_attempt_at: datetime | None = None
    present_again: datetime | None = None
    replayed: bool = False

    @property
    def tracking_token(self) -> str:
        """The token of the follow-up page."""
        return str(self.answer["tracking_url"]).rsplit("/", 1)[-1]


def seal_receipt(store: Store, receipt: Receipt) -> bytes:
    """Keep the receipt, to be replayed for the same key."""
    kept = {
        "answer": receipt.answer,
        "aiguilleur": receipt.aiguilleur,
        "present_again": receipt.present_again.isoformat() if receipt.present_again else None,
    }
    common: DataKey = store.vault.common
    return common.seal(json.dumps(kept), f"{receipt.referral_id}.answer")


def open_receipt(store: Store, referral: Referral) -> Receipt:
    """The receipt again, word for word."""
    kept = json.loads(unseal(store.vault.common, referral.answer_sealed, referral.id, "answer"))
    back = kept["present_again"]
    return Receipt(
        referral_id=referral.id,
        answer=kept["answer"],
        aiguilleur=kept["aiguilleur"],
        first_attempt_at=referral.first_attempt_at,
        present_again=datetime.fromisoformat(back) if back else None,
        replayed=True,
    )
