"""Erased means erased: words planted in every door are found nowhere afterwards, in clear or under
her key; her STOP, the books and the counts stay."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import LargeBinary
from sqlmodel import SQLModel, select

from bot import conversations, erasure, ledger, outbox, referrals, relays, retention
from bot.clock import FrozenClock
from bot.conversations import Inbound, NotAllowed
from bot.crypto import DataKey, SealBroken
from bot.demo.stage import memory_gateways
from bot.holder import Holder
from bot.inbox import acts
from bot.models import (
    Address,
    Conversation,
    Counter,
    Handover,
    JournalEntry,
    Message,
    Referral,
    Relay,
    Suppression,
    Timer,
    Youth,
)
from bot.store import Gone, Store, lock_conversation, youth_key
from flows.effects import Priority, TaskKind
from flows.events import Outcome, Referred
from flows.snapshot import FlowKind
from tests.cast import LEA_PHONE, SMS_SENDER, Cast, Person
from tests.inbox import task

PLANTED = (
    "Zephirine", "639984217", "639984219", "Zibeline", "quincaillerie", "hippocampe",
    "ornithorynque", "turquoise", "sarbacane", "vermillon", "mirabelle", "perlimpinpin",
    "anaconda", "brouillon-lilas", "diagnostic-ocre",
)  # fmt: skip
PHONE, ADULT = "+33639984217", "+33639984219"


@pytest.fixture
def holder(store: Store) -> Iterator[Holder]:
    made = Holder(store)
    yield made
    made.release()


def planted(cast: Cast, store: Store) -> tuple[str, DataKey, str]:
    """A whole life, each word of it rare: her conversation, her key, the relay's link."""
    karim = cast.karim().id
    given = referrals.read_referral(
        {
            "first_name": "Zephirine",
            "phone": PHONE,
            "informed": True,
            "birth_year": 2006,
            "say_from": "Zibeline",
            "reason": "quincaillerie",
            "note": "hippocampe",
            "reference": "perlimpinpin",
            "trusted_adult": {"name": "anaconda", "phone": ADULT},
            "commune": "13004",
        },
        year=2026,
        production=False,
    )
    receipt = referrals.refer(store, cast.mme_roux(), given, idempotency_key="once")
    with store.reading() as session:
        referral = session.get_one(Referral, receipt.referral_id)
        talk = referral.conversation_id or ""
        youth = session.get_one(Youth, referral.youth_id)
    key = youth_key(store.vault, youth)
    inbound = Inbound("SM1", SMS_SENDER, "sms", PHONE, "oui, mon ornithorynque")
    conversations.receive(store, inbound)
    conversations.take_turn(store, talk)
    conversations.reply(store, talk, karim, "Un cerf-volant turquoise", confirm=True)
    conversations.add_note(store, talk, karim, "sarbacane")
    conversations.save_draft(store, talk, karim, "brouillon-lilas")
    conversations.recognise(store, talk, karim)
    _diagnosis(store, talk, karim)
    service = cast.service()
    relay = relays.propose(store, talk, karim, service.id, ["phone", "need"], need="vermillon")
    relays.consent(store, relay, karim, True, "mirabelle")
    with store.reading() as session:
        row = session.get_one(Relay, relay)
    assert row.token_sealed is not None
    return talk, key, store.vault.common.open(row.token_sealed, f"{relay}.token")


def _diagnosis(store: Store, talk: str, by: str) -> None:
    acts.write_diagnosis(
        store, talk, by, needs=["health"], brakes=[], levers=[], excerpts=[], free="diagnostic-ocre"
    )


def found(store: Store, key: DataKey) -> set[tuple[str, str]]:
    """(table, word) for each planted word in any column of any row, in clear, under her key or
    under the common key."""
    leaks = set()
    with store.reading() as session:
        for table in SQLModel.metadata.sorted_tables:
            sealed = [one.name for one in table.columns if isinstance(one.type, LargeBinary)]
            for row in session.connection().execute(table.select()).mappings():
                texts = [str(value) for value in row.values()]
                texts += _opened(store, key, dict(row), sealed)
                leaks |= {(table.name, word) for word in PLANTED for text in texts if word in text}
    return leaks


def _opened(store: Store, key: DataKey, row: dict[str, Any], sealed: list[str]) -> list[str]:
    texts = []
    for name in sealed:
        field = {"body_sealed": "body"}.get(name, name.removesuffix("_sealed"))
        for one in (key, store.vault.common):
            for owner in (row.get("id"), row.get("conversation_id")):
                for what in (field, "draft"):
                    try:
                        texts.append(one.open(row[name] or b"", f"{owner}.{what}"))
                    except (SealBroken, ValueError):
                        continue
    return texts


