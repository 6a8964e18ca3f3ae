"""A runtime for tests of the web: a store, carriers in memory, no broker."""

from __future__ import annotations

from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.outbox import Gateways
from bot.runtime import Runtime
from bot.store import Store

_MADE: list[Runtime] = []


def runtime_of(store: Store) -> Runtime:
    """The runtime of a test's store; `close_all` lets go of it after the test."""
    carriers = Gateways(MemoryGateway(store.clock.real), MemoryMail())
    made = Runtime(store.settings, store, lambda: carriers)
    _MADE.append(made)
    return made


def close_all() -> None:
    """Let go of the connections of every runtime that a test has made."""
    while _MADE:
        _MADE.pop().close()
