"""Case 1: the web is killed at random while texts come in; and case 6: each webhook comes three
times at once on two webs, and again two days later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from random import Random
from threading import Event, Thread

import pytest
from sqlmodel import col, select

from bot.models import Conversation, JournalEntry, Message
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
    """How many texts the turns took, all together."""
    with g.rt.store.reading() as session:
        query = select(JournalEntry.data).where(JournalEntry.code == "TextsReceived")
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
    figures |= {"lost": len(posts) - len(rows), "doubled": len(rows) - rows.total()}
    assert len(taken) == len(posts)
    assert rows == Counter(one.sid for one in posts)
    assert g.count("parked") == 0
    assert texts_in_turns(g) == len(posts)
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
    figures["replies at once"] = replies
    assert rows == Counter(one.sid for one in posts)
    assert texts_in_turns(g) == len(posts)
    assert replies == len(posts)


def test_two_texts_at_once_on_two_webs(ground: Make, figures: Figures) -> None:
    g, pairs = ground(SAS_DEBOUNCE_SECONDS="0.3"), scaled(200, 20)
    g.start("carrier")
    phones = g.greeted(min(pairs, 40))
    before = Counter(one["to"] for one in accepted(g.journal))
    g.start("web", "web2", "worker", "worker2", "clock")
    g.driver.ports = [g.web_port, g.second_port]
    sent: list[Post] = []
    for number in range(pairs):
        phone = phones[number % len(phones)]
        both = [text(phone, "oui"), text(phone, "plutot le matin")]
        together([lambda p=one, i=i: g.driver.insist(p, i) for i, one in enumerate(both)])  # type: ignore[misc]
        sent += both
    until(lambda: g.count("received", "queued", "sending") == 0, 60)
    rows, after = rows_of(g, sent), Counter(one["to"] for one in accepted(g.journal))
    most = max((after - before).values(), default=0)
    figures |= {"pairs": pairs, "rows": rows.total(), "most replies to one youth": most}
    assert rows == Counter(one.sid for one in sent)
    assert texts_in_turns(g) == len(sent)
    assert in_order(g)
    if pairs <= len(phones):
        assert most <= 1


def in_order(g: Ground) -> bool:
    """Was each text handled no later than those that came after it?"""
    with g.rt.store.reading() as session:
        query = (
            select(Message.conversation_id, Message.handled_at)
            .join(Conversation, col(Conversation.id) == col(Message.conversation_id))
            .where(Message.direction == "in")
            .order_by(col(Message.conversation_id), col(Message.id))
        )
        rows = session.exec(query).all()
    return all(
        one[0] != two[0] or (one[1] is not None and two[1] is not None and one[1] <= two[1])
        for one, two in zip(rows, rows[1:], strict=False)
    )
