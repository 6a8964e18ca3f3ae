"""The short way to the database: what a webhook stores alone, together with others, or not."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import String, bindparam
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update

from bot import conversations
from bot.conversations import Inbound, Received
from bot.crypto import SealBroken
from bot.models import Message, Youth
from bot.store import Store
from tests.cast import LEA_PHONE, SAM_PHONE, SMS_SENDER, Cast

TOGETHER = 24  # more than one statement takes


def writes(store: Store, sid: str) -> Received:
    """Léa writes "oui"."""
    return conversations.receive(store, Inbound(sid, SMS_SENDER, "sms", LEA_PHONE, "oui"))


def stored(store: Store) -> list[str | None]:
    with store.reading() as session:
        return sorted(session.exec(select(Message.provider_id)).all())  # type: ignore[type-var]


def at_once(calls: list[Callable[[], Received]]) -> list[Received]:
    """Each in a thread of its own, all at the same instant."""
    ready, said = threading.Barrier(len(calls)), list[Received]()

    def run(call: Callable[[], Received]) -> None:
        ready.wait()
        said.append(call())

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


def test_texts_that_come_together_are_each_stored(store: Store, cast: Cast) -> None:
    cast.lea()
    sids = [f"SM{number:02d}" for number in range(TOGETHER)]
    said = at_once([lambda sid=sid: writes(store, sid) for sid in sids])  # type: ignore[misc]
    assert all(one.new for one in said)
    assert stored(store) == sids


def test_a_replay_among_them_takes_nobody_with_it(store: Store, cast: Cast) -> None:
    cast.lea()
    first = writes(store, "SM00")
    sids = [f"SM{number:02d}" for number in range(TOGETHER)]
    said = at_once([lambda sid=sid: writes(store, sid) for sid in [*sids, "SM00"]])  # type: ignore[misc]
    assert [one for one in said if not one.new] == [
        Received(first.message_id, first.conversation_id, new=False)
    ] * 2
    assert stored(store) == sids


def test_a_key_that_cannot_be_opened_takes_nobody_with_it(store: Store, cast: Cast) -> None:
    cast.lea()
    sam = cast.sam()
    with store.transaction() as session:
        session.get_one(Youth, sam.youth.id).data_key = b"1\0broken"

    def sam_writes() -> Received:
        with pytest.raises(SealBroken):
            conversations.receive(store, Inbound("SMsam", SMS_SENDER, "sms", SAM_PHONE, "oui"))
        return Received("", "", new=False)

    sids = [f"SM{number:02d}" for number in range(TOGETHER)]
    at_once([sam_writes, *(lambda sid=sid: writes(store, sid) for sid in sids)])  # type: ignore[misc]
    assert stored(store) == sids


def test_one_text_at_once_from_everywhere_is_one_row(store: Store, cast: Cast) -> None:
    cast.lea()
    said = at_once([lambda: writes(store, "SM00")] * TOGETHER)
    assert [one.new for one in said].count(True) == 1
    assert stored(store) == ["SM00"]


_STATE = (
    update(Message)
    .where(col(Message.id) == bindparam("text", ""))
    .values(why=bindparam("why", None, type_=String))
)
_CARRIER_ID = (
    update(Message)
    .where(col(Message.id) == bindparam("text", ""))
    .values(provider_id=bindparam("sid", None, type_=String))
)


def test_updates_are_kept_together_or_not_at_all(store: Store, cast: Cast) -> None:
    cast.lea()
    one, other = (writes(store, sid).message_id for sid in ("SM00", "SM01"))
    marked = (_STATE, {"text": one, "why": "kept"})
    with pytest.raises(IntegrityError):
        store.quick.update([marked, (_CARRIER_ID, {"text": one, "sid": "SM01"})])
    assert stored(store) == ["SM00", "SM01"]
    with store.reading() as session:
        assert session.get_one(Message, one).why is None
    store.quick.update([marked, (_CARRIER_ID, {"text": other, "sid": "SM02"})])
    assert stored(store) == ["SM00", "SM02"]
    with store.reading() as session:
        assert session.get_one(Message, one).why == "kept"


@pytest.mark.postgres
def test_a_server_that_cut_every_line_is_asked_again(store: Store, cast: Cast) -> None:
    if store.sqlite:
        pytest.skip("SQLite is a file: nobody cuts it")
    cast.lea()
    at_once([lambda sid=sid: writes(store, sid) for sid in ("SM00", "SM01", "SM02")])  # type: ignore[misc]
    with store.transaction() as session:
        session.connection().exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert writes(store, "SM03").new
    assert stored(store) == ["SM00", "SM01", "SM02", "SM03"]
    store.engine.dispose()  # what was cut and is still idle is not for the next test
