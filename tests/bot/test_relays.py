"""A youth is handed over to a structure: her yes, field by field, and what both sides say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot import conversations, relays
from bot.clock import FrozenClock
from bot.conversations import NotAllowed
from bot.crypto import digest
from bot.ids import new_id
from bot.models import Access, Handover, Message, Relay, Service
from bot.store import Gone, Store, unseal, youth_key
from flows.events import Delivered, StructureSays
from flows.keys import Key
from tests.cast import Cast, Person

FIELDS = ["first_name", "phone", "need"]


@pytest.fixture
def lea(cast: Cast) -> Person:
    """Léa, 19, recognised by Karim, who looks for a place to live."""
    return cast.lea(recognised_at=cast.now, recognised_by=cast.karim().id)


def propose(store: Store, cast: Cast, who: Person, **changes: Any) -> str:
    """Karim proposes the Maison des Jeunes."""
    given = {"fields": FIELDS, "need": "Une chambre", **changes}
    return relays.propose(store, who.conversation.id, cast.karim().id, cast.service().id, **given)


def relay_of(store: Store, relay_id: str) -> Relay:
    with store.reading() as session:
        return session.get_one(Relay, relay_id)


def link(store: Store, relay_id: str) -> str:
    """The token in the structure's e-mail."""
    return unseal(store.vault.common, relay_of(store, relay_id).token_sealed, relay_id, "token")


def leaves(store: Store, cast: Cast, relay_id: str) -> None:
    """The packet's e-mail has left."""
    relay = relay_of(store, relay_id)
    with store.transaction() as session:
        found = conversations.change_of(
            session,
            store,
            session.get_one(type(cast.lea().conversation), relay.conversation_id),
            "carrier",
        )
        event = Delivered("mail.structure.packet")
        conversations.happen(found, "relay", event, subject_id=relay_id)


def agreed(store: Store, cast: Cast, who: Person) -> str:
    """Proposed, yes said aloud, packet left."""
    relay_id = propose(store, cast, who)
    relays.consent(store, relay_id, cast.karim().id, True, "Oui, vas-y")
    leaves(store, cast, relay_id)
    return relay_id


def tasks(store: Store) -> set[str]:
    with store.reading() as session:
        rows = session.exec(select(Handover)).all()
    return {row.kind for row in rows if row.closed_at is None}


def test_the_offer_says_what_would_be_passed_on(store: Store, cast: Cast, lea: Person) -> None:
    propose(store, cast, lea)
    (offer,) = cast.said(lea, "queued")
    assert "prénom, téléphone, besoin" in offer


def test_not_recognised_means_that_a_human_takes_the_yes(store: Store, cast: Cast) -> None:
    lea = cast.lea()
    propose(store, cast, lea)
    assert cast.said(lea) == []
    assert tasks(store) == {"relay_consent"}


def test_a_yes_to_one_of_two_relays_leaves_the_other_to_be_asked(store: Store, cast: Cast) -> None:
    lea, housing = cast.lea(), cast.service()
    other = Service(id=new_id(), structure_id=housing.structure_id, name="Atelier", capacity=4)
    with store.transaction() as session:
        session.add(other)
    first = propose(store, cast, lea)
    relays.propose(store, lea.conversation.id, cast.karim().id, other.id, ["first_name"])
    relays.consent(store, first, cast.karim().id, True, "Oui, vas-y")
    assert "relay_consent" in tasks(store)


def test_her_yes_aloud_is_kept_with_her_words_and_the_letter_leaves(
    store: Store, cast: Cast, lea: Person
) -> None:
    relay_id = propose(store, cast, lea)
    relays.consent(store, relay_id, cast.karim().id, True, "Oui, vas-y")
    relay = relay_of(store, relay_id)
    key = youth_key(store.vault, lea.youth)
    assert unseal(key, relay.consent_words_sealed, relay_id, "consent_words") == "Oui, vas-y"
    assert relay.consent_by == cast.karim().id and relay.status == "agreed"
    with store.reading() as session:
        mails = session.exec(select(Message).where(Message.recipient == "structure")).all()
    assert [mail.key for mail in mails] == ["mail.structure.packet"]


def test_her_yes_by_text_is_kept_with_the_exact_words(
    store: Store, cast: Cast, lea: Person
) -> None:
    relay_id = propose(store, cast, lea)
    with store.reading() as session:
        offer = session.exec(select(Message).where(Message.key == Key.RELAY_OFFER.value)).one()
    cast.change(offer, state="accepted")
    cast.wrote(lea, "1 oui")
    conversations.take_turn(store, lea.conversation.id)
    relay = relay_of(store, relay_id)
    key = youth_key(store.vault, lea.youth)
    assert relay.status == "agreed" and relay.consent_by is None
    assert unseal(key, relay.consent_words_sealed, relay_id, "consent_words") == "1 oui"


def test_the_structure_sees_only_what_she_agreed_to(store: Store, cast: Cast, lea: Person) -> None:
    relay_id = agreed(store, cast, lea)
    page = relays.open_link(store, link(store, relay_id))
    assert page.stage == "answer"
    assert page.packet == (
        ("Prénom", "Léa"),
        ("Téléphone", "06 39 98 00 01"),
        ("Ce qu'elle cherche", "Une chambre"),
    )
    with store.reading() as session:
        seen = session.exec(select(Access)).all()
    assert [(one.what, one.subject_id) for one in seen] == [("relay", relay_id)]


