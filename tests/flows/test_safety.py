"""Danger, stop and death: heard whoever speaks, whatever the state and the hour."""

from __future__ import annotations

import pytest

from flows.contact.safety import LINES, REALERTS, RECALLS
from tests.flows.play import (
    EVERYWHERE,
    MONDAY,
    Danger,
    Duty,
    Intent,
    Key,
    Person,
    Safety,
    asked,
    at,
    concern,
    e,
    emergency,
    f,
    timedelta,
    wrong_person,
)

T = f.TaskKind
BOT, HUMAN, NOBODY = f.Speaker.BOT, f.Speaker.HUMAN, f.Speaker.NOBODY


class TestEmergency:
    @pytest.mark.parametrize("place", EVERYWHERE)
    def test_one_fixed_text_and_a_human_at_once_whatever_the_state(self, place):
        lea = EVERYWHERE[place]().on(emergency())
        assert (lea.text().key, lea.text().author) == (Key.DANGER_SUICIDE, f.Author.SYSTEM)
        assert lea.text().kind is f.SayKind.SAFETY
        task = lea.tasks[T.DANGER]
        assert (task.priority, task.alert, task.due) == (
            f.Priority.DANGER,
            True,
            lea.snapshot.now,
        )
        stays = place in {"opted_out", "wrong_person"}
        assert lea.state == (place if stays else "with_human")
        assert lea.speaker is (NOBODY if stays else HUMAN)
        assert set(REALERTS) <= set(lea.timers)

    @pytest.mark.parametrize("kind", list(Danger))
    def test_each_kind_has_its_line(self, kind):
        assert asked().on(emergency(kind)).said() == [LINES[kind]]

    @pytest.mark.parametrize("level", [Safety.EMERGENCY, Safety.CONCERN])
    def test_in_the_language_of_the_text(self, level):
        lea = asked().on(e.DangerRead(Danger.SUICIDE, level, language="uk"))
        assert lea.text().language == "uk"

    def test_the_same_line_at_most_every_30_minutes(self):
        lea = asked().on(emergency())
        assert lea.on(emergency(), lea.snapshot.now + timedelta(minutes=29)).said() == []
        assert lea.on(emergency(Danger.MEDICAL)).said() == [Key.DANGER_MEDICAL]
        assert lea.on(emergency(), lea.snapshot.now + timedelta(minutes=1)).said() != []

    def test_alerted_again_at_5_10_and_20_minutes_then_the_lead(self):
        lea = asked().on(emergency())
        start = lea.snapshot.now
        for timer, minutes in REALERTS.items():
            lea.due(timer)
            (task,) = lea.all(f.CallHuman)
            assert (task.kind, task.alert, task.to_lead) == (
                T.DANGER,
                True,
                timer == "danger_lead",
            )
            assert lea.snapshot.now - start == timedelta(minutes=minutes)

    def test_alerts_stop_when_a_human_is_on_it_and_the_danger_stays_open(self):
        lea = asked().on(emergency()).on(e.HumanSpoke("karim", "take"))
        assert not set(REALERTS) & set(lea.timers)
        assert lea.snapshot.memory["danger_open"] == "suicide"
        for event in (e.HandedBack("karim", "resume"), e.Closed("karim", e.Outcome.OTHER)):
            assert lea.on(event).state == "with_human"
            assert {"suicide", "no_outcome"} <= set(lea.tasks[T.DANGER].codes)

    def test_a_new_text_brings_an_alert_forward_and_never_puts_it_off(self):
        monday = Duty(False, at("9:00", 26))
        lea = asked().facts(duty=monday, now=at("22:00")).on(emergency())
        assert lea.facts(duty=Duty(True, MONDAY)).on(emergency(), at("9:00", 24)).tasks
        start = at("9:00", 24)
        for minutes in (4, 8):
            lea.on(emergency(), start + timedelta(minutes=minutes))
            assert {kind: lea.timers[kind][0] - start for kind in REALERTS} == {
                kind: timedelta(minutes=after) for kind, after in REALERTS.items()
            }
        lea.due("danger_5").on(emergency())
        assert "danger_5" not in lea.timers, "what was rung is not rung anew"

    def test_taken_without_an_outcome_comes_back_to_its_taker_then_to_the_lead(self):
        lea = asked().on(emergency()).on(e.HumanSpoke("karim", "take"))
        taken = lea.snapshot.now
        for timer, after, lead in (
            ("danger_outcome", timedelta(hours=1), False),
            ("danger_outcome_lead", timedelta(hours=2), True),
        ):
            lea.due(timer)
            task = lea.all(f.CallHuman)[0]
            assert lea.snapshot.now - taken == after
            assert (task.codes, task.to_lead, task.alert) == (("unsettled",), lead, True)
        assert lea.timers["danger_outcome_lead"][0] == at("9:00", 24), "each working morning"
        lea.on(e.DangerSettled("karim", "spoken"))
        assert not set(RECALLS) & set(lea.timers)

    def test_a_recall_waits_for_the_hours_of_the_plan(self):
        lea = asked().on(emergency()).on(e.HumanSpoke("karim", "text"))
        lea.facts(duty=Duty(False, at("9:00", 24))).due("danger_outcome")
        assert (lea.all(f.CallHuman), lea.timers["danger_outcome"][0]) == ([], at("9:00", 24))

    def test_a_file_that_closes_by_itself_keeps_its_recalls(self):
        lea = asked().on(emergency()).on(e.HumanSpoke("karim", "take"))
        lea.on(e.SomebodyElse()).due("number_wait")
        assert lea.state == "closed"
        lea.due("danger_outcome_lead")
        assert lea.tasks[T.DANGER].to_lead

    def test_taken_by_nobody_the_lead_is_rung_hour_after_hour(self):
        lea = asked().on(emergency()).due("danger_lead")
        start = lea.snapshot.now
        for hours in (1, 2, 3):
            lea.due("danger_outcome_lead")
            assert lea.snapshot.now - start == timedelta(hours=hours)
            assert lea.tasks[T.DANGER].to_lead
        lea.facts(now=start + timedelta(days=1)).due("danger_outcome_lead")
        assert lea.timers["danger_outcome_lead"][0] == at("9:00", 25), "then each morning"

    @pytest.mark.parametrize("outcome", ["spoken", "services_told", "handed_to", "two_failed"])
    def test_it_closes_only_with_an_outcome_and_a_contact_the_next_day(self, outcome):
        lea = asked().on(emergency()).on(e.DangerSettled("karim", outcome))
        assert lea.all(f.EndTask)[0].outcome == outcome
        assert lea.timers["danger_next"][0] == at("10:00", 24)
        lea.due("danger_next")
        assert lea.asked_for() == {T.CALL_BACK}

    def test_outside_duty_hours_nobodys_phone_rings_and_the_text_says_when(self):
        read_at = at("9:00", 24)
        lea = asked().facts(duty=Duty(False, read_at), now=at("22:00")).on(emergency())
        assert lea.text().params == {"lu": read_at.isoformat()}
        assert (lea.tasks[T.DANGER].alert, lea.tasks[T.DANGER].due) == (False, read_at)
        assert lea.timers["danger_5"][0] == at("9:05", 24)

    def test_nobody_there_in_duty_hours_rings_and_the_text_says_when(self):
        read_at = at("9:00", 24)
        lea = asked().facts(duty=Duty(False, read_at, rings_lead=True)).on(emergency())
        assert lea.text().params == {"lu": read_at.isoformat()}
        assert (lea.tasks[T.DANGER].alert, lea.tasks[T.DANGER].due) == (True, read_at)
        assert lea.timers["danger_5"][0] == lea.snapshot.now + timedelta(minutes=5)

    def test_somebody_on_duty_needs_no_hour(self):
        lea = asked().facts(duty=Duty(True, MONDAY)).on(emergency())
        assert lea.text().params == {"lu": ""}

    def test_danger_to_a_minor_opens_a_same_day_record(self):
        lea = asked(person=Person(minor=True)).on(emergency())
        assert lea.tasks[T.MINOR_REPORT].due == at("23:59")

    def test_the_turn_after_the_reflex_adds_nothing(self):
        lea = asked().on(emergency())
        lea.writes(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.SUICIDE)
        assert (lea.said(), lea.asked_for()) == ([], set())

    def test_a_danger_seen_only_in_the_whole_turn_is_a_danger(self):
        lea = asked().writes(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.NOWHERE)
        assert (lea.said(), T.DANGER in lea.tasks) == ([Key.DANGER_NOWHERE], True)

    def test_a_line_that_could_not_leave_means_one_must_call(self):
        failed = e.SendFailed(Key.DANGER_SUICIDE, dead=True, code=30006, safety=True)
        lea = asked().on(emergency()).on(failed)
        assert lea.tasks[T.SAFETY_NOT_SENT].alert is True
        blocked = e.SendFailed(
            Key.DANGER_SUICIDE, dead=False, code=21610, opted_out=True, safety=True
        )
        lea = asked().on(emergency()).on(blocked)
        assert (lea.state, T.SAFETY_NOT_SENT in lea.tasks) == ("opted_out", True)
        assert lea.said() == []