def test_nothing_of_her_is_left_in_clear_or_under_her_key(cast: Cast, store: Store) -> None:
    talk, key, _ = planted(cast, store)
    assert {word for _, word in found(store, key)} == set(PLANTED), "the canary sings"
    rows = erasure.erase(store, talk, cast.karim().id)
    assert rows["messages"] >= 3 and rows["notes"] == 1 and rows["relays"] == 1
    assert found(store, key) == set()
    index = store.vault.index(PHONE)
    with store.reading() as session:
        assert session.exec(select(Address).where(Address.value_index == index)).all() == []


def test_no_byte_of_her_key_is_left_in_the_file(cast: Cast, store: Store) -> None:
    """SQLite: what was deleted is zeroed, once its journal is taken over."""
    if not store.sqlite:
        pytest.skip("PostgreSQL keeps dead rows until VACUUM")
    lea = cast.lea()
    wrapped, file = lea.youth.data_key, Path(str(store.engine.url.database))
    assert wrapped is not None
    _checkpoint(store)
    assert wrapped in file.read_bytes()
    erasure.erase(store, lea.conversation.id, "system")
    _checkpoint(store)
    assert wrapped not in file.read_bytes()


def _checkpoint(store: Store) -> None:
    store.engine.dispose()
    connection = sqlite3.connect(str(store.engine.url.database))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_every_sealed_column_of_a_youth_is_on_the_list() -> None:
    """A new sealed column of these tables that erasure does not know fails here."""
    for part in erasure.PARTS:
        columns = part.table.__table__.columns  # type: ignore[attr-defined]
        sealed = {one.name for one in columns if isinstance(one.type, LargeBinary)}
        assert sealed <= set(part.empty), part.name
    hers = {one.name for one in Youth.__table__.columns if isinstance(one.type, LargeBinary)}  # type: ignore[attr-defined]
    assert hers <= set(erasure.HER_ROW)
    known = {part.table.__tablename__ for part in erasure.PARTS} | {"youth"}
    of_nobody = {"aiguilleur", "prescriber", "structure"}
    for table in SQLModel.metadata.sorted_tables:
        if any(isinstance(one.type, LargeBinary) for one in table.columns):
            assert table.name in known | of_nobody, table.name


def test_what_stays_is_closed_and_holds_no_promise(cast: Cast, store: Store) -> None:
    talk, _, _ = planted(cast, store)
    karim = cast.karim().id
    erasure.erase(store, talk, karim)
    with store.reading() as session:
        conversation = session.get_one(Conversation, talk)
        assert (conversation.speaker, conversation.outcome) == ("nobody", Outcome.ERASED)
        assert session.exec(select(Timer).where(Timer.state == "set")).all() == []
        assert session.exec(select(Handover).where(Handover.closed_at.is_(None))).all() == []  # type: ignore[union-attr]
        assert session.exec(select(Message).where(Message.state == "queued")).all() == []
        assert session.exec(select(Counter.value).where(Counter.name == "erased")).all() == [1]
        entry = session.exec(select(JournalEntry).where(JournalEntry.code == "erased")).one()
        assert entry.who == karim
        assert session.exec(select(Referral.status)).all() == ["closed"]
    assert ledger.check(store).broken == ()


def test_twice_is_once(cast: Cast, store: Store) -> None:
    talk, key, _ = planted(cast, store)
    erasure.erase(store, talk, "clock")
    with store.reading() as session:
        before = session.exec(select(Youth)).one()
    erasure.erase(store, talk, "clock")
    with store.reading() as session:
        assert session.exec(select(Youth)).one() == before
        assert session.exec(select(Counter.value).where(Counter.name == "erased")).all() == [1]
    assert found(store, key) == set()


def test_nothing_passes_erased_at_the_gate(cast: Cast, store: Store, holder: Holder) -> None:
    """A text that was decided before, and one that a bug would queue after."""
    lea = cast.lea()
    cast.message(lea)
    erasure.erase(store, lea.conversation.id, "system")
    late = cast.message(lea, "Bonjour Léa", body_sealed=None)
    gateways = memory_gateways(store.clock)  # type: ignore[arg-type]
    outbox.deliver(store, gateways, late.id, holder, conversations.Report(store))
    assert (cast.fresh(late).state, cast.fresh(late).why) == ("refused", "erased")
    assert gateways.texts.sent == []  # type: ignore[union-attr]
    with store.reading() as session:
        states = session.exec(select(Message.state).where(Message.id != late.id)).all()
    assert states == ["cancelled"]


def writes(store: Store, text: str, number: int = 1) -> Person:
    """Somebody writes from Léa's number; (youth, address, conversation) found for it."""
    got = conversations.receive(
        store, Inbound(f"SM{number:032d}", SMS_SENDER, "sms", LEA_PHONE, text)
    )
    conversations.take_turn(store, got.conversation_id)
    with store.reading() as session:
        talk = session.get_one(Conversation, got.conversation_id)
        youth = session.get_one(Youth, talk.youth_id)
        address = session.exec(select(Address).where(Address.youth_id == youth.id)).one()
    return Person(youth, address, talk)


