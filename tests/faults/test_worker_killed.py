"""Case 2: the worker and the clock are killed again and again while first texts leave; stopped for
longer than any lease; the carrier's own journal says what was really accepted."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable
from random import Random
from threading import Thread

import pytest
from sqlmodel import col, func, select

from bot.models import Handover, JournalEntry, Message
from tests.faults.carrier import accepted, doubled, text
from tests.faults.conftest import scaled
from tests.faults.ground import CLOCK, Ground, until

pytestmark = pytest.mark.fault

NO_LIST = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}"
Make = Callable[..., Ground]
Figures = dict[str, object]


def test_worker_killed_while_it_answers(ground: Make, figures: Figures) -> None:
    """The carrier's list can be asked: everything that did not leave leaves, once."""
    g = ground()
    g.start("carrier")
    phones = g.greeted(scaled(300, 60))
    greeted = len(accepted(g.journal))
    g.start("web", "worker", "clock")
    g.fault("statuses_lost")  # no callback settles what a dead process had in hand
    g.carrier.delay = 0.1
    answering = Thread(target=lambda: g.driver.insist_on_all([text(p, "oui") for p in phones]))
    answering.start()
    _kill(g, "worker", scaled(24, 6), greeted, len(phones))
    answering.join()
    until(lambda: g.count("received", "queued") == 0, 60)
    _nothing_lost(g, figures, phones, times=2)
    assert figures["shown to a human"] == 0
    assert figures["accepted"] == 2 * len(phones)


def test_clock_killed_while_it_greets_and_nobody_can_be_asked(
    ground: Make, figures: Figures
) -> None:
    """Look-ups are refused: what is uncertain is never posted again, a human sees it."""
    g = ground()
    phones = g.refer(scaled(300, 60))
    g.carrier.answers[b"GET /2010"] = NO_LIST
    g.carrier.delay = 0.1
    g.start("carrier", "clock", "clock2")
    g.come_to_the_first_texts()
    _kill(g, "clock", scaled(24, 6), 0, len(phones))
    until(lambda: g.count("queued") == 0, 60)
    _nothing_lost(g, figures, phones, times=1)
    assert figures["accepted"] == len(phones) - figures["never left"]  # type: ignore[operator]


def _kill(g: Ground, kind: str, kills: int, begin: int, texts: int) -> None:
    """Kill who sends, spread over the sends, most often with one in hand."""
    chance = Random(2)
    for turn in range(kills):
        share = begin + (turn + 1) * texts // (kills + 2)
        until(lambda share=share: len(accepted(g.journal)) >= share, 90)  # type: ignore[misc]
        CLOCK.wait(chance.uniform(0.0, 0.2))
        g.crash(f"{kind}2" if kind == "clock" and turn % 2 else kind)


def _nothing_lost(g: Ground, figures: Figures, phones: list[str], times: int) -> None:
    """Every text left once, or is shown to a human because nobody can know."""
    g.carrier.delay = 0.0
    g.settle()
    texts, twice, shown = accepted(g.journal), doubled(g.journal), _shown_to_a_human(g)
    left = Counter(one["to"] for one in texts)
    never = sum(times - min(left[one], times) for one in phones)
    figures |= {"sends": len(phones) * times, "kills": g.killed, "accepted": len(texts)}
    figures |= {"were uncertain": _once_uncertain(g), "shown to a human": len(shown)}
    figures |= {"never left": never, "lost": max(0, never - len(shown)), "doubled": len(twice)}
    assert twice == {}
    assert never <= len(shown)
    assert g.books().holds, g.books().as_json()


def _once_uncertain(g: Ground) -> int:
    """How many texts were in the hand of a process that died."""
    with g.rt.store.reading() as session:
        query = select(func.count()).select_from(JournalEntry)
        return int(session.scalar(query.where(JournalEntry.code == "uncertain")) or 0)


def _shown_to_a_human(g: Ground) -> list[str]:
    """Texts of which nobody can say whether they left, and that a human was asked about."""
    with g.rt.store.reading() as session:
        query = select(Message.id).join(
            Handover, col(Handover.conversation_id) == col(Message.conversation_id)
        )
        shown = query.where(Message.state == "uncertain", Handover.kind == "send_uncertain")
        return list(session.exec(shown).all())


def test_stopped_for_longer_than_any_lease(ground: Make, figures: Figures) -> None:
    g = ground()
    phones = g.refer(scaled(100, 30))
    g.carrier.delay = 0.05
    g.start("carrier", "web", "worker", "clock")
    g.come_to_the_first_texts()
    until(lambda: len(accepted(g.journal)) > 5)
    stopped = g.pid("clock")
    os.kill(stopped, signal.SIGSTOP)
    g.start("clock2")
    CLOCK.wait(12)  # the lease lasts ten
    others = until(lambda: g.count("queued") == 0, 60)
    os.kill(stopped, signal.SIGCONT)
    until(lambda: g.count("queued", "sending") == 0, 60)
    g.settle()
    twice = doubled(g.journal)
    reached = {one["to"] for one in accepted(g.journal)}
    figures |= {"sends": len(phones), "stopped for s": 12 + round(others), "doubled": len(twice)}
    figures["lost"] = len(set(phones) - reached)
    assert twice == {}
    assert reached == set(phones)
    assert g.books().holds, g.books().as_json()
