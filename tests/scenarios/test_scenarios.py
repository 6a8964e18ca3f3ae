"""Every transcript beside this file, played on both databases through the real doors. What was
lived is kept: tests/test_registry.py asks whether every state was."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import ledger
from bot.clock import FrozenClock
from bot.models import Flow, JournalEntry
from bot.simulator import transcript
from bot.store import Store
from tests.cast import Cast
from tests.scenarios.player import Player

PAGES = sorted(Path(__file__).parent.glob("*.txt"))
LIVED: dict[str, set[tuple[str, str]]] = {}
"""Page -> (flow, state) that its people went through, of the pages played in this process."""


@pytest.mark.xdist_group("stories")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_story_holds(page: Path, store: Store, clock: FrozenClock, cast: Cast) -> None:
    player = Player(store, clock, cast)
    try:
        player.play(transcript.parse(page.read_text()))
    finally:
        player.stage.holder.release()
    assert ledger.check(store).broken == ()
    LIVED[page.stem] = lived(store)


def lived(store: Store) -> set[tuple[str, str]]:
    """(flow, state) of every step of every flow, by the journal."""
    with store.reading() as session:
        query = select(Flow.kind, JournalEntry.after).where(col(JournalEntry.flow_id) == Flow.id)
        return {(kind, after) for kind, after in session.exec(query).all() if after}


def test_there_are_stories() -> None:
    assert PAGES
