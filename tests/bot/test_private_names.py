"""A relative, or a youth who refers herself, is a private person: the name is under the youth's key
and goes with her."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import Session, select

from bot import erasure, referrals
from bot.crypto import Vault
from bot.inbox import background
from bot.inbox.viewer import viewer
from bot.models import Address, Conversation, Organisation, Prescriber, Referral, Youth
from bot.referrals.asking import read_asker, who_refers
from bot.store import Store, youth_key
from tests.cast import LEA_PHONE, SAM_PHONE, Cast

AUNT = {"name": "Tante Odile", "email": "odile@exemple.fr", "organisation": "Famille Odile"}


def asks(store: Store, kind: str, first_name: str = "Léa", phone: str = LEA_PHONE) -> Referral:
    """The form, by a private person."""
    asker = read_asker({**AUNT, "kind": kind})
    given = referrals.read_referral(
        {"first_name": first_name, "phone": phone, "informed": True}, year=2026, production=False
    )
    receipt = referrals.refer(
        store, who_refers(store, asker, "here"), given, origin="form", asked_by=asker.name
    )
    with store.reading() as session:
        return session.get_one(Referral, receipt.referral_id)


def one(session: Session, table: type[Any]) -> Any:
    return session.exec(select(table)).one()


@pytest.mark.parametrize("kind", ["PROCHE", "JEUNE"])
def test_the_name_is_under_her_key_and_the_aiguilleur_reads_it(
    cast: Cast, store: Store, kind: str
) -> None:
    karim = cast.karim()
    referral = asks(store, kind)
    with store.reading() as session:
        youth = one(session, Youth)
        key = youth_key(store.vault, youth)
        assert referral.asked_by_sealed is not None
        assert key.open(referral.asked_by_sealed, f"{referral.id}.asked_by") == AUNT["name"]
        assert one(session, Prescriber).name == ""
        assert one(session, Organisation).name == "Particulier"
        now = store.clock.now()
        who, talk = viewer(session, karim.id, now), one(session, Conversation)
        (shown,) = background.referrals(session, store.vault, who, now, talk, youth)
    assert shown.by == "Tante Odile, Particulier"


def test_a_professional_keeps_her_name_with_her_account(cast: Cast, store: Store) -> None:
    cast.karim()
    referral = asks(store, "ML")
    assert referral.asked_by_sealed is None
    with store.reading() as session:
        assert one(session, Prescriber).name == AUNT["name"]


def test_name_and_mail_go_with_the_last_youth_of_hers(cast: Cast, store: Store) -> None:
    cast.karim()
    lea, sam = asks(store, "PROCHE"), asks(store, "PROCHE", "Sam", SAM_PHONE)
    assert lea.conversation_id is not None and sam.conversation_id is not None
    erasure.erase(store, lea.conversation_id, "system")
    with store.reading() as session:
        assert session.get_one(Referral, lea.id).asked_by_sealed is None
        assert session.get_one(Referral, sam.id).asked_by_sealed is not None
        assert one(session, Prescriber).email_sealed != b""
    erasure.erase(store, sam.conversation_id, "system")
    index = store.vault.index(AUNT["email"])
    with store.reading() as session:
        aunt = one(session, Prescriber)
        assert (aunt.email_sealed, aunt.email_index) == (b"", f"erased {aunt.id}")
        hers = select(Address).where(Address.owner_id == aunt.id)
        box = session.exec(hers).one()
        assert box.value_sealed is None and box.retired_at is not None
        assert session.exec(select(Prescriber).where(Prescriber.email_index == index)).all() == []
    erasure.erase(store, sam.conversation_id, "system")  # twice is once


def test_the_mail_of_a_professional_stays(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    erasure.erase(store, lea.conversation.id, "system")
    assert cast.fresh(cast.mme_roux()).email_sealed == cast.mme_roux().email_sealed


def test_rotation_carries_the_name(cast: Cast, store: Store) -> None:
    """It is under her own key, so wrapping that key again is all there is to do."""
    cast.karim()
    referral = asks(store, "PROCHE")
    newer = Vault({"k2": b"2" * 32, **store.settings.data_keys}, store.settings.index_key)
    with store.reading() as session:
        wrapped = one(session, Youth).data_key
    assert referral.asked_by_sealed is not None
    key = newer.unwrap(newer.rewrap(wrapped))
    assert key.open(referral.asked_by_sealed, f"{referral.id}.asked_by") == AUNT["name"]
