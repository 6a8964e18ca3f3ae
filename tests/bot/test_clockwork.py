"""The clock: fires what is due, does what nobody did, brings in what never came; one leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from bot import clockwork, conversations, ledger, runtime
from bot.clock import FrozenClock
from bot.conversations import Inbound
from bot.gateways import InboundText
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.models import (
    Conversation,
    Handover,
    JournalEntry,
    Message,
    Team,
    Timer,
)
from bot.outbox import Gateways
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import Store
from tests.cast import LEA_PHONE, SAM_PHONE, SMS_SENDER, Cast, Person


@pytest.fixture
def carrier(clock: FrozenClock) -> MemoryGateway:
    """The carrier of the test."""
    return MemoryGateway(clock.real)


@pytest.fixture
def rt(
    settings: Settings, clock: FrozenClock, carrier: MemoryGateway, store: Store
) -> Iterator[Runtime]:
    """A process on the database of `store`."""
    made = runtime.build(settings, clock=clock, gateways=Gateways(carrier, MemoryMail()))
    yield made
    made.close()


def asked(cast: Cast, person: Person) -> Person:
    """She was written to and has not answered."""
    assert person.flow is not None
    cast.change(person.flow, state="asked")
    return person


def wrote(rt: Runtime, text: str, number: int = 1) -> str:
    """Léa writes; nobody has read it yet."""
    inbound = Inbound(f"MM{number:032x}", SMS_SENDER, "sms", LEA_PHONE, text)
    return conversations.receive(rt.store, inbound).message_id


def test_a_due_timer_becomes_a_text_in_one_pass(
    rt: Runtime, cast: Cast, carrier: MemoryGateway, clock: FrozenClock
) -> None:
    lea = asked(cast, cast.lea())
    with rt.store.transaction() as session:
        session.add(a_timer(lea, clock, "day3"))
    done = clockwork.tick(rt)
    assert done.timers == 1
    assert len(carrier.sent) == 1
    assert clockwork.tick(rt).timers == 0


def a_timer(person: Person, clock: FrozenClock, kind: str) -> Timer:
    assert person.flow is not None
    return Timer(
        conversation_id=person.conversation.id,
        flow_id=person.flow.id,
        kind=kind,
        due=clock.now() - timedelta(seconds=1),
        epoch=person.flow.epoch,
    )


def test_a_turn_that_no_worker_took_is_taken(
    rt: Runtime, cast: Cast, carrier: MemoryGateway, clock: FrozenClock
) -> None:
    lea = asked(cast, cast.lea())
    wrote(rt, "oui")
    assert clockwork.lead_pass(rt) == clockwork.Pass()  # young: still the workers'
    clock.real_at += timedelta(seconds=3)
    done = clockwork.lead_pass(rt)
    assert done is not None and done.turns == 1
    assert len(carrier.sent) == 1
    assert len(cast.said(lea, "accepted")) == 1


def test_a_burst_is_one_turn_after_the_debounce(
    rt: Runtime, cast: Cast, carrier: MemoryGateway, clock: FrozenClock
) -> None:
    asked(cast, cast.lea())
    patient = replace(rt.settings, debounce_seconds=2.0)
    rt.settings = rt.store.settings = patient
    wrote(rt, "oui", 1)
    clock.real_at += timedelta(seconds=1)
    wrote(rt, "mais pas mardi", 2)
    clock.real_at += timedelta(seconds=1)
    assert clockwork.tick(rt).turns == 0
    clock.real_at += timedelta(seconds=2)
    assert clockwork.tick(rt).turns == 1
    assert len(carrier.sent) == 1


def test_two_clocks_at_once_one_acts(
    rt: Runtime, settings: Settings, clock: FrozenClock, carrier: MemoryGateway
) -> None:
    other = runtime.build(settings, clock=clock, gateways=Gateways(carrier, MemoryMail()))
    assert clockwork.lead_pass(rt) is not None
    assert clockwork.lead_pass(other) is None
    clock.real_at += timedelta(seconds=11)
    assert clockwork.lead_pass(other) is not None
    assert clockwork.lead_pass(rt) is None
    clockwork.yield_lease(other)
    assert clockwork.lead_pass(rt) is not None
    other.close()


def test_a_stop_lets_the_text_in_hand_finish_and_takes_no_other(
    rt: Runtime, cast: Cast, carrier: MemoryGateway
) -> None:
    """Whoever is sent the signal has a few seconds: a second text would be cut in them."""
    rows = [cast.message(cast.youth("Lou", number), f"Bonjour {number}") for number in range(3)]
    rt.stopping = lambda: len(carrier.sent) > 0
    clockwork.lead_pass(rt)
    assert [cast.fresh(row).state for row in rows] == ["accepted", "queued", "queued"]
    rt.stopping = lambda: True
    assert clockwork.lead_pass(rt) == clockwork.Pass()


def test_the_pass_is_written_down_in_real_time(rt: Runtime, clock: FrozenClock) -> None:
    clockwork.lead_pass(rt)
    with rt.store.reading() as session:
        assert clockwork.last_pass(session) == clock.real()


def test_what_never_reached_the_webhook_comes_in_order_and_once(
    rt: Runtime, cast: Cast, carrier: MemoryGateway, clock: FrozenClock
) -> None:
    lea = asked(cast, cast.lea())
    clockwork.tick(rt)
    known = wrote(rt, "oui", 7)
    for number, text in ((7, "oui"), (8, "demain"), (9, "vers 14h")):
        at = clock.real() + timedelta(seconds=number)
        carrier.received(InboundText(f"MM{number:032x}", LEA_PHONE, SMS_SENDER, "sms", text, at))
    clock.real_at += timedelta(seconds=60)
    clockwork.tick(rt)
    with rt.store.reading() as session:
        query = select(Message).where(
            Message.conversation_id == lea.conversation.id, Message.direction == "in"
        )
        rows = session.exec(query.order_by(Message.id)).all()  # type: ignore[arg-type]
    assert [row.provider_id for row in rows] == [f"MM{n:032x}" for n in (7, 8, 9)]
    assert rows[0].id == known
    assert {row.state for row in rows} == {"handled"}


def test_one_that_cannot_be_stored_holds_up_nobody_and_is_asked_for_again(
    rt: Runtime, cast: Cast, carrier: MemoryGateway, clock: FrozenClock
) -> None:
    """Sam's key cannot be opened, for a while: Léa's text after hers comes in all the same."""
    lea, sam = asked(cast, cast.lea()), cast.sam()
    key = sam.youth.data_key
    cast.change(sam.youth, data_key=b"1\0broken")
    clockwork.tick(rt)
    for number, phone in ((1, SAM_PHONE), (2, LEA_PHONE)):
        at = clock.real() + timedelta(seconds=number)
        carrier.received(InboundText(f"MM{number:032x}", phone, SMS_SENDER, "sms", "oui", at))

    def inbound(person: Person) -> int:
        with rt.store.reading() as session:
            query = select(Message).where(Message.direction == "in")
            return sum(
                row.conversation_id == person.conversation.id for row in session.exec(query).all()
            )

    for _ in range(20):  # longer than the list's overlap
        clock.real_at += timedelta(seconds=31)
        clockwork.tick(rt)
    assert (inbound(lea), inbound(sam)) == (1, 0)
    cast.change(sam.youth, data_key=key)
    clock.real_at += timedelta(seconds=31)
    clockwork.tick(rt)
    assert (inbound(lea), inbound(sam)) == (1, 1)


def test_a_step_that_fails_does_not_stop_the_others(
    rt: Runtime, cast: Cast, carrier: MemoryGateway
) -> None:
    def broken(*_: object) -> list[InboundText]:
        raise RuntimeError

    carrier.inbound_since = broken  # type: ignore[method-assign, assignment]
    cast.message(cast.lea())
    clockwork.tick(rt)
    assert len(carrier.sent) == 1


def test_one_pass_is_flat_with_many_future_timers(
    rt: Runtime, cast: Cast, clock: FrozenClock
) -> None:
    lea = asked(cast, cast.lea())
    with rt.store.transaction() as session:
        for number in range(3_000):
            timer = a_timer(lea, clock, "day3")
            timer.due = clock.now() + timedelta(days=number + 1)
            session.add(timer)
    assert clockwork.tick(rt).timers == 0


# --- a turn that cannot be taken


class Poison(BaseException):
    """Ends the process."""


def test_a_turn_that_always_raises_is_parked_within_a_minute_and_hurts_nobody(
    rt: Runtime, cast: Cast, carrier: MemoryGateway, clock: FrozenClock
) -> None:
    lea, mia = asked(cast, cast.lea()), asked(cast, cast.youth("Mia", 1))
    message = wrote(rt, "oui")
    with rt.store.transaction() as session:
        session.get_one(Message, message).body_sealed = b"a body that never opens"
    for _ in range(30):
        clock.real_at += timedelta(seconds=2)
        clockwork.lead_pass(rt)
    assert cast.fresh(lea.conversation).speaker == "human"
    assert "parked" in cast.tasks(lea)
    with rt.store.reading() as session:
        assert session.get_one(Message, message).state == "parked"
    inbound = Inbound("MM" + "a" * 32, SMS_SENDER, "sms", mia.phone, "oui")
    conversations.receive(rt.store, inbound)
    clock.real_at += timedelta(seconds=3)
    clockwork.lead_pass(rt)
    assert len(cast.said(mia, "accepted")) == 1


# --- alerts


def a_task(cast: Cast, person: Person, **changes: object) -> Handover:
    with cast.store.transaction() as session:
        task = Handover(
            **{
                "conversation_id": person.conversation.id,
                "team_id": person.youth.team_id,
                "owner_id": cast.karim().id,
                "kind": "answer",
                "priority": 1,
                "due": cast.now + timedelta(hours=2),
                "opened_at": cast.now,
                **changes,
            }
        )
        session.add(task)
    return task


def alerted(cast: Cast) -> list[str]:
    with cast.store.reading() as session:
        rows = session.exec(select(JournalEntry).where(JournalEntry.code == "alerted")).all()
        return [str(row.data["to"]) for row in rows]


def test_a_youth_who_waits_climbs_from_the_owner_to_the_lead(
    rt: Runtime, cast: Cast, clock: FrozenClock
) -> None:
    lea, karim, ines, nadia = cast.lea(), cast.karim(), cast.aiguilleur("Inès"), cast.lead()
    a_task(cast, lea)
    clockwork.tick(rt)
    assert alerted(cast) == []
    clock.advance(timedelta(hours=2, minutes=1))
    clockwork.tick(rt)
    assert alerted(cast) == [karim.id]
    clock.advance(timedelta(hours=2))
    clockwork.tick(rt)
    assert alerted(cast)[1:] == [karim.id, ines.id]
    clock.advance(timedelta(hours=20))
    clockwork.tick(rt)
    assert alerted(cast)[3:] == [nadia.id, karim.id]
    clock.advance(timedelta(days=1))
    clockwork.tick(rt)
    assert cast.fresh(cast.team()).starts_paused
    with rt.store.reading() as session:
        assert session.get_one(Team, cast.team().id).starts_paused


def test_the_team_starts_again_once_nobody_waits(rt: Runtime, cast: Cast) -> None:
    waiting = a_task(cast, cast.lea(), alerts=4, next_alert_at=cast.now + timedelta(days=1))
    cast.change(cast.team(), starts_paused=True)
    clockwork.tick(rt)
    assert cast.fresh(cast.team()).starts_paused
    cast.change(waiting, closed_at=cast.now)
    clockwork.tick(rt)
    assert not cast.fresh(cast.team()).starts_paused


def test_an_alert_that_cannot_leave_asks_for_no_other_alert(rt: Runtime, cast: Cast) -> None:
    a_task(cast, cast.lea(), kind="danger", priority=0, next_alert_at=cast.now)
    rt.gateways = Gateways(rt.gateways.texts, None)
    for _ in range(3):
        clockwork.tick(rt)
    with rt.store.reading() as session:
        tasks = session.exec(select(Handover.kind)).all()
        held = session.exec(select(Message.state).where(Message.channel == "mail")).all()
    assert (tasks, held) == (["danger"], ["held"])
    assert alerted(cast) == [cast.karim().id]


def test_an_answered_task_rings_nobody(rt: Runtime, cast: Cast, clock: FrozenClock) -> None:
    a_task(cast, cast.lea(), answered_at=cast.now)
    clock.advance(timedelta(hours=5))
    clockwork.tick(rt)
    assert alerted(cast) == []


# --- the books


def test_the_books_hold_after_all_that(rt: Runtime, cast: Cast, clock: FrozenClock) -> None:
    asked(cast, cast.lea())
    wrote(rt, "oui")
    clockwork.tick(rt)
    assert ledger.check(rt.store).broken == ()
    with rt.store.reading() as session:
        assert session.exec(select(Conversation)).one().turn_failures == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_pass_does_not_read_every_text_ever_stored(rt: Runtime, cast: Cast) -> None:
    """SQLite believes what it counted: here, that a state is shared by half of all texts."""
    cast.lea()
    with rt.store.engine.begin() as connection:
        for one in (
            "ANALYZE",
            "DELETE FROM sqlite_stat1",
            "INSERT INTO sqlite_stat1 VALUES ('message', 'message_waiting', '200000 100000 9')",
            "ANALYZE sqlite_schema",
        ):
            connection.exec_driver_sql(one)
    rt.store.engine.dispose()
    plans: list[str] = []

    @event.listens_for(rt.store.engine, "before_cursor_execute")
    def explain(_c: Any, cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        if statement.startswith("SELECT") and "FROM message" in statement:
            plan = cursor.connection.execute("EXPLAIN QUERY PLAN " + statement, given)
            plans.extend(row[3] for row in plan.fetchall())

    clockwork.tick(rt)
    assert [one for one in plans if one.startswith("SCAN")] == []
    assert sum("message_waiting" in one for one in plans) == 5
