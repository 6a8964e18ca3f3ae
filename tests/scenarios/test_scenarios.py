"""Every transcript beside this file, played on both databases through the real doors. What was
lived is kept for all processes of the run: tests/test_registry.py asks whether every state was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import ledger
from bot.clock import FrozenClock
from bot.ids import new_id
from bot.models import Flow, JournalEntry
from bot.simulator import transcript
from bot.store import Store
from tests.cast import Cast
from tests.scenarios.player import Player

PAGES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_story_holds(
    page: Path, store: Store, clock: FrozenClock, cast: Cast, run_folder: Path
) -> None:
    player = Player(store, clock, cast)
    try:
        player.play(transcript.parse(page.read_text()))
    finally:
        player.stage.holder.release()
    assert ledger.check(store).broken == ()
    keep(run_folder, page, lived(store))


def keep(run_folder: Path, page: Path, states: set[tuple[str, str]]) -> None:
    """(flow, state) that the people of this page went through, whole or not at all."""
    file = kept(run_folder, page)
    file.parent.mkdir(exist_ok=True)
    fresh = file.with_suffix(f".{new_id()}")
    fresh.write_text(json.dumps(sorted(states)))
    fresh.replace(file)


def kept(run_folder: Path, page: Path) -> Path:
    """Where `keep` puts it; absent when no process has played that page yet."""
    return run_folder / "lived" / f"{page.stem}.json"


def lived(store: Store) -> set[tuple[str, str]]:
    """(flow, state) of every step of every flow, by the journal."""
    with store.reading() as session:
        query = select(Flow.kind, JournalEntry.after).where(col(JournalEntry.flow_id) == Flow.id)
        return {(kind, after) for kind, after in session.exec(query).all() if after}


def test_there_are_stories() -> None:
    assert PAGES
