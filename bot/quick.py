"""The short way to the database, for the path of every webhook: one statement, compiled once, run
by the driver alone in a transaction of its own. Every other change goes through bot.store.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Engine, Insert, Select, Table
from sqlalchemy.exc import DBAPIError

Given = Mapping[str, object]
Query: TypeAlias = Select[*tuple[Any, ...]]
Adapt = Callable[[Any], object]


class Quick:
    """Statements on an engine in autocommit, whose parameters are named. What they raise is what
    SQLAlchemy raises, without a value in it. On a connection that the server has closed a statement
    runs again, once: give it only what may run twice. Each value of a query has a default.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._ready: dict[Query | Insert, _Ready] = {}
        # SQLite has one writer; who waits for it asleep, by SQLite's own back-off, wakes too late.
        sqlite = engine.dialect.name == "sqlite"
        self._writer: AbstractContextManager[object] = threading.Lock() if sqlite else nullcontext()

    def first(self, query: Query, given: Given) -> tuple[Any, ...] | None:
        """The first row of `query`, None when there is none."""
        row: tuple[Any, ...] | None = self._run(query, given, lambda cursor: cursor.fetchone())
        return row

    def insert(self, statement: Insert, row: Given) -> None:
        """Insert one row: durable on return. Raises IntegrityError when it may not exist."""
        with self._writer:
            self._run(statement, row, lambda cursor: None)

    def _run(self, statement: Query | Insert, given: Given, take: Adapt) -> Any:
        ready = self._ready.get(statement)
        if ready is None:
            ready = self._ready[statement] = _made_ready(statement, self.engine, tuple(given))
        try:
            return self._once(ready, given, take)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            self.engine.dispose()
            return self._once(ready, given, take)

    def _once(self, ready: _Ready, given: Given, take: Adapt) -> Any:
        dialect, failures = self.engine.dialect, self.engine.dialect.loaded_dbapi.Error
        pooled: Any = None
        cut = False
        try:
            pooled = self.engine.raw_connection()
            return take(pooled.dbapi_connection.execute(ready.sql, ready.values(given)))
        except failures as error:
            cut = pooled is not None and dialect.is_disconnect(error, pooled.dbapi_connection, None)
            raise DBAPIError.instance(
                ready.sql, None, error, failures, True, cut, dialect
            ) from error
        finally:
            if cut:
                pooled.invalidate()
            if pooled is not None:
                pooled.close()


@dataclass(frozen=True, slots=True)
class _Ready:
    """A statement as the driver takes it: its fixed values, and how the given ones are said."""

    sql: str
    fixed: Given
    adapt: Mapping[str, Adapt]

    def values(self, given: Given) -> dict[str, Any]:
        """Every value of the statement, as the driver wants it."""
        values = {**self.fixed, **given}
        for name, adapted in self.adapt.items():
            values[name] = adapted(values[name])
        return values


def _made_ready(statement: Query | Insert, engine: Engine, names: tuple[str, ...]) -> _Ready:
    """`names`: of the values that will be given, the same every time."""
    dialect = engine.dialect
    fixed: dict[str, object] = {}
    adapt: dict[str, Adapt] = {}
    if isinstance(statement, Insert):
        assert isinstance(statement.table, Table)
        for column in statement.table.columns:
            if column.name not in names and column.default is not None and column.default.is_scalar:
                fixed[column.name] = column.default.arg
            adapted = column.type.dialect_impl(dialect).bind_processor(dialect)
            if adapted is not None and column.name in (*names, *fixed):
                adapt[column.name] = adapted
    compiled = statement.compile(
        dialect=dialect,
        column_keys=[*names, *fixed],
        compile_kwargs={"render_postcompile": True},
    )
    if not isinstance(statement, Insert):
        fixed = dict(compiled.params)
    return _Ready(str(compiled), fixed, adapt)
