"""A stored state that no longer exists: a human has the file and the reason, and whatever Léa says
is still heard."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot import conversations, ledger
from bot.conversations import Inbound
from bot.ids import new_id
from bot.models import Handover
from flows.events import Outcome
from tests.cast import SMS_SENDER, Cast, Person


@pytest.fixture
def lea(cast: Cast) -> Person:
    """Her contact stands in a state that this version does not have."""
    person = cast.lea()
    assert person.flow is not None
    cast.change(person.flow, state="gone_state")
    return person


def writes(cast: Cast, lea: Person, text: str) -> None:
    """A text of hers, and its turn."""
    conversations.receive(cast.store, Inbound(new_id(), SMS_SENDER, "sms", lea.phone, text))
    conversations.take_turn(cast.store, lea.conversation.id)


def kinds(cast: Cast, lea: Person) -> set[str]:
    """Her open tasks."""
    return set(cast.tasks(lea))


def test_a_human_gets_the_file_and_the_bot_is_silent(cast: Cast, lea: Person) -> None:
    writes(cast, lea, "demain 14h")
    assert kinds(cast, lea) >= {"broken_state"}
    assert cast.fresh(lea.conversation).speaker == "human"
    assert ledger.check(cast.store).holds


def test_danger_is_heard(cast: Cast, lea: Person) -> None:
    writes(cast, lea, "je veux mourir ce soir")
    assert kinds(cast, lea) >= {"broken_state", "danger"}
    assert any("3114" in text or "15" in text for text in cast.said(lea, "queued"))


def test_stop_is_heard(cast: Cast, lea: Person) -> None:
    writes(cast, lea, "STOP")
    assert cast.fresh(lea.youth).opted_out_at is not None


def test_later_texts_reach_a_human_and_the_file_can_be_closed(cast: Cast, lea: Person) -> None:
    karim = cast.karim().id
    writes(cast, lea, "demain 14h")
    with cast.store.reading() as session:
        (task,) = session.exec(select(Handover).where(Handover.kind == "broken_state")).all()
    conversations.end_task(cast.store, task.id, karim, "done")
    writes(cast, lea, "vous etes la ?")
    assert kinds(cast, lea) & {"answer", "person"}
    conversations.close(cast.store, lea.conversation.id, karim, Outcome.UNREACHABLE)
    assert cast.fresh(lea.conversation).closed_at is not None
    assert ledger.check(cast.store).holds
