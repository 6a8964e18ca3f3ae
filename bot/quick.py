"""The short way to the database, for the path of every webhook: one statement, compiled once, run
by the driver alone in a transaction of its own. Every other change goes through bot.store.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

from sqlalchemy import Dialect, Engine, Insert, PoolProxiedConnection, Select, Table, bindparam
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

Given = Mapping[str, object]
Query: TypeAlias = Select[*tuple[Any, ...]]
Adapt = Callable[[Any], object]

AWAY = (OperationalError, InterfaceError)  # the database, not a row


class Quick:
    """Statements on an engine in autocommit, whose parameters are positional. What they raise is
    what SQLAlchemy raises, without a value in it. On a connection that the server has closed a
    statement runs again, once: give it only what may run twice. Each value of a query has a
    default.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._idle: deque[_Line] = deque()
        self._queries: dict[Query, _Query] = {}
        self._inserts: dict[Insert, _Rows] = {}

    def first(self, query: Query, given: Given) -> tuple[Any, ...] | None:
        """The first row of `query`, None when there is none."""
        rows = self.all(query, given)
        return rows[0] if rows else None

    def all(self, query: Query, given: Given) -> list[tuple[Any, ...]]:
        """Every row of `query`."""
        ready = self._queries.get(query)
        if ready is None:
            ready = self._queries[query] = _ready_query(query, self.engine.dialect)
        return self._run(ready.sql, ready.values(given), reads=True)

    def insert(self, statement: Insert, rows: Sequence[Given]) -> list[DBAPIError | None]:
        """Insert rows with the same names every time, in one statement: durable on return. What
        refused each row, None for those that are kept; raises when the database is away.
        `statement` is bare. When one row is refused, each is tried alone."""
        if not rows:
            return []
        ready = self._inserts.get(statement)
        if ready is None:
            made = _ready_rows(statement, self.engine.dialect, rows[0])
            ready = self._inserts.setdefault(statement, made)
        try:
            self._run(ready.sql(len(rows)), [*chain(*(ready.values(row) for row in rows))])
        except AWAY:
            raise
        except DBAPIError as error:
            if len(rows) == 1:
                return [error]
            return [*chain(*(self.insert(statement, [row]) for row in rows))]
        return [None] * len(rows)

    def close(self) -> None:
        """Let go of the connections."""
        while self._idle:
            self._idle.pop().pooled.close()
        self.engine.dispose()

    def _run(
        self, sql: str, values: Sequence[object], *, reads: bool = False
    ) -> list[tuple[Any, ...]]:
        try:
            return self._once(sql, values, reads)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            self.close()
            return self._once(sql, values, reads)

    def _once(self, sql: str, values: Sequence[object], reads: bool) -> list[tuple[Any, ...]]:
        dialect, failures = self.engine.dialect, self.engine.dialect.loaded_dbapi.Error
        line: _Line | None = None
        try:
            line = self._line()
            line.cursor.execute(sql, values)
            rows: list[tuple[Any, ...]] = line.cursor.fetchall() if reads else []
            self._idle.append(line)
            return rows
        except failures as error:
            cut = line is not None and dialect.is_disconnect(error, line.pooled, None)
            if line is not None and cut:
                line.pooled.invalidate()
            elif line is not None:
                self._idle.append(line)
            raise DBAPIError.instance(sql, None, error, failures, True, cut, dialect) from error

    def _line(self) -> _Line:
        """One that nobody uses, or a new one."""
        try:
            return self._idle.pop()
        except IndexError:
            pooled = self.engine.raw_connection()
            return _Line(pooled, pooled.cursor())


@dataclass(frozen=True, slots=True)
class _Line:
    """A connection and the cursor it keeps, as many as threads ask at once: a pool's care of each
    statement would cost as much as the statement."""

    pooled: PoolProxiedConnection
    cursor: Any


@dataclass(frozen=True, slots=True)
class _Query:
    """A query as the driver takes it, with the values it repeats."""

    sql: str
    names: Sequence[str]
    fixed: Given

    def values(self, given: Given) -> list[object]:
        """Every value in its place."""
        return [given[name] if name in given else self.fixed[name] for name in self.names]


class _Rows:
    """An insert as the driver takes it, for any number of rows."""

    def __init__(self, head: str, one: str, places: Sequence[tuple[str, Adapt | None]]) -> None:
        self._head, self._one, self._places = head, one, places

    def sql(self, count: int) -> str:
        """The statement for that many rows."""
        return self._head + ", ".join([self._one] * count)

    def values(self, row: Given) -> list[object]:
        """The values of one row, in their places, as the driver wants them."""
        return [row[name] if how is None else how(row[name]) for name, how in self._places]


def _ready_query(query: Query, dialect: Dialect) -> _Query:
    compiled = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    return _Query(str(compiled), compiled.positiontup or (), compiled.params)


def _ready_rows(statement: Insert, dialect: Dialect, names: Collection[str]) -> _Rows:
    """`names`: of the values that every row will give. The defaults of the other columns stand in
    the statement itself."""
    assert isinstance(statement.table, Table)
    values: dict[str, object] = {name: bindparam(name, None) for name in names}
    adapt: dict[str, Adapt | None] = {}
    for column in statement.table.columns:
        adapt[column.name] = column.type.dialect_impl(dialect).bind_processor(dialect)
        if column.name not in values and column.default is not None and column.default.is_scalar:
            default = column.default.arg
            values[column.name] = bindparam(None, default, column.type, literal_execute=True)
    compiled = statement.values(values).compile(
        dialect=dialect, compile_kwargs={"render_postcompile": True}
    )
    head, word, one = str(compiled).partition(" VALUES ")
    return _Rows(head + word, one, [(name, adapt[name]) for name in compiled.positiontup or ()])
