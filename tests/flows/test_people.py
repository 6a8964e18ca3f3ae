"""What humans do: take, write, call, promise, hand back, pause, close, recognise."""

from __future__ import annotations

import pytest

from flows.contact.stage import WAITING_TIMERS
from flows.step import UnexpectedEvent
from tests.flows.play import (
    Human,
    Intent,
    Key,
    Person,
    Play,
    Question,
    asked,
    at,
    e,
    f,
    opted_out,
    read,
    referred,
    talking,
    timedelta,
    with_karim,
)

T = f.TaskKind
BOT, HUMAN, NOBODY = f.Speaker.BOT, f.Speaker.HUMAN, f.Speaker.NOBODY
C = e.CallOutcome


class TestTheWord:
    @pytest.mark.parametrize("how", ["take", "text", "call"])
    @pytest.mark.parametrize("start", [referred, asked, talking])
    def test_a_human_who_takes_or_speaks_has_it(self, start, how):
        lea = start()
        before, epoch = lea.state, lea.snapshot.epoch
        lea.on(e.HumanSpoke("karim", how))
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [])
        assert lea.all(f.CancelPlanned)[0].reason == "human"
        assert (lea.snapshot.resume, lea.snapshot.epoch) == (before, epoch + 1)
        still = {*WAITING_TIMERS} if (before, how) == ("talking", "take") else set()
        assert set(lea.timers) == {"idle", *still}

    def test_what_she_writes_brings_the_file_back_five_working_days_later(self):
        lea = with_karim().facts(now=at("10:00", 26)).writes(Intent.OTHER)
        assert lea.timers["idle"][0] == at("10:00", 3, 12)

    def test_who_writes_meanwhile_waits_for_a_person_told_once_a_day(self):
        lea = with_karim().writes(Intent.OTHER)
        assert (lea.said(), lea.text().author) == ([Key.ARRIVED], f.Author.SYSTEM)
        assert lea.text().params == {"lu": at("14:15").isoformat()}
        assert lea.tasks[T.ANSWER].due == at("14:15")
        assert lea.writes(Intent.OTHER).said() == []
        lea.facts(now=lea.snapshot.now + timedelta(hours=24))
        assert lea.writes(Intent.OTHER).said() == [Key.ARRIVED]

    def test_she_waits_owner_substitute_lead_and_reassign(self):
        lea = with_karim().writes(Intent.OTHER)
        due = {kind: moment for kind, (moment, _) in lea.timers.items()}
        assert due["wait_owner"] == at("14:15")
        assert due["wait_substitute"] == at("16:15")
        assert due["wait_lead"] == at("12:15", 24)
        assert due["wait_reassign"] == at("12:15", 25)
        for who in ("owner", "substitute", "lead", "reassign"):
            lea.due(f"wait_{who}")
            task = lea.all(f.CallHuman)[0]
            assert (task.kind, task.codes) == (T.ANSWER, (who,))
            assert task.to_lead == (who in ("lead", "reassign"))
            assert lea.said() == ([Key.ARRIVED] if who == "lead" else [])
            assert lea.state == "with_human", "never a silent time-out"

    def test_an_answer_ends_her_wait_but_taking_does_not(self):
        lea = with_karim().writes(Intent.OTHER).on(e.HumanSpoke("karim", "take"))
        assert (T.ANSWER in lea.tasks, "wait_owner" in lea.timers) == (True, True)
        lea.on(e.HumanSpoke("karim", "text"))
        assert (T.ANSWER in lea.tasks, "wait_owner" in lea.timers) == (False, False)

    def test_a_quiet_file_comes_back_to_its_owner(self):
        lea = with_karim().due("idle")
        assert (lea.asked_for(), "idle" in lea.timers) == ({T.NO_STEP}, True)

    def test_another_owner_changes_nothing_else(self):
        assert with_karim().on(e.Transferred("sam")).state == "with_human"

    def test_written_by_both_is_two_way_contact(self):
        lea = talking().on(e.HumanSpoke("karim", "text"))
        assert "in_contact" in lea.marks()
        lea = asked().on(e.HumanSpoke("karim", "text"))
        assert "in_contact" not in lea.marks()
        lea.writes(Intent.OTHER)
        assert "in_contact" in lea.marks()
        assert lea.told("prescriber") == [e.NewsArose("in_contact", lea.snapshot.now)]


