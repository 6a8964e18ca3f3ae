"""The books: each way to lose, double or forget is seen, and a quiet system balances."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from bot import conversations, ledger
from bot.clock import FrozenClock
from bot.models import Handover, JournalEntry, Timer
from bot.store import Store
from flows.effects import Priority, TaskKind
from tests.cast import Cast, Person
from tests.inbox import task


def broken(store: Store) -> list[str]:
    return [one.code for one in ledger.check(store).broken]


def watched(cast: Cast, person: Person) -> None:
    """She has a next step: a timer."""
    assert person.flow is not None
    with cast.store.transaction() as session:
        session.add(
            Timer(
                conversation_id=person.conversation.id,
                flow_id=person.flow.id,
                kind="day3",
                due=cast.now + timedelta(days=3),
                epoch=0,
            )
        )


def test_an_empty_system_balances(store: Store) -> None:
    books = ledger.check(store)
    assert books.holds
    assert json.loads(books.as_json()) == {"holds": True, "counts": {}, "broken": []}


def test_a_youth_with_nobody_next_is_seen(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    assert broken(store) == ["nobody_next"]
    watched(cast, lea)
    assert broken(store) == []


def test_a_human_task_or_a_closed_outcome_is_a_next_step(cast: Cast, store: Store) -> None:
    lea, mia = cast.lea(), cast.youth("Mia", 1)
    with store.transaction() as session:
        session.add(
            Handover(
                conversation_id=lea.conversation.id,
                team_id=lea.youth.team_id,
                kind="answer",
                priority=1,
                opened_at=cast.now,
            )
        )
    cast.change(mia.conversation, closed_at=cast.now, outcome="refused")
    assert broken(store) == []


def test_a_text_that_waits_too_long_is_seen(cast: Cast, store: Store, clock: FrozenClock) -> None:
    cast.wrote(cast.lea(), "oui")
    assert broken(store) == []
    assert ledger.check(store).counts == {"received": 1}
    clock.advance(timedelta(minutes=3))
    assert broken(store) == ["text_waits_for_its_turn"]


def test_a_send_that_stays_is_seen(cast: Cast, store: Store, clock: FrozenClock) -> None:
    lea = cast.lea()
    watched(cast, lea)
    cast.message(lea, "un")
    sending = cast.message(lea, "deux", state="sending", claimed_real=clock.real())
    cast.message(lea, "trois", state="uncertain", claimed_real=clock.real())
    cast.message(lea, "quatre", state="held", why="window")
    assert broken(store) == ["held_without_human"]
    clock.advance(timedelta(minutes=30))
    assert broken(store) == [
        "queued_too_long",
        "sending_too_long",
        "uncertain_without_human",
        "held_without_human",
    ]
    assert sending.id in ledger.check(store).broken[1].ids


def test_the_bot_over_a_human_is_seen(cast: Cast, store: Store, clock: FrozenClock) -> None:
    lea = cast.lea()
    watched(cast, lea)
    spoke(cast, lea, "bot", "human", clock)
    clock.advance(timedelta(minutes=1))
    cast.message(lea, "relance", state="accepted", claimed_at=clock.now())
    assert broken(store) == ["bot_over_human"]


def test_the_bot_after_the_word_was_handed_back_is_not(
    cast: Cast, store: Store, clock: FrozenClock
) -> None:
    lea = cast.lea()
    watched(cast, lea)
    spoke(cast, lea, "bot", "human", clock)
    clock.advance(timedelta(minutes=1))
    spoke(cast, lea, "human", "bot", clock)
    clock.advance(timedelta(minutes=1))
    cast.message(lea, "relance", state="accepted", claimed_at=clock.now())
    assert broken(store) == []


def spoke(cast: Cast, person: Person, before: str, after: str, clock: FrozenClock) -> None:
    with cast.store.transaction() as session:
        session.add(
            JournalEntry(
                conversation_id=person.conversation.id,
                at=clock.now(),
                who="bot",
                code="speaker",
                before=before,
                after=after,
            )
        )


def test_a_text_in_none_of_our_states_is_refused_by_the_table(cast: Cast) -> None:
    lea = cast.lea()
    with pytest.raises(IntegrityError):
        cast.message(lea, state="lost")
    with pytest.raises(IntegrityError):
        cast.message(lea, author="", reason="")


@pytest.mark.parametrize(("dead", "whose"), [(False, "Karim"), (True, "Nadia")])
def test_who_ends_the_last_task_of_an_open_file_is_asked_what_comes_next(
    cast: Cast, store: Store, dead: bool, whose: str
) -> None:
    """Nothing else is planned: the task that ends leaves another one, after a death to the lead."""
    owner = {"Karim": cast.karim().id, "Nadia": cast.lead().id}[whose]
    lea = cast.lea(deceased_at=cast.now if dead else None)
    last = task(cast, lea, TaskKind.DEATH, Priority.WAITING)
    for _ in range(2):
        conversations.end_task(store, last.id, cast.karim().id, "done")
        assert broken(store) == []
        with store.reading() as session:
            last = session.exec(select(Handover).where(col(Handover.closed_at).is_(None))).one()
        assert (last.kind, last.owner_id) == ("no_step", owner)
