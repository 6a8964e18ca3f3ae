"""What a prescriber sees of her referral after it, and what she may still do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import referrals
from bot.clock import FrozenClock
from bot.models import (
    Address,
    Message,
    Organisation,
    Prescriber,
    Referral,
    Youth,
)
from bot.referrals import Refused
from bot.store import Gone, Store
from tests.cast import LEA_PHONE, Cast
from tests.referring import contact, refer, roux, rows, tasks

__all__ = ["roux"]  # the fixture


def test_each_prescriber_sees_only_their_own_referral(
    store: Store, cast: Cast, roux: Prescriber
) -> None:
    receipt = refer(store, roux)
    sam = _somebody(store, "Sam")
    with pytest.raises(Gone):
        referrals.progress(store, sam, receipt.referral_id)
    assert referrals.progress(store, roux, receipt.referral_id).status == "received"


def test_a_date_that_has_passed_is_no_promise(
    store: Store, cast: Cast, clock: FrozenClock, roux: Prescriber
) -> None:
    token = refer(store, roux).tracking_token
    planned = referrals.follow(store, token).planned_at
    assert planned is not None
    clock.advance(planned - clock.now() + timedelta(hours=1))
    assert referrals.follow(store, token).planned_at is None, "nobody has tried yet"


def test_in_contact_is_told_only_if_she_agreed(
    store: Store, cast: Cast, clock: FrozenClock, roux: Prescriber
) -> None:
    receipt = refer(store, roux)
    at = clock.now().isoformat()
    (referral,) = rows(store, Referral)
    steps = [*referral.steps, {"step": "attempting", "at": at}, {"step": "in_contact", "at": at}]
    cast.change(referral, steps=steps, status="in_contact")
    assert referrals.progress(store, roux, receipt.referral_id).status == "attempting"
    (youth,) = rows(store, Youth)
    cast.change(youth, news_agreed_at=clock.now())
    assert referrals.progress(store, roux, receipt.referral_id).status == "in_contact"
    organisation = rows(store, Organisation)[0]
    cast.change(organisation, kind="DEPT")
    assert referrals.progress(store, roux, receipt.referral_id).status == "attempting"


def test_a_new_number_replaces_a_dead_one(store: Store, cast: Cast, roux: Prescriber) -> None:
    receipt = refer(store, roux)
    (referral,) = rows(store, Referral)
    cast.change(referral, status="not_reached")
    (flow,) = contact(store)
    cast.change(flow, state="unreachable")
    referrals.number_given(store, receipt.tracking_token, "06 39 98 00 44")
    live = [a for a in rows(store, Address) if a.channel == "phone" and not a.retired_at]
    assert [one.value_index for one in live] == [store.vault.index("+33639980044")]
    assert [flow.state for flow in contact(store)] == ["waiting"]


def test_a_new_number_for_somebody_we_reach_goes_to_a_human(store: Store, roux: Prescriber) -> None:
    receipt = refer(store, roux)
    referrals.number_given(store, receipt.tracking_token, "06 39 98 00 44")
    assert "phone_change" in tasks(store)
    live = [a for a in rows(store, Address) if a.channel == "phone" and not a.retired_at]
    assert [one.value_index for one in live] == [store.vault.index(LEA_PHONE)]


def test_a_word_to_the_team_is_read_by_a_human(store: Store, roux: Prescriber) -> None:
    receipt = refer(store, roux)
    referrals.write_to_us(store, receipt.tracking_token, "Elle préfère le soir.")
    assert "prescriber_wrote" in tasks(store)
    words = [m for m in rows(store, Message) if m.author == "prescriber"]
    assert [m.state for m in words] == ["handled"]
    with pytest.raises(Refused):
        referrals.write_to_us(store, receipt.tracking_token, "  ")


def test_a_tally_begins_at_five(store: Store, roux: Prescriber) -> None:
    for number in range(4):
        refer(store, roux, phone=f"063998001{number}")
    assert referrals.tally(store, roux) is None
    refer(store, roux, phone="0639980019")
    tally = referrals.tally(store, roux)
    assert tally is not None and tally.referred == 5


def _somebody(store: Store, name: str) -> Prescriber:
    with store.transaction() as session:
        organisation = Organisation(name="Autre", kind="ML")
        session.add(organisation)
        session.flush()
        made = Prescriber(
            organisation_id=organisation.id,
            name=name,
            email_sealed=b"",
            email_index=store.vault.index("sam@autre.example"),
            onboarded_at=store.clock.now(),
        )
        made.email_sealed = store.vault.common.seal("sam@autre.example", f"{made.id}.email")
        session.add(made)
    return made
