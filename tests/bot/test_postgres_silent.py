"""A PostgreSQL that accepts connections and then says nothing: nobody waits for it long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from bot import postgres as lines
from bot.clock import monotonic
from bot.store import make_engine
from tests.databases import PostgresServer
from tests.faults.ground import upstream_of
from tests.faults.proxy import HOST, Proxy

pytestmark = pytest.mark.postgres


@pytest.fixture
def line(postgres: PostgresServer) -> Iterator[Proxy]:
    """The breakable network before the server."""
    with Proxy(upstream_of(postgres.fresh())) as proxy:
        yield proxy


@pytest.fixture
def engine(line: Proxy, postgres: PostgresServer) -> Iterator[Engine]:
    """An engine of ours, by that network."""
    name = postgres.url.partition("?")[0].rpartition("/")[2]
    made = make_engine(f"postgresql+psycopg://postgres@{HOST}:{line.port}/{name}")
    yield made
    line.black_hole = False
    made.dispose()


def ask(engine: Engine) -> int:
    """One statement."""
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT 7")).scalar_one())


def test_a_silent_server_is_left_and_found_again(
    engine: Engine, line: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "PING", 0.2)
    assert ask(engine) == 7
    line.black_hole = line.down = True
    began = monotonic()
    with pytest.raises(OperationalError):
        ask(engine)
    assert monotonic() - began < 2
    line.black_hole = line.down = False
    assert ask(engine) == 7


def test_a_silence_in_the_middle_of_a_statement_ends_too(
    engine: Engine, line: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines.Line, "patience", 0.3)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        line.black_hole = True
        with pytest.raises(OperationalError, match="says nothing"):
            connection.execute(text("SELECT 2"))
        line.black_hole = False
    assert ask(engine) == 7
