"""A relay, from the offer to taken in charge, or back to her aiguilleur."""

from __future__ import annotations

import pytest

from flows.relay.structure import APPOINTMENT, SILENCE
from flows.step import FLOWS
from tests.flows.play import (
    FlowKind,
    Intent,
    Key,
    Person,
    Question,
    RelayFacts,
    Safety,
    Sureness,
    agreed,
    at,
    e,
    f,
    met,
    proposed,
    read,
    sent,
    timedelta,
)

T = f.TaskKind
S = e.StructureSays
HUMAN, NOBODY = f.Speaker.HUMAN, f.Speaker.NOBODY
CHECKS = {"check7", "check30", "check90", "check180"}


def says(what: S, **more) -> e.StructureAnswered:
    return e.StructureAnswered(what, **more)


class TestHerYes:
    def test_a_recognised_youth_is_asked_by_text(self):
        lea = proposed()
        assert (lea.state, lea.said()) == ("proposed", [Key.RELAY_OFFER])
        assert lea.text().params == {"structure": "La Halte", "quoi": "ton prénom"}
        assert lea.text().question is Question.RELAY_OFFER
        assert lea.marks() == ["proposed", "relay_proposed"]

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"person": Person(recognised=False)}, "not_recognised"),
            ({"speaker": HUMAN}, "by_human"),
            ({"person": Person(recognised=True, prefers_voice=True)}, "by_human"),
            ({"person": Person(recognised=True, address="dead")}, "by_human"),
            ({"person": Person(recognised=True, address="she_writes")}, "by_human"),
            ({"person": Person(recognised=True, opted_out=True), "speaker": NOBODY}, "by_human"),
            ({"relay": RelayFacts(parental_ok=False)}, "parental"),
        ],
    )
    def test_else_her_aiguilleur_takes_the_yes(self, facts, code):
        lea = proposed(**facts)
        assert (lea.said(), lea.tasks[T.RELAY_CONSENT].codes) == ([], (code,))
        assert lea.has_next_step()

    def test_a_place_of_unknown_capacity_is_asked_for_first(self):
        assert T.STRUCTURE_CALL in proposed(relay=RelayFacts(capacity_known=False)).tasks

    def test_once_recognised_the_offer_leaves(self):
        lea = proposed(person=Person()).she(recognised=True).on(e.Recognised("karim"))
        assert (lea.said(), T.RELAY_CONSENT in lea.tasks) == ([Key.RELAY_OFFER], False)
        assert lea.on(e.Recognised("karim")).said() == []

    def test_the_task_says_only_what_is_still_missing(self):
        lea = proposed(person=Person(), speaker=HUMAN).on(e.Recognised("karim"))
        assert lea.tasks[T.RELAY_CONSENT].codes == ("not_recognised",)
        lea.she(recognised=True).on(e.Recognised("karim"))
        assert lea.tasks[T.RELAY_CONSENT].codes == ("by_human",)

    def test_once_the_parental_record_is_there_it_is_proposed_again(self):
        lea = proposed(relay=RelayFacts(parental_ok=False))
        assert lea.on(e.ConsentGiven("karim")).state == "proposed"
        lea.facts(relay=RelayFacts(service="La Halte")).on(e.RelayProposed("karim"))
        assert lea.said() == [Key.RELAY_OFFER]

    @pytest.mark.parametrize("more", [{}, {"choices": [1]}])
    def test_her_yes_by_text_gets_one_text_and_the_packet_leaves(self, more):
        lea = proposed().writes(Intent.YES, plain_yes=True, **more)
        assert (lea.state, lea.said()) == ("agreed", [Key.MAIL_PACKET, Key.RELAY_AGREED])
        assert lea.told("contact") == [e.ConsentGiven()]
        assert "seen" in lea.marks()

    @pytest.mark.parametrize("she", [read(Intent.NO), read(Intent.CHOICE, choices=[2])])
    def test_her_no_by_text_gets_one_text_and_nothing_leaves(self, she):
        lea = proposed().on(e.TextsReceived(she))
        assert (lea.state, lea.said()) == ("declined", [Key.RELAY_DECLINED])
        assert T.RELAY_AGAIN in lea.tasks
        assert lea.told("contact") == [e.RelayEnded("declined")]

    @pytest.mark.parametrize(
        "she",
        [
            read(Intent.CHOICE, choices=[3]),
            read(Intent.YES, Intent.WHO),
            read(Intent.YES, Intent.NO),
            read(Intent.YES),
            read(Intent.CHOICE, choices=[1]),
            read(Intent.YES, sureness=Sureness.ASK, plain_yes=True),
            read(Intent.THIRD_PARTY),
            read(Intent.YES, safety=Safety.CONCERN),
            read(Intent.OTHER),
        ],
    )
    def test_anything_else_is_the_contact_flows(self, she):
        lea = proposed().on(e.TextsReceived(she))
        assert (lea.state, lea.said()) == ("proposed", [])
        assert lea.told("contact") == [e.TextsReceived(she)]

    def test_a_yes_without_recognition_never_counts(self):
        lea = proposed().she(recognised=False).writes(Intent.YES, plain_yes=True)
        assert (lea.state, lea.said()) == ("proposed", [Key.HUMAN_COMING])
        assert lea.tasks[T.RELAY_CONSENT].codes == ("not_recognised",)

    @pytest.mark.parametrize("recognised", [True, False])
    def test_a_yes_that_no_human_heard_and_no_text_says_never_counts(self, recognised):
        lea = proposed().she(recognised=recognised).on(e.ConsentGiven())
        assert (lea.state, lea.said(), T.RELAY_CONSENT in lea.tasks) == ("proposed", [], True)

    def test_said_aloud_to_karim_it_counts(self):
        lea = agreed(person=Person())
        assert (lea.state, lea.said()) == ("agreed", [Key.MAIL_PACKET])
        assert lea.all(f.MarkRelay)[0].status == "agreed"

    def test_refused_aloud(self):
        lea = proposed().on(e.ConsentRefused("karim"))
        assert (lea.state, lea.said()) == ("declined", [])
        assert lea.on(e.ConsentGiven("karim")).state == "agreed", "she may change her mind"

    def test_no_answer_is_a_task_then_asked_again_after_30_days_then_falls(self):
        lea = proposed().due("offer_silent")
        assert lea.asked_for() == {T.RELAY_CONSENT}
        lea.due("offer_again")
        assert (lea.state, lea.said()) == ("proposed", [Key.RELAY_OFFER])
        lea.due("offer_again")
        assert (lea.state, T.RELAY_AGAIN in lea.tasks) == ("declined", True)

    def test_a_yes_30_days_old_is_asked_again(self):
        lea = agreed().due("packet_late")
        assert lea.asked_for() == {T.STRUCTURE_CALL}
        lea.due("offer_again")
        assert (lea.state, lea.said()) == ("proposed", [Key.RELAY_OFFER])

    @pytest.mark.parametrize("start", [agreed, sent, met])
    def test_taken_back_at_any_time_the_structure_is_told(self, start):
        lea = start().on(e.ConsentWithdrawn("karim"))
        assert (lea.state, lea.said()) == ("withdrawn", [Key.MAIL_WITHDRAWN])
        assert (T.RELAY_AGAIN in lea.tasks, lea.timers) == (True, {})

    def test_taken_back_before_anything_left_nobody_is_told(self):
        lea = proposed().on(e.ConsentWithdrawn())
        assert (lea.state, lea.said()) == ("declined", [])

    def test_a_stop_ends_an_open_offer_and_leaves_a_running_relay_to_the_structure(self):
        lea = proposed().on(e.StopRead())
        assert (lea.state, lea.said(), lea.told("contact")) == (
            "declined",
            [],
            [e.RelayEnded("declined")],
        )
        lea = met().on(e.StopRead()).she(opted_out=True).facts(speaker=NOBODY)
        lea.due("check30")
        assert (lea.state, lea.said()) == ("met", [Key.MAIL_CHECK])
        assert T.RELAY_SAY not in lea.tasks

    def test_a_closed_file_ends_an_open_offer_and_leaves_a_running_relay(self):
        closing = e.Closed("karim", e.Outcome.OWN_SOLUTION)
        lea = proposed().on(closing)
        assert (lea.state, lea.said(), lea.timers, lea.tasks) == ("declined", [], {}, {})
        assert lea.told("contact") == [e.RelayEnded("declined")]
        lea = sent().on(closing)
        assert (lea.state, "check30" in lea.timers) == ("sent", True)

    @pytest.mark.parametrize("event", [e.DeathTold(), e.Erased()])
    @pytest.mark.parametrize("start", [proposed, agreed, sent, met])
    def test_a_death_or_an_erasure_ends_it_without_a_word(self, start, event):
        lea = start().on(event)
        assert (lea.state, lea.said(), lea.timers) == ("ended", [], {})

    def test_nobody_is_to_say_to_her_what_a_stop_or_a_death_has_ended(self):
        lea = sent().facts(speaker=HUMAN).due("check7")
        assert T.RELAY_SAY in lea.tasks
        assert T.RELAY_SAY not in lea.on(e.StopRead()).tasks
        assert sent().due("call14").on(e.DeathTold()).tasks == {}


