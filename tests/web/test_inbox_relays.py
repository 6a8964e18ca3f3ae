"""Relays from a file: proposed, agreed to aloud, answered on the phone."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlmodel import select

from bot import relays
from bot.models import Handover, Relay
from bot.store import Store
from flows.events import StructureSays
from tests.cast import Cast, Person
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


def test_who_followed_her_there_has_left(cast: Cast, store: Store, karim: FlaskClient) -> None:
    lea, paul, service = cast.lea(), cast.youth("Paul", 12), cast.service()
    for youth in (lea, paul):
        made = relays.propose(store, youth.conversation.id, cast.karim().id, service.id, [])
        relays.consent(store, made, cast.karim().id, True, "Oui")
        relays.answer(store, made, StructureSays.MET, person="Inès")
    assert "Inès n&#39;y travaille plus" in karim.get(f"/inbox/{lea.conversation.id}").text
    for _ in range(2):  # said again, nothing more is asked
        done = press(karim, lea, "person-left", relay=relays_of(store, lea)[0].id)
        assert done.status_code == 303
    with store.reading() as session:
        tasks = session.exec(select(Handover).where(Handover.kind == "structure_call")).all()
    left = [task.conversation_id for task in tasks if "person_left" in task.codes]
    assert sorted(left) == sorted([lea.conversation.id, paul.conversation.id])
    assert "Inès" not in karim.get(f"/inbox/{lea.conversation.id}").text


def relays_of(store: Store, youth: Person) -> list[Relay]:
    with store.reading() as session:
        query = select(Relay).where(Relay.conversation_id == youth.conversation.id)
        return list(session.exec(query).all())


def test_a_relay_of_another_file_is_not_touched(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea, paul, service = cast.lea(), cast.youth("Paul", 12), cast.service()
    press(karim, lea, "relay", service=service.id, fields="phone")
    relay = relay_of(store)
    acts = ("consent", "authority", "withdraw", "youth-said", "structure-said", "person-left")
    for act in acts:
        fields = {"agrees": "no", "authority": "told", "followed": "yes", "says": "met"}
        assert press(karim, paul, act, relay=relay.id, **fields).status_code == 404
    assert relay_of(store) == relay