def test_who_writes_from_her_number_is_a_stranger_and_danger_is_heard(
    cast: Cast, store: Store
) -> None:
    lea = cast.lea()
    erasure.erase(store, lea.conversation.id, "system")
    stranger = writes(store, "je veux mourir")
    assert stranger.youth.id != lea.youth.id and not stranger.youth.known
    assert TaskKind.DANGER in cast.tasks(stranger)
    assert cast.tasks(lea) == []


def test_her_stop_outlives_her(cast: Cast, store: Store, holder: Holder) -> None:
    lea = cast.lea()
    writes(store, "STOP")
    erasure.erase(store, lea.conversation.id, "system")
    with store.reading() as session:
        assert session.get(Suppression, store.vault.index(LEA_PHONE)) is not None
    gateways = memory_gateways(store.clock)  # type: ignore[arg-type]
    stranger = writes(store, "bonjour", 2)
    outbox.send_due(store, gateways, holder, conversations.Report(store), limit=50)
    assert gateways.texts.sent == []  # type: ignore[union-attr]
    assert cast.tasks(stranger) != [], "a human sees it"
    given = referrals.read_referral(
        {"first_name": "Léa", "phone": LEA_PHONE, "informed": True}, year=2026, production=False
    )
    made = referrals.refer(store, cast.mme_roux(), given)
    assert made.referral_id


@pytest.mark.parametrize(
    ("kind", "code"), [(TaskKind.DANGER, "danger"), (TaskKind.MINOR_REPORT, "report")]
)
def test_a_file_that_must_not_go_yet_is_not_erased_silently(
    cast: Cast, store: Store, kind: TaskKind, code: str
) -> None:
    lea = cast.lea()
    task(cast, lea, kind, Priority.DANGER)
    with pytest.raises(NotAllowed) as held:
        erasure.erase(store, lea.conversation.id, "system")
    assert held.value.code == code
    assert cast.fresh(lea.youth).data_key is not None
    assert erasure.counts(store, lea.conversation.id)[1] == [code]


def test_a_text_not_read_yet_is_read_first(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    cast.wrote(lea)
    with pytest.raises(NotAllowed):
        erasure.erase(store, lea.conversation.id, "system")


def test_a_machine_set_apart_does_not_keep_her(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    cast.change(lea.flow, broken="unknown_state:x", memory={"need": "x"})
    erasure.erase(store, lea.conversation.id, "system")
    assert cast.fresh(lea.conversation).outcome == Outcome.ERASED
    assert cast.fresh(lea.flow).memory == {}


def test_the_prescriber_reads_closed_and_nothing_of_her(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    assert lea.referral is not None and lea.referral.token_sealed is not None
    secret = store.vault.common.open(lea.referral.token_sealed, f"{lea.referral.id}.token")
    erasure.erase(store, lea.conversation.id, "system")
    shown = referrals.follow(store, secret)
    assert (shown.progress.status, shown.may_write, shown.may_inform) == ("closed", False, False)
    assert referrals.progress(store, cast.mme_roux(), lea.referral.id).status == "closed"
    for act in (
        lambda: referrals.write_to_us(store, secret, "Et alors ?"),
        lambda: referrals.number_given(store, secret, "06 39 98 12 99"),
        lambda: referrals.inform(store, secret),
    ):
        with pytest.raises(Gone):
            act()


def test_the_structure_reads_that_it_is_over(cast: Cast, store: Store) -> None:
    talk, _, secret = planted(cast, store)
    erasure.erase(store, talk, "system")
    page = relays.open_link(store, secret)
    assert (page.stage, page.packet, page.first_name) == ("over", (), "")


def test_an_unknown_conversation_is_gone(store: Store) -> None:
    with pytest.raises(Gone):
        erasure.erase(store, "nothing", "system")


def test_all_her_conversations_go(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    cast.change(lea.conversation, closed_at=store.clock.now(), outcome="own_solution")
    with store.transaction() as session:
        youth = session.get_one(Youth, lea.youth.id)
        second = conversations.open_conversation(session, store, youth)
        conversations.begin(
            session, store, second, FlowKind.CONTACT, "", Referred(True), "prescriber"
        )
    erasure.erase(store, lea.conversation.id, "system")
    with store.transaction() as session:
        for one in (lea.conversation.id, second.id):
            assert lock_conversation(session, one).outcome == Outcome.ERASED


def test_old_texts_lose_their_words_and_the_file_stays(
    cast: Cast, store: Store, clock: FrozenClock
) -> None:
    lea = cast.lea()
    old = cast.message(lea, state="accepted")
    queued = cast.message(lea)
    clock.advance(timedelta(days=200))
    new = cast.message(lea, state="accepted")
    with store.transaction() as session:
        limit = retention.months_before(clock.now(), 6)
        assert erasure.blank_old_texts(session, [lea.youth.id], limit) == 1
    assert cast.fresh(old).body_sealed is None
    assert None not in (cast.fresh(new).body_sealed, cast.fresh(queued).body_sealed)
    assert cast.fresh(lea.youth).data_key is not None
    assert json.dumps(cast.said(lea)).count("Bonjour") == 2
