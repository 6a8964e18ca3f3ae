"""Case 14: a week in the life, as a property: everything that can happen to a file, in any order;
after each act the ledger holds and nobody is without a next step."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from bot import ledger
from bot.clock import FrozenClock
from bot.models import JournalEntry, Message
from tests.cast import Cast
from tests.faults.carrier import together
from tests.faults.conftest import scaled
from tests.faults.week import ACTS, IMPOSSIBLE, Act, World, refer

STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 200)), min_size=4, max_size=25)


def live(world: World, steps: list[tuple[Act, int]]) -> None:
    """The steps in order; after each what is due is done, and the books are read."""
    refer(world, 1)
    for act, which in steps:
        try:
            act(world, which)
        except IMPOSSIBLE:
            continue
        world.pass_by(timedelta(minutes=10))
        books = ledger.check(world.store)
        assert books.holds, (act.__name__, which, books.as_json(), stories(world, books))
        posted = Counter(one.our_id for one in world.carrier.sent)
        assert max(posted.values(), default=1) == 1, (act.__name__, which, "posted twice")


def stories(world: World, books: ledger.Books) -> list[list[str]]:
    """What happened where something does not hold: all weeks share a database, so the steps of
    the week that failed may be innocent."""
    with world.store.reading() as session:
        ids = [one for broken in books.broken for one in broken.ids]
        of_texts = select(Message.conversation_id).where(col(Message.id).in_(ids))
        talks = {*ids, *session.exec(of_texts).all()}
        query = select(JournalEntry).where(col(JournalEntry.conversation_id).in_(talks))
        rows = session.exec(query.order_by(col(JournalEntry.id))).all()
    said = [f"{row.at:%m-%d %H:%M} {row.code} {row.before}>{row.after} {row.data}" for row in rows]
    return [
        [line for line, row in zip(said, rows, strict=True) if row.conversation_id == talk]
        for talk in talks
    ]


def lived(cast: Cast, clock: FrozenClock, examples: int) -> None:
    """That many weeks, one after the other in one database."""
    world = World(cast, clock)

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # what broke stays broken: a shorter life would prove nothing
        suppress_health_check=list(HealthCheck),
    )
    @given(steps=STEPS)
    def any_week(steps: list[tuple[Act, int]]) -> None:
        world.phones.clear()
        world.pages.clear()
        live(world, steps)

    together([any_week])  # in a thread of its own: on a busy machine 5 s for a turn are no limit
    world.rt.close()


def test_a_week_in_the_life(clock: FrozenClock, cast: Cast) -> None:
    lived(cast, clock, 2)


@pytest.mark.fault
def test_many_weeks_in_the_life(clock: FrozenClock, cast: Cast, figures: dict[str, object]) -> None:
    weeks = scaled(200)
    lived(cast, clock, weeks)
    figures |= {"weeks": weeks, "kinds of acts": len(set(ACTS)), "doubled": 0}
