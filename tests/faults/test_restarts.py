"""Case 9: web, workers and clocks are stopped and started again, one after the other, while first
texts leave and youths write: lost 0, doubled 0, no answer 5xx, and a stop within ten seconds lets
the send in hand finish."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from threading import Event, Thread

import pytest
from sqlmodel import col, func, select

from bot.clock import monotonic
from bot.models import JournalEntry
from tests.faults.carrier import Post, accepted, doubled, text
from tests.faults.conftest import SCALE, scaled
from tests.faults.ground import CLOCK, Ground, until
from tests.faults.test_web_killed import rows_of, texts_in_turns

pytestmark = pytest.mark.fault

Make = Callable[..., Ground]
Figures = dict[str, object]
IN_TURN = ("web", "worker", "clock", "web2", "worker", "clock2")
EVERY = 5 * min(1.0, SCALE * 2)  # seconds


def test_restarted_one_after_the_other(ground: Make, figures: Figures) -> None:
    g = ground(SAS_SENDER_RATE="10")
    phones = g.refer(scaled(1000, 80))
    g.carrier.delay = 0.02  # most stops find a text in hand
    g.start("carrier", "web", "web2", "worker", "clock", "clock2")
    g.driver.ports = [g.web_port, g.second_port]
    g.come_to_the_first_texts()
    until(lambda: len(accepted(g.journal)) > 3, 60)
    over, sent = Event(), list[Post]()
    writing = Thread(target=lambda: _write(g, phones[:20], sent, over))
    writing.start()
    stops = _restart_until(g, lambda: len(accepted(g.journal)) >= len(phones))
    over.set()
    writing.join()
    until(lambda: g.count("queued", "sending", "received") == 0, 120)
    reached = {one["to"] for one in accepted(g.journal)}
    bad = {answer: many for answer, many in g.driver.answers.items() if answer >= 500}
    figures |= {"first texts": len(phones), "restarts": len(stops), "texts in": len(sent)}
    figures |= {"slowest stop in s": round(max(stops), 1), "5xx": sum(bad.values())}
    figures |= {"cut in hand": _cut(g), "lost": len(set(phones) - reached)}
    figures["doubled"] = len(_twice(g, phones))
    assert max(stops) < 10
    assert bad == {}
    assert reached == set(phones)
    assert _twice(g, phones) == []
    assert _cut(g) == 0
    assert len(rows_of(g, sent)) == texts_in_turns(g) == len(sent)
    assert g.books().holds, g.books().as_json()


def _restart_until(g: Ground, done: Callable[[], bool]) -> list[float]:
    """Stop and start one after the other, each kind of process at least once; how long each stop
    took, in seconds."""
    stops: list[float] = []
    for name in cycle(IN_TURN):
        if done() and len(stops) >= len(IN_TURN):
            return stops
        began = monotonic()
        stops.append(g.stop(name))
        g.start(name)
        CLOCK.wait(max(0.0, EVERY - (monotonic() - began)))
    return stops


def _write(g: Ground, phones: list[str], sent: list[Post], over: Event) -> None:
    """Youths who were greeted write, as long as it lasts."""
    number = 0
    while not over.wait(0.2):
        greeted = [one["to"] for one in accepted(g.journal) if one["to"] in phones]
        post = text(greeted[number % len(greeted)], "oui") if greeted else None
        number += 1
        if post is not None and g.driver.insist(post, number):
            sent.append(post)


def _twice(g: Ground, phones: list[str]) -> list[str]:
    """Who was greeted twice. Who writes without end may well be answered the same again."""
    quiet = set(phones[20:])
    first = {one["to"]: one["body"] for one in reversed(accepted(g.journal))}
    return [to for to, body in doubled(g.journal) if to in quiet or body == first[to]]


def _cut(g: Ground) -> int:
    """How many texts a stop cut while they were in hand."""
    codes = ("uncertain", "text_found", "uncertain_to_human")
    with g.rt.store.reading() as session:
        query = select(func.count()).where(col(JournalEntry.code).in_(codes))
        return g.count("uncertain") + int(session.scalar(query) or 0)


@pytest.mark.parametrize("who", ["clock", "worker"])
def test_a_stop_lets_the_send_in_hand_finish(ground: Make, figures: Figures, who: str) -> None:
    """The carrier takes three seconds to answer; the stop waits for it."""
    g = ground()
    g.start("carrier")
    phones = g.refer(4) if who == "clock" else g.greeted(4)
    before = len(accepted(g.journal))
    g.fault("slow", value=3)
    if who == "clock":
        g.start("clock")
        g.come_to_the_first_texts()
    else:
        g.start("web", "worker")
        g.driver.insist_on_all([text(phone, "oui") for phone in phones])
    until(lambda: g.count("sending"))
    CLOCK.wait(0.5)
    span = g.stop(who)
    left = len(accepted(g.journal)) - before
    figures |= {"stopped in s": round(span, 1), "finished": left, "cut in hand": _cut(g)}
    assert 1 < span < 10
    assert left == 1
    assert g.count("sending") == _cut(g) == 0
    assert g.books().holds, g.books().as_json()
