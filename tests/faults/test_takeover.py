"""Case 7: a human takes over at any instant around a text of the bot. After her click no text of
the bot leaves, unless it was with the carrier already; then she sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import conversations, ledger, outbox
from bot.clock import FrozenClock, SystemClock
from bot.conversations import NotAllowed
from bot.gateways import OutgoingText, Sent
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.holder import Holder
from bot.outbox import Gateways
from bot.store import Store
from tests.cast import Cast, Person
from tests.desk import Desk
from tests.faults.carrier import together
from tests.faults.conftest import scaled

CLOCK = SystemClock()
Figures = dict[str, object]


@pytest.fixture
def desk(store: Store, clock: FrozenClock) -> Iterator[Desk]:
    """One process that sends."""
    made = Desk(store, clock)
    yield made
    made.holder.release()


class SlowCarrier(MemoryGateway):
    """Takes its time, and says when each text was with it."""

    def __init__(self, pause: float) -> None:
        super().__init__(CLOCK.real)
        self.pause = pause
        self.began = Event()

    def send(self, text: OutgoingText) -> Sent:
        """See Gateway."""
        self.began.set()
        sent = super().send(text)
        CLOCK.wait(self.pause)
        return sent


AHEAD = 0.012


def race(store: Store, cast: Cast, person: Person, pause: float) -> tuple[str, bool]:
    """One text and one click about the same instant: how far the text was when the click was
    answered (its state, or "with the carrier"), and did it leave at all?"""
    message = cast.message(person, "Une relance")
    carrier, holder = SlowCarrier(0.002), Holder(store)
    was: list[str] = []

    def send() -> None:
        CLOCK.wait(AHEAD)
        gateways = Gateways(carrier, MemoryMail())
        outbox.deliver(store, gateways, message.id, holder, conversations.Report(store))

    def click() -> None:
        CLOCK.wait(pause)
        conversations.take_over(store, person.conversation.id, cast.karim().id)
        was.append("with the carrier" if carrier.began.is_set() else cast.fresh(message).state)

    try:
        together([send, click])
    finally:
        holder.release()
    left = bool(carrier.sent)
    assert cast.fresh(message).state in ("accepted", "cancelled", "refused", "queued")
    return was[0], left


@pytest.mark.parametrize("rounds", [12, pytest.param(0, marks=pytest.mark.fault)])
def test_a_click_at_a_random_instant(
    store: Store, cast: Cast, figures: Figures, rounds: int
) -> None:
    """`rounds` 0: as many as this run goes."""
    rounds = rounds or scaled(500)
    left, in_between, leaks, chance = 0, 0, 0, Random(7)
    for number in range(rounds):
        person = cast.youth("Lou", number)
        was, went = race(store, cast, person, pause=chance.uniform(0.0, 2 * AHEAD))
        left += went
        in_between += went and was == "sending"
        leaks += went and was not in ("with the carrier", "sending", "accepted")
        if went:  # then she sees it
            assert cast.said(person, "accepted") == ["Une relance"]
        assert cast.fresh(person.conversation).speaker == "human"
    figures |= {"clicks": rounds, "stopped": rounds - left, "already with the carrier": left}
    figures |= {"in the last instant": in_between, "after the click": leaks}
    assert leaks == 0
    assert [one for one in ledger.check(store).broken if one.code == "bot_over_human"] == []


ACTS = ("put", "send", "take", "write", "hand_back")


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(acts=st.lists(st.sampled_from(ACTS), min_size=3, max_size=12))
def test_in_no_order_of_acts_does_the_bot_pass_after_a_human(
    cast: Cast, desk: Desk, acts: list[str]
) -> None:
    number = len(cast._made)
    person, karim = cast.youth("Lou", number), cast.karim().id
    flow = person.flow
    assert flow is not None
    cast.change(flow, state="asked")
    waiting = []
    for act in acts:
        speaker = cast.fresh(person.conversation).speaker
        sent = len(desk.carrier.sent)
        if act == "put":
            waiting.append(cast.message(person, f"Relance {len(waiting)}"))
        elif act == "send":
            for message in waiting:
                desk.deliver(message)
        elif act == "take":
            conversations.take_over(cast.store, person.conversation.id, karim)
        elif act == "write":
            conversations.reply(cast.store, person.conversation.id, karim, "Je suis là")
        else:
            _quietly(
                lambda: conversations.hand_back(
                    cast.store, person.conversation.id, karim, "ask_slot"
                )
            )
        bots = [one.body for one in desk.carrier.sent[sent:] if one.body.startswith("Relance")]
        assert not (bots and speaker == "human")


def _quietly(call: Callable[[], object]) -> None:
    try:
        call()
    except NotAllowed:
        return
