"""A runtime for tests of the web: a store, carriers in memory, no broker."""

from __future__ import annotations

from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.outbox import Gateways
from bot.runtime import Runtime
from bot.store import Store


def runtime_of(store: Store) -> Runtime:
    """The runtime of a test's store."""
    return Runtime(store.settings, store, Gateways(MemoryGateway(store.clock.real), MemoryMail()))