class TestHandingBack:
    @pytest.mark.parametrize(
        ("step", "state", "said"),
        [
            ("hello", "waiting", []),
            ("ask_slot", "talking", [Key.ASK_SLOT]),
            ("menu", "talking", [Key.NUDGE_DAY3]),
            ("ladder", "nudged", []),
            ("rest", "resting", []),
            ("relay", "in_relay", []),
        ],
    )
    def test_at_a_chosen_step(self, step, state, said):
        lea = with_karim().on(e.HandedBack("karim", step))
        assert (lea.state, lea.speaker, lea.said()) == (state, BOT, said)
        assert lea.has_next_step()

    @pytest.mark.parametrize(
        ("start", "state"),
        [(referred, "waiting"), (asked, "nudged"), (talking, "talking")],
    )
    def test_to_where_it_was(self, start, state):
        lea = start().on(e.HumanSpoke("karim", "take")).on(e.HandedBack("karim", "resume"))
        assert (lea.state, lea.speaker) == (state, BOT)

    def test_from_rest_and_from_a_relay(self):
        lea = asked().writes(Intent.NO).on(e.HumanSpoke("karim")).on(e.HandedBack("k", "resume"))
        assert lea.state == "resting"
        lea = talking().on(e.ConsentGiven()).on(e.HumanSpoke("karim"))
        assert lea.on(e.HandedBack("karim", "resume")).state == "in_relay"

    def test_a_ladder_whose_days_have_passed_rests(self):
        lea = asked().on(e.HumanSpoke("karim", "take"))
        lea.on(e.HandedBack("karim", "ladder"), at("10:00", 20, 1, 2027))
        assert lea.state == "resting"

    def test_by_voice_nothing_is_written(self):
        for step in ("ask_slot", "menu"):
            lea = with_karim().she(prefers_voice=True).on(e.HandedBack("karim", step))
            assert (lea.said(), bool(lea.asked_for())) == ([], True)

    def test_an_unknown_step_is_a_bug(self):
        with pytest.raises(UnexpectedEvent):
            with_karim().on(e.HandedBack("karim", "somewhere"))

    def test_hello_needs_somebody_present(self):
        lea = with_karim().facts(human=None).on(e.HandedBack("karim", "hello"))
        assert lea.state == "held"


