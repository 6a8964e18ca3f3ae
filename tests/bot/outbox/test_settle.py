"""Delivery states in any order, and what an undelivered text leads to."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest
from sqlmodel import col, select

from bot.clock import FrozenClock
from bot.models import Message
from flows.events import Delivered, SendFailed
from tests.cast import Cast
from tests.desk import Desk

FIVE = ("queued", "sending", "sent", "delivered", "read")


def test_all_120_orders_of_five_statuses_end_the_same(cast: Cast, desk: Desk) -> None:
    """All of them on SQLite; on PostgreSQL every fifth, each status first and last among them."""
    ends, orders = set(), [*permutations(FIVE)][:: 1 if cast.store.sqlite else 5]
    for number, order in enumerate(orders):
        person = cast.youth("Lou", number % 90)
        message = cast.message(
            person, f"Bonjour {number}", state="accepted", provider="twilio", attempts=1
        )
        cast.change(message, provider_id=f"SM{number}")
        for status in order:
            desk.settle(message, status, sid=f"SM{number}")
        row = cast.fresh(message)
        ends.add((row.state, row.delivery, row.arrived_at, row.read_at))
    assert ends == {("accepted", 8, cast.now, cast.now)}
    assert desk.events == [Delivered("youth.hello")] * len(orders)


def test_the_same_callback_again_changes_nothing(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    desk.deliver(message)
    for _ in range(3):
        desk.settle(message, "delivered")
    assert desk.events == [Delivered("youth.hello")]


def test_buttons_that_the_channel_refused_later_leave_as_text(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    asked = "On t'appelle ?\n1 oui\n2 non"
    message = cast.message(lea, asked, channel="whatsapp", kind="answer")
    desk.deliver(message)
    desk.settle(message, "failed", 63013)
    desk.sweep()
    first, second = desk.carrier.sent
    assert first.content_sid is not None and second.content_sid is None
    assert (second.channel, second.body) == ("whatsapp", asked)


def test_an_unknown_id_or_word_changes_nothing(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    desk.deliver(message)
    desk.settle(message, "partying")
    message.id = "nobody"
    desk.settle(message, "delivered")
    assert desk.events == []


@pytest.mark.parametrize("code", [30008, 30410, 63012])
def test_what_perhaps_arrived_is_never_sent_again_by_a_machine(
    cast: Cast, desk: Desk, clock: FrozenClock, code: int
) -> None:
    """Her operator timed out, or gives no reason: she may be reading it. A human asks her; said
    twice or out of order, it stays so; an arrival ends it."""
    lea = cast.lea()
    message = cast.message(lea)
    desk.deliver(message)
    for status in ("undelivered", "undelivered", "sent"):
        desk.settle(message, status, code)
    clock.advance(timedelta(days=3))
    desk.sweep()
    assert len(desk.carrier.sent) == 1
    assert (cast.fresh(message).state, cast.tasks(lea)) == ("uncertain", ["send_uncertain"])
    desk.settle(message, "delivered")
    row = cast.fresh(message)
    assert (row.state, row.delivery, row.why, row.error_code) == ("accepted", 7, None, None)
    assert desk.events == [Delivered("youth.hello")]


def test_what_arrived_after_all_is_not_tried_again(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    """Her phone was off, says her operator, and had it all the same: a second try would say the
    same twice."""
    message = cast.message(cast.lea())
    desk.deliver(message)
    desk.settle(message, "undelivered", 30003)
    desk.settle(message, "delivered")
    clock.advance(timedelta(hours=2))
    desk.sweep()
    assert len(desk.carrier.sent) == 1
    assert cast.fresh(message).state == "accepted"
    assert desk.events == [Delivered("youth.hello")]


def test_undelivered_for_good_means_a_dead_number(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    desk.deliver(message)
    desk.settle(message, "undelivered", 30005)
    row = cast.fresh(message)
    assert (row.state, row.error_code, row.delivery) == ("failed", 30005, 5)
    assert cast.fresh(lea.address).state == "dead"
    assert desk.events == [SendFailed("youth.hello", True, 30005, False, False)]


def test_a_phone_that_is_off_is_tried_again_then_given_up(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    desk.deliver(cast.message(lea))
    for _ in range(6):
        for message in accepted(cast):
            desk.settle(message, "undelivered", 30003)
        clock.advance(timedelta(hours=25))
        desk.sweep()
    assert len(desk.carrier.sent) == 3
    assert cast.fresh(lea.address).state == "doubtful"
    assert desk.events == [SendFailed("youth.hello", False, 30003, False, False)]


def accepted(cast: Cast) -> list[Message]:
    with cast.store.reading() as session:
        query = select(Message).where(Message.state == "accepted", col(Message.delivery) < 5)
        return list(session.exec(query).all())


def test_a_danger_line_that_did_not_arrive_is_told_at_once(cast: Cast, desk: Desk) -> None:
    message = cast.message(
        cast.lea(), "3114", author="system", kind="safety", key="system.danger.suicide"
    )
    desk.deliver(message)
    desk.settle(message, "undelivered", 30003)
    assert desk.events == [SendFailed("system.danger.suicide", False, 30003, False, True)]


def test_a_humans_words_that_did_not_arrive_open_a_task(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    cast.wrote(lea, "allo", state="handled")
    message = cast.message(
        lea, "Je t'appelle", author="aiguilleur", author_id=cast.karim().id, kind="answer", key=None
    )
    desk.deliver(message)
    desk.settle(message, "failed", 30004)
    assert cast.tasks(lea) == ["send_blocked"]


def test_it_was_delivered_after_all(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    desk.deliver(message)
    desk.settle(message, "undelivered", 30005)
    desk.settle(message, "delivered")
    row = cast.fresh(message)
    assert (row.state, row.delivery, row.error_code) == ("accepted", 7, None)


@pytest.mark.parametrize("code", [21610, 30003, 30004, 30005, 30007, 30410, 63016, 63024])
def test_what_the_carrier_says_of_an_erased_youths_text_brings_nothing_back(
    cast: Cast, desk: Desk, code: int
) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    desk.deliver(message)
    cast.change(lea.youth, erased_at=cast.now, data_key=None)
    cast.change(message, body_sealed=None)
    desk.settle(message, "undelivered", code)
    assert cast.fresh(message).state == "failed"
    assert (len(cast.said(lea)), cast.tasks(lea)) == (1, [])