class TestThePacket:
    def test_all_days_count_from_the_day_it_left(self):
        lea = agreed().on(e.Delivered(Key.MAIL_PACKET), at("10:00", 25))
        days = {kind: moment for kind, (moment, _) in lea.timers.items()}
        left = at("10:00", 25)
        for kind in ("remind3", "remind10", "call14", "institution21", "expire30"):
            assert days[kind] == left + timedelta(
                days=int(kind.lstrip("abcdefghijklmnopqrstuvwxyz"))
            )
        for day in (7, 30, 90, 180):
            assert days[f"check{day}"].date() == (left + timedelta(days=day)).date()
            assert days[f"check{day}"].hour == 10, "the same hour, summer or winter"
        assert lea.marks() == ["sent", "relayed"]
        assert lea.told("prescriber")[0].news == "relayed"

    def test_another_delivery_is_nothing(self):
        assert agreed().on(e.Delivered(Key.RELAY_AGREED)).state == "agreed"

    def test_without_a_mailbox_or_when_it_could_not_leave_a_human_carries_it(self):
        lea = agreed(relay=RelayFacts(has_mailbox=False))
        assert (lea.said(), T.STRUCTURE_CALL in lea.tasks) == ([], True)
        lea = agreed().on(e.SendFailed(Key.MAIL_PACKET, dead=True))
        assert lea.asked_for() == {T.STRUCTURE_CALL}
        assert agreed().on(e.SendFailed(Key.RELAY_AGREED, dead=True)).asked_for() == set()

    def test_what_the_gate_kept_becomes_a_task(self):
        lea = proposed().on(e.SendRefused(Key.RELAY_OFFER, "speaker"))
        assert lea.tasks[T.RELAY_SAY].codes == ("offer",)
        assert lea.on(e.SendRefused(Key.RELAY_AGREED, "overtaken")).asked_for() == set()
        lea = proposed().she(opted_out=True).on(e.SendRefused(Key.RELAY_OFFER, "opted_out"))
        assert lea.asked_for() == set()


