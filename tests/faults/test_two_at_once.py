"""Case 9: two clocks at once, one acts; and an older version of SAS beside a newer one: what it
stored loads, what it does not know is set apart for a human."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlmodel import select

from bot import clockwork, conversations, runtime
from bot.clock import FrozenClock
from bot.clockwork import Pass
from bot.conversations import Inbound
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.models import Flow, Message
from bot.outbox import Gateways
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import Store
from flows.registry import VERSIONS
from flows.snapshot import FlowKind
from tests.cast import SMS_SENDER, Cast
from tests.faults.carrier import together

Figures = dict[str, object]
CURRENT = VERSIONS[FlowKind.CONTACT]


@pytest.fixture
def clocks(
    settings: Settings, clock: FrozenClock, store: Store, cast: Cast
) -> Iterator[list[Runtime]]:
    """Two clock processes with one carrier."""
    cast.karim()
    gateways = Gateways(MemoryGateway(clock.real), MemoryMail())
    made = [runtime.build(settings, clock=clock, gateways=gateways) for _ in range(2)]
    yield made
    for one in made:
        one.close()


def sent(clocks: list[Runtime]) -> list[str]:
    """What the carrier took."""
    carrier = clocks[0].gateways.texts
    assert isinstance(carrier, MemoryGateway)
    return [one.body for one in carrier.sent]


def test_two_clocks_at_once_one_acts(
    clocks: list[Runtime], cast: Cast, clock: FrozenClock, figures: Figures
) -> None:
    clockwork.lead(clocks[0])
    clockwork.yield_lease(clocks[0])
    texts = [f"Bonjour {number}" for number in range(12)]
    for number, words in enumerate(texts):
        cast.message(cast.youth("Lou", number), words)
    acted: list[Pass] = []

    def pass_by(rt: Runtime) -> None:
        done = clockwork.lead_pass(rt)
        if done is not None:
            acted.append(done)

    together([lambda rt=rt: pass_by(rt) for rt in clocks])  # type: ignore[misc]
    figures |= {"clocks": 2, "acted": len(acted), "texts": len(texts)}
    figures["doubled"] = len(sent(clocks)) - len(set(sent(clocks)))
    assert [one.texts for one in acted] == [len(texts)]
    assert sorted(sent(clocks)) == sorted(texts)


def test_even_without_a_lease_nothing_is_doubled(
    clocks: list[Runtime], cast: Cast, figures: Figures
) -> None:
    """A clock that stood still for longer than its lease goes on beside the new one."""
    texts = [f"Bonjour {number}" for number in range(12)]
    for number, words in enumerate(texts):
        cast.message(cast.youth("Lou", number), words)
    together([lambda rt=rt: clockwork.tick(rt) for rt in clocks])  # type: ignore[misc]
    figures["doubled"] = len(sent(clocks)) - len(set(sent(clocks)))
    assert sorted(sent(clocks)) == sorted(texts)


def stored(cast: Cast, version: int) -> Flow:
    """Léa's contact as a process of that version left it, and then she writes."""
    lea = cast.lea()
    assert lea.flow is not None
    cast.change(lea.flow, state="asked", version=version)
    conversations.receive(cast.store, Inbound("SM1", SMS_SENDER, "sms", lea.phone, "oui"))
    conversations.take_turn(cast.store, lea.conversation.id)
    found: Flow = cast.fresh(lea.flow)
    return found


def test_what_an_older_version_stored_loads(cast: Cast) -> None:
    flow = stored(cast, CURRENT - 1)
    assert (flow.state, flow.broken) == ("talking", None)
    assert cast.said(cast.lea(), "queued")


def test_what_a_newer_version_stored_is_given_to_a_human(cast: Cast) -> None:
    flow = stored(cast, CURRENT + 1)
    assert (flow.state, flow.version, flow.broken) == ("with_human", CURRENT, None)
    assert "broken_state" in cast.tasks(cast.lea())
    (receipt,) = cast.said(cast.lea())
    assert "Ton message est arrivé" in receipt  # all that is said under a human


def test_its_text_is_not_lost(cast: Cast) -> None:
    stored(cast, CURRENT + 1)
    with cast.store.reading() as session:
        (text,) = session.exec(select(Message).where(Message.direction == "in")).all()
    assert text.state in ("handled", "parked")
