"""A runtime for tests of the web: a store, carriers in memory, no broker; and the web on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from flask import Flask

from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.outbox import Gateways
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import Store
from bot.web import create_app

_MADE: list[Runtime] = []
_WEBS: list[tuple[Settings, Flask]] = []


def runtime_of(store: Store) -> Runtime:
    """The runtime of a test's store; `close_all` lets go of it after the test."""
    carriers = Gateways(MemoryGateway(store.clock.real), MemoryMail())
    made = Runtime(store.settings, store, lambda: carriers)
    _MADE.append(made)
    return made


def web_of(runtime: Runtime) -> Flask:
    """The whole web on this runtime, until the next test asks for one. It is made once for each
    process of the run and each way of setting it up: its routes and pages take longer to make
    than most tests to run. Who adds to it, or needs two at once, makes another (`create_app`)."""
    wanted = replace(runtime.store.settings, database_url="", state_dir=Path())
    found = next((web for settings, web in _WEBS if settings == wanted), None)
    if found is None:
        found = create_app(runtime)
        found.test_client().get("/health/live")  # from now on nobody can add to it
        _WEBS.append((wanted, found))
    found.extensions["sas"] = runtime
    return found


def close_all() -> None:
    """Let go of the connections of every runtime that a test has made."""
    while _MADE:
        _MADE.pop().close()
