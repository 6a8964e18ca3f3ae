"""A card's code: she writes first, and only then is anything kept or said."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from bot import conversations, referrals
from bot.clock import FrozenClock
from bot.conversations import Inbound
from bot.ids import new_id
from bot.models import Conversation, Flow, Handover, Message, Prescriber, Referral, Youth
from bot.referrals import Receipt
from bot.store import Store
from tests.cast import LEA_PHONE, SMS_SENDER, Cast
from tests.desk import Desk


def refer(store: Store, by: Prescriber) -> Receipt:
    given = {"first_name": "Léa", "phone": "06 39 98 00 01", "informed": False}
    read = referrals.read_referral(given, year=2026, production=False)
    return referrals.refer(store, by, read)


def writes(store: Store, text: str, phone: str = LEA_PHONE) -> None:
    """A text comes in; what the reflex queued meets the gate, then a worker takes its turn."""
    inbound = Inbound(
        provider_id=new_id(), to_sender=SMS_SENDER, channel="sms", from_value=phone, body=text
    )
    received = conversations.receive(store, inbound)
    send(store)
    conversations.take_turn(store, received.conversation_id)
    send(store)


def send(store: Store) -> None:
    assert isinstance(store.clock, FrozenClock)
    desk = Desk(store, store.clock)
    desk.sweep()
    desk.holder.release()


def rows(store: Store, model: Any) -> list[Any]:
    with store.reading() as session:
        return list(session.exec(select(model).order_by(model.id)).all())


def texts(store: Store) -> list[str | None]:
    """The keys of what left for her."""
    return [m.key for m in rows(store, Message) if m.recipient == "youth" and m.state == "accepted"]


@pytest.fixture
def roux(cast: Cast) -> Prescriber:
    """Mme Roux, with Karim there to answer."""
    cast.karim()
    return cast.mme_roux()


@pytest.mark.parametrize("phone", [LEA_PHONE, "+33639980044"])
def test_the_code_from_any_phone_opens_the_talk_with_one_text(
    store: Store, roux: Prescriber, phone: str
) -> None:
    code = refer(store, roux).answer["card"]["code"]
    writes(store, f"Bonjour, {code.lower()}", phone)
    assert len(rows(store, Conversation)) == 1
    assert [flow.state for flow in rows(store, Flow) if flow.kind == "contact"] == ["talking"]
    assert texts(store) == ["youth.hello"]
    (referral,) = rows(store, Referral)
    assert (referral.status, referral.informed) == ("attempting", True)


def test_by_card_alone_her_own_text_opens_the_file(store: Store, cast: Cast) -> None:
    cast.karim()
    code = refer(store, cast.mme_roux("SPIP")).answer["card"]["code"]
    assert rows(store, Youth) == []
    writes(store, code)
    (youth,) = rows(store, Youth)
    assert youth.first_name_sealed is None
    (referral,) = rows(store, Referral)
    assert (referral.youth_id, referral.status) == (youth.id, "attempting")
    assert texts(store) == ["youth.hello"]
    kinds = {task.kind for task in rows(store, Handover) if task.closed_at is None}
    assert "plan_slot" in kinds


def test_a_code_is_good_once(store: Store, roux: Prescriber) -> None:
    code = refer(store, roux).answer["card"]["code"]
    writes(store, code)
    writes(store, code, "+33639980099")
    assert len(rows(store, Youth)) == 2
    assert "system.unknown_number" in texts(store)


def test_danger_beside_the_code_comes_first(store: Store, roux: Prescriber) -> None:
    code = refer(store, roux).answer["card"]["code"]
    writes(store, f"{code} je vais me tuer ce soir")
    assert any(key and key.startswith("system.danger") for key in texts(store))
    assert "youth.hello" not in texts(store)


def test_an_ordinary_word_is_no_code(store: Store, roux: Prescriber) -> None:
    refer(store, roux)
    writes(store, "MERCI BEAUCOUP", "+33639980099")
    assert len(rows(store, Youth)) == 2


@pytest.mark.parametrize("sender", ["AMAZON", "36180"])
@pytest.mark.parametrize("text", ["Votre colis arrive demain", "Promo -50 %. STOP au 36180"])
def test_a_sender_that_receives_nothing_is_shown_and_never_answered(
    store: Store, cast: Cast, sender: str, text: str
) -> None:
    cast.karim()
    writes(store, text, sender)
    assert [m.direction for m in rows(store, Message) if m.recipient != "aiguilleur"] == ["in"]
    kinds = {task.kind for task in rows(store, Handover)}
    assert "unknown_number" in kinds and "send_blocked" not in kinds
