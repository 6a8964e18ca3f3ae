"""`ledger`: the books checked on a system that has lived; the control only counts its rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import func, select

from bot import ledger
from bot.clock import monotonic
from bot.models import Conversation, Message
from bot.store import Store
from tests.bench.figures import AT_MOST, Figure, median
from tests.bench.place import SQLITE, Place
from tests.bench.world import make_world

CONVERSATIONS = 100_000
TIMES = 3


def run(place: Place) -> list[Figure]:
    """Seconds, on SQLite."""
    world = make_world(place, SQLITE)
    world.live(timedelta(hours=2.5))
    world.multitude(CONVERSATIONS)
    rt = world.runtime()
    books = ledger.check(rt.store)
    if not books.holds:
        raise RuntimeError(books.as_json())
    found = [
        Figure(
            f"SQLite: the ledger at {CONVERSATIONS:,} conversations",
            _seconds(lambda: ledger.check(rt.store)),
            "s",
            _seconds(lambda: _count(rt.store)),
            (AT_MOST, 2),
        )
    ]
    rt.close()
    return found


def _count(store: Store) -> None:
    with store.reading() as session:
        for table in (Conversation, Message):
            session.execute(select(func.count()).select_from(table)).scalar_one()


def _seconds(work: Callable[[], object]) -> float:
    spans = []
    for _ in range(TIMES):
        began = monotonic()
        work()
        spans.append(monotonic() - began)
    return median(spans)