class TestViolence:
    def test_no_further_text_until_she_writes_ok(self):
        lea = asked().on(emergency(Danger.VIOLENCE))
        assert (lea.said(), "she_writes" in lea.marks()) == ([Key.DANGER_VIOLENCE], True)
        assert "call_no" in lea.tasks[T.DANGER].codes
        assert lea.writes(Intent.OTHER).said() == []
        assert lea.on(e.CallPromised("karim", at("18:00"))).said() == []
        assert lea.on(concern()).said() == []
        lea.writes(Intent.YES, Intent.LATER)  # "oui mais pas maintenant"
        assert (lea.tasks[T.ANSWER].codes, lea.snapshot.memory["silence"]) == (("silence",), True)
        lea.writes(Intent.YES, plain_yes=True)
        assert "violence_ok" in lea.tasks[T.ANSWER].codes
        assert "silence" not in lea.snapshot.memory

    def test_another_danger_says_only_the_neutral_line(self):
        lea = asked().on(emergency(Danger.VIOLENCE))
        assert lea.on(emergency(Danger.SUICIDE)).said() == []
        later = lea.snapshot.now + timedelta(minutes=31)
        assert lea.on(emergency(Danger.SUICIDE), later).said() == [Key.DANGER_VIOLENCE]

    def test_the_bot_gets_no_word_before_a_recorded_decision(self):
        lea = asked().on(emergency(Danger.VIOLENCE)).on(e.DangerSettled("karim", "spoken"))
        lea.on(e.HandedBack("karim", "ask_slot"))
        assert (lea.state, lea.said(), T.NO_STEP in lea.tasks) == ("with_human", [], True)
        lea.on(e.SilenceLifted("karim"))
        assert lea.marks() == ["good"]
        assert lea.on(e.HandedBack("karim", "ask_slot")).said() == [Key.ASK_SLOT]

    def test_after_her_ok_people_write_until_one_lets_the_bot(self):
        lea = asked().on(emergency(Danger.VIOLENCE)).she(address="she_writes")
        lea.on(e.DangerSettled("karim", "spoken")).writes(Intent.YES, plain_yes=True)
        assert "good" not in lea.marks()
        lea.on(e.HandedBack("karim", "ask_slot"))
        assert (lea.marks(), lea.said()) == (["good"], [Key.ASK_SLOT])

    def test_reprendre_lifts_the_stop_and_not_the_silence(self):
        lea = asked().on(emergency(Danger.VIOLENCE)).on(e.StopRead()).on(e.StartRead())
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [])
        assert (bool(lea.all(f.LiftOptOut)), lea.tasks[T.ANSWER].codes) == (True, ("silence",))

    @pytest.mark.parametrize(
        ("place", "event"),
        [(asked, e.Delivered(Key.DANGER_VIOLENCE)), (wrong_person, e.Recognised("karim"))],
    )
    def test_an_arrival_or_a_tick_leaves_it_to_her_to_say_when(self, place, event):
        lea = place().on(emergency(Danger.VIOLENCE)).on(event)
        assert "good" not in lea.marks()


