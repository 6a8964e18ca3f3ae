"""Case 5: the carrier answers 429 and 500, cuts before and after accepting, hangs, or any mix of
it. No text is posted again after it may have been taken; each leaves once or is a human's."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from sqlmodel import col, select

from bot.models import Handover, Message
from tests.faults.carrier import accepted, doubled
from tests.faults.conftest import scaled
from tests.faults.ground import Ground

pytestmark = pytest.mark.fault

Make = Callable[..., Ground]
Figures = dict[str, object]
MIX: tuple[tuple[str, float | None], ...] = (
    ("rate_limited", 3),
    ("server_error", None),
    ("bad_gateway", None),
    ("cut_before", None),
    ("cut_after", None),
    ("slow", 0.3),
)


def test_any_mix_of_faults(ground: Make, figures: Figures) -> None:
    g, chance = ground(), Random(5)
    g.start("carrier", "web")
    phones = g.refer(scaled(200, 30))
    g.come_to_the_first_texts()
    g.fault("hang_after", value=20, times=1)
    for _ in range(scaled(30, 10)):
        for fault, value in chance.sample(MIX, 2):
            g.fault(fault, value=value, times=6)
        g.settle(0.5)
    g.fault("none")
    g.settle(8)
    reached, twice = {one["to"] for one in accepted(g.journal)}, doubled(g.journal)
    human, attempts = _at_a_human(g), _attempts(g)
    most = max(attempts)
    figures |= {"texts": len(phones), "attempts": sum(attempts), "reached": len(reached)}
    figures |= {"at a human": len(human), "most attempts": most, "doubled": len(twice)}
    figures["lost"] = max(0, len(phones) - len(reached) - len(human))
    assert twice == {}
    assert len(phones) - len(reached) <= len(human)
    assert most <= 9
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
