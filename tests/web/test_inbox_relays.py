"""Relays from a file: proposed, agreed to aloud, answered on the phone."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlmodel import select

from bot.models import (
    Relay,
)
from bot.store import Store
from tests.cast import Cast
from tests.web.pressing import press


def relay_of(store: Store) -> Relay:
    """The one relay."""
    with store.reading() as session:
        return session.exec(select(Relay)).one()


def test_a_relay_is_proposed_agreed_aloud_and_answered_on_the_phone(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea, service = cast.lea(), cast.service()
    cast.change(lea.flow, state="with_human")
    cast.change(lea.conversation, speaker="human")
    assert press(karim, lea, "relay", fields="phone").status_code == 422
    too_many = ["phone", "age", "commune", "language"]
    assert press(karim, lea, "relay", service=service.id, fields=too_many).status_code == 422
    assert press(karim, lea, "relay", service=service.id, fields="phone").status_code == 303
    relay = relay_of(store)
    assert (relay.status, relay.fields) == ("proposed", ["first_name", "phone"])
    again = press(karim, lea, "relay", service=service.id, fields="phone")
    assert again.status_code == 422 and "déjà en cours" in again.text
    assert press(karim, lea, "consent", relay=relay.id, agrees="yes").status_code == 422
    assert press(karim, lea, "consent", relay=relay.id, agrees="yes", words="ok").status_code == 303
    assert relay_of(store).consent_by == cast.karim().id
    cast.change(relay, status="sent", sent_at=store.clock.now())
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    assert "de vive voix" in page and "prénom, téléphone" in page
    assert press(karim, lea, "structure-said", relay=relay.id, says="zzz").status_code == 422
    said = press(karim, lea, "structure-said", relay=relay.id, says="not_for_us")
    assert said.status_code == 422


def test_a_minor_needs_the_parental_record_before_her_yes(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    nour, service = cast.youth("Nour", 21, birth_year=2009), cast.service()
    cast.change(nour.flow, state="with_human")
    cast.change(nour.conversation, speaker="human")
    assert press(karim, nour, "relay", service=service.id, fields="phone").status_code == 303
    relay = relay_of(store)
    early = press(karim, nour, "consent", relay=relay.id, agrees="yes", words="oui")
    assert early.status_code == 422 and "autorité" in early.text
    assert press(karim, nour, "authority", relay=relay.id, authority="told").status_code == 303
    done = press(karim, nour, "consent", relay=relay.id, agrees="yes", words="oui")
    assert done.status_code == 303


def test_a_relay_of_another_file_is_not_touched(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea, paul, service = cast.lea(), cast.youth("Paul", 12), cast.service()
    press(karim, lea, "relay", service=service.id, fields="phone")
    relay = relay_of(store)
    for act in ("consent", "authority", "withdraw", "youth-said", "structure-said"):
        fields = {"agrees": "no", "authority": "told", "followed": "yes", "says": "met"}
        assert press(karim, paul, act, relay=relay.id, **fields).status_code == 404
    assert relay_of(store) == relay
