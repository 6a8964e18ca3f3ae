"""A desk for every test of the outbox."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.clock import FrozenClock
from bot.store import Store
from tests.desk import Desk


@pytest.fixture
def desk(store: Store, clock: FrozenClock) -> Iterator[Desk]:
    """One process that sends."""
    made = Desk(store, clock)
    yield made
    made.holder.release()
