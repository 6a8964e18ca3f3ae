"""How long we listen to a PostgreSQL that says nothing. Under every statement, on the path of all
that is read and written.

A server that accepts a connection and then falls silent (a firewall that forgot us, a stopped
machine behind a proxy) breaks no connection: only we can stop waiting. Whoever waited gets an
OperationalError, the connection is closed, and the pool makes another one.
"""

from __future__ import annotations

from typing import Any, TypeVar

import psycopg
from psycopg import RawCursor
from psycopg.abc import PQGen
from psycopg.errors import ConnectionTimeout, _WaitTimeout
from psycopg.rows import TupleRow
from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

from bot.clock import monotonic

RV = TypeVar("RV")

CONNECT = 2  # seconds, for each address of the server
PATIENCE = 9.0  # seconds for one statement; longer than what the server itself allows it
WEBHOOK = 4.0  # seconds for one on the path of a webhook: the carrier itself waits 15
PING = 2.0  # seconds for the first word to a connection that rested in the pool
NO_MORE = 2.0  # seconds after a silence in which nobody else tries to connect
LOOK = 0.1  # seconds between two looks at the time

CONNECT_ARGS: dict[str, Any] = {
    "connect_timeout": CONNECT,
    "tcp_user_timeout": 5000,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "options": "-c lock_timeout=5s -c statement_timeout=8s -c timezone=UTC",
}
"""The server gives a lock 5 s and a statement 8 s; a migration lifts both."""


class Line(psycopg.Connection[TupleRow]):
    """A connection that is closed when the server says nothing for `patience` seconds; None waits
    for ever (migrations)."""

    patience: float | None = PATIENCE

    def wait(self, gen: PQGen[RV], interval: float = LOOK, timeout: float | None = None) -> RV:
        """See psycopg.Connection. Raises OperationalError after a silence."""
        try:
            return super().wait(gen, interval, timeout or self.patience)
        except _WaitTimeout:
            self.pgconn.finish()
            raise psycopg.OperationalError("the database says nothing") from None

    def begin(self) -> None:
        """Open the transaction that the first statement would open, and so hear whether the server
        answers at all: one exchange for both. Raises when it does not, at once. Under autocommit
        nothing is opened, and the first statement finds out."""
        patience, self.patience = self.patience, PING
        try:
            self.wait(self._start_query())
        finally:
            self.patience = patience

    def numbered(self) -> None:
        """From now on statements name their values $1, $2, as the server does. The driver reads a
        statement with more than fifty %s again at each run: a third of the cost of an insert."""
        self.cursor_factory = RawCursor[TupleRow]


def listen(engine: Engine, *, patience: float = PATIENCE, numbered: bool = False) -> None:
    """Every connection of this engine is a Line (`numbered`: see there), and has begun a
    transaction before it is used, so one that the server closed meanwhile is found out. While the
    server is silent one caller in a while waits for it, the others are told at once."""
    silent_until = 0.0

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: Any, _record: Any, args: Any, named: Any) -> Line:
        nonlocal silent_until
        if monotonic() < silent_until:
            raise psycopg.OperationalError("the database said nothing a moment ago")
        try:
            line = Line.connect(*args, **named)
        except ConnectionTimeout:
            silent_until = monotonic() + NO_MORE
            raise
        line.patience = patience
        return line

    @event.listens_for(engine, "connect")  # SQLAlchemy has looked at the server by then
    def number(line: Line, _record: Any) -> None:
        if numbered:
            line.numbered()

    @event.listens_for(engine, "checkout")
    def begin(connection: Line, _record: Any, _fairy: Any) -> None:
        try:
            connection.begin()
        except psycopg.Error as silence:
            raise InvalidatePoolError from silence
