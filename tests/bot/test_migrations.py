"""The migrations make the tables of bot.models, on both databases, also when two start at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlmodel import SQLModel

from bot import migrations, steps
from bot.postgres import PATIENCE
from bot.store import make_engine
from tests.databases import PostgresServer


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without any table."""
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    if request.param == "postgresql":
        server: PostgresServer = request.getfixturevalue("postgres")
        url = server.create(f"empty_{request.getfixturevalue('worker_id')}")
    engine = make_engine(url)
    yield engine
    engine.dispose()


def test_the_steps_make_the_tables_of_the_models(empty: Engine) -> None:
    migrations.upgrade(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_steps_are_those_that_alembic_sees() -> None:
    config = Config()
    config.set_main_option("script_location", str(steps.FILES.parent))
    scripts = ScriptDirectory.from_config(config)
    assert steps.head() == scripts.get_current_head()
    assert steps.known() == {script.revision for script in scripts.walk_revisions()}


def test_a_new_database_is_not_current_then_is(empty: Engine) -> None:
    assert not migrations.is_current(empty)
    migrations.upgrade(empty)
    assert migrations.is_current(empty)
    migrations.upgrade(empty)


def test_two_processes_that_start_at_once_take_turns(empty: Engine) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        try:
            migrations.upgrade(empty)
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert migrations.is_current(empty)


@pytest.mark.parametrize(
    "empty", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_afterwards_nobody_waits_for_ever_on_its_connection(empty: Engine) -> None:
    """An upgrade waits as long as it takes; who gets its connection next does not."""
    migrations.upgrade(empty)
    with empty.connect() as connection:
        line: Any = connection.connection.driver_connection
        assert line.patience == PATIENCE
