"""The tables as they change: one step per version, run by `upgrade` before a process serves.

Two processes that start at once take turns: the second finds the work done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

FOLDER = Path(__file__).resolve().parent
LOCK = 0x5A5_0001  # of PostgreSQL: only one upgrade at a time


def upgrade(engine: Engine) -> None:
    """Bring the database to the current tables; nothing to do is done fast."""
    if is_current(engine):
        return
    with _alone(engine) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(engine: Engine) -> bool:
    """Are all steps applied? A database that knows later ones (a newer version of SAS runs
    beside us during a deploy) is current too."""
    with engine.connect() as connection:
        applied = set(MigrationContext.configure(connection).get_current_heads())
    return bool(applied) and (applied == {head()} or not applied & _known())


@cache
def head() -> str:
    """The last step that this version of SAS knows."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


@cache
def _known() -> frozenset[str]:
    scripts = ScriptDirectory.from_config(_config())
    return frozenset(script.revision for script in scripts.walk_revisions())


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other upgrade can enter: the write lock of SQLite (BEGIN IMMEDIATE),
    an advisory lock of PostgreSQL."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        yield connection


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config
