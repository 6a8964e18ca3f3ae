"""Case 1: the web is killed at random while texts come in; and case 6: each webhook comes three
times at once on two webs, and again two days later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from random import Random
from threading import Event, Thread

import pytest
from sqlmodel import col, func, select

from bot.models import JournalEntry, Message
from tests.faults.carrier import Post, accepted, text, together
from tests.faults.conftest import scaled
from tests.faults.ground import CLOCK, Ground, until

pytestmark = pytest.mark.fault

Make = Callable[..., Ground]
Figures = dict[str, object]
WORDS = ("oui", "1", "ok pour jeudi", "plus tard svp", "c qui ?", "je cherche un logement")


def rows_of(g: Ground, posts: list[Post]) -> Counter[str]:
    """How many rows each text has."""
    sids = {one.sid for one in posts}
    with g.rt.store.reading() as session:
        query = select(Message.provider_id).where(Message.direction == "in")
        return Counter(one for one in session.exec(query).all() if one in sids)


def texts_in_turns(g: Ground) -> int:
    """How many texts the turns took, all together; a turn that looked like a machine's too."""
    codes = ("TextsReceived", "LoopSuspected")
    with g.rt.store.reading() as session:
        query = select(JournalEntry.data).where(col(JournalEntry.code).in_(codes))
        return sum(int(data["count"]) for data in session.exec(query).all())


def test_web_killed_while_texts_come_in(ground: Make, figures: Figures) -> None:
    g, chance = ground(), Random(1)
    g.start("carrier")
    phones = g.greeted(20)
    posts = [text(chance.choice(phones), chance.choice(WORDS)) for _ in range(scaled(2000))]
    g.start("web", "worker", "clock")
    over = Event()

    def break_it() -> None:
        for _ in range(scaled(20, 4)):
            over.wait(chance.uniform(0.5, 1.5))
            if not over.is_set():
                g.crash("web")

    breaking = Thread(target=break_it)
    breaking.start()
    taken = g.driver.insist_on_all(posts)
    over.set()
    breaking.join()
    drained = until(lambda: g.count("received") == 0, 60)
    rows = rows_of(g, posts)
    figures |= {"posts": len(posts), "kills": g.killed, "acknowledged": len(taken)}
    figures |= {"without an answer": g.driver.unanswered, "drained in s": round(drained, 1)}
    figures |= {"lost": len(posts) - len(rows), "doubled": rows.total() - len(rows)}
    figures["out of order"] = out_of_order(g)
    assert len(taken) == len(posts)
    assert rows == Counter(one.sid for one in posts)
    assert g.count("parked") == 0
    assert texts_in_turns(g) == len(posts)
    assert out_of_order(g) == 0
    assert g.books().holds, g.books().as_json()


def test_each_webhook_three_times_at_once_and_two_days_later(
    ground: Make, figures: Figures
) -> None:
    g = ground(SAS_DEBOUNCE_SECONDS="0.3")
    g.start("carrier")
    phones = g.greeted(scaled(60, 12))
    before = len(accepted(g.journal))
    g.start("web", "web2", "worker", "worker2", "clock")
    g.driver.ports = [g.web_port, g.second_port]
    posts = [text(phone, "oui") for phone in phones]
    for post in posts:
        together([lambda p=post, i=i: g.driver.insist(p, i) for i in range(3)])  # type: ignore[misc]
    until(lambda: g.count("received", "queued", "sending") == 0, 60)
    replies = len(accepted(g.journal)) - before
    connection = g.valkey.client()
    connection.flushall()
    connection.close()
    g.clock.advance(timedelta(hours=49))
    g.driver.insist_on_all(posts)
    CLOCK.wait(2)
    until(lambda: g.count("received") == 0, 60)
    rows = rows_of(g, posts)
    figures |= {"webhooks": 4 * len(posts), "rows": rows.total(), "turns": texts_in_turns(g)}
    figures |= {"replies at once": replies, "replies in the end": answers(g)}
    assert rows == Counter(one.sid for one in posts)
    assert texts_in_turns(g) == len(posts)
    assert replies == answers(g) == len(posts)
    assert g.books().holds, g.books().as_json()


def answers(g: Ground) -> int:
    """How many answers there are, whatever became of them."""
    with g.rt.store.reading() as session:
        query = select(func.count()).where(Message.direction == "out", Message.kind == "answer")
        return int(session.scalar(query) or 0)


def test_two_texts_at_once_on_two_webs(ground: Make, figures: Figures) -> None:
    """A pair of each youth; she stops for as long as a youth does between two texts."""
    g, pairs = ground(SAS_DEBOUNCE_SECONDS="2"), scaled(200, 20)
    g.start("carrier")
    phones = g.greeted(pairs)
    before = Counter(one["to"] for one in accepted(g.journal))
    g.start("web", "web2", "worker", "worker2", "clock")
    g.driver.ports = [g.web_port, g.second_port]
    sent: list[Post] = []
    for phone in phones:
        both = [text(phone, "oui"), text(phone, "plutot le matin")]
        together([lambda p=one, i=i: g.driver.insist(p, i) for i, one in enumerate(both)])  # type: ignore[misc]
        sent += both
    until(lambda: g.count("received", "queued", "sending") == 0, 60)
    rows, after = rows_of(g, sent), Counter(one["to"] for one in accepted(g.journal))
    replies = Counter((after - before).values())
    figures |= {"pairs": pairs, "rows": rows.total(), "out of order": out_of_order(g)}
    figures["pairs by replies"] = dict(replies)
    assert rows == Counter(one.sid for one in sent)
    assert texts_in_turns(g) == len(sent)
    assert out_of_order(g) == 0
    assert replies == {1: pairs}
    assert g.books().holds, g.books().as_json()


def out_of_order(g: Ground) -> int:
    """How many texts were handled before one that came before them."""
    with g.rt.store.reading() as session:
        query = (
            select(Message.conversation_id, Message.handled_at)
            .where(Message.direction == "in", Message.state == "handled")
            .order_by(col(Message.conversation_id), col(Message.id))
        )
        rows = session.exec(query).all()
    return sum(
        one[0] == two[0] and (one[1] is None or two[1] is None or one[1] > two[1])
        for one, two in pairwise(rows)
    )