class TestCalls:
    def test_a_promised_hour_is_confirmed_reminded_and_watched(self):
        lea = talking().on(e.CallPromised("karim", at("15:00", 25)))
        assert (lea.said(), lea.text().kind) == ([Key.SLOT_CONFIRMED], f.SayKind.HUMAN_ACT)
        assert T.PLAN_SLOT not in lea.tasks
        lea.due("slot_reminder")
        assert (lea.said(), lea.text().kind) == ([Key.SLOT_REMINDER], f.SayKind.ASKED)
        assert lea.snapshot.now == at("13:00", 25)
        lea.due("call_overdue")
        assert lea.snapshot.now == at("15:30", 25)
        assert lea.tasks[T.CALL_OVERDUE].codes == ("owner",)
        assert lea.tasks[T.CALL_OVERDUE].alert is True

    def test_not_logged_30_minutes_after_she_is_alerted_then_her_substitute(self):
        lea = talking().on(e.CallPromised("karim", at("15:00"))).due("call_overdue")
        assert lea.said() == []
        lea.due("call_substitute")
        assert lea.all(f.CallHuman)[0].codes == ("substitute",)
        assert (lea.said(), lea.text().params) == ([Key.CALL_LATE_SORRY], {"quand": ""})

    def test_the_apology_carries_the_new_hour_once_accepted(self):
        lea = talking().on(e.CallPromised("karim", at("15:00"))).due("call_overdue")
        lea.on(e.CallPromised("karim", at("17:00")))
        assert (lea.said(), T.CALL_OVERDUE in lea.tasks) == ([Key.CALL_LATE_SORRY], False)
        assert lea.text().params == {"quand": at("17:00").isoformat()}
        assert "call_substitute" not in lea.timers

    def test_under_a_human_the_text_is_that_humans(self):
        lea = with_karim().on(e.CallPromised("karim", at("15:00")))
        assert lea.text().author is f.Author.AIGUILLEUR

    def test_it_outlives_her_answers(self):
        lea = talking().on(e.CallPromised("karim", at("15:00", 25))).writes(Intent.THANKS)
        assert {"call_overdue", "slot_reminder"} <= set(lea.timers)

    @pytest.mark.parametrize("outcome", [C.VOICEMAIL, C.CALL_BACK])
    def test_a_missed_call_is_told_with_the_hour_of_the_next(self, outcome):
        lea = asked().due("call_task")
        speaker = lea.speaker
        lea.on(e.CallLogged("karim", outcome, at("11:00", 25)))
        assert (lea.state, lea.speaker, lea.said()) == ("nudged", speaker, [Key.CALL_MISSED])
        assert lea.text().params == {"quand": at("11:00", 25).isoformat()}
        assert (T.CALL in lea.tasks, "call_overdue" in lea.timers) == (False, True)
        assert "day3" in lea.timers, "the ladder goes on"

    def test_without_a_next_hour_none_is_promised(self):
        lea = asked().due("call_task").on(e.CallLogged("karim", C.VOICEMAIL))
        assert lea.text().params == {"quand": ""}
        lea = talking().on(e.CallLogged("karim", C.VOICEMAIL))
        assert lea.asked_for() == {T.CALL_BACK}

    def test_a_late_call_that_found_nobody_is_excused_with_its_hour(self):
        lea = talking().on(e.CallPromised("karim", at("15:00"))).due("call_overdue")
        lea.on(e.CallLogged("karim", C.VOICEMAIL, at("17:00")))
        assert lea.said() == [Key.CALL_LATE_SORRY]

    def test_spoken_gives_the_word_and_ends_every_wait(self):
        lea = talking().on(e.CallPromised("karim", at("15:00")))
        lea.on(e.CallLogged("karim", C.SPOKEN, at("10:00", 30)))
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [])
        assert {"seen", "in_contact"} <= set(lea.marks())
        assert lea.timers["call_overdue"][0] == at("10:30", 30)
        assert T.PLAN_SLOT not in lea.tasks

    def test_spoken_ends_a_late_promise(self):
        lea = talking().on(e.CallPromised("karim", at("15:00"))).due("call_overdue")
        lea.on(e.CallLogged("karim", C.SPOKEN))
        assert (set(lea.timers), lea.tasks) == ({"idle"}, {})
        assert lea.on(e.CallPromised("karim", at("15:00", 26))).said() == [Key.SLOT_CONFIRMED]

    def test_a_wrong_number_heard_is_somebody_elses_phone(self):
        lea = asked().due("call_task").on(e.CallLogged("karim", C.WRONG_NUMBER))
        assert (lea.state, lea.speaker, lea.said()) == ("wrong_person", NOBODY, [])
        assert opted_out().on(e.CallLogged("karim", C.WRONG_NUMBER)).said() == []

    @pytest.mark.parametrize("event", [e.CallMissed(), e.CallPromised("karim", at("15:00"))])
    def test_a_closed_file_opens_again(self, event):
        lea = asked().on(e.Closed("karim", e.Outcome.OTHER)).on(event)
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [])

    def test_her_call_under_a_human_is_a_call_to_make(self):
        assert with_karim().on(e.CallMissed()).asked_for() == {T.CALL_BACK}

    def test_a_day_late_she_reads_of_her_call_not_of_a_message(self):
        answered = e.HumanSpoke("karim", "text")
        lea = with_karim().on(answered).on(e.CallMissed()).due("wait_lead")
        assert (lea.text().key, lea.text().params["called"]) == (Key.ARRIVED, "1")
        lea = with_karim().on(answered).on(e.TextsReceived(read()), at("10:00", 30))
        assert "called" not in lea.text().params

    def test_her_call_from_somebody_elses_phone(self):
        lea = asked().writes(Intent.WRONG_NUMBER).on(e.CallMissed())
        assert (lea.state, lea.asked_for()) == ("wrong_person", {T.WRONG_PERSON})

    def test_no_text_where_none_may_leave(self):
        lea = Play.of().on(e.Referred(informed=False)).on(e.CallPromised("karim", at("15:00")))
        assert (lea.said(), "call_overdue" in lea.timers) == ([], True)
        lea = asked(person=Person(textable=False)).on(e.CallPromised("karim", at("15:00", 24)))
        assert lea.said() == []
        assert lea.due("slot_reminder").said() == []


