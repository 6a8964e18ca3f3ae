"""The migrations make the tables of bot.models, on both databases, also when two start at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlmodel import SQLModel

from bot import migrations, steps
from bot.crypto import Vault
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


# --- what stood in the first tables


OLD_ROWS = """
INSERT INTO territory (code, name, zone, holidays) VALUES ('13', 'Arles', 'Europe/Paris', '');
INSERT INTO team (id, name, service, hours, danger_plan, may_hold_justice, call_number_end,
  retention_months, starts_paused) VALUES
  ('t0', 'Nice', 'R', '[]', '[]', {no}, '', 24, {no}),
  ('t1', 'Arles', 'R', '[]', '[]', {no}, '', 24, {no});
INSERT INTO teamterritory (team_id, territory_code) VALUES ('t1', '13');
INSERT INTO organisation (id, name, kind, territory_code, retention_months) VALUES
  ('ml', 'Mission Locale', 'ML', '13', 24), ('far', 'Loin', 'OTHER', NULL, 24),
  ('kin', 'Famille Odile', 'PROCHE', NULL, 24);
INSERT INTO prescriber (id, organisation_id, name, email_sealed, email_index, confirmed,
  onboarded_at) VALUES
  ('roux', 'ml', 'Mme Roux', :mail, 'a', {yes}, :at),
  ('aunt', 'kin', 'Tante Odile', :mail, 'b', {no}, :at);
INSERT INTO youth (id, team_id, data_key, language, tone, territory_code, known, prefers_voice,
  created_at) VALUES ('lea', 't1', :key, 'fr', 'tu', '13', {yes}, {no}, :at);
INSERT INTO conversation (id, youth_id, team_id, speaker, epoch, misunderstood, turn_failures,
  opened_at) VALUES ('c', 'lea', 't1', 'bot', 0, 0, 0, :at);
INSERT INTO referral (id, youth_id, conversation_id, prescriber_id, organisation_id, status, steps,
  informed, duplicate, origin, tracking_digest, created_at) VALUES
  ('of_aunt', 'lea', 'c', 'aunt', 'kin', 'received', '[]', {yes}, {no}, 'form', '1', :at),
  ('by_card', NULL, NULL, 'roux', 'ml', 'to_announce', '[]', {yes}, {no}, 'card', '2', :at),
  ('from_far', NULL, NULL, 'roux', 'far', 'to_announce', '[]', {yes}, {no}, 'card', '3', :at);
"""
AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
VAULT = Vault({"k1": b"1" * 32}, b"an index key of the tests")


def _first_tables(engine: Engine, data_key: bytes) -> None:
    """The tables of the first step, with people in them."""
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(steps.FILES.parent))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        values = {"mail": b"x", "key": data_key, "at": AT.replace(tzinfo=None)}
        for one in OLD_ROWS.strip().split(";\n"):
            said = one.replace("{yes}", "TRUE").replace("{no}", "FALSE").removesuffix(";")
            given = {name: value for name, value in values.items() if f":{name}" in said}
            connection.execute(text(said), given)


def test_people_of_the_first_tables_get_a_team_and_their_names_are_sealed(empty: Engine) -> None:
    data_key = VAULT.new_key()
    _first_tables(empty, data_key)
    with pytest.raises(RuntimeError, match="flask sas migrate"):
        migrations.upgrade(empty)
    migrations.upgrade(empty, VAULT)
    with empty.connect() as connection:
        found = connection.execute(text("SELECT id, team_id, territory_code FROM referral")).all()
        assert {tuple(row) for row in found} == {
            ("of_aunt", "t1", "13"),
            ("by_card", "t1", "13"),
            ("from_far", "t0", None),
        }
        names = connection.execute(text("SELECT id, name FROM prescriber")).all()
        assert {tuple(row) for row in names} == {("roux", "Mme Roux"), ("aunt", "")}
        kin = text("SELECT name FROM organisation WHERE id = 'kin'")
        assert connection.scalar(kin) == "Particulier"
        sealed = connection.scalar(
            text("SELECT asked_by_sealed FROM referral WHERE id = 'of_aunt'")
        )
    opened = VAULT.unwrap(data_key).open(bytes(sealed), "of_aunt.asked_by")
    assert opened == "Tante Odile"
    assert migrations.is_current(empty)
