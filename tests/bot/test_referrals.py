"""A referral becomes a conversation; nobody learns from the answer whether a number was known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import conversations, referrals
from bot.clock import FrozenClock
from bot.conversations import NotAllowed, change_of
from bot.conversations.asking import open_task
from bot.models import (
    Address,
    Conversation,
    Flow,
    Handover,
    Message,
    Prescriber,
    Referral,
    Suppression,
    Territory,
    Timer,
    Youth,
)
from bot.outbox.doubt import number_in_doubt
from bot.rates import TooMany
from bot.referrals import Refused
from bot.store import Store, first_name
from flows.effects import Priority, TaskKind
from flows.events import Outcome
from tests.cast import LEA_PHONE, Cast
from tests.referring import contact, refer, roux, rows, tasks

__all__ = ["roux"]  # the fixture


def test_one_referral_becomes_a_youth_an_address_and_a_planned_first_text(
    store: Store, cast: Cast, roux: Prescriber
) -> None:
    receipt = refer(store, roux)
    (youth,) = rows(store, Youth)
    assert first_name(store.vault, youth) == "Léa"
    assert (youth.tone, youth.birth_year, youth.territory_code) == ("tu", 2007, "13")
    (conversation,) = rows(store, Conversation)
    assert conversation.team_id == cast.team().id
    assert [flow.state for flow in contact(store)] == ["waiting"]
    hello = [timer for timer in rows(store, Timer) if timer.kind == "hello"]
    assert [timer.due for timer in hello] == [receipt.first_attempt_at]
    assert receipt.aiguilleur == "Karim"
    answer = receipt.answer
    assert set(answer) == {"id", "status", "tracking_url", "first_attempt_at", "steps"}
    assert answer["status"] == "received"
    assert [step["step"] for step in answer["steps"]] == ["received"]


def test_the_prescribers_own_machine_starts_with_the_receipt(
    store: Store, roux: Prescriber
) -> None:
    receipt = refer(store, roux)
    news = [flow for flow in rows(store, Flow) if flow.kind == "prescriber"]
    assert [flow.subject_id for flow in news] == [receipt.referral_id]
    mails = [m for m in rows(store, Message) if m.recipient == "prescriber"]
    assert [mail.key for mail in mails] == ["mail.prescriber.receipt"]


def test_a_duplicate_gets_exactly_the_ordinary_receipt(
    store: Store, clock: FrozenClock, roux: Prescriber
) -> None:
    first = refer(store, roux)
    again = refer(store, roux)
    assert again.referral_id != first.referral_id
    same = {"status", "first_attempt_at", "steps"}
    assert {k: first.answer[k] for k in same} == {k: again.answer[k] for k in same}
    assert set(first.answer) == set(again.answer)
    assert len(rows(store, Youth)) == len(rows(store, Conversation)) == 1
    assert [one.duplicate for one in rows(store, Referral)] == [False, True]
    assert len([t for t in rows(store, Timer) if t.kind == "hello" and t.state == "set"]) == 1


def test_a_new_break_after_six_months_starts_a_new_contact(
    store: Store, cast: Cast, clock: FrozenClock, roux: Prescriber
) -> None:
    refer(store, roux)
    (conversation,) = rows(store, Conversation)
    cast.change(conversation, closed_at=clock.now(), outcome="unreachable")
    clock.advance(timedelta(days=100))
    refer(store, roux)
    assert len(rows(store, Conversation)) == 1
    clock.advance(timedelta(days=90))
    refer(store, roux)
    assert len(rows(store, Youth)) == 1
    assert len(rows(store, Conversation)) == 2
    assert [flow.state for flow in contact(store)][-1] == "waiting"


def test_another_first_name_on_the_same_number_waits_for_a_human(
    store: Store, cast: Cast, roux: Prescriber
) -> None:
    ordinary = refer(store, roux)
    other = refer(store, roux, first_name="Sam")
    assert other.answer["first_attempt_at"] == ordinary.answer["first_attempt_at"]
    assert set(other.answer) == set(ordinary.answer)
    assert len(rows(store, Youth)) == 2
    assert "other_name" in tasks(store)
    live = [one for one in rows(store, Address) if one.channel == "phone" and not one.retired_at]
    assert len(live) == 1


def test_the_same_other_name_on_that_number_is_one_file_and_one_decision(
    store: Store, cast: Cast, clock: FrozenClock, roux: Prescriber
) -> None:
    ordinary = refer(store, roux)
    for name, phone in (("Sam", "0639980001"), ("SAM", "+33639980001"), ("sam", "06 39 98 00 01")):
        again = refer(store, roux, first_name=name, phone=phone, informed=name != "Sam")
    assert set(again.answer) == set(ordinary.answer)
    assert again.answer["first_attempt_at"] == ordinary.answer["first_attempt_at"]
    assert len(rows(store, Youth)) == len(rows(store, Conversation)) == 2
    assert tasks(store).count("other_name") == 1
    refer(store, roux, first_name="Nour")
    assert len(rows(store, Youth)) == 3
    lea, sam = rows(store, Conversation)[:2]
    cast.change(lea, closed_at=clock.now(), outcome="unreachable")
    referrals.number_is_hers(store, sam.id, cast.karim().id)
    states = {flow.conversation_id: flow.state for flow in contact(store)}
    assert states[sam.id] == "waiting", "told to him since, by the second"


def test_the_same_name_written_otherwise_is_the_same_person(store: Store, roux: Prescriber) -> None:
    refer(store, roux, first_name="Anaïs")
    refer(store, roux, first_name="ANAIS")
    assert len(rows(store, Youth)) == 1


def test_a_stopped_number_reads_like_one_that_found_nobody(
    store: Store, cast: Cast, roux: Prescriber
) -> None:
    ordinary = refer(store, roux, phone="0639980077")
    with store.transaction() as session:
        session.add(Suppression(value_index=store.vault.index(LEA_PHONE), since=store.clock.now()))
    stopped = refer(store, roux)
    same = {"status", "first_attempt_at", "steps"}
    assert {k: ordinary.answer[k] for k in same} == {k: stopped.answer[k] for k in same}
    shadow = rows(store, Youth)[-1]
    assert shadow.first_name_sealed is None
    assert not [one for one in rows(store, Address) if one.youth_id == shadow.id]
    assert not [m for m in rows(store, Message) if m.recipient == "youth"]
    kinds = {timer.kind for timer in rows(store, Timer)}
    assert {"sham_attempt", "sham_end"} <= kinds


def test_somebody_who_said_stop_is_not_contacted_again(
    store: Store, cast: Cast, roux: Prescriber
) -> None:
    cast.lea(opted_out_at=store.clock.now())
    before = len(rows(store, Message))
    receipt = refer(store, roux)
    assert receipt.answer["status"] == "received"
    texts = [m for m in rows(store, Message)[before:] if m.recipient == "youth"]
    assert texts == []


def test_not_told_yet_means_a_card_and_nothing_sent(store: Store, roux: Prescriber) -> None:
    receipt = refer(store, roux, informed=False)
    assert receipt.answer["status"] == "to_announce"
    assert receipt.answer["first_attempt_at"] is None
    card = receipt.answer["card"]
    assert card["code"] in card["say"] and "Karim" in card["say"]
    assert [flow.state for flow in contact(store)] == ["to_announce"]
    assert not [m for m in rows(store, Message) if m.recipient == "youth"]


def test_told_later_on_the_follow_up_page_the_first_text_is_planned(
    store: Store, roux: Prescriber
) -> None:
    receipt = refer(store, roux, informed=False)
    referrals.inform(store, receipt.tracking_token)
    referrals.inform(store, receipt.tracking_token)
    assert [flow.state for flow in contact(store)] == ["waiting"]
    shown = referrals.follow(store, receipt.tracking_token)
    assert shown.progress.status == "received"
    assert shown.progress.first_attempt_at is not None
    assert not shown.may_inform


def test_justice_goes_by_card_only_and_keeps_nothing_of_her(store: Store, cast: Cast) -> None:
    cast.karim()
    receipt = refer(store, cast.mme_roux("SPIP"))
    assert receipt.answer["status"] == "to_announce"
    assert receipt.answer["card"]["code"]
    assert "notice" in receipt.answer
    assert rows(store, Youth) == []
    (referral,) = rows(store, Referral)
    assert referral.details_sealed is None and referral.say_from_sealed is None
    shown = referrals.follow(store, receipt.tracking_token)
    assert not shown.may_inform and not shown.may_write


def test_a_team_with_a_title_may_hold_justice_data(store: Store, cast: Cast) -> None:
    cast.karim()
    cast.change(cast.team(), may_hold_justice=True)
    receipt = refer(store, cast.mme_roux("PJJ"))
    assert receipt.answer["status"] == "received"
    assert len(rows(store, Youth)) == 1


def test_a_landline_or_a_foreign_number_is_called_and_the_answer_says_so(
    store: Store, roux: Prescriber
) -> None:
    for name, phone in (
        ("Ana", "01 99 00 12 34"),
        ("Bo", "01 42 34 56 78"),
        ("Cy", "+447700900123"),
    ):
        receipt = refer(store, roux, phone=phone, first_name=name)
        assert "appellera" in receipt.answer["notice"]
    phones = [one for one in rows(store, Address) if one.channel == "phone"]
    assert [one.textable for one in phones] == [False] * 3


@pytest.mark.parametrize("kind", ["PROCHE", "JEUNE"])
def test_a_relative_is_confirmed_before_anything_is_sent(
    store: Store, cast: Cast, kind: str
) -> None:
    karim, by = cast.karim(), cast.mme_roux(kind)
    receipt = refer(store, by)
    assert receipt.answer["first_attempt_at"] is None
    assert tasks(store) == ["confirm_field_actor"]
    assert rows(store, Message) == []
    (conversation,) = rows(store, Conversation)
    referrals.confirm(store, conversation.id, karim.id)
    assert [flow.state for flow in contact(store)] == ["waiting"]
    assert tasks(store) == []
    assert cast.fresh(by).confirmed


def test_a_field_actor_is_confirmed_once(store: Store, cast: Cast, roux: Prescriber) -> None:
    cast.change(roux, confirmed=False)
    refer(store, roux)
    assert tasks(store) == ["confirm_field_actor"]
    (conversation,) = rows(store, Conversation)
    referrals.confirm(store, conversation.id, cast.karim().id)
    refer(store, cast.fresh(roux), phone="0639980055", first_name="Nour")
    assert tasks(store) == []


def test_confirmed_but_not_told_yet_is_told_first(
    store: Store, cast: Cast, roux: Prescriber
) -> None:
    cast.change(roux, confirmed=False)
    receipt = refer(store, roux, informed=False)
    (conversation,) = rows(store, Conversation)
    referrals.confirm(store, conversation.id, cast.karim().id)
    assert tasks(store) == ["to_announce"]
    assert not [m for m in rows(store, Message) if m.recipient == "youth"]
    referrals.inform(store, receipt.tracking_token)
    assert [flow.state for flow in contact(store)] == ["waiting"]
    assert tasks(store) == []


def test_nobody_there_means_held_with_a_date(store: Store, cast: Cast) -> None:
    roux = cast.mme_roux()
    cast.team()
    receipt = refer(store, roux)
    assert receipt.answer["first_attempt_at"] is None
    assert receipt.answer["status"] == "received"
    assert "held" in tasks(store)


def test_a_team_without_a_danger_plan_starts_nothing(
    store: Store, cast: Cast, roux: Prescriber
) -> None:
    cast.change(cast.team(), danger_plan={})
    assert refer(store, roux).answer["first_attempt_at"] is None


def test_the_same_key_gives_the_same_answer(store: Store, roux: Prescriber) -> None:
    first = refer(store, roux, key="k1")
    again = refer(store, roux, key="k1", phone="+33639980001")
    assert again.answer == first.answer
    assert again.replayed
    assert len(rows(store, Referral)) == 1


def test_the_same_key_with_another_content_is_refused(store: Store, roux: Prescriber) -> None:
    refer(store, roux, key="k1")
    with pytest.raises(Refused) as refused:
        refer(store, roux, key="k1", first_name="Sam")
    assert [one.code for one in refused.value.wrong] == ["key_reused"]
    assert len(rows(store, Referral)) == 1


def test_nothing_is_stored_on_an_error(store: Store, roux: Prescriber) -> None:
    with pytest.raises(Refused):
        refer(store, roux, birth_year=2012, phone="12")
    assert rows(store, Referral) == rows(store, Youth) == []


def test_one_number_cannot_be_bombarded(store: Store, roux: Prescriber) -> None:
    for _ in range(20):
        refer(store, roux)
    with pytest.raises(TooMany):
        refer(store, roux)
    refer(store, roux, phone="0639980002", first_name="Nour")


def test_the_commune_tells_the_territory(store: Store, roux: Prescriber) -> None:
    places = {
        "97411": ("974", "Indian/Reunion"),
        "2A004": ("2A", "Europe/Paris"),
        "98735": ("987", "Pacific/Tahiti"),
        "13055": ("13", "Europe/Paris"),
    }
    for number, commune in enumerate(places):
        refer(store, roux, commune=commune, phone=f"063998003{number}")
    found = [youth.territory_code for youth in rows(store, Youth)]
    assert found == [territory for territory, _ in places.values()]
    with store.reading() as session:
        for territory, zone in places.values():
            assert session.get_one(Territory, territory).zone == zone


def test_the_number_of_another_name_may_become_hers(
    store: Store, cast: Cast, clock: FrozenClock, roux: Prescriber
) -> None:
    refer(store, roux)
    refer(store, roux, first_name="Sam")
    first, second = rows(store, Conversation)
    karim = cast.karim()
    with pytest.raises(NotAllowed):
        referrals.number_is_hers(store, second.id, karim.id)
    cast.change(first, closed_at=clock.now(), outcome="unreachable")
    referrals.number_is_hers(store, second.id, karim.id)
    states = {flow.conversation_id: flow.state for flow in contact(store)}
    assert states[second.id] == "waiting"


@pytest.mark.parametrize("how", ["her_task", "the_other_file", "recognised"])
def test_a_number_is_in_doubt_until_a_person_decides(
    store: Store, cast: Cast, clock: FrozenClock, roux: Prescriber, how: str
) -> None:
    refer(store, roux)
    (lea,) = rows(store, Conversation)
    assert not _in_doubt(store, lea)
    refer(store, roux, first_name="Sam")
    other = rows(store, Conversation)[-1]
    assert _in_doubt(store, lea)
    assert not _in_doubt(store, other), "no number of his own is in use"
    karim = cast.karim().id
    if how == "recognised":
        conversations.recognise(store, lea.id, karim)
    elif how == "the_other_file":
        conversations.close(store, other.id, karim, Outcome.DUPLICATE)
    else:
        with store.transaction() as session:
            change = change_of(session, store, session.get_one(Conversation, lea.id), karim)
            open_task(change, TaskKind.OTHER_NAME, Priority.WAITING)
        hers = next(one.id for one in rows(store, Handover) if one.conversation_id == lea.id)
        assert _in_doubt(store, lea), "asked, not answered"
        clock.advance(timedelta(minutes=5))
        conversations.end_task(store, hers, karim, "done")
    assert not _in_doubt(store, lea)


def _in_doubt(store: Store, conversation: Conversation) -> bool:
    with store.transaction() as session:
        hers = session.get_one(Conversation, conversation.id)
        change = change_of(session, store, hers, "bot")
        return number_in_doubt(session, hers, change.youth, change.address())


def test_a_minor_hears_tu(store: Store, roux: Prescriber) -> None:
    refer(store, roux, birth_year=2009, tone="vous")
    (youth,) = rows(store, Youth)
    assert youth.tone == "tu"


def test_what_cannot_be_counted_is_refused(store: Store, roux: Prescriber) -> None:
    _rename(store, "ratewindow", "ratewindow_away")
    try:
        with pytest.raises(TooMany):
            refer(store, roux)
    finally:
        _rename(store, "ratewindow_away", "ratewindow")
    assert rows(store, Referral) == []


def _rename(store: Store, before: str, after: str) -> None:
    with store.transaction() as session:
        session.connection().exec_driver_sql(f"ALTER TABLE {before} RENAME TO {after}")