class TestWhosePhone:
    def test_recognised_is_said_once_to_whom_it_concerns(self):
        lea = talking().on(e.Recognised("karim"))
        assert {"recognised", "in_contact"} <= set(lea.marks())
        assert lea.told("relay") == [e.Recognised("karim")]
        assert "in_contact" not in lea.on(e.Recognised("karim")).marks()

    def test_a_wrong_person_recognised_after_all(self):
        lea = asked().writes(Intent.WRONG_NUMBER).on(e.Recognised("karim"))
        assert (lea.state, lea.speaker) == ("with_human", HUMAN)
        assert ("good" in lea.marks(), T.WRONG_PERSON in lea.tasks) == (True, False)

    def test_somebody_else_hears_nothing_more(self):
        lea = asked().writes(Intent.WRONG_NUMBER)
        assert {"someone_else", "not_reached"} <= set(lea.marks())
        assert lea.told("prescriber") == [e.NewsArose("number_dead", lea.snapshot.now)]
        lea.writes(Intent.WHO)
        assert (lea.state, lea.said(), lea.asked_for()) == (
            "wrong_person",
            [],
            {T.WRONG_PERSON},
        )
        lea.due("number_wait")
        assert (lea.outcome, lea.speaker) == (e.Outcome.WRONG_PERSON, NOBODY)

    def test_a_human_says_that_it_is_somebody_else(self):
        assert talking().on(e.SomebodyElse()).said() == [Key.WRONG_PERSON]
        assert asked().on(e.SomebodyElse()).said() == []
        lea = with_karim().on(e.SomebodyElse())
        assert (lea.state, lea.said()) == ("wrong_person", [])
        assert opted_out().on(e.SomebodyElse()).marks() == ["someone_else"]

    def test_answered_there_by_a_human(self):
        lea = asked().writes(Intent.WRONG_NUMBER).on(e.HumanSpoke("karim", "text"))
        assert (lea.state, T.WRONG_PERSON in lea.tasks) == ("wrong_person", False)
        assert lea.on(e.HumanSpoke("karim", "take")).state == "with_human"

    @pytest.mark.parametrize("human", [None, Human("karim", "Karim")])
    def test_another_number_starts_the_ladder_again(self, human):
        lea = asked().writes(Intent.WRONG_NUMBER).facts(human=human)
        lea.on(e.AddressReplaced())
        assert lea.state == ("waiting" if human else "held")
        assert "not_recognised" in lea.marks()
        assert lea.speaker is BOT

    def test_while_talking_the_new_number_is_asked_whether_it_is_she(self):
        lea = talking().writes(Intent.PHONE_CHANGE).on(e.AddressReplaced())
        assert (lea.said(), T.PHONE_CHANGE in lea.tasks) == ([Key.CONFIRM_NUMBER], False)
        assert lea.text().question is Question.FOLLOWUP
        lea.writes(Intent.CHOICE, choices=[1])
        assert (lea.said(), "good" in lea.marks()) == ([Key.THANKS], True)

    def test_a_no_from_the_new_number(self):
        lea = talking().on(e.AddressReplaced()).writes(Intent.CHOICE, choices=[2])
        assert (lea.state, lea.said()) == ("wrong_person", [Key.WRONG_PERSON])

    def test_under_a_human_he_confirms_it_himself_and_ticks_again_that_it_is_she(self):
        lea = with_karim().on(e.AddressReplaced())
        assert (lea.said(), lea.marks()) == ([], ["not_recognised"])
