"""What a load balancer and the monitoring read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from bot import clockwork, keyring, mailbox, migrations, vitals
from bot.clock import FrozenClock
from bot.crypto import Vault
from bot.models import Fact, Timer
from bot.settings import SettingsError
from bot.store import Store
from messages.help_lines import help_lines
from tests.cast import Cast
from tests.web.runtime import runtime_of


@pytest.fixture(autouse=True)
def migrated(store: Store) -> Iterator[None]:
    """The tables of a test are made at once: say that every step was applied."""
    with store.engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(
            text("INSERT INTO alembic_version VALUES (:head)"), {"head": migrations.head()}
        )
    yield
    with store.engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))


def problems(web: FlaskClient) -> tuple[int, list[str]]:
    """The status, and the codes of what is wrong."""
    answer = web.get("/health/ready")
    assert answer.json is not None
    return answer.status_code, answer.json["problems"]


def test_the_process_is_alive_whatever_happens(web: FlaskClient) -> None:
    assert web.get("/health/live").json == {"live": True}


def test_ready_needs_a_clock_that_has_passed(
    app: Flask, web: FlaskClient, clock: FrozenClock
) -> None:
    assert problems(web) == (503, ["clock_not_passing"])
    rt = app.extensions["sas"]
    clockwork.lead(rt)
    assert problems(web) == (200, [])
    clock.advance(timedelta(seconds=15))
    assert problems(web) == (200, [])
    clock.advance(timedelta(seconds=1))
    assert problems(web) == (503, ["clock_not_passing"])
    rt.close()


def test_tables_of_another_version_are_not_ready(web: FlaskClient, store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    assert "migrations_not_current" in problems(web)[1]


@pytest.mark.parametrize("lost", ["SAS_DATA_KEYS", "SAS_INDEX_KEY"])
def test_keys_of_another_database_are_not_ready(store: Store, cast: Cast, lost: str) -> None:
    cast.lea()
    mailbox.send_sign_in_link(store, cast.karim())
    rt = runtime_of(store)
    assert "keys_of_another" not in vitals.read(rt).problems
    data, index = store.settings.data_keys, store.settings.index_key
    vault = Vault({"k1": b"2" * 32}, index) if lost == "SAS_DATA_KEYS" else Vault(data, b"another")
    rt.store.vault = vault
    assert "keys_of_another" in vitals.read(rt).problems
    with pytest.raises(SettingsError, match="put back those it had"):
        keyring.refuse_others(rt.store)


def test_a_missing_broker_is_said_and_not_fatal(app: Flask, web: FlaskClient) -> None:
    clockwork.lead(app.extensions["sas"])
    answer = web.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json is not None
    assert "broker_away" in answer.json["warnings"]
    app.extensions["sas"].close()


def test_an_overdue_review_of_the_help_lines_is_a_warning(store: Store, clock: FrozenClock) -> None:
    last_day = min(line.review_due for line in help_lines().values())
    clock.advance(last_day - clock.real().date())
    assert "help_lines_review_overdue" not in vitals.read(runtime_of(store)).warnings
    clock.advance(timedelta(days=1))
    assert "help_lines_review_overdue" in vitals.read(runtime_of(store)).warnings


def test_a_carrier_that_refuses_us_is_said_for_a_day(
    store: Store, clock: FrozenClock, cast: Cast
) -> None:
    rt = runtime_of(store)
    assert "operator_alert" not in vitals.read(rt).warnings
    with store.transaction() as session:
        session.add(Fact(name="operator_alert:20003", value="1", at_real=clock.real()))
    assert "operator_alert" in vitals.read(rt).warnings
    clock.advance(timedelta(days=1))
    assert "operator_alert" not in vitals.read(rt).warnings


def test_the_age_of_what_waits_is_shown(cast: Cast, clock: FrozenClock) -> None:
    cast.message(cast.lea(), "Bonjour")
    clock.advance(timedelta(seconds=90))
    ages = vitals.read(runtime_of(cast.store)).ages
    assert ages["queued_send"] == 90
    assert ages["waiting_text"] is None


def test_the_figures_name_nobody(cast: Cast, web: FlaskClient) -> None:
    cast.message(cast.lea(), "Bonjour")
    said = web.get("/metrics").text
    assert 'sas_messages{state="queued"} 1.0' in said
    for word in ("Léa", "Karim", "Arles", "Bonjour", "+336", cast.lea().conversation.id):
        assert word not in said


def test_the_oldest_thing_of_each_kind_is_shown(
    web: FlaskClient, cast: Cast, clock: FrozenClock
) -> None:
    lea = cast.lea()
    assert lea.flow is not None
    cast.message(lea)
    cast.wrote(lea)
    timer = {"conversation_id": lea.conversation.id, "flow_id": lea.flow.id, "kind": "quiet"}
    with cast.store.transaction() as session:
        session.add(Timer(due=clock.now(), epoch=0, **timer))
    clock.advance(timedelta(seconds=40))
    answer = web.get("/health/ready")
    assert answer.json is not None
    ages = answer.json["ages"]
    assert (ages["waiting_text"], ages["due_timer"], ages["queued_send"]) == (40.0, 40.0, 40.0)
