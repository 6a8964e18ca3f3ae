"""The runtime of a command, built at the first need; logs go to standard error."""

from __future__ import annotations

from functools import cache

from bot import logs, runtime, settings
from bot.runtime import Runtime
from bot.store import Store


@cache
def the_runtime() -> Runtime:
    """Raises SettingsError."""
    logs.configure()
    return runtime.build(settings.load())


def the_store() -> Store:
    """Raises SettingsError."""
    return the_runtime().store
