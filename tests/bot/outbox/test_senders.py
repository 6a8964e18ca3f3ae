"""A sender's rate, shared by every process, and its breaker."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot import outbox
from bot.clock import FrozenClock
from bot.gateways import ErrorKind, OutgoingText, SendError, Sent
from bot.models import SenderState
from bot.outbox.senders import senders_of, two_way
from bot.store import Store
from tests.cast import SMS_SENDER, Cast
from tests.desk import Desk


def slower(store: Store, rate: float) -> None:
    """The sender's rate is that many texts a second."""
    store.settings = replace(store.settings, sender_rate=rate)


def stamps(desk: Desk) -> list[datetime]:
    """When each text reached the carrier (real time)."""
    seen: list[datetime] = []
    send = desk.carrier.send

    def stamped(text: OutgoingText) -> Sent:
        seen.append(desk.clock.real())
        return send(text)

    desk.carrier.send = stamped  # type: ignore[method-assign]
    return seen


def busiest_second(seen: list[datetime]) -> int:
    """The most texts in any second."""
    second = timedelta(seconds=1)
    return max(sum(1 for at in seen if start <= at < start + second) for start in seen)


def test_no_second_holds_more_than_the_rate_whatever_the_backlog(
    cast: Cast, desk: Desk, store: Store
) -> None:
    slower(store, 5)
    for number in range(30):
        cast.message(cast.youth("Lou", number), f"Bonjour {number}")
    seen = stamps(desk)
    other = Desk(store, desk.clock)
    other.gateways = desk.gateways
    for _ in range(400):
        desk.sweep()
        other.sweep()
        desk.real_time(milliseconds=50)
        if len(seen) == 30:
            break
    other.dies()
    assert len(seen) == 30
    assert busiest_second(seen) <= 5


def test_a_call_that_missed_its_slot_takes_another(cast: Cast, desk: Desk, store: Store) -> None:
    """Half a second went between its claim and its call: the next, on time, would be too near."""
    slower(store, 1)
    for number in range(3):
        cast.message(cast.youth("Lou", number), f"Bonjour {number}")
    seen, take = stamps(desk), desk.holder.take

    def slow_once(message_id: str) -> None:
        take(message_id)
        if not seen:
            desk.real_time(milliseconds=500)
            desk.holder.take = take  # type: ignore[method-assign]

    desk.holder.take = slow_once  # type: ignore[method-assign]
    for _ in range(400):
        desk.sweep()
        desk.real_time(milliseconds=50)
        if len(seen) == 3:
            break
    assert len(seen) == 3
    assert busiest_second(seen) == 1


def test_safety_goes_first_and_waits_only_for_its_slot(
    cast: Cast, desk: Desk, store: Store
) -> None:
    slower(store, 1)
    for number in range(5):
        cast.message(cast.youth("Lou", number), f"Bonjour {number}")
    line = cast.message(cast.lea(), "3114", author="system", kind="safety", key="system.stop")
    desk.sweep()
    assert desk.bodies()[0] == "3114"
    second = cast.message(
        cast.youth("Mia", 40), "115", author="system", kind="safety", key="system.stop"
    )
    assert desk.deliver(second) == "accepted"
    assert cast.fresh(line).state == "accepted"


def test_youths_do_not_wait_for_news_by_mail(cast: Cast, desk: Desk) -> None:
    """Each mail takes its slot: many receipts of one morning kept the first texts of noon."""
    mails = [
        cast.message(cast.lea(), f"Reçu {number}", channel="mail", recipient="prescriber")
        for number in range(3)
    ]
    text = cast.message(cast.youth("Lou", 1), "Bonjour")
    due = [one.id for one in outbox.due_messages(cast.store, 10)]
    assert due == [text.id, *(mail.id for mail in mails)]
    alert = cast.message(cast.lea(), "Danger", channel="mail", recipient="aiguilleur")
    assert outbox.due_messages(cast.store, 1)[0].id == alert.id


def breaker(store: Store) -> SenderState:
    with store.reading() as session:
        return session.get_one(SenderState, SMS_SENDER)


def test_the_breaker_opens_half_opens_and_closes(
    cast: Cast, desk: Desk, store: Store, clock: FrozenClock
) -> None:
    people = [cast.youth("Lou", number) for number in range(12)]
    rows = [cast.message(person, f"Bonjour {person.phone}") for person in people]
    seen = stamps(desk)
    for _ in range(30):
        desk.carrier.fail_next(SendError(ErrorKind.OUTAGE))
    desk.sweep()
    assert len(seen) == 5
    assert breaker(store).open_until_real is not None
    assert {cast.fresh(row).why for row in rows[5:]} == {"breaker"}
    desk.real_time(seconds=11)
    desk.sweep()  # one probe, which fails: open again, longer
    assert len(seen) == 6
    for _ in range(24):
        desk.real_time(seconds=60)
        desk.sweep()
    assert len(seen) < 31
    desk.carrier._failures.clear()
    for _ in range(40):
        desk.real_time(minutes=10)
        desk.sweep()
    assert breaker(store).open_until_real is None
    assert breaker(store).failures == 0
    assert [cast.fresh(row).state for row in rows] == ["accepted"] * 12
    assert len(desk.carrier.sent) == 12


def test_when_the_carrier_returns_the_backlog_is_timed_not_burst(
    cast: Cast, desk: Desk, store: Store
) -> None:
    slower(store, 4)
    for number in range(20):
        cast.message(cast.youth("Lou", number), f"Bonjour {number}")
    for _ in range(8):
        desk.carrier.fail_next(SendError(ErrorKind.OUTAGE))
    seen = stamps(desk)
    for _ in range(3000):
        before = len(seen)
        desk.sweep()
        # In steps as fine as the rate while texts leave, longer ones while they wait.
        desk.real_time(milliseconds=250 if len(seen) > before else 2000)
        if len(desk.carrier.sent) == 20:
            break
    assert len(desk.carrier.sent) == 20
    assert busiest_second(seen) <= 4


def test_what_a_sender_can_do_is_read_from_its_shape(store: Store) -> None:
    assert two_way("+33937000000") and two_way("36123") and two_way("38123")
    assert not two_way("RELAIS")
    senders = senders_of(store.settings)
    assert senders.sms is not None and senders.sms.name == SMS_SENDER
    assert senders.of("voice") is None
