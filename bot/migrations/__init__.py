"""The tables as they change: one step per version, run by `upgrade` before a process serves.

Two processes that start at once take turns: the second finds the work done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from bot.crypto import Vault
from bot.steps import head, is_current

FOLDER = Path(__file__).resolve().parent
__all__ = ["head", "is_current", "upgrade"]

LOCK = 0x5A5_0001  # of PostgreSQL: only one upgrade at a time


def upgrade(engine: Engine, vault: Vault | None = None) -> None:
    """Bring the database to the current tables; nothing to do is done fast. `vault`: for a step
    that seals what was in clear, which stops without it."""
    if is_current(engine):
        return
    with _alone(engine) as connection:
        config = _config()
        config.attributes["connection"] = connection
        config.attributes["vault"] = vault
        command.upgrade(config, "head")


@contextmanager
def _without_hurry(connection: Connection) -> Iterator[None]:
    """PostgreSQL: a step may take long, and another upgrade may be before us. The connection goes
    back to the pool, where nobody else may wait for ever on it."""
    line: Any = connection.connection.driver_connection  # a bot.postgres.Line
    before, line.patience = line.patience, None
    try:
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        yield
    finally:
        line.patience = before


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other upgrade can enter: the write lock of SQLite (BEGIN IMMEDIATE),
    an advisory lock of PostgreSQL."""
    with engine.begin() as connection:
        alone = _without_hurry if connection.dialect.name == "postgresql" else nullcontext
        with alone(connection):
            yield connection


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config
