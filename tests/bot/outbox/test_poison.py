"""A text whose last gate kills its process: counted before it is tried, then a human's; the others
are unhurt, and what she writes later is the human's."""

from __future__ import annotations

import signal
from datetime import timedelta
from functools import partial

import pytest
from sqlmodel import col, select

from bot import clockwork, conversations, outbox
from bot.clock import FrozenClock
from bot.conversations import Inbound, Report
from bot.crypto import DataKey, Vault
from bot.gateways.memory import MemoryMail
from bot.holder import Holder
from bot.limits import limited
from bot.models import Message
from bot.outbox import Gateways
from bot.outbox.uncertain import look_up_due
from bot.store import Store, body
from tests.cast import SMS_SENDER, Cast, Person
from tests.desk import Desk
from tests.web.runtime import runtime_of


class Killed(BaseException):
    """The process ends here."""


class Poisoned(Vault):
    """Kills whoever opens what is hers."""

    poison = b""

    def unwrap(self, wrapped: bytes) -> DataKey:
        """See Vault."""
        if wrapped == self.poison:
            raise Killed
        return super().unwrap(wrapped)


def poison(store: Store, person: Person) -> None:
    """From now on nobody can open what is hers and live."""
    vault = Poisoned(store.settings.data_keys, store.settings.index_key)
    vault.poison = person.youth.data_key or b""
    store.vault = vault


def lives(store: Store, desk: Desk, most: int = 8) -> int:
    """Passes of processes that may die, until one lives; how many died."""
    for deaths in range(most):
        holder = Holder(store)
        try:
            outbox.sweep(store, desk.gateways, holder, Report(store))
        except Killed:
            continue
        finally:
            holder.release()
        return deaths
    raise AssertionError("it kills for ever")


def heard(store: Store, person: Person) -> list[str]:
    """What she wrote and somebody took, in order."""
    with store.reading() as session:
        query = select(Message).where(Message.direction == "in", Message.state == "handled")
        rows = session.exec(query.order_by(col(Message.id))).all()
        return [body(store.vault, row, person.youth) for row in rows]


def test_a_gate_that_kills_is_parked_and_the_others_leave(
    cast: Cast, desk: Desk, clock: FrozenClock, caplog: pytest.LogCaptureFixture
) -> None:
    lea, others = cast.lea(), [cast.youth("Lou", n) for n in range(4)]
    cast.change(lea.flow, state="asked")
    text = cast.message(lea, "poison")
    healthy = [cast.message(one, f"Bonjour {n}") for n, one in enumerate(others)]
    clock.advance(timedelta(seconds=6))
    poison(cast.store, lea)
    assert lives(cast.store, desk) == 3
    assert sorted(desk.bodies()) == [f"Bonjour {n}" for n in range(4)]
    assert [cast.fresh(one).extra.get("gate_tries") for one in healthy] == [None] * 4
    row = cast.fresh(text)
    assert (row.state, row.why) == ("failed", "attempts")
    assert "send_parked" in [record.message for record in caplog.records]
    assert cast.fresh(lea.conversation).speaker == "human"
    assert cast.tasks(lea) == ["send_blocked"]


def test_the_human_is_alerted_and_gets_what_she_writes_later(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea, store = cast.lea(), cast.store
    cast.change(lea.flow, state="asked")
    cast.message(lea, "poison")
    clock.advance(timedelta(seconds=6))
    well = store.vault
    poison(store, lea)
    lives(store, desk)
    store.vault = well
    rt = runtime_of(store)
    clockwork.tick(rt)
    mailbox = rt.gateways.mail
    assert isinstance(mailbox, MemoryMail)
    assert len(mailbox.mails) == 1
    for number in range(3):
        inbound = Inbound(f"SM{number}", SMS_SENDER, "sms", lea.phone, f"encore {number}")
        conversations.receive(store, inbound)
        conversations.take_turn(store, lea.conversation.id)
    assert heard(store, lea) == ["encore 0", "encore 1", "encore 2"]
    assert cast.fresh(lea.conversation).speaker == "human"
    assert all(one.startswith("Message automatique") for one in cast.said(lea, "queued"))


def test_a_text_that_waits_is_not_taken_for_poison(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    message = cast.message(cast.lea())
    clock.advance(timedelta(seconds=6))
    outbox.sweep(cast.store, Gateways(None, desk.mail), desk.holder, desk.report)
    for _ in range(6):
        desk.real_time(seconds=31)
        outbox.sweep(cast.store, Gateways(None, desk.mail), desk.holder, desk.report)
    assert cast.fresh(message).state == "queued"


class Hanging(Vault):
    """Takes so long that the limit of the gate is over: the alarm rings in here, not before."""

    def unwrap(self, wrapped: bytes) -> DataKey:
        """See Vault."""
        signal.raise_signal(signal.SIGALRM)
        raise AssertionError("nobody had set a limit")


def test_a_gate_that_hangs_is_cut(cast: Cast, desk: Desk) -> None:
    message: Message = cast.message(cast.lea())
    cast.store.vault = Hanging(cast.store.settings.data_keys, cast.store.settings.index_key)
    within = partial(limited, 60.0)
    for _ in range(3):
        desk.real_time(seconds=60)
        given = (cast.store, desk.gateways, message.id, desk.holder, desk.report)
        outbox.deliver(*given, within)
    row = cast.fresh(message)
    assert (row.state, row.why) == ("failed", "TookTooLong")


def test_a_text_that_kills_whoever_posts_it_is_a_humans(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    for _ in range(3):
        dead = Holder(cast.store)
        cast.change(message, state="sending", holder=dead.id, sender=SMS_SENDER)
        dead.release()
        desk.sweep()
        assert cast.fresh(message).state == "uncertain"
        for _ in range(2):
            desk.real_time(seconds=61)
            look_up_due(cast.store, desk.gateways, desk.report, 10)
    assert cast.tasks(lea) == ["send_uncertain"]
    assert cast.fresh(message).extra["human"] == "kills_its_process"
