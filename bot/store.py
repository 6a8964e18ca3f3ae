"""The database: engine, transaction(), after_commit(), load-and-lock, sealing.

Every change of SAS is one `with store.transaction() as session`; no network call inside it. SQLite
takes the write lock at once (BEGIN IMMEDIATE); PostgreSQL locks the conversation's row.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, bindparam, create_engine, event
from sqlalchemy.pool import NullPool
from sqlmodel import Session, select

from bot.clock import Clock
from bot.crypto import DataKey, SealBroken, Vault
from bot.models import Conversation, Message, Youth
from bot.quick import Quick
from bot.settings import Settings
from bot.together import Together

log = logging.getLogger("sas.store")

Wake = Callable[[str, str], None]
"""Pokes the workers after a commit: ("turn", conversation id) or ("send", message id).
Only a hint: what is lost is found again by the clock."""

Asked = TypeVar("Asked")
Told = TypeVar("Told")
Act: TypeAlias = Callable[["Store", Sequence[Asked]], Sequence[Told]]
"""Answers several callers at once; see bot.together."""

MOST_TOGETHER = 16  # callers, so rows of one statement


def no_wake(kind: str, subject_id: str) -> None:
    """Nobody to poke: the clock will find it."""


class Gone(Exception):
    """A row that the caller named does not exist (or belongs to another team)."""


class Store:
    """The database with what every change needs beside it: time, keys, settings, the poke."""

    def __init__(
        self, engine: Engine, clock: Clock, vault: Vault, settings: Settings, wake: Wake = no_wake
    ) -> None:
        self.engine = engine
        self.clock = clock
        self.vault = vault
        self.settings = settings
        self.wake = wake
        self.quick = _quick(engine)
        self._together: dict[Act[Any, Any], Together[Any, Any]] = {}
        self._reader = engine.execution_options(sas_reads=True)

    @property
    def sqlite(self) -> bool:
        """SQLite or PostgreSQL underneath?"""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One change: commits at the end, rolls back on any exception, then runs what was
        registered by `after_commit`."""
        with Session(self.engine, expire_on_commit=False) as session:
            session.info["after"] = []
            yield session
            session.commit()
            after = session.info["after"]
        for call in after:
            _harmless(call)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A read of one consistent state; nothing is written."""
        with Session(self._reader, expire_on_commit=False) as session:
            yield session

    def together(self, act: Act[Asked, Told], asked: Asked) -> Told:
        """What `act` says to that, asked together with what other threads ask it now."""
        shared = self._together.get(act)
        if shared is None:
            made: Together[Any, Any] = Together(partial(act, self), MOST_TOGETHER)
            shared = self._together.setdefault(act, made)
        told: Told = shared.ask(asked)
        return told

    def wake_after(self, session: Session, kind: str, subject_id: str) -> None:
        """Poke the workers once this session has committed."""
        after_commit(session, lambda: self.wake(kind, subject_id))

    def wake_now(self, kind: str, subject_id: str) -> None:
        """Poke the workers about what has been committed already. Never raises."""
        _harmless(lambda: self.wake(kind, subject_id))


def _harmless(call: Callable[[], None]) -> None:
    try:
        call()
    except Exception:
        log.exception("after_commit_failed")


def after_commit(session: Session, call: Callable[[], None]) -> None:
    """Run `call` once the transaction of this session has committed; never when it rolls back."""
    session.info["after"].append(call)


_LOCK = (
    select(Conversation)
    .where(Conversation.id == bindparam("conversation"))
    .with_for_update(key_share=True)  # a webhook that inserts a text must not wait for a turn
    .execution_options(populate_existing=True)
)


def lock_conversation(session: Session, conversation_id: str) -> Conversation:
    """The conversation, locked until the end of the transaction. Raises Gone."""
    found = session.scalars(_LOCK, {"conversation": conversation_id}).first()
    if found is None:
        raise Gone(conversation_id)
    return found


# --- sealing: the row (table, id, field) is the associated data


def youth_key(vault: Vault, youth: Youth) -> DataKey:
    """Her data key. Raises SealBroken after erasure."""
    if youth.data_key is None:
        raise SealBroken("erased")
    return vault.unwrap(youth.data_key)


def seal(key: DataKey, text: str | None, row_id: str, field: str) -> bytes | None:
    """Seal a personal text for that row and field; None and "" stay None."""
    return key.seal(text, f"{row_id}.{field}") if text else None


def unseal(key: DataKey, sealed: bytes | None, row_id: str, field: str) -> str:
    """The text back, "" when there is none. Raises SealBroken."""
    return key.open(sealed, f"{row_id}.{field}") if sealed else ""


def first_name(vault: Vault, youth: Youth) -> str:
    """Her first name, "" when unknown or erased."""
    if youth.data_key is None:
        return ""
    return unseal(youth_key(vault, youth), youth.first_name_sealed, youth.id, "first_name")


def body(vault: Vault, message: Message, youth: Youth | None) -> str:
    """A message's text, "" when it was erased or has gone with its age."""
    if message.body_sealed is None or (youth is not None and youth.data_key is None):
        return ""
    key = youth_key(vault, youth) if youth is not None else vault.common
    return unseal(key, message.body_sealed, message.id, "body")


# --- engines


def make_engine(url: str, *, pool_size: int = 10, quick: bool = False) -> Engine:
    """An engine with the settings of DESIGN section 4 for the dialect of `url`; `quick`: as Quick
    wants it, which keeps its lines itself and whose first statement is its ping."""
    pool: dict[str, Any] = {"pool_size": pool_size, "max_overflow": pool_size}
    if url.startswith("sqlite"):
        return _sqlite(url, {"poolclass": NullPool} if quick else pool)
    postgres = import_module("bot.postgres")  # with its driver: 5 MB too much for SQLite
    of_quick = {
        "poolclass": NullPool,
        "isolation_level": "AUTOCOMMIT",
        "paramstyle": "numeric_dollar",
    }
    engine = create_engine(
        url,
        hide_parameters=True,  # errors and logs never show a value
        **(of_quick if quick else {**pool, "pool_timeout": 5}),
        connect_args=postgres.CONNECT_ARGS,
    )
    patience = postgres.WEBHOOK if quick else postgres.PATIENCE
    postgres.listen(engine, patience=patience, numbered=quick)
    return engine


def _sqlite(url: str, pool: dict[str, Any]) -> Engine:
    Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        hide_parameters=True,
        **pool,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 10},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        # secure_delete: an erased key leaves no bytes in the file (the default of most builds).
        # cache_size: half a megabyte, since each thread of each process has a connection.
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "cache_size=-500",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("PRAGMA busy_timeout=10000")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("sas_reads")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


_QUICK: WeakKeyDictionary[Engine, Quick] = WeakKeyDictionary()


def _quick(engine: Engine) -> Quick:
    """The short way to the database of `engine`: one for all its stores, let go with it."""
    found = _QUICK.get(engine)
    if found is None:
        url = engine.url.render_as_string(hide_password=False)
        found = _QUICK[engine] = quick = Quick(make_engine(url, quick=True))
        event.listen(engine, "engine_disposed", lambda _engine: quick.close())
    return found