class TestSilence:
    def test_reminded_called_escalated_then_expired(self):
        lea = sent()
        assert lea.due("remind3").said() == [Key.MAIL_REMIND_DAY3]
        assert lea.due("remind10").said() == [Key.MAIL_REMIND_DAY10]
        assert lea.due("call14").asked_for() == {T.STRUCTURE_CALL}
        lea.due("institution21")
        assert (lea.asked_for(), lea.said()) == (
            {T.STRUCTURE_INSTITUTION},
            [Key.MAIL_INSTITUTION],
        )
        lea.due("expire30")
        assert (lea.state, lea.asked_for()) == ("expired", {T.RELAY_AGAIN})
        assert (lea.told("contact"), lea.timers) == ([e.RelayEnded("expired")], {})

    def test_without_a_mailbox_nothing_is_written(self):
        lea = sent(relay=RelayFacts(has_mailbox=False))
        assert lea.due("remind3").said() == []
        assert lea.due("institution21").said() == []

    def test_any_answer_ends_the_reminders(self):
        lea = sent().on(says(S.EXPECTED, appointment=at("14:00", 2, 12)))
        assert not {"remind3", "remind10", "call14", "institution21", "expire30"} & set(lea.timers)

    def test_day_30_in_silence_asks_nobody_how_it_goes(self):
        assert sent().on(e.TimerDue("check30"), at("9:00", 28, 12)).said() == []


