"""Case 9: web, workers and clocks are stopped and started again, one after the other, while first
texts leave and youths write: lost 0, doubled 0, no answer 5xx, each stop within ten seconds."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

import pytest

from tests.faults.carrier import Post, accepted, doubled, text
from tests.faults.conftest import scaled
from tests.faults.ground import Ground, until
from tests.faults.test_web_killed import rows_of, texts_in_turns

pytestmark = pytest.mark.fault

Make = Callable[..., Ground]
Figures = dict[str, object]
IN_TURN = ("web", "worker", "clock", "web2", "worker", "clock2")


def test_restarted_one_after_the_other(ground: Make, figures: Figures) -> None:
    g = ground(SAS_SENDER_RATE="10")
    phones = g.refer(scaled(1000, 80))
    g.start("carrier", "web", "web2", "worker", "clock", "clock2")
    g.driver.ports = [g.web_port, g.second_port]
    g.come_to_the_first_texts()
    until(lambda: len(accepted(g.journal)) > 3)
    over, sent = Event(), list[Post]()
    writing = Thread(target=lambda: _write(g, phones[:20], sent, over))
    writing.start()
    stops = []
    for name in IN_TURN:
        stops.append(g.stop(name))
        g.start(name)
    over.set()
    writing.join()
    until(lambda: g.count("queued", "sending", "received") == 0, 120)
    reached = {one["to"] for one in accepted(g.journal)}
    bad = {answer: many for answer, many in g.driver.answers.items() if answer >= 500}
    figures |= {"first texts": len(phones), "restarts": len(stops), "texts in": len(sent)}
    figures |= {"slowest stop in s": round(max(stops), 1), "5xx": sum(bad.values())}
    figures |= {"lost": len(set(phones) - reached), "doubled": len(doubled(g.journal))}
    assert max(stops) < 10
    assert bad == {}
    assert reached == set(phones)
    assert doubled(g.journal) == {}
    assert len(rows_of(g, sent)) == texts_in_turns(g) == len(sent)
    assert g.books().holds, g.books().as_json()


def _write(g: Ground, phones: list[str], sent: list[Post], over: Event) -> None:
    """Youths who were greeted write, as long as it lasts."""
    number = 0
    while not over.wait(0.2):
        greeted = [one["to"] for one in accepted(g.journal) if one["to"] in phones]
        post = text(greeted[number % len(greeted)], "oui") if greeted else None
        number += 1
        if post is not None and g.driver.insist(post, number):
            sent.append(post)
