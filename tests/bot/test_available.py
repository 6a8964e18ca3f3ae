"""Somebody is there again: what was held starts at once, once, and at a lawful hour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot import accounts, clockwork, conversations, referrals, runtime
from bot.alerts import start_again
from bot.clock import FrozenClock
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.inbox import absences
from bot.models import Absence, Conversation, Fact, Flow, Handover, Timer
from bot.outbox import Gateways
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import Store, lock_conversation
from flows.events import Outcome, Referred
from flows.snapshot import FlowKind
from tests.cast import MORNING, Cast, Person

LONG = timedelta(days=90)


@pytest.fixture
def rt(settings: Settings, clock: FrozenClock, store: Store) -> Iterator[Runtime]:
    """A process on the database of `store`."""
    carriers = Gateways(MemoryGateway(clock.real), MemoryMail())
    made = runtime.build(settings, clock=clock, gateways=carriers)
    yield made
    made.close()


def away(cast: Cast) -> Absence:
    """Karim, the only one of the team, is away for three months."""
    today = MORNING.date()
    gone = Absence(aiguilleur_id=cast.karim().id, first_day=today, last_day=today + LONG)
    with cast.store.transaction() as session:
        session.add(gone)
    return gone


def held(cast: Cast, store: Store) -> Person:
    """Léa was referred while nobody would have read her answer."""
    lea = cast.lea()
    cast.change(lea.flow, state="new")
    tell(store, lea, Referred(informed=True))
    assert state(cast, lea) == "held"
    return lea


def tell(store: Store, person: Person, event: Referred) -> None:
    with store.transaction() as session:
        talk = lock_conversation(session, person.conversation.id)
        conversations.tell(session, store, talk, FlowKind.CONTACT, event, "prescriber")


def state(cast: Cast, person: Person) -> str:
    return str(cast.fresh(person.flow).state)


def hellos(store: Store) -> list[Timer]:
    with store.reading() as session:
        query = select(Timer).where(Timer.kind == "hello", Timer.state == "set")
        return list(session.exec(query).all())


def marks(store: Store) -> int:
    with store.reading() as session:
        names = session.exec(select(Fact.name)).all()
    return sum(name.startswith("somebody_there:") for name in names)


def comes_back(cast: Cast, rt: Runtime, gone: Absence) -> None:
    absences.take_back(cast.store, cast.karim().id, gone.id)


def is_hired(cast: Cast, rt: Runtime, gone: Absence) -> None:
    accounts.add_aiguilleur(cast.store, name="Nadia", email="nadia@sas.example", team="Arles")


@pytest.mark.parametrize("happens", [comes_back, is_hired])
def test_a_held_first_text_starts_when_somebody_is_there(
    cast: Cast,
    store: Store,
    rt: Runtime,
    clock: FrozenClock,
    happens: Callable[[Cast, Runtime, Absence], None],
) -> None:
    gone = away(cast)
    lea = held(cast, store)
    clockwork.tick(rt)
    assert state(cast, lea) == "held", "nobody came back yet"
    happens(cast, rt, gone)
    clockwork.tick(rt)
    assert state(cast, lea) == "waiting" and cast.tasks(lea) == []
    assert [one.due for one in hellos(store)] == [MORNING.replace(hour=11, minute=15)]
    clock.advance(timedelta(hours=3))
    clockwork.tick(rt)
    assert len(cast.said(lea, "accepted")) == 1
    happens(cast, rt, gone) if happens is is_hired else None
    clockwork.tick(rt)
    clock.advance(timedelta(hours=1))
    clockwork.tick(rt)
    assert len(cast.said(lea)) == 1, "one first text, whoever arrives afterwards"


def test_a_team_that_starts_again(cast: Cast, store: Store, rt: Runtime) -> None:
    cast.change(cast.team(), starts_paused=True)
    lea = held(cast, store)
    start_again(rt)
    assert marks(store) == 1
    conversations.start_held(store, 10)
    assert (state(cast, lea), marks(store)) == ("waiting", 0)


def test_a_mark_without_anybody_there_changes_nothing(cast: Cast, store: Store) -> None:
    away(cast)
    lea = held(cast, store)
    before = cast.fresh(lea.flow).epoch
    with store.transaction() as session:
        conversations.somebody_there(session, store, cast.team().id)
    assert conversations.start_held(store, 10) == 0
    assert (state(cast, lea), cast.fresh(lea.flow).epoch, marks(store)) == ("held", before, 0)


def test_a_batch_that_is_cut_goes_on_where_it_was(cast: Cast, store: Store) -> None:
    """Killed between two batches: the mark says how far it came."""
    cast.change(cast.team(), starts_paused=True)
    lea = held(cast, store)
    nour = cast.youth("Nour", 1)
    cast.change(nour.flow, state="new")
    tell(store, nour, Referred(informed=True))
    cast.change(cast.team(), starts_paused=False)
    with store.transaction() as session:
        conversations.somebody_there(session, store, cast.team().id)
    assert conversations.start_held(store, 1) == 1
    assert marks(store) == 1
    assert conversations.start_held(store, 1) == 1
    assert {state(cast, lea), state(cast, nour)} == {"waiting"}
    assert conversations.start_held(store, 1) == 0
    assert marks(store) == 0


def test_a_held_wake_up_leaves_at_the_next_good_hour(
    cast: Cast, store: Store, rt: Runtime, clock: FrozenClock
) -> None:
    gone = away(cast)
    lea = cast.lea()
    cast.change(lea.flow, state="resting")
    assert lea.flow is not None
    due = Timer(
        conversation_id=lea.conversation.id,
        flow_id=lea.flow.id,
        kind="wake60",
        due=MORNING,
        epoch=0,
    )
    with store.transaction() as session:
        session.add(due)
    clockwork.tick(rt)
    assert cast.tasks(lea) == ["held"] and cast.said(lea) == []
    comes_back(cast, rt, gone)
    clockwork.tick(rt)
    clock.advance(timedelta(hours=3))
    clockwork.tick(rt)
    assert len(cast.said(lea, "accepted")) == 1 and cast.tasks(lea) == []
    with store.reading() as session:
        assert session.exec(select(Handover.kind)).all() == ["held"]


FULL = 20  # open files of an aiguilleur who takes one new file a day


def referred(cast: Cast, store: Store, name: str, number: int) -> Flow:
    """Somebody is referred as anybody is; her contact."""
    given = {"first_name": name, "phone": f"+3363998{4000 + number}", "informed": True}
    read = referrals.read_referral(given, year=MORNING.year, production=False)
    referrals.refer(store, cast.mme_roux(), read)
    with store.reading() as session:
        query = select(Flow).where(Flow.kind == "contact").order_by(col(Flow.id).desc())
        return session.exec(query).first()  # type: ignore[return-value]


def test_a_closed_file_makes_room_for_one_that_was_held(
    cast: Cast, store: Store, rt: Runtime, clock: FrozenClock
) -> None:
    """Nobody has room: held day after day, and nobody's. A file closes: the first one starts, with
    the aiguilleur who has room from now on as hers; the next one still waits."""
    karim = cast.aiguilleur("Karim", max_new_per_day=1).id
    files = [cast.youth("Lou", number) for number in range(FULL)]
    waiting = [referred(cast, store, "Nour", 1), referred(cast, store, "Ines", 2)]
    for _ in range(3):
        clockwork.tick(rt)
        clock.advance(timedelta(days=1))
    assert [cast.fresh(one).state for one in waiting] == ["held", "held"]
    conversations.close(store, files[0].conversation.id, karim, Outcome.OWN_SOLUTION)
    clockwork.tick(rt)
    assert [cast.fresh(one).state for one in waiting] == ["waiting", "held"]
    with store.reading() as session:
        owners = [session.get_one(Conversation, one.conversation_id).owner_id for one in waiting]
    assert owners == [karim, None]
