"""A sign of life that the system itself ends with the process: who claimed a text may still post it
while it lives, however long it stops; once it is dead, never (DESIGN section 2, Uncertain sends).

SQLite: a locked file in the state folder. PostgreSQL: a session advisory lock on a connection of
its own. Age is never asked.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Select, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.ids import new_id
from bot.quick import Given, Ready, ready
from bot.store import Store

_SESSION = func.pg_backend_pid()
"""Our lock lives as long as the session that took it, which alone can unlock it: that it answers is
the sign. A pooler that gives each statement another session is found out."""
_ANYBODYS = text(
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND classid = CAST(:high AS bigint)::oid AND objid = CAST(:low AS bigint)::oid"
)


Question = Select[*tuple[Any, ...]]
Found = tuple[Any, ...] | None
_NOTHING: Question = select()


class _Sign(Protocol):
    def held(self) -> bool: ...

    def look(self, query: Question, given: Given) -> Found: ...

    def release(self) -> None: ...


class Holder:
    """This process as a holder of claims. One per process, made after any fork."""

    def __init__(self, store: Store) -> None:
        self.id = new_id()
        self._in_hand: set[str] = set()
        self._let_go: dict[str, bool] = {}
        self._guard = threading.Lock()
        self._sign: _Sign = (
            _LockedFile(store, _file(store.settings.state_dir, self.id))
            if store.sqlite
            else _AdvisoryLock(store, self.id)
        )

    def check(self) -> bool:
        """Is the sign of life still up? Asked just before each call. When it was lost (a database
        that restarted) it is raised again for the next claims, and False is returned."""
        return self._sign.held()

    def look(self, query: Question, given: Given) -> Found:
        """`check`, and the first row of `query` with it; None when there is none, or the sign was
        lost. On PostgreSQL both are one question, on the connection that is the sign."""
        return self._sign.look(query, given)

    def release(self) -> None:
        """End the sign: whatever is still claimed is now looked into by others."""
        self._sign.release()

    def take(self, message_id: str) -> None:
        """This process has that text in hand now."""
        with self._guard:
            self._in_hand.add(message_id)

    def done(self, message_id: str) -> None:
        """What became of it is recorded."""
        with self._guard:
            self._in_hand.discard(message_id)

    def let_go(self, message_id: str, *, called: bool = True) -> None:
        """It left our hand without a record of what became of it. `called` False: no call began,
        and whether it was in our hand at all is not sure either."""
        with self._guard:
            if called or message_id in self._in_hand:
                self._let_go[message_id] = called
            self._in_hand.discard(message_id)

    def owned_up(self) -> dict[str, bool]:
        """What was let go, and whether a call began; the caller marks it, then calls `forgiven`."""
        with self._guard:
            return dict(self._let_go)

    def forgiven(self, message_ids: Iterable[str]) -> None:
        """Those are marked now."""
        with self._guard:
            for one in message_ids:
                self._let_go.pop(one, None)


def alive(store: Store, holder_id: str) -> bool:
    """Does the process that claimed under this id still live?"""
    if store.sqlite:
        return _file_locked(_file(store.settings.state_dir, holder_id))
    with store.reading() as session:
        return session.execute(_ANYBODYS, _halves(holder_id)).first() is not None


# --- SQLite: the system drops the lock of a file with the process


def _file(state_dir: Path, holder_id: str) -> Path:
    return state_dir / "holders" / holder_id


class _LockedFile:
    def __init__(self, store: Store, path: Path) -> None:
        self._store = store
        self._path = path
        self._fd = -1
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep_dead(path.parent)
        self._lock()

    def held(self) -> bool:
        if self._linked():
            return True
        self._lock()
        return False

    def look(self, query: Question, given: Given) -> Found:
        row = self._store.quick.first(query, given)
        return row if self.held() else None

    def release(self) -> None:
        if self._fd >= 0:
            self._path.unlink(missing_ok=True)
            os.close(self._fd)
            self._fd = -1

    def _lock(self) -> None:
        """Another process may sweep the file away between its making and its locking."""
        while not self._linked():
            if self._fd >= 0:
                os.close(self._fd)
            self._fd = os.open(self._path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            fcntl.flock(self._fd, fcntl.LOCK_EX)

    def _linked(self) -> bool:
        if self._fd < 0:
            return False
        try:
            return self._path.stat().st_ino == os.fstat(self._fd).st_ino
        except FileNotFoundError:
            return False


def _file_locked(path: Path) -> bool:
    try:
        fd = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(fd)
    return False


def _sweep_dead(folder: Path) -> None:
    """Files of processes that were killed; harmless, but they would pile up."""
    for path in folder.iterdir():
        if not _file_locked(path):
            path.unlink(missing_ok=True)


# --- PostgreSQL: the server drops the lock with the session


class _AdvisoryLock:
    def __init__(self, store: Store, holder_id: str) -> None:
        self._store = store
        self._halves = _halves(holder_id)
        self._guard = threading.Lock()
        self._line: Any = None
        self._session = 0
        self._asks: dict[Question, Ready] = {}
        self._raise_sign()

    def held(self) -> bool:
        return self._asked(_NOTHING, {}) is not None

    def look(self, query: Question, given: Given) -> Found:
        return self._asked(query, given)

    def _asked(self, query: Question, given: Given) -> Found:
        """The row of a query, when the session that answers is the one that has our lock. When it
        is not, or the connection is lost, the sign is raised again."""
        with self._guard:
            if self._line is not None:
                try:
                    row = self._first(query, given)
                    if row is None or row[-1] == self._session:
                        return row
                except self._failures():
                    pass
            self._drop()
            self._raise_sign()
            return None

    def _first(self, query: Question, given: Given) -> Found:
        """By the driver alone: it is asked before each call to the carrier."""
        asked = self._asks.get(query)
        if asked is None:
            whole = query.add_columns(_SESSION)
            asked = self._asks[query] = ready(whole, self._store.quick.engine.dialect)
        row: Found = self._line.execute(asked.sql, asked.values(given)).fetchone()
        return row

    def _failures(self) -> type[Exception]:
        failures: type[Exception] = self._store.engine.dialect.loaded_dbapi.Error
        return failures

    def release(self) -> None:
        with self._guard:
            if self._line is not None:
                # Said before we leave: the server takes an instant to notice a closed session.
                with suppress(self._failures()):
                    self._line.execute("SELECT pg_advisory_unlock_all()")
            self._drop()

    def _raise_sign(self) -> None:
        line = None
        key = self._halves["high"] << 32 | self._halves["low"]
        key -= (key >> 63) << 64  # the same 64 bits, signed
        try:
            line = self._own_line()
            locked = line.execute("SELECT pg_backend_pid(), pg_advisory_lock($1)", (key,))
            self._session = locked.fetchone()[0]
        except BaseException as failure:
            if line is not None:  # detached: nobody else would close it
                with suppress(self._failures()):
                    line.close()
            if not isinstance(failure, (SQLAlchemyError, self._failures())):
                raise
            return
        self._line = line

    def _own_line(self) -> Any:
        """A connection that never goes back to the pool: the lock is the connection's."""
        pooled = self._store.engine.raw_connection()
        line: Any = pooled.driver_connection
        pooled.detach()
        line.rollback()
        line.autocommit = True
        line.numbered()
        return line

    def _drop(self) -> None:
        if self._line is not None:
            with suppress(self._failures()):
                self._line.close()
            self._line = None


def _halves(holder_id: str) -> dict[str, int]:
    raw = int.from_bytes(hashlib.sha256(holder_id.encode()).digest()[:8], "big")
    return {"high": raw >> 32, "low": raw & 0xFFFFFFFF}