class TestAppointments:
    def test_told_reminded_and_asked_after(self):
        lea = sent().on(says(S.EXPECTED, appointment=at("14:00", 2, 12)))
        assert (lea.state, lea.said()) == ("accepted", [Key.RELAY_APPOINTMENT])
        assert lea.text().kind is f.SayKind.ASKED
        assert lea.all(f.MarkRelay)[0].appointment == at("14:00", 2, 12)
        lea.due("appointment_soon")
        assert (lea.snapshot.now, lea.said()) == (at("14:00", 1, 12), [Key.RELAY_REMINDER])
        lea.due("appointment_past")
        assert lea.asked_for() == {T.STRUCTURE_CALL}

    @pytest.mark.parametrize(
        ("she", "said", "task"),
        [
            (read(Intent.YES), Key.THANKS, None),
            (read(Intent.CHOICE, choices=[2]), Key.HUMAN_COMING, T.ANSWER),
            (read(Intent.LATER), Key.HUMAN_COMING, T.ANSWER),
            (read(Intent.CHOICE, choices=[3]), Key.HUMAN_COMING, T.ANSWER),
        ],
    )
    def test_her_answer_to_the_reminder_gets_one_text(self, she, said, task):
        lea = sent().on(says(S.EXPECTED, appointment=at("14:00", 2, 12)))
        lea.due("appointment_soon").on(e.TextsReceived(she))
        assert lea.said() == [said]
        assert task is None or task in lea.tasks

    def test_not_recognised_no_place_is_named(self):
        lea = sent(person=Person()).on(says(S.EXPECTED, appointment=at("14:00", 2, 12)))
        assert (lea.said(), lea.tasks[T.RELAY_SAY].codes) == ([], ("appointment",))

    def test_under_a_human_it_is_his_to_say_and_the_structure_is_still_asked(self):
        lea = met(speaker=HUMAN).due("check7")
        assert (lea.said(), lea.tasks[T.RELAY_SAY].codes) == ([Key.MAIL_CHECK], ("check7",))

    def test_accepted_without_a_date_is_called(self):
        lea = sent().on(says(S.EXPECTED)).due("appointment_missing")
        assert (lea.state, lea.asked_for()) == ("accepted", {T.STRUCTURE_CALL})

    def test_a_missed_appointment_may_have_another_or_goes_back(self):
        lea = sent().on(says(S.NO_SHOW))
        assert (lea.state, lea.tasks[T.RELAY_SAY].codes) == ("no_show", ("no_show",))
        assert lea.on(says(S.EXPECTED, appointment=at("9:00", 3, 12))).state == "accepted"
        lea = sent().on(says(S.NO_SHOW)).due("no_show_over")
        assert (lea.state, T.RELAY_AGAIN in lea.tasks) == ("returned", True)

    def test_met_says_she_and_not_come_says_the_structure_is_shown(self):
        lea = sent().on(e.YouthAnswered(True)).on(says(S.NO_SHOW))
        assert (lea.state, lea.asked_for()) == ("met", {T.DISAGREEMENT})
        lea = sent().on(says(S.NO_SHOW)).on(e.YouthAnswered(True))
        assert (lea.state, lea.asked_for()) == ("no_show", {T.DISAGREEMENT})
        assert lea.on(e.YouthAnswered(True)).state == "followed"

    def test_that_disagreement_is_not_decided_by_the_days_after_a_missed_appointment(self):
        lea = sent().on(says(S.NO_SHOW)).on(e.YouthAnswered(True))
        assert lea.asked_for() == {T.DISAGREEMENT}
        assert (lea.due("no_show_over").state, lea.asked_for()) == ("no_show", {T.DISAGREEMENT})
        assert lea.on(e.YouthAnswered(True)).state == "followed"

    def test_after_a_meeting_a_date_or_an_absence_changes_no_stage(self):
        lea = met().on(says(S.EXPECTED, appointment=at("14:00", 2, 12)))
        assert (lea.state, "appointment_soon" in lea.timers) == ("met", True)
        assert met().on(says(S.EXPECTED)).state == "met"
        lea = met().on(says(S.NO_SHOW))
        assert (lea.state, lea.asked_for()) == ("met", {T.RELAY_SAY})

    def test_not_for_us_with_its_reason_goes_back_to_her_aiguilleur(self):
        lea = sent().on(says(S.NOT_FOR_US, reason="no_position"))
        assert (lea.state, lea.tasks[T.RELAY_AGAIN].codes) == (
            "refused",
            ("refused", "no_position"),
        )
        assert lea.all(f.MarkRelay)[0].reason == "no_position"

    def test_an_answer_proves_that_the_packet_left(self):
        for what in (S.EXPECTED, S.MET):
            lea = agreed().on(says(what))
            assert "check30" in lea.timers
        assert agreed().on(says(S.NOT_FOLLOWED)).state == "agreed"


