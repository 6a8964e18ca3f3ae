"""What she answers: our last question that left before her text, whatever waits, failed or was
refused since."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.clock import FrozenClock
from bot.conversations.asked import last_asked, spoken_to
from bot.conversations.change import change_of
from bot.models import Conversation, Message
from bot.store import Store
from flows.reading import Question
from tests.cast import Cast, Person

MENU, SLOT = Question.MENU4.value, Question.SLOT.value


@pytest.fixture
def lea(cast: Cast) -> Person:
    found = cast.lea()
    cast.message(found, "Par quoi commencer ?", question=MENU, state="accepted")
    return found


def asked(store: Store, lea: Person, text: Message) -> str | None:
    with store.transaction() as session:
        conversation = session.get_one(Conversation, lea.conversation.id)
        found = last_asked(change_of(session, store, conversation, "youth"), text)
        return found.question if found is not None else None


def test_what_never_left_was_asked_of_nobody(store: Store, cast: Cast, lea: Person) -> None:
    slot = cast.message(lea, "Quelle heure ?", question=SLOT)
    text = cast.wrote(lea)
    for state in ("queued", "held", "cancelled", "refused", "failed"):
        cast.change(slot, state=state)
        assert asked(store, lea, text) == MENU, state
    for state in ("sending", "uncertain", "accepted"):
        cast.change(slot, state=state)
        assert asked(store, lea, text) == SLOT, state


def test_a_question_that_left_after_her_text_is_not_what_she_answers(
    store: Store, cast: Cast, clock: FrozenClock, lea: Person
) -> None:
    clock.advance(timedelta(minutes=3))
    text, written = cast.wrote(lea), clock.real() - timedelta(minutes=2)
    late = clock.real() - timedelta(minutes=1)
    cast.message(lea, "Quelle heure ?", question=SLOT, state="accepted", claimed_real=late)
    assert asked(store, lea, text) == SLOT
    fetched = cast.change(text, extra={"received_at": written.isoformat()})
    assert asked(store, lea, fetched) == MENU, "her carrier had it before, we fetched it after"


def test_a_receipt_or_a_text_that_waits_is_no_first_word(store: Store, cast: Cast) -> None:
    lea = cast.lea()
    hello = cast.message(lea)
    cast.message(lea, "Ton message est arrivé.", author="system", state="accepted")
    assert not heard_from_us(store, lea)
    cast.change(hello, state="uncertain")
    assert heard_from_us(store, lea)


def heard_from_us(store: Store, lea: Person) -> bool:
    with store.transaction() as session:
        conversation = session.get_one(Conversation, lea.conversation.id)
        return spoken_to(change_of(session, store, conversation, "youth"))


def test_the_word_has_changed_hands_since(store: Store, cast: Cast, lea: Person) -> None:
    cast.change(lea.conversation, epoch=lea.conversation.epoch + 1)
    assert asked(store, lea, cast.wrote(lea)) is None
