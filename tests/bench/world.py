"""A small city in a database of SAS: one life played through the real doors, then copied.

The copies that talk are sealed again for their own youth; the multitude behind is copied by the
database itself, and never opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Integer, String, Table, cast, insert, literal, select, text
from sqlmodel import SQLModel, col

from bot import migrations, referrals, runtime, settings
from bot.clock import CLOCK_FILE, FrozenClock, MovableClock, SystemClock
from bot.crypto import DataKey, SealBroken, digest
from bot.demo.stage import Stage, memory_gateways
from bot.holder import Holder
from bot.ids import new_id, token
from bot.models import (
    Address,
    Conversation,
    Flow,
    Handover,
    JournalEntry,
    Message,
    Referral,
    Timer,
    Youth,
)
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import Store
from tests.bench.place import HOST, Place
from tests.cast import Cast
from tests.ports import free_port

MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
"""Monday 9 March 2026, 10:00 in Paris."""

ACCOUNT, TOKEN = "AC" + "0" * 32, "a token of the benchmarks"
SMS_SENDER = "+33639981000"
LIFE = (Youth, Address, Conversation, Flow, Referral, Message, Timer, Handover, JournalEntry)
TABLES: tuple[Table, ...] = tuple(
    table
    for table in SQLModel.metadata.sorted_tables
    if table.name in {str(one.__tablename__) for one in LIFE}
)


class PlayedClock(FrozenClock):
    """SAS time moves when it is played; real time only as far as senders are waited for."""

    def advance(self, span: timedelta) -> None:
        """See FrozenClock."""
        self.at += span


Row = dict[str, Any]
Life = dict[str, list[Row]]


@dataclass(slots=True)
class World:
    """One database of SAS with its settings; `now` is SAS time there."""

    environment: dict[str, str]
    settings: Settings
    store: Store
    clock: PlayedClock
    made: int = 0
    lea: Life = field(default_factory=dict)

    @property
    def port(self) -> int:
        """Where its web listens."""
        return int(self.environment["PORT"])

    def live(self, span: timedelta) -> None:
        """Let SAS time pass through the real doors, carriers in memory."""
        gateways = memory_gateways(self.clock)
        holder = Holder(self.store)
        stage = Stage(self.store, self.clock, gateways, holder, lambda: None)
        stage.play(self.clock.now() + span)
        holder.release()
        self.lea = _life(self.store, _conversation(self.store))

    def talkers(self, count: int) -> list[str]:
        """That many copies of Léa's life up to now, each with a phone and a key of her own; returns
        the numbers."""
        phones = [f"+3363998{5000 + self.made + i:04d}" for i in range(count)]
        self.made += count
        rows: Life = {table.name: [] for table in TABLES}
        for phone in phones:
            for name, copied in _copy(self.store, self.lea, phone).items():
                rows[name].extend(copied)
        with self.store.transaction() as session:
            for table in TABLES:
                if rows[table.name]:
                    session.execute(insert(table), rows[table.name])
        return phones

    def multitude(self, count: int, later: timedelta = timedelta(days=60)) -> int:
        """That many more copies, made by the database, whose timers are due `later`; returns how
        many timers they have."""
        shared = _ids(self.lea)
        with self.store.transaction() as session:
            for table in TABLES:
                for row in self.lea[table.name]:
                    session.execute(_times(table, row, count, shared, later))
        self._settle()
        return self.timers() * count

    def _settle(self) -> None:
        """What the database itself does after so many new rows, within some minutes: not while
        something else is measured."""
        steps = ("ANALYZE",) if self.store.sqlite else ("VACUUM ANALYZE", "CHECKPOINT")
        with self.store.engine.connect() as connection:
            connection.connection.rollback()  # what it began when it was taken
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            for step in steps:
                alone.execute(text(step))

    def timers(self) -> int:
        """How many timers of Léa's life are set."""
        return sum(1 for row in self.lea["timer"] if row["state"] == "set")

    def show_time(self) -> None:
        """From now on the processes of this world live at its SAS time, which runs."""
        MovableClock(self.settings.state_dir / CLOCK_FILE).set(self.clock.now())

    def runtime(self) -> Runtime:
        """What a process of this world is made of, in this process."""
        return runtime.build(self.settings)


