"""What tests of referrals share: Mme Roux refers Léa, and what the database then holds."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from bot import referrals
from bot.models import Flow, Handover, Prescriber
from bot.referrals import Receipt
from bot.store import Store
from tests.cast import Cast

GIVEN: dict[str, Any] = {
    "first_name": "Léa",
    "phone": "06 39 98 00 01",
    "informed": True,
    "birth_year": 2007,
    "say_from": "Mme Roux",
    "best_time": "noon",
}


def refer(store: Store, by: Prescriber, key: str | None = None, **changes: Any) -> Receipt:
    """Refer Léa, with those changes."""
    given = {name: value for name, value in {**GIVEN, **changes}.items() if value is not None}
    read = referrals.read_referral(given, year=store.clock.now().year, production=False)
    return referrals.refer(store, by, read, idempotency_key=key)


def rows(store: Store, model: Any) -> list[Any]:
    """All rows of a table, oldest first."""
    with store.reading() as session:
        return list(session.exec(select(model).order_by(model.id)).all())


def contact(store: Store) -> list[Flow]:
    return [flow for flow in rows(store, Flow) if flow.kind == "contact"]


def tasks(store: Store) -> list[str]:
    return [task.kind for task in rows(store, Handover) if task.closed_at is None]


@pytest.fixture
def roux(cast: Cast) -> Prescriber:
    """Mme Roux, with Karim there to answer."""
    cast.karim()
    return cast.mme_roux()
