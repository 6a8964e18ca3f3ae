"""Every transcript beside this file, played on both databases through the real doors."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import ledger
from bot.clock import FrozenClock
from bot.simulator import transcript
from bot.store import Store
from tests.cast import Cast
from tests.scenarios.player import Player

PAGES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_story_holds(page: Path, store: Store, clock: FrozenClock, cast: Cast) -> None:
    player = Player(store, clock, cast)
    try:
        player.play(transcript.parse(page.read_text()))
    finally:
        player.stage.holder.release()
    assert ledger.check(store).broken == ()


def test_there_are_stories() -> None:
    assert PAGES
