"""The demo's city, lived through the real doors. The whole of it takes many seconds: seven of its
youths are lived here, and all of them are read as they are planned in test_demo_plan."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import SQLModel, col, select

from bot import demo, ledger
from bot.demo.personas import PARTS
from bot.models import Address, Aiguilleur, Flow, Handover, Message, Relay, Youth
from bot.store import Store, unseal, youth_key
from tests.web.runtime import runtime_of

FICTION = re.compile(r"\+3363998\d{4}")
LIVED = ("Manon", "Élodie", "Rayan", "Louise", "Myriam", "Léa", "Camille")
PLANNED = {
    ("address", "no_whatsapp_until"),
    ("handover", "due"),
    ("handover", "deferred_until"),
    ("handover", "next_alert_at"),
    ("message", "not_before"),
    ("message", "retry_real"),
    ("message", "next_look_real"),
    ("referral", "first_attempt_at"),
    ("relay", "appointment_at"),
    ("senderstate", "next_slot_real"),
    ("senderstate", "open_until_real"),
    ("signinlink", "expires_real"),
    ("lease", "until_real"),
    ("timer", "due"),
    ("youth", "paused_until"),
}
"""Columns that say what will be; every other date is of something that has happened."""

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def lived(store: Store) -> Store:
    """A city of seven, of every kind of end."""
    store.settings = replace(store.settings, demo=True, demo_data=True)
    parts = [part for part in PARTS if part.name in LIVED]
    demo.seed(runtime_of(store), parts)
    return store


def test_lives_are_at_every_stage_and_nothing_is_of_tomorrow(lived: Store) -> None:
    with lived.reading() as session:
        flows = session.exec(select(Flow.state).where(Flow.kind == "contact")).all()
        relays = session.exec(select(Relay.status)).all()
        staff = session.exec(select(Aiguilleur.name).where(col(Aiguilleur.active))).all()
        sent = Counter(session.exec(select(Message.author)).all())
        waiting = session.exec(
            select(Handover.opened_at).where(
                Handover.kind == "asked_human", col(Handover.closed_at).is_(None)
            )
        ).all()
    assert sorted(flows) == sorted(
        ["in_relay", "with_human", "opted_out", "closed", "with_human", "asked", "with_human"]
    )
    assert relays == ["taken_in_charge"]
    assert sorted(staff) == ["Inès", "Karim", "Thomas"]
    assert [lived.clock.now() - at < timedelta(hours=1) for at in waiting] == [True], "Camille"
    assert min(sent[one] for one in ("bot", "system", "aiguilleur", "youth")) > 0
    assert ledger.check(lived).broken == ()
    assert numbers(lived) and all(FICTION.fullmatch(one) for one in numbers(lived))
    assert of_tomorrow(lived, lived.clock.now()) == []
    assert of_tomorrow(lived, lived.clock.now() - timedelta(days=1)) != [], "the control"
    demo.seed(runtime_of(lived))  # once only
    with lived.reading() as session:
        assert len(session.exec(select(Youth)).all()) == len(LIVED)


def numbers(store: Store) -> list[str]:
    """Every number there is, opened."""
    with store.reading() as session:
        pairs = session.exec(
            select(Address, Youth).join(Youth, col(Youth.id) == col(Address.youth_id))
        ).all()
        return [
            unseal(youth_key(store.vault, youth), one.value_sealed, one.id, "value")
            for one, youth in pairs
        ]


def of_tomorrow(store: Store, now: datetime) -> list[tuple[str, str, datetime]]:
    """(table, column, date) of what has not happened yet and should have."""
    real = store.clock.real()
    with store.reading() as session:
        return [
            (table.name, name, value)
            for table in SQLModel.metadata.sorted_tables
            for row in session.connection().execute(table.select()).mappings()
            for name, value in row.items()
            if isinstance(value, datetime) and (table.name, name) not in PLANNED
            if value > (real if name.endswith("_real") else now)
        ]
