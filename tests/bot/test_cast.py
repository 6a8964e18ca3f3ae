"""The cast stands on both databases."""

from __future__ import annotations

from bot.store import first_name
from tests.cast import Cast


def test_lea_is_referred_by_mme_roux_and_karim_is_her_aiguilleur(cast: Cast) -> None:
    lea = cast.lea()
    assert first_name(cast.store.vault, lea.youth) == "Léa"
    assert lea.referral is not None
    assert lea.referral.prescriber_id == cast.mme_roux().id
    assert lea.conversation.owner_id == cast.karim().id


def test_what_is_said_to_her_can_be_read_back(cast: Cast) -> None:
    lea = cast.lea()
    cast.message(lea, "Bonjour Léa")
    cast.wrote(lea, "oui")
    assert cast.said(lea) == ["Bonjour Léa"]
    assert cast.said(lea, "accepted") == []
    assert cast.sam().youth.known is False
    assert cast.service().capacity == 4
