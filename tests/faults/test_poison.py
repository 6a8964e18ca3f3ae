"""Case 10: a turn and a timer that always raise, that hang, that kill their process. Within a
minute a human has them, the others are unhurt, and what she writes later reaches the human."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sqlmodel import col, select

from bot.clock import monotonic
from bot.models import Address, Conversation, Handover, JournalEntry, Youth
from tests.faults.carrier import accepted, text
from tests.faults.ground import CLOCK, Ground

pytestmark = pytest.mark.fault

Make = Callable[..., Ground]
Figures = dict[str, object]
KINDS = ("raise", "hang", "die")
WITHIN = 60.0


def poison(g: Ground, phones: list[str]) -> None:
    """The first three phones are poison, each of its kind."""
    bad = {}
    with g.rt.store.reading() as session:
        for phone, kind in zip(phones, KINDS, strict=False):
            query = (
                select(Youth.data_key)
                .join(Address, col(Address.youth_id) == col(Youth.id))
                .where(Address.value_index == g.rt.store.vault.index(phone))
            )
            key = session.exec(query).one()
            assert key is not None
            bad[key.hex()] = kind
    (g.folder / "poison.json").write_text(json.dumps(bad))


def survive(g: Ground, done: Callable[[], bool]) -> tuple[float, int]:
    """Seconds until it is done, and how often the clock died and was started again."""
    began, deaths = monotonic(), 0
    while not done():
        assert monotonic() - began < WITHIN * 1.5, parked(g)
        if not g.alive("clock poisoned"):
            deaths += 1
            g.start("clock poisoned")
        CLOCK.wait(0.1)
    return monotonic() - began, deaths


def parked(g: Ground) -> dict[str, str]:
    """Who has an open task for a poison, by conversation: the youth's number."""
    with g.rt.store.reading() as session:
        query = select(Handover.conversation_id, Handover.kind).where(
            Handover.kind == "parked", col(Handover.closed_at).is_(None)
        )
        return {str(conversation): kind for conversation, kind in session.exec(query).all()}


def test_a_poison_timer(ground: Make, figures: Figures) -> None:
    g = ground()
    g.start("carrier")
    phones = g.refer(8)
    poison(g, phones)
    g.come_to_the_first_texts()
    g.start("clock poisoned")
    span, deaths = survive(
        g, lambda: len(parked(g)) == 3 and len(accepted(g.journal)) == len(phones) - 3
    )
    figures |= {"parked in s": round(span, 1), "deaths": deaths, "others greeted": len(phones) - 3}
    assert {one["to"] for one in accepted(g.journal)} == set(phones[3:])
    assert deaths <= 4
    assert span < WITHIN
    assert g.books().holds, g.books().as_json()


def test_a_poison_turn(ground: Make, figures: Figures) -> None:
    g = ground()
    g.start("carrier")
    phones = g.refer(8)
    g.come_to_the_first_texts()
    g.settle(0.5)
    poison(g, phones)
    g.start("web", "clock poisoned")
    posts = [text(phone, "oui") for phone in phones]
    g.driver.insist_on_all(posts)
    span, deaths = survive(g, lambda: len(parked(g)) == 3 and g.count("received") == 0)
    again = [text(phone, f"encore {n}") for n in range(3) for phone in (phones[0], phones[2])]
    for post in again:
        assert g.driver.insist(post)
    survive(g, lambda: g.count("received") == 0)
    figures |= {"parked in s": round(span, 1), "deaths": deaths}
    figures["later texts with the human"] = len(again)
    assert span < WITHIN
    assert g.count("parked") == 3 + len(again)
    assert speakers(g) == ["human"] * 3
    said = (g.folder / "clock poisoned.log").read_text()
    assert said.count('"turn_parked"') >= 3
    assert not any(phone in said for phone in phones)
    assert g.books().holds, g.books().as_json()


def speakers(g: Ground) -> list[str]:
    """Who speaks where a turn was parked."""
    with g.rt.store.reading() as session:
        query = select(Conversation.speaker).where(
            col(Conversation.id).in_(
                select(JournalEntry.conversation_id).where(JournalEntry.code == "parked")
            )
        )
        return list(session.exec(query).all())
