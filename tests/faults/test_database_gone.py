"""Case 4: the database is gone while youths write. 503 quickly, never a false yes; what the carrier
could not hand over is brought in from its list afterwards, in order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
import requests
from sqlmodel import col, select

from bot.clock import monotonic
from bot.models import Message, Youth
from bot.store import body
from tests.faults.carrier import accepted, text
from tests.faults.conftest import SCALE, scaled
from tests.faults.ground import CLOCK, HOST, Ground, until

pytestmark = [pytest.mark.fault, pytest.mark.postgres]

Make = Callable[..., Ground]
Figures = dict[str, object]


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """PostgreSQL: SQLite is a file, and goes only with the disk."""
    fresh: str = request.getfixturevalue("postgres").fresh()
    return fresh


def write(g: Ground, phone: str, words: str) -> None:
    """A youth writes on her phone; the carrier keeps it and hands it over when it can."""
    url = f"http://{HOST}:{g.carrier_port}/sim/phones/{phone}/texts"
    requests.post(url, json={"channel": "sms", "body": words}, timeout=5).raise_for_status()


def test_gone_while_they_write(ground: Make, figures: Figures) -> None:
    g = ground()
    g.start("carrier")
    phones = g.greeted(10)
    through = {"DATABASE_URL": _through(g)}
    g.start("web", "worker", "clock", **through)
    write(g, phones[0], "avant")
    until(lambda: g.count("received") == 0 and g.count("handled") >= 1)
    g.database.down = True
    g.database.cut()
    texts = [(phones[n % len(phones)], f"texte {n:03d}") for n in range(scaled(500, 60))]
    answers = [g.driver.post(text(phones[0], "?")) for _ in range(5)]
    for phone, words in texts:
        write(g, phone, words)
    CLOCK.wait(30 * min(1.0, SCALE * 2))
    g.database.down = False
    back = until(lambda: _brought_in(g) >= len(texts) + 1, 90)
    until(lambda: g.count("received", "queued", "sending") == 0, 60)
    figures |= {"posts": len(texts), "answers while gone": sorted(set(answers))}
    figures["slowest in s"] = round(g.driver.slowest, 1)
    figures |= {"all there in s": round(back, 1), "lost": len(texts) + 1 - _brought_in(g)}
    assert set(answers) == {503}
    assert g.driver.slowest < 6
    assert _brought_in(g) == len(texts) + 1
    assert _in_order(g)
    assert g.books().holds, g.books().as_json()
    assert accepted(g.journal)


def test_it_accepts_connections_and_says_nothing(ground: Make, figures: Figures) -> None:
    """A black hole: no connection breaks, no answer comes."""
    g = ground()
    g.start("carrier")
    phones = g.greeted(10)
    g.start("web", "worker", "clock", DATABASE_URL=_through(g))
    write(g, phones[0], "avant")
    until(lambda: g.count("received") == 0 and g.count("handled") >= 1)
    g.database.black_hole = True
    texts = [(phones[n % len(phones)], f"texte {n:03d}") for n in range(scaled(500, 60))]
    for phone, words in texts:
        write(g, phone, words)
    slow = _answers_in_silence(g, phones[0])
    CLOCK.wait(8)  # what the carrier handed over meanwhile has had its answer
    g.database.black_hole = False
    back = until(lambda: _brought_in(g) >= len(texts) + 1, 90)
    until(lambda: g.count("received", "queued", "sending") == 0, 60)
    figures |= {"posts": len(texts), "answers in silence": sorted(set(g.driver.answers))}
    figures |= {"first in s": round(slow[0], 1), "slowest after in s": round(max(slow[1:]), 1)}
    figures |= {"all there in s": round(back, 1), "lost": len(texts) + 1 - _brought_in(g)}
    assert set(g.driver.answers) == {503}
    assert max(slow) < 12
    assert _brought_in(g) == len(texts) + 1
    assert _in_order(g)
    assert g.books().holds, g.books().as_json()


def _answers_in_silence(g: Ground, phone: str) -> list[float]:
    """Seconds until each of ten webhooks was answered, one after the other."""
    spans = []
    for _ in range(10):
        began = monotonic()
        g.driver.post(text(phone, "?"))
        spans.append(monotonic() - began)
    return spans


def _through(g: Ground) -> str:
    """The same database, by the breakable network."""
    name = g.rt.store.engine.url.database
    return f"postgresql+psycopg://postgres@{HOST}:{g.database.port}/{name}"


def _brought_in(g: Ground) -> int:
    return g.count("received", "handled", "parked")


def _in_order(g: Ground) -> bool:
    """Does each transcript stand in the order it was written?"""
    with g.rt.store.reading() as session:
        query = (
            select(Message)
            .where(Message.direction == "in", col(Message.state) == "handled")
            .order_by(col(Message.conversation_id), col(Message.id))
        )
        rows = session.exec(query).all()
        told = [(row.conversation_id, _words(g, row)) for row in rows]
    return all(one[0] != two[0] or one[1] < two[1] for one, two in pairwise(told))


def _words(g: Ground, row: Message) -> str:
    with g.rt.store.reading() as session:
        youth = session.get_one(Youth, row.youth_id)
        return body(g.rt.store.vault, row, youth)