class TestConcern:
    @pytest.mark.parametrize(
        ("now", "due"),
        [
            (at("10:00"), at("12:00")),
            (at("16:00"), at("10:00", 24)),
            (at("22:00"), at("10:00", 24)),
            (at("7:00"), at("11:00")),
            (at("11:00", 28), at("10:00", 30)),
        ],
    )
    def test_read_within_two_working_hours_or_by_ten(self, now, due):
        lea = asked().on(concern(), now)
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [Key.CONCERN])
        task = lea.tasks[T.CONCERN]
        assert (task.due, task.alert) == (due, False)
        assert "day3" not in lea.timers

    def test_unread_at_its_hour_the_lead_is_told(self):
        lea = asked().on(concern()).due("concern_late")
        assert lea.tasks[T.CONCERN].to_lead is True
        lea.on(e.HumanSpoke("karim"))
        assert T.CONCERN not in lea.tasks

    def test_one_soft_text_only(self):
        lea = asked().on(concern())
        assert lea.on(concern()).said() == []

    def test_what_all_her_texts_make_an_emergency_is_one_also_after_a_concern(self):
        lea = asked().on(concern())
        lea.writes(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.SUICIDE)
        assert (lea.said(), T.DANGER in lea.tasks) == ([Key.DANGER_SUICIDE], True)
        lea.writes(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.SUICIDE)
        assert (lea.said(), lea.asked_for()) == ([], set()), "heard already"
