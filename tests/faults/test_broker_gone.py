"""Case 3: Valkey is flushed again and again, stopped, started again empty, and gone for good. It
only wakes workers: nothing may depend on it but speed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from threading import Event, Thread

import pytest

from bot.clock import monotonic
from tests.faults.carrier import Post, accepted, text
from tests.faults.conftest import SCALE, scaled
from tests.faults.ground import CLOCK, Ground, until
from tests.faults.test_web_killed import out_of_order, rows_of, texts_in_turns

pytestmark = pytest.mark.fault

Make = Callable[..., Ground]
Figures = dict[str, object]


def test_flushed_stopped_and_started_again_empty(ground: Make, figures: Figures) -> None:
    g = ground()
    g.start("carrier")
    phones = g.greeted(20)
    g.start("web", "worker", "clock")
    sent: list[Post] = []
    over = Event()
    writing = Thread(target=lambda: _write(g, phones, sent, over))
    writing.start()
    flushes = scaled(12, 4)
    for _ in range(flushes):
        CLOCK.wait(5 * min(1.0, SCALE * 2))
        connection = g.valkey.client()
        connection.flushall()
        connection.close()
    g.broker.down = True
    g.broker.cut()
    g.valkey.stop()
    CLOCK.wait(20 * min(1.0, SCALE * 2))
    g.valkey.start()
    g.broker.down = False
    CLOCK.wait(3)
    over.set()
    writing.join()
    drained = until(lambda: g.count("received", "queued", "sending") == 0, 60)
    figures |= {"flushes": flushes, "posts": len(sent), "drained in s": round(drained, 1)}
    _all_there(g, figures, sent)
    assert g.alive("worker") and g.alive("clock")
    woken = _answered_by_the_worker(g, phones[0])
    figures["answer afterwards in s"] = round(woken, 1)


def test_away_for_good(ground: Make, figures: Figures) -> None:
    g = ground()
    g.start("carrier")
    phones = g.greeted(10)
    g.broker.down = True
    g.start("web", "worker", "clock")
    sent = [text(phone, "oui") for phone in phones]
    began = monotonic()
    g.driver.insist_on_all(sent)
    until(lambda: g.count("received", "queued", "sending") == 0, 60)
    figures |= {"posts": len(sent), "answered in s": round(monotonic() - began, 1)}
    _all_there(g, figures, sent)
    assert len(accepted(g.journal)) == 2 * len(phones)


def _write(g: Ground, phones: list[str], sent: list[Post], over: Event) -> None:
    """Youths write some ten texts a second until it is over."""
    chance = Random(3)
    while not over.wait(0.1):
        post = text(chance.choice(phones), "oui")
        assert g.driver.post(post) == 204
        sent.append(post)


def _all_there(g: Ground, figures: Figures, sent: list[Post]) -> None:
    rows = rows_of(g, sent)
    figures |= {"refused": g.driver.answers.total() - g.driver.answers[204]}
    figures |= {"lost": len(sent) - len(rows), "doubled": rows.total() - len(rows)}
    figures["slowest answer in s"] = round(g.driver.slowest, 2)
    assert set(g.driver.answers) == {204}
    assert rows == Counter(one.sid for one in sent)
    assert texts_in_turns(g) == len(sent)
    assert out_of_order(g) == 0
    assert g.books().holds, g.books().as_json()


def _answered_by_the_worker(g: Ground, phone: str) -> float:
    """Seconds until a text is read, with the clock away: workers are woken again."""
    g.kill("clock")
    assert g.driver.insist(text(phone, "oui"))
    return until(lambda: g.count("received") == 0, 30)
