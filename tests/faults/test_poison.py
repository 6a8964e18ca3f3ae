"""Case 10: a turn and a timer that always raise, that hang, that kill their process. Within a
minute a human has them, the others are unhurt, and what she writes later reaches the human."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sqlmodel import col, func, select

from bot import conversations
from bot.clock import monotonic
from bot.models import Address, Conversation, Handover, JournalEntry, Youth
from tests.faults.carrier import accepted, doubled, text
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
        g,
        lambda: (
            len(parked(g)) == 3
            and alerted(g, "parked") >= 3
            and len(accepted(g.journal)) == len(phones) - 3
        ),
    )
    figures |= {
        "parked, alerted in s": round(span, 1),
        "deaths": deaths,
        "others greeted": len(phones) - 3,
    }
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
    span, deaths = survive(
        g,
        lambda: len(parked(g)) == 3 and alerted(g, "parked") >= 3 and g.count("received") == 0,
    )
    again = [text(phone, f"encore {n}") for n in range(3) for phone in (phones[0], phones[2])]
    for post in again:
        assert g.driver.insist(post)
    survive(g, lambda: g.count("received") == 0)
    figures |= {"parked, alerted in s": round(span, 1), "deaths": deaths}
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


def test_a_poison_text(ground: Make, figures: Figures) -> None:
    """It is queued; its last gate raises, hangs, or kills its process before the claim."""
    g = ground()
    g.start("carrier")
    phones = g.refer(8)
    g.come_to_the_first_texts()
    conversations.fire_timers(g.rt.store)
    poison(g, phones)
    g.start("web", "clock poisoned")
    span, deaths = survive(
        g,
        lambda: (
            blocked(g) == 3 and alerted(g, "send_blocked") >= 3 and len(accepted(g.journal)) >= 5
        ),
    )
    greeted = {one["to"] for one in accepted(g.journal)}
    again = [text(phone, f"encore {n}") for n in range(3) for phone in phones[:3]]
    for post in again:
        assert g.driver.insist(post)
    later, more = survive(g, lambda: g.count("received") == 0)
    figures |= {"with a human, alerted in s": round(span, 1), "deaths": deaths + more}
    figures |= {"others greeted": len(greeted), "later texts with the human": len(again)}
    figures["those in s"] = round(later, 1)
    assert greeted == set(phones[3:])
    assert doubled(g.journal) == {}
    assert span < WITHIN
    assert g.count("parked") == len(again)
    assert speakers(g) == ["human"] * 3
    assert g.books().holds, g.books().as_json()


def blocked(g: Ground) -> int:
    """How many have an open task for a text that could not leave."""
    with g.rt.store.reading() as session:
        query = select(func.count()).where(
            Handover.kind == "send_blocked", col(Handover.closed_at).is_(None)
        )
        return int(session.scalar(query) or 0)


def alerted(g: Ground, kind: str) -> int:
    """How many alerts about a task of that kind left."""
    with g.rt.store.reading() as session:
        rows = session.exec(select(JournalEntry.data).where(JournalEntry.code == "alerted")).all()
    return len([one for one in rows if one["kind"] == kind])