def make_world(place: Place, kind: str, *, name: str = "ours", **more: str) -> World:
    """A database of that kind with the current tables, a team of one tireless aiguilleur, and
    Léa, referred. `name`: one for each world of that kind; `more`: settings by their environment
    names."""
    port, name = free_port(), f"{name}_{kind.lower()}"
    environment = {
        "SAS_DEMO": "1",
        "SAS_DEMO_DATA": "0",
        "DATABASE_URL": place.database(kind, name),
        "SAS_STATE_DIR": str(place.folder / name),
        "PORT": str(port),
        "SAS_PUBLIC_URL": f"http://{HOST}:{port}",
        "SAS_DEBOUNCE_SECONDS": "0",
        "SAS_SENDER_RATE": "10000",
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "SAS_TWILIO_BASE_URL": f"http://{HOST}:1",
        "SAS_SMS_SENDER": SMS_SENDER,
        **more,
    }
    loaded = settings.load(environment)
    clock = PlayedClock(MONDAY)
    clock.real_at = SystemClock().real()
    built = runtime.build(loaded, clock=clock, gateways=memory_gateways(clock))
    migrations.upgrade(built.store.engine)
    world = World(environment, loaded, built.store, clock)
    _refer_lea(built.store)
    return world


def _refer_lea(store: Store) -> None:
    cast = Cast(store)
    cast.aiguilleur("Karim", max_new_per_day=1_000_000)
    given = referrals.read_referral(
        {"first_name": "Léa", "phone": "+33639980001", "informed": True, "say_from": "Mme Roux"},
        year=MONDAY.year,
        production=False,
    )
    referrals.refer(store, cast.mme_roux(), given)


# --- one life as rows


def _conversation(store: Store) -> str:
    with store.reading() as session:
        return session.scalars(select(col(Conversation.id)).order_by(col(Conversation.id))).first()  # type: ignore[return-value]


def _life(store: Store, conversation_id: str) -> Life:
    """Every row of one youth's life."""
    found: Life = {}
    with store.reading() as session:
        youth_id = session.scalar(
            select(col(Conversation.youth_id)).where(col(Conversation.id) == conversation_id)
        )
        for table in TABLES:
            if table.name == "youth":
                hers = table.c.id == youth_id
            elif table.name == "address":
                hers = table.c.youth_id == youth_id
            elif table.name == "conversation":
                hers = table.c.id == conversation_id
            else:
                hers = table.c.conversation_id == conversation_id
            found[table.name] = [
                dict(row) for row in session.execute(select(table).where(hers)).mappings()
            ]
    return found


def _ids(life: Life) -> set[str]:
    return {row["id"] for rows in life.values() for row in rows}


def _copy(store: Store, life: Life, phone: str) -> Life:
    """The same life of another youth: new ids, a key of her own, everything sealed again."""
    vault, youth = store.vault, life["youth"][0]
    wrapped = vault.new_key()
    keys = (vault.unwrap(youth["data_key"]), vault.unwrap(wrapped))
    ids = {one: new_id() for one in sorted(_ids(life))}
    copied: Life = {}
    for name, rows in life.items():
        copied[name] = [_renamed(row, ids) for row in rows]
        for old, new in zip(rows, copied[name], strict=True):
            _seal_again(old, new, keys, store.vault.common)
            new.update(_unique(name, old, phone, store))
    copied["youth"][0]["data_key"] = wrapped
    address = copied["address"][0]
    address["value_sealed"] = keys[1].seal(phone, f"{address['id']}.value")
    return copied


def _renamed(row: Row, ids: Mapping[str, str]) -> Row:
    return {
        name: ids.get(value, value) if isinstance(value, str) else value
        for name, value in row.items()
    }


def _seal_again(old: Row, new: Row, keys: tuple[DataKey, DataKey], common: DataKey) -> None:
    for name, sealed in old.items():
        if not name.endswith("_sealed") or sealed is None:
            continue
        what = name.removesuffix("_sealed")
        try:
            text, key = keys[0].open(sealed, f"{old['id']}.{what}"), keys[1]
        except SealBroken:
            text, key = common.open(sealed, f"{old['id']}.{what}"), common
        new[name] = key.seal(text, f"{new['id']}.{what}")


def _unique(table: str, row: Row, phone: str, store: Store) -> Row:
    """What may exist once only."""
    if table == "address":
        return {"value_index": store.vault.index(phone)}
    if table == "referral":
        return {"tracking_digest": digest(token()), "card_code": None}
    if table == "message" and row["provider_id"] is not None:
        return {"provider_id": new_id()}
    return {}


# --- a multitude, made by the database

NUMBERED = {"value_index", "tracking_digest", "provider_id"}


def _times(table: Table, row: Row, count: int, shared: set[str], later: timedelta) -> Any:
    """`count` copies of one row, whose ids end in their number."""
    first = select(literal(1, Integer).label("n")).cte("series", recursive=True)
    series = first.union_all(select(first.c.n + 1).where(first.c.n < count))
    number = literal("-", String) + cast(series.c.n, String)
    columns = []
    for column in table.columns:
        value = row[column.name]
        if column.name == "due" and value is not None:
            value += later
        if column.name == "card_code":
            value = None
        plain = literal(value, column.type)
        mapped = isinstance(value, str) and (value in shared or column.name in NUMBERED)
        columns.append(literal(value, String) + number if mapped else plain)
    return insert(table).from_select(
        [column.name for column in table.columns], select(*columns).select_from(series)
    )