def test_every_end_leaves_no_timer():
    over = FLOWS[FlowKind.RELAY].closed
    assert over == {
        "declined",
        "refused",
        "kept",
        "returned",
        "expired",
        "withdrawn",
        "ended",
    }


COMES = says(S.EXPECTED, appointment=at("10:00", 26))
ROWS = [
    (proposed, "proposed", {"offer_again", "offer_silent"}),
    (lambda: proposed().on(e.ConsentRefused("karim")), "declined", set()),
    (lambda: proposed().on(e.StopRead()), "declined", set()),
    (lambda: proposed().due("offer_again").due("offer_again"), "declined", set()),
    (agreed, "agreed", {"packet_late", "offer_again"}),
    (lambda: agreed().due("offer_again"), "proposed", {"offer_again", "offer_silent"}),
    (lambda: agreed().on(e.ConsentWithdrawn("karim")), "withdrawn", set()),
    (sent, "sent", {*SILENCE, *CHECKS}),
    (lambda: sent().due("expire30"), "expired", set()),
    (lambda: sent().on(COMES), "accepted", {*APPOINTMENT, *CHECKS}),
    (lambda: sent().on(COMES).on(says(S.EXPECTED)), "accepted", {"appointment_missing", *CHECKS}),
    (lambda: sent().on(COMES).on(says(S.NO_SHOW)), "no_show", {"no_show_over", *CHECKS}),
    (lambda: sent().on(COMES).on(says(S.MET)), "met", {*CHECKS}),
    (lambda: sent().on(says(S.NOT_FOR_US, reason="other")), "refused", set()),
    (lambda: met().on(says(S.STILL_FOLLOWED)), "followed", {*CHECKS, "judge"}),
    (lambda: met().on(says(S.NOT_FOLLOWED)), "returned", set()),
    (lambda: met().on(e.YouthAnswered(False)), "disagreement", {*CHECKS}),
]


@pytest.mark.parametrize(("story", "status", "timers"), ROWS)
def test_its_row_says_where_it_is_and_its_timers_what_comes(story, status, timers):
    lea = story()
    assert (lea.all(f.MarkRelay)[-1].status, set(lea.timers)) == (status, timers)


def test_her_yes_ends_the_search_for_another_and_every_question():
    lea = proposed().on(e.ConsentRefused("karim"))
    assert T.RELAY_AGAIN in lea.tasks
    assert lea.on(e.ConsentGiven("karim")).tasks == {}
    assert proposed(person=Person()).on(e.ConsentGiven("karim")).tasks == {}
    she = e.TextsReceived(read(Intent.NO))
    assert proposed().writes(Intent.YES, plain_yes=True).on(she).told("contact") == [she]


@pytest.mark.parametrize("late", ["packet_late", "call14", "appointment_past"])
def test_a_call_to_the_structure_ends_with_what_it_was_for(late):
    lea = agreed() if late == "packet_late" else sent()
    if late == "appointment_past":
        lea.on(COMES)
    assert T.STRUCTURE_CALL in lea.due(late).tasks
    lea.on(e.Delivered(Key.MAIL_PACKET) if late == "packet_late" else says(S.MET))
    assert T.STRUCTURE_CALL not in lea.tasks
