"""Case 5: the carrier answers 429 and 500, cuts before and after accepting, hangs, is slow,
refuses, or does several. No text is posted again after it may have been taken, each leaves once or
is a human's; and when the carrier comes back, what waited leaves at the sender's rate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import pytest
from sqlmodel import col, select

from bot.models import Handover, Message, SenderState
from tests.cast import SMS_SENDER
from tests.faults.carrier import accepted, doubled
from tests.faults.conftest import SCALE, scaled
from tests.faults.ground import CLOCK, Ground, until

pytestmark = pytest.mark.fault

Make = Callable[..., Ground]
Figures = dict[str, object]


@dataclass(frozen=True, slots=True)
class Kind:
    """A fault of the carrier: its switch and value, how many texts it strikes at full numbers. Is a
    struck text `posted_again`? Is it a `human`'s in the end?"""

    fault: str
    value: float | None = None
    strikes: int = 15
    posted_again: bool = False
    human: bool = False


KINDS = {
    "429": Kind("rate_limited", 3, posted_again=True),
    "500 with its own words": Kind("server_error", posted_again=True),
    "502 of somebody between": Kind("bad_gateway", human=True),
    "cut before": Kind("cut_before", human=True),
    "cut after": Kind("cut_after"),
    "silent after": Kind("hang_after", 11, strikes=4),
    "slow": Kind("slow", 1),
}
MIX = [kind for name, kind in KINDS.items() if name not in ("silent after", "slow")]


@pytest.mark.parametrize("name", KINDS)
def test_each_way_to_fail(ground: Make, figures: Figures, name: str) -> None:
    """What may have been taken is posted once, whatever the look-ups say; what was refused is
    posted again, once for each refusal."""
    g, kind = ground(), KINDS[name]
    g.start("carrier", "web")
    phones, strikes = g.refer(scaled(50, 10)), scaled(kind.strikes, 2)
    g.come_to_the_first_texts()
    g.fault(kind.fault, value=kind.value, times=strikes)
    g.settle(120)  # the longest waits between two tries: half an hour
    _tell(g, figures, phones)
    figures |= {"struck": strikes, "posts": len(g.carrier.posts)}
    human = len(_at_a_human(g))
    if kind.posted_again:  # a text that was refused five times is a human's
        assert human <= strikes // 5
        assert len(g.carrier.posts) == len(phones) - human + strikes
    else:
        assert human == strikes * kind.human
        assert len(g.carrier.posts) == len(phones)
    _nothing_lost(g, figures, phones)


def test_any_mix_of_faults(ground: Make, figures: Figures) -> None:
    g, chance = ground(), Random(5)
    g.start("carrier", "web")
    phones = g.refer(scaled(200, 30))
    g.come_to_the_first_texts()
    g.fault("hang_after", value=11, times=scaled(4))
    for _ in range(scaled(30, 10)):
        for kind in chance.sample(MIX, 2):
            g.fault(kind.fault, value=kind.value, times=6)
        g.settle(0.5)
    g.fault("none")
    g.settle(120)
    _tell(g, figures, phones)
    figures["posts"] = len(g.carrier.posts)
    assert len(g.carrier.posts) == sum(_attempts(g))
    _nothing_lost(g, figures, phones)


def _tell(g: Ground, figures: Figures, phones: Sequence[str]) -> None:
    reached, human = {one["to"] for one in accepted(g.journal)}, _at_a_human(g)
    figures |= {"texts": len(phones), "reached": len(reached), "at a human": len(human)}
    figures |= {"most attempts": max(_attempts(g)), "doubled": len(doubled(g.journal))}
    figures["lost"] = max(0, len(phones) - len(reached) - len(human))


def _nothing_lost(g: Ground, figures: Figures, phones: Sequence[str]) -> None:
    assert doubled(g.journal) == {}
    assert figures["lost"] == 0
    assert max(_attempts(g)) <= 9
    assert g.count("queued", "sending") == 0
    assert g.books().holds, g.books().as_json()


def _at_a_human(g: Ground) -> list[str]:
    kinds = ("send_uncertain", "send_blocked")
    with g.rt.store.reading() as session:
        query = select(Handover.id).where(col(Handover.kind).in_(kinds))
        return list(session.exec(query).all())


def _attempts(g: Ground) -> list[int]:
    with g.rt.store.reading() as session:
        query = select(Message.attempts).where(Message.direction == "out", Message.channel == "sms")
        return list(session.exec(query).all())


RATE = 10


def test_gone_and_back(ground: Make, figures: Figures) -> None:
    """Connections are refused for half a minute, under two clocks and a worker: the breaker opens
    and closes, and what waited leaves at the sender's rate, in any second of it."""
    g = ground(SAS_SENDER_RATE=str(RATE))
    phones = g.refer(scaled(400, 60))
    g.start("carrier", "web", "worker", "clock", "clock2")
    g.come_to_the_first_texts()
    until(lambda: len(accepted(g.journal)) > len(phones) // 10, 60)
    g.carrier.leave()
    opened = until(lambda: _breaker(g).open_until_real is not None)
    CLOCK.wait(30 * min(1.0, SCALE * 2))
    g.carrier.come_back()
    back = until(lambda: g.count("queued", "sending") == 0, 240)
    g.settle()
    _tell(g, figures, phones)
    busiest, tries = _busiest_second(g.carrier.posts), sum(_attempts(g)) - len(g.carrier.posts)
    figures |= {"breaker open in s": round(opened, 1), "tries while away": tries}
    figures |= {"all gone in s": round(back), "rate": RATE, "busiest second": busiest}
    assert busiest <= RATE
    assert tries <= 15
    assert (_breaker(g).failures, _breaker(g).open_until_real) == (0, None)
    _nothing_lost(g, figures, phones)


def test_it_asks_for_quiet(ground: Make, figures: Figures) -> None:
    """429 with Retry-After: nothing of this sender is posted before, by any process."""
    g, asked = ground(SAS_SENDER_RATE=str(RATE)), 4
    phones = g.refer(scaled(100, 40))
    g.start("carrier", "web", "worker", "clock", "clock2")
    g.come_to_the_first_texts()
    until(lambda: len(accepted(g.journal)) > 5)
    g.fault("rate_limited", value=asked, times=1)
    until(lambda: g.count("queued", "sending") == 0, 120)
    quiet = max(two - one for one, two in pairwise(g.carrier.posts))
    _tell(g, figures, phones)
    figures |= {"asked for s": asked, "quiet for s": round(quiet, 1)}
    figures |= {"rate": RATE, "busiest second": _busiest_second(g.carrier.posts)}
    assert quiet >= asked
    assert _busiest_second(g.carrier.posts) <= RATE
    assert len(g.carrier.posts) == len(phones) + 1
    _nothing_lost(g, figures, phones)


def _busiest_second(posts: Sequence[float]) -> int:
    """The most posts in any second, whenever it begins."""
    return max(sum(1 for at in posts if begin <= at < begin + 1) for begin in posts)


def _breaker(g: Ground) -> SenderState:
    with g.rt.store.reading() as session:
        return session.get(SenderState, SMS_SENDER) or SenderState(name="", failures=0)
