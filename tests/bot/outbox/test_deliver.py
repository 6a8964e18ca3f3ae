"""A text that leaves: the gate, the claim, the call, the record, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlmodel import Session

from bot import outbox
from bot.clock import FrozenClock
from bot.gateways import ErrorKind, SendError
from bot.gateways.codes import error_for
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.holder import Holder
from bot.models import Message
from bot.outbox import Gateways
from bot.store import Store
from flows.events import Delivered, Event, SendFailed, SendRefused
from tests.cast import LEA_PHONE, SMS_SENDER, Cast


class Desk:
    """The outbox with a carrier in memory, and what it reported to the flows."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.carrier = MemoryGateway(store.clock.real)
        self.mail = MemoryMail()
        self.gateways = Gateways(self.carrier, self.mail)
        self.holder = Holder(store)
        self.events: list[Event] = []

    def report(self, session: Session, message: Message, event: Event) -> None:
        self.events.append(event)

    def deliver(self, message: Message) -> str:
        return outbox.deliver(self.store, self.gateways, message.id, self.holder, self.report)

    def sweep(self) -> int:
        return outbox.sweep(self.store, self.gateways, self.holder, self.report)

    def settle(self, message: Message, status: str, code: int | None = None) -> None:
        outbox.settle(self.store, message.id, status, code, self.report)


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    made = Desk(store)
    yield made
    made.holder.release()


def test_a_text_leaves_with_our_id_in_its_callback(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea(), "Bonjour Léa")
    assert desk.deliver(message) == "accepted"
    (sent,) = desk.carrier.sent
    assert (sent.to, sent.sender, sent.body) == (LEA_PHONE, SMS_SENDER, "Bonjour Léa")
    assert sent.status_callback == f"http://127.0.0.1:8000/webhooks/twilio/status/{message.id}"
    row = cast.fresh(message)
    assert (row.state, row.delivery, row.attempts) == ("accepted", 2, 1)
    assert row.provider_id is not None and row.sent_at == cast.now


def test_a_text_leaves_only_once(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    assert [desk.deliver(message), desk.deliver(message)] == ["accepted", "accepted"]
    assert desk.sweep() == 0
    assert len(desk.carrier.sent) == 1


def test_the_bot_is_silent_once_a_human_has_the_word(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    cast.change(lea.conversation, speaker="human")
    assert desk.deliver(message) == "refused"
    assert desk.carrier.sent == []
    assert desk.events == [SendRefused("youth.hello", "speaker")]
    assert cast.fresh(message).why == "speaker"


def test_what_we_start_at_night_waits_for_the_morning(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    clock.advance(timedelta(hours=11))  # 21:00 in Paris
    message = cast.message(lea)
    assert desk.deliver(message) == "queued"
    row = cast.fresh(message)
    assert row.why == "quiet_hours"
    assert row.not_before.isoformat() == "2026-03-11T08:00:00+00:00"
    clock.advance(timedelta(hours=12))
    assert desk.sweep() == 1
    assert cast.fresh(message).state == "accepted"


def test_a_dead_number_is_told_to_the_flow(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    desk.carrier.fail_next(error_for(21211, status=400))
    assert desk.deliver(message) == "failed"
    assert desk.events == [SendFailed("youth.hello", True, 21211, False, False)]
    assert cast.fresh(lea.address).state == "dead"


def test_an_outage_is_tried_again_a_bounded_number_of_times(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    message = cast.message(cast.lea())
    tries = 0
    for _ in range(200):
        desk.carrier.fail_next(SendError(ErrorKind.OUTAGE))
        before = cast.fresh(message).attempts
        desk.sweep()
        tries += cast.fresh(message).attempts - before
        if cast.fresh(message).state == "failed":
            break
        clock.real_at += timedelta(minutes=10)
    assert cast.fresh(message).state == "failed"
    assert tries == 9
    assert "send_blocked" in cast.tasks(cast.lea())


def test_statuses_in_any_order_end_the_same(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    desk.deliver(message)
    for status in ("delivered", "sent", "queued", "read", "sending"):
        desk.settle(message, status)
    row = cast.fresh(message)
    assert (row.state, row.delivery) == ("accepted", 8)
    assert desk.events == [Delivered("youth.hello")]
