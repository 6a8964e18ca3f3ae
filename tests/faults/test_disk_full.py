"""Case 4: the disk is full while youths write. 503, never a false yes, an alert that names the
disk; when there is room again everything goes on by itself."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from flask import Flask
from sqlalchemy import event
from sqlmodel import func, select

from bot import disk
from bot.clock import FrozenClock
from bot.crypto import Vault
from bot.models import Message
from bot.settings import Settings
from bot.store import Store, make_engine
from bot.web import create_app
from tests.cast import Cast
from tests.databases import PostgresServer, SqliteFiles
from tests.faults.carrier import text
from tests.faults.conftest import scaled
from tests.faults.ground import HOST, Ground, until
from tests.faults.test_web_killed import out_of_order, rows_of, texts_in_turns
from tests.web.runtime import runtime_of
from tests.web.test_hooks import INBOUND, post
from tests.web.test_hooks import text as fields

Make = Callable[..., Ground]
Figures = dict[str, object]
SIZE = 24 * 1024 * 1024


def only_so_big(store: Store, more: int) -> None:
    """The file may grow by that many pages, no further (each connection from now on)."""
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    store.engine.dispose()

    @event.listens_for(store.engine, "connect")
    @event.listens_for(store.quick.engine, "connect")
    def limit(connection: Any, _record: Any) -> None:
        connection.execute(f"PRAGMA max_page_count={pages + more}")


@pytest.fixture
def store(settings: Settings, clock: FrozenClock, vault: Vault) -> Iterator[Store]:
    """On an engine of its own, whose disk may be filled."""
    engine = make_engine(settings.database_url)
    yield Store(engine, clock, vault, settings)
    engine.dispose()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_is_never_a_false_yes(
    store: Store, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    cast.lea()
    app: Flask = create_app(runtime_of(store))
    only_so_big(store, 3)
    answers = [post(app, INBOUND, fields(f"SM{n}", "oui " * 300)).status_code for n in range(12)]
    with store.reading() as session:
        kept = session.scalar(select(func.count()).where(Message.direction == "in"))
    assert set(answers) == {204, 503}
    assert answers.count(204) == kept
    assert "disk_full" in [record.message for record in caplog.records]
    only_so_big(store, 10_000)
    assert post(app, INBOUND, fields("SM99")).status_code == 204


def test_no_room_is_seen_before_the_database_sees_it(tmp_path: Path) -> None:
    assert disk.has_room(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not disk.has_room(tmp_path / "gone")


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 24 MB, in memory, that any user of this machine may reach."""
    folder = Path(tempfile.mkdtemp(prefix="sas-small-"))
    folder.chmod(0o755)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        folder.rmdir()
        pytest.skip("this machine mounts nothing")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
    folder.rmdir()


@pytest.mark.fault
def test_the_whole_system_on_a_full_disk(
    small_disk: Path, tmp_path: Path, sqlite_files: SqliteFiles, figures: Figures
) -> None:
    with Ground(tmp_path, sqlite_files.fresh(small_disk), SAS_STATE_DIR=str(small_disk)) as g:
        play(g, small_disk, figures, lambda: "disk_full" in ready(g))


@pytest.fixture
def small_database(small_disk: Path, postgres: PostgresServer) -> Iterator[str]:
    """A PostgreSQL database on that disk; its log is elsewhere, and so it stays up."""
    yield postgres.create_on(small_disk, "sas_small")
    postgres.drop_on("sas_small")


@pytest.mark.fault
@pytest.mark.postgres
def test_a_postgresql_whose_disk_is_full(
    small_database: str, small_disk: Path, tmp_path: Path, figures: Figures
) -> None:
    with Ground(tmp_path, small_database) as g:
        play(g, small_disk, figures, lambda: said(g))


def play(g: Ground, folder: Path, figures: Figures, alerted: Callable[[], bool]) -> None:
    g.start("carrier")
    phones = g.greeted(10)
    g.start("web", "worker", "clock")
    assert g.driver.insist(text(phones[0], "avant"))
    until(lambda: g.count("received", "queued", "sending") == 0)
    well = ready(g)
    fill(folder)
    posts = [text(phones[n % 10], "oui " * 300) for n in range(scaled(500, 60))]
    answers = [(one, g.driver.post(one)) for one in posts]
    acknowledged = [one for one, answer in answers if answer == 204]
    refused = [one for one, answer in answers if answer != 204]
    slowest = g.driver.slowest
    until(alerted, 20)
    (folder / "filling").unlink()
    assert len(g.driver.insist_on_all(refused)) == len(refused)
    back = until(lambda: ready(g) == well, 60)
    drained = until(lambda: g.count("received", "queued", "sending") == 0, 60)
    figures |= {"posts": len(posts), "503": len(refused), "204 on a full disk": len(acknowledged)}
    figures |= {"slowest in s": round(slowest, 1), "ready again in s": round(back, 1)}
    rows = rows_of(g, posts)
    figures |= {"drained in s": round(drained, 1), "lost": len(posts) - len(rows)}
    figures |= {"doubled": rows.total() - len(rows), "out of order": out_of_order(g)}
    assert {answer for _, answer in answers} <= {204, 503}
    assert refused
    assert len(rows) == rows.total() == len(posts)
    assert texts_in_turns(g) == len(posts) + 1
    assert said(g)
    assert g.books().holds, g.books().as_json()


def said(g: Ground) -> bool:
    """Does the log name it?"""
    return '"disk_full"' in (g.folder / "web.log").read_text()


def fill(folder: Path) -> None:
    """Not a byte is left."""
    with (folder / "filling").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return


def ready(g: Ground) -> list[str]:
    """What /health/ready says is wrong (the tables of a test were made by no migration)."""
    answer = requests.get(f"http://{HOST}:{g.web_port}/health/ready", timeout=20)
    return list(answer.json()["problems"])
