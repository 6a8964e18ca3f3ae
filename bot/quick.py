"""The short way to the database, for what every text pays: a webhook stores it, a call to the
carrier is recorded. Statements compiled once, run by the driver alone in a transaction of their
own. Every other change goes through bot.store.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import (
    Dialect,
    Engine,
    Insert,
    PoolProxiedConnection,
    Select,
    Table,
    Update,
    bindparam,
)
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.sql.compiler import SQLCompiler

Given = Mapping[str, object]
Query: TypeAlias = Select[*tuple[Any, ...]]
Adapt = Callable[[Any], object]
Done = TypeVar("Done")

_NUMBER = re.compile(r"\$(\d+)")
AWAY = (OperationalError, InterfaceError)  # the database, not a row


class Quick:
    """Statements on an engine in autocommit, whose parameters are positional. What they raise is
    what SQLAlchemy raises, without a value in it. On a connection that the server has closed a
    statement runs again, once: give it only what may run twice. Each value of a query or of an
    update has a default.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._idle: deque[_Line] = deque()
        self._queries: dict[Query, Ready] = {}
        self._inserts: dict[Insert, _Rows] = {}
        self._updates: dict[Update, Ready] = {}

    def first(self, query: Query, given: Given) -> tuple[Any, ...] | None:
        """The first row of `query`, None when there is none."""
        rows = self.all(query, given)
        return rows[0] if rows else None

    def all(self, query: Query, given: Given) -> list[tuple[Any, ...]]:
        """Every row of `query`."""
        found = self._queries.get(query)
        if found is None:
            found = self._queries[query] = ready(query, self.engine.dialect)
        sql, values = found.sql, found.values(given)
        return self._run(lambda line: line.rows(sql, values))

    def update(self, changes: Sequence[tuple[Update, Given]]) -> None:
        """Each of these updates, in that order, in one transaction and one exchange: durable on
        return. Raises what SQLAlchemy would raise; then nothing is changed."""
        whole = []
        for update, given in changes:
            found = self._updates.get(update)
            if found is None:
                found = self._updates[update] = ready(update, self.engine.dialect)
            whole.append((found.sql, found.values(given)))
        self._run(lambda line: line.change(whole))

    def insert(self, statement: Insert, rows: Sequence[Given]) -> list[DBAPIError | None]:
        """Insert rows with the same names every time, in one statement: durable on return. What
        refused each row, None for those that are kept; raises when the database is away.
        `statement` is bare. When one row is refused, each is tried alone."""
        if not rows:
            return []
        insert = self._inserts.get(statement)
        if insert is None:
            made = _ready_rows(statement, self.engine.dialect, rows[0])
            insert = self._inserts.setdefault(statement, made)
        try:
            sql, given = insert.sql(len(rows)), [*chain(*(insert.values(row) for row in rows))]
            self._run(lambda line: line.cursor.execute(sql, given))
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

    def _run(self, work: Callable[[_Line], Done]) -> Done:
        try:
            return self._once(work)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            self.close()
            return self._once(work)

    def _once(self, work: Callable[[_Line], Done]) -> Done:
        dialect, failures = self.engine.dialect, self.engine.dialect.loaded_dbapi.Error
        line: _Line | None = None
        try:
            line = self._line()
            done = work(line)
            self._idle.append(line)
            return done
        except failures as error:
            cut = line is not None and dialect.is_disconnect(error, line.pooled, None)
            if line is not None and cut:
                line.pooled.invalidate()
            elif line is not None:
                self._idle.append(line)
            raise DBAPIError.instance(None, None, error, failures, True, cut, dialect) from error

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

    def rows(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Every row of one query."""
        self.cursor.execute(sql, values)
        rows: list[tuple[Any, ...]] = self.cursor.fetchall()
        return rows

    def change(self, changes: Sequence[tuple[str, Sequence[object]]]) -> None:
        """All of them or none. What PostgreSQL hears in one pipeline is one transaction."""
        pipeline = getattr(self.pooled.driver_connection, "pipeline", None)
        with pipeline() if pipeline is not None else self._transaction():
            for sql, values in changes:
                self.cursor.execute(sql, values)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.cursor.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.cursor.execute("COMMIT")
        except BaseException:
            if self.pooled.in_transaction:
                self.cursor.execute("ROLLBACK")
            raise


@dataclass(frozen=True, slots=True)
class Ready:
    """A query or an update as the driver takes it, with the values it repeats."""

    sql: str
    places: Sequence[tuple[str, Adapt | None]]
    fixed: Given

    def values(self, given: Given) -> list[object]:
        """Every value in its place, as the driver wants it."""
        found = [
            (given[name] if name in given else self.fixed[name], how) for name, how in self.places
        ]
        return [value if how is None else how(value) for value, how in found]


class _Rows:
    """An insert as the driver takes it, for any number of rows."""

    def __init__(self, head: str, one: str, places: Sequence[tuple[str, Adapt | None]]) -> None:
        self._head, self._one, self._places = head, one, places
        self._whole: dict[int, str] = {}

    def sql(self, count: int) -> str:
        """The statement for that many rows."""
        found = self._whole.get(count)
        if found is None:
            rows = ", ".join(self._row(at) for at in range(count))
            found = self._whole[count] = self._head + rows
        return found

    def _row(self, at: int) -> str:
        """One row: ? is the same in all, $1 and its followers count on."""
        before = at * len(self._places)
        return _NUMBER.sub(lambda found: f"${before + int(found[1])}", self._one)

    def values(self, row: Given) -> list[object]:
        """The values of one row, in their places, as the driver wants them."""
        return [row[name] if how is None else how(row[name]) for name, how in self._places]


def ready(query: Query | Update, dialect: Dialect) -> Ready:
    """Compile for the driver; `dialect` has positional parameters."""
    compiled = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    assert isinstance(compiled, SQLCompiler)
    adapt = {
        name: bind.type.dialect_impl(dialect).bind_processor(dialect)
        for name, bind in compiled.binds.items()
    }
    places = [(name, adapt.get(name)) for name in compiled.positiontup or ()]
    return Ready(str(compiled), places, compiled.params)


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
