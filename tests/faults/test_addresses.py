"""Case 12: a number is dead, is somebody else's, is a second one of the same person, or changes."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, select

from bot import conversations, referrals
from bot.conversations import NotAllowed
from bot.models import Address, Flow, Referral
from tests.cast import LEA_PHONE, MORNING, SAM_PHONE, Cast
from tests.faults.doors import Doors, doors

__all__ = ["doors"]

NEW_PHONE = "+33639980777"
UNKNOWN_NUMBER = 30005


def greeted(doors: Doors, cast: Cast) -> Referral:
    """Mme Roux refers Léa by the door of referrals, and her first text has left."""
    cast.karim()
    given = {"first_name": "Léa", "phone": LEA_PHONE, "informed": True, "say_from": "Mme Roux"}
    read = referrals.read_referral(given, year=MORNING.year, production=False)
    receipt = referrals.refer(doors.store, cast.mme_roux(), read)
    doors.later(hours=3)
    assert doors.last.body.startswith("Bonjour Léa.")
    with doors.store.reading() as session:
        return session.get_one(Referral, receipt.referral_id)


def addresses(doors: Doors) -> list[tuple[str, bool]]:
    """(state, in use) of every address of a youth, oldest first."""
    with doors.store.reading() as session:
        query = select(Address).where(col(Address.youth_id).is_not(None)).order_by(col(Address.id))
        return [(one.state, one.retired_at is None) for one in session.exec(query).all()]


def state(doors: Doors) -> str:
    """Where the contact of the only file is."""
    with doors.store.reading() as session:
        return session.exec(select(Flow.state).where(Flow.kind == "contact")).one()


def test_a_dead_number_is_told_the_same_day_and_another_one_asked_for(
    doors: Doors, cast: Cast
) -> None:
    referral = greeted(doors, cast)
    doors.tells(doors.last, "undelivered", UNKNOWN_NUMBER)
    doors.later(minutes=1)
    told = doors.mail.mails[-1]
    assert told.to == "roux@ml.example"
    assert "numéro" in told.body
    assert doors.clock.now().date() == date(2026, 3, 10)
    assert addresses(doors) == [("dead", True)]
    assert cast.fresh(referral).status == "not_reached"
    sent = len(doors.carrier.sent)
    doors.later(days=20)
    assert len(doors.carrier.sent) == sent


@pytest.mark.parametrize("says", ["vous vous trompez de numéro", "4", "c pas moi"])
def test_somebody_else_closes_it_and_learns_nothing(doors: Doors, cast: Cast, says: str) -> None:
    greeted(doors, cast)
    doors.hears(says)
    assert state(doors) == "wrong_person"
    for hint in ("Léa", "Karim", "Roux", "Relais"):
        assert hint not in doors.last.body
    sent = len(doors.carrier.sent)
    doors.hears("qui cherchez-vous ?")
    doors.later(days=20)
    assert not any("Léa" in one.body for one in doors.carrier.sent[sent:])


def test_sms_and_whatsapp_of_one_person_are_one_conversation(doors: Doors, cast: Cast) -> None:
    greeted(doors, cast)
    doors.hears("oui")
    doors.whatsapp("en fait je préfère ici")
    doors.hears("ou là")
    (conversation,) = doors.conversations()
    texts = doors.texts_in()
    assert [one.channel for one in texts] == ["sms", "whatsapp", "sms"]
    assert {one.conversation_id for one in texts} == {conversation.id}
    assert addresses(doors) == [("good", True)]


def test_a_new_number_is_noted_confirmed_by_a_human_and_the_old_one_retired(
    doors: Doors, cast: Cast
) -> None:
    greeted(doors, cast)
    doors.hears("j'ai changé de numéro c'est le 06 39 98 07 77")
    (conversation,) = doors.conversations()
    assert addresses(doors) == [("good", True)]  # a text alone changes nothing
    karim = cast.karim().id
    conversations.replace_address(doors.store, conversation.id, karim, NEW_PHONE)
    assert addresses(doors) == [("good", False), ("good", True)]
    conversations.reply(doors.store, conversation.id, karim, "C'est noté", confirm=True)
    doors.tick()
    assert doors.last.to == NEW_PHONE
    doors.hears("merci", phone=NEW_PHONE)
    assert doors.texts_in()[-1].conversation_id == conversation.id


def test_a_number_of_somebody_else_is_not_taken(doors: Doors, cast: Cast) -> None:
    greeted(doors, cast)
    cast.sam()
    lea = doors.conversations()[0]
    with pytest.raises(NotAllowed, match="taken"):
        conversations.replace_address(doors.store, lea.id, cast.karim().id, SAM_PHONE)
    assert addresses(doors)[0] == ("good", True)
