"""Referrals in the same instant: one youth, one first text, one answer per key."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlmodel import select

from bot import referrals
from bot.models import Address, Conversation, Handover, Prescriber, Referral, Timer, Youth
from bot.referrals import Receipt
from bot.store import Store
from tests.cast import Cast

GIVEN = {"first_name": "Léa", "phone": "06 39 98 00 01", "informed": True}


def count(store: Store, model: Any, *where: Any) -> int:
    with store.reading() as session:
        return len(session.exec(select(model).where(*where)).all())


def all_at_once(
    store: Store, by: Prescriber, keys: list[str | None], given: dict[str, Any] = GIVEN
) -> list[Receipt]:
    read = referrals.read_referral(given, year=2026, production=False)

    def one(key: str | None) -> Receipt:
        return referrals.refer(store, by, read, idempotency_key=key)

    with ThreadPoolExecutor(len(keys)) as pool:
        return list(pool.map(one, keys))


def test_one_number_referred_by_four_in_the_same_instant_is_one_youth(
    store: Store, cast: Cast
) -> None:
    cast.karim()
    receipts = all_at_once(store, cast.mme_roux(), [None] * 4)
    assert len({one.referral_id for one in receipts}) == 4
    assert len({str(one.answer["first_attempt_at"]) for one in receipts}) == 1
    assert count(store, Youth) == count(store, Conversation) == 1
    assert count(store, Address, Address.channel == "phone") == 1
    assert count(store, Timer, Timer.kind == "hello", Timer.state == "set") == 1
    assert count(store, Referral, Referral.duplicate.is_(False)) == 1  # type: ignore[attr-defined]


def test_another_name_sent_by_four_in_the_same_instant_is_one_decision(
    store: Store, cast: Cast
) -> None:
    cast.lea()
    cast.karim()
    all_at_once(store, cast.mme_roux(), [None] * 4, {**GIVEN, "first_name": "Sam"})
    assert count(store, Youth) == count(store, Conversation) == 2
    assert count(store, Handover, Handover.kind == "other_name") == 1


def test_one_key_sent_four_times_in_the_same_instant_is_one_answer(
    store: Store, cast: Cast
) -> None:
    cast.karim()
    receipts = all_at_once(store, cast.mme_roux(), ["k"] * 4)
    assert len({str(one.answer) for one in receipts}) == 1
    assert count(store, Referral) == 1
