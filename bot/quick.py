"""The short way to the database, for the path of every webhook: one statement, compiled once, run
by the driver alone in a transaction of its own. Every other change goes through bot.store.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Dialect, Engine, Insert, Select, Table, bindparam
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
        ready = self._ready.get(query)
        if ready is None:
            ready = self._ready[query] = _ready_query(query, self.engine.dialect)
        row: tuple[Any, ...] | None = self._run(ready, given, lambda cursor: cursor.fetchone())
        return row

    def insert(self, statement: Insert, row: Given) -> None:
        """Insert one row, with the same names every time: durable on return. `statement` is bare.
        Raises IntegrityError when the row may not exist."""
        ready = self._ready.get(statement)
        if ready is None:
            ready = self._ready[statement] = _ready_insert(statement, self.engine.dialect, row)
        with self._writer:
            self._run(ready, row, lambda cursor: None)

    def _run(self, ready: _Ready, given: Given, take: Adapt) -> Any:
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
    """A statement as the driver takes it: the values a query repeats, and how those of a row are
    said."""

    sql: str
    fixed: Given
    adapt: Mapping[str, Adapt]

    def values(self, given: Given) -> dict[str, Any]:
        """Every value of the statement, as the driver wants it."""
        values = {**self.fixed, **given}
        for name, adapted in self.adapt.items():
            values[name] = adapted(values[name])
        return values


def _ready_query(query: Query, dialect: Dialect) -> _Ready:
    compiled = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    return _Ready(str(compiled), compiled.params, {})


def _ready_insert(statement: Insert, dialect: Dialect, names: Collection[str]) -> _Ready:
    """`names`: of the values that every row will give. The defaults of the other columns stand in
    the statement itself."""
    assert isinstance(statement.table, Table)
    values: dict[str, object] = {name: bindparam(name, None) for name in names}
    adapt: dict[str, Adapt] = {}
    for column in statement.table.columns:
        adapted = column.type.dialect_impl(dialect).bind_processor(dialect)
        if column.name not in values and column.default is not None and column.default.is_scalar:
            default = column.default.arg
            values[column.name] = bindparam(None, default, column.type, literal_execute=True)
        elif column.name in values and adapted is not None:
            adapt[column.name] = adapted
    compiled = statement.values(values).compile(
        dialect=dialect, compile_kwargs={"render_postcompile": True}
    )
    return _Ready(str(compiled), {}, adapt)