def test_before_her_yes_the_link_shows_nothing(store: Store, cast: Cast, lea: Person) -> None:
    relay_id = propose(store, cast, lea)
    page = relays.open_link(store, link(store, relay_id))
    assert (page.stage, page.packet, page.first_name) == ("over", (), "")


def test_withdrawn_shows_nothing_more(store: Store, cast: Cast, lea: Person) -> None:
    relay_id = agreed(store, cast, lea)
    relays.withdraw(store, relay_id, cast.karim().id)
    page = relays.open_link(store, link(store, relay_id))
    assert (page.stage, page.packet, page.first_name) == ("withdrawn", (), "")
    assert relay_of(store, relay_id).packet_sealed is None
    assert "relay_again" in tasks(store)


@pytest.mark.parametrize(
    ("says", "status"),
    [
        (StructureSays.EXPECTED, "accepted"),
        (StructureSays.MET, "met"),
        (StructureSays.NO_SHOW, "no_show"),
    ],
)
def test_the_structure_answers_by_its_link(
    store: Store, cast: Cast, lea: Person, says: StructureSays, status: str
) -> None:
    relay_id = agreed(store, cast, lea)
    relays.answer_by_link(store, link(store, relay_id), says, person="Inès")
    assert relay_of(store, relay_id).status == status


@pytest.mark.parametrize("reason", ["session_full", "other"])
def test_not_for_us_with_one_of_eleven_reasons(
    store: Store, cast: Cast, lea: Person, reason: str
) -> None:
    relay_id = agreed(store, cast, lea)
    relays.answer(store, relay_id, StructureSays.NOT_FOR_US, reason=reason)
    relay = relay_of(store, relay_id)
    assert (relay.status, relay.refusal) == ("refused", reason)
    assert "relay_again" in tasks(store)
    with pytest.raises(NotAllowed):
        relays.answer(store, relay_id, StructureSays.MET)


def test_not_for_us_needs_a_reason_of_the_list(store: Store, cast: Cast, lea: Person) -> None:
    relay_id = agreed(store, cast, lea)
    for reason in (None, "", "because"):
        with pytest.raises(NotAllowed):
            relays.answer(store, relay_id, StructureSays.NOT_FOR_US, reason=reason)
    with pytest.raises(NotAllowed):
        relays.answer(store, relay_id, StructureSays.MET, reason="other")
    assert relay_of(store, relay_id).status == "sent"


def test_there_are_eleven_reasons() -> None:
    assert len(relays.REFUSALS) == 11


def test_an_appointment_is_kept_and_told(
    store: Store, cast: Cast, clock: FrozenClock, lea: Person
) -> None:
    relay_id = agreed(store, cast, lea)
    at = clock.now() + timedelta(days=4)
    relays.answer(store, relay_id, StructureSays.EXPECTED, appointment=at)
    assert relay_of(store, relay_id).appointment_at == at
    with pytest.raises(NotAllowed):
        past = clock.now() - timedelta(days=1)
        relays.answer(store, relay_id, StructureSays.EXPECTED, appointment=past)


def test_after_the_meeting_the_page_asks_whether_she_is_still_followed(
    store: Store, cast: Cast, lea: Person
) -> None:
    relay_id = agreed(store, cast, lea)
    relays.answer(store, relay_id, StructureSays.MET)
    assert relays.open_link(store, link(store, relay_id)).stage == "follow"


def test_nobody_else_may_act_on_it(store: Store, cast: Cast, lea: Person) -> None:
    relay_id = propose(store, cast, lea)
    with pytest.raises(Gone):
        relays.consent(store, relay_id, "somebody", True)
    with pytest.raises(Gone):
        relays.open_link(store, "a token of Sam")


def test_only_known_fields_and_few_of_them(store: Store, cast: Cast, lea: Person) -> None:
    wrong: list[dict[str, Any]] = [
        {"fields": ["first_name", "reason"]},
        {"fields": ["first_name", "phone", "age", "commune", "language"]},
        {"fields": ["need"], "need": " "},
        {"authority": "whatever"},
    ]
    for changes in wrong:
        with pytest.raises(NotAllowed):
            propose(store, cast, lea, **changes)


def test_the_same_service_is_not_proposed_twice(store: Store, cast: Cast, lea: Person) -> None:
    propose(store, cast, lea)
    with pytest.raises(NotAllowed):
        propose(store, cast, lea)


def test_a_minor_needs_the_parental_record(store: Store, cast: Cast) -> None:
    lea = cast.lea(recognised_at=cast.now, birth_year=2009)
    relay_id = propose(store, cast, lea)
    assert tasks(store) == {"relay_consent"}
    with pytest.raises(NotAllowed):
        relays.consent(store, relay_id, cast.karim().id, True, "Oui")
    relays.record_authority(store, relay_id, cast.karim().id, "told")
    relays.consent(store, relay_id, cast.karim().id, True, "Oui")
    assert relay_of(store, relay_id).status == "agreed"


def test_the_token_is_kept_as_a_digest(store: Store, cast: Cast, lea: Person) -> None:
    relay_id = propose(store, cast, lea)
    assert relay_of(store, relay_id).token_digest == digest(link(store, relay_id))


def test_erased_shows_nothing(store: Store, cast: Cast, lea: Person) -> None:
    relay_id = agreed(store, cast, lea)
    cast.change(lea.youth, data_key=None)
    assert relays.open_link(store, link(store, relay_id)).stage == "over"
