"""Days 7, 30, 90 and 180 of a relay: both are asked, and silence is never yes."""

from __future__ import annotations

import pytest

from tests.flows.play import (
    Intent,
    Key,
    Play,
    Question,
    agreed,
    at,
    e,
    f,
    met,
    proposed,
    read,
    sent,
)

T = f.TaskKind
S = e.StructureSays
HUMAN, NOBODY = f.Speaker.HUMAN, f.Speaker.NOBODY


def says(what: S, **more) -> e.StructureAnswered:
    return e.StructureAnswered(what, **more)


def check(day: int, **facts) -> Play:
    """Met, then asked on that day."""
    return met(**facts).due(f"check{day}")


class TestChecks:
    @pytest.mark.parametrize("day", [7, 30, 90, 180])
    def test_both_are_asked(self, day):
        lea = check(day)
        assert lea.said() == [Key(f"youth.check_day{day}"), Key.MAIL_CHECK]
        assert lea.all(f.Say)[1].params == {"jour": str(day)}
        assert lea.all(f.Say)[0].kind is f.SayKind.STARTED

    def test_a_structure_that_awaits_her_is_asked_on_day_7_a_silent_one_has_its_reminders(self):
        assert sent().due("check7").said() == [Key.CHECK_DAY7]
        lea = sent().on(says(S.EXPECTED, appointment=at("10:00", 25))).due("check7")
        assert lea.said() == [Key.CHECK_DAY7, Key.MAIL_CHECK]

    def test_her_yes_on_day_7_is_a_meeting(self):
        lea = sent().due("check7").writes(Intent.YES)
        assert (lea.state, lea.said()) == ("met", [Key.CHECK_GOOD])

    def test_her_no_on_day_7_calls_the_structure_now_and_karim_writes_to_her_as_promised(self):
        lea = sent().due("check7").writes(Intent.NO)
        assert (lea.state, lea.said(), lea.asked_for()) == (
            "sent",
            [Key.CHECK_BAD],
            {T.STRUCTURE_CALL, T.ANSWER},
        )

    def test_a_meeting_and_a_yes_on_day_7_is_followed_not_yet_in_charge(self):
        assert check(7).writes(Intent.YES).state == "followed"

    # youth, structure -> where it ends
    @pytest.mark.parametrize("day", [30, 90])
    @pytest.mark.parametrize(
        ("she", "they", "state", "task"),
        [
            (True, True, "taken_in_charge", None),
            (True, None, "taken_in_charge", None),
            (None, True, "taken_in_charge", None),
            (None, None, "met", T.STRUCTURE_CALL),  # silence is never yes
            (False, None, "returned", T.RELAY_AGAIN),
            (None, False, "returned", T.RELAY_AGAIN),
            (True, False, "taken_in_charge", T.DISAGREEMENT),
        ],
    )
    def test_met_and_at_least_one_yes_and_neither_no(self, day, she, they, state, task):
        lea = check(day)
        if she is not None:
            lea.writes(Intent.YES if she else Intent.NO)
            assert lea.said() == [Key.CHECK_GOOD if she else Key.CHECK_BAD]
        if they is not None:
            lea.on(says(S.STILL_FOLLOWED if they else S.NOT_FOLLOWED))
        if "judge" in lea.timers and task is not T.DISAGREEMENT:
            lea.due("judge")
        assert lea.state == state
        assert task is None or task in lea.tasks

    def test_the_structure_says_yes_and_she_says_no(self):
        lea = check(30).on(says(S.STILL_FOLLOWED)).writes(Intent.NO)
        assert (lea.state, lea.asked_for()) == ("taken_in_charge", {T.DISAGREEMENT})
        assert lea.due("judge").asked_for() == {T.DISAGREEMENT}
        assert lea.on(says(S.NOT_FOLLOWED)).state == "taken_in_charge", "shown, not decided"

    @pytest.mark.parametrize(
        ("followed", "state"), [(True, "taken_in_charge"), (False, "returned")]
    )
    def test_her_word_to_karim_settles_it(self, followed, state):
        lea = check(30).on(says(S.STILL_FOLLOWED)).writes(Intent.NO)
        lea.on(e.YouthAnswered(followed))
        assert (lea.state, T.DISAGREEMENT in lea.tasks) == (state, False)

    def test_a_disagreement_before_any_judged_day(self):
        lea = met().on(e.YouthAnswered(False))
        assert (lea.state, lea.asked_for()) == ("met", {T.DISAGREEMENT})
        assert lea.on(e.YouthAnswered(True)).state == "followed"
        lea = check(30)
        lea.facts(memory={**lea.snapshot.memory, "structure": True}).writes(Intent.NO)
        assert lea.on(e.YouthAnswered(True)).state == "taken_in_charge"

    def test_taken_in_charge_is_told_and_dated(self):
        lea = check(30).writes(Intent.YES)
        assert lea.marks() == ["seen", "taken_in_charge", "taken_in_charge"]
        assert [x.news for x in lea.told("prescriber")] == ["followed_30"]
        lea.on(says(S.STILL_FOLLOWED))
        assert lea.told("prescriber") == []

    def test_day_180_ends_it_well(self):
        lea = check(30).writes(Intent.YES).due("check180").writes(Intent.YES).due("judge")
        assert (lea.state, lea.timers) == ("kept", {})
        assert lea.told("contact") == [e.RelayEnded("taken_in_charge")]

    def test_day_180_with_a_first_yes_is_judged_then_kept(self):
        lea = check(180).writes(Intent.YES)
        assert lea.state == "taken_in_charge"
        assert lea.due("judge").state == "kept"

    def test_day_180_in_silence_comes_back(self):
        lea = check(180).due("judge")
        assert (lea.state, lea.asked_for()) == ("returned", {T.RELAY_AGAIN})

    def test_a_late_yes_remembered_on_day_180_counts(self):
        lea = check(180)
        lea.facts(memory={**lea.snapshot.memory, "structure": True}).due("judge")
        assert lea.state == "taken_in_charge"

    def test_a_yes_before_any_check_says_that_they_met(self):
        assert sent().on(says(S.STILL_FOLLOWED)).state == "met"
        assert met().on(says(S.MET)).state == "followed"

    def test_paused_the_check_waits(self):
        lea = met().she(paused_until=at("9:00", 1, 6, 2027)).due("check30")
        assert (lea.said(), lea.timers["check30"][0]) == ([], at("9:00", 2, 6, 2027))

    def test_after_a_pause_over_several_days_only_the_last_is_asked(self):
        lea = met().she(paused_until=at("9:00", 1, 3, 2027))
        for day in (7, 30, 90):
            lea.due(f"check{day}")
        assert lea.due("check7").said() == lea.due("check30").said() == []
        assert lea.due("check90").said() == [Key.CHECK_DAY90, Key.MAIL_CHECK]

    @pytest.mark.parametrize("more", [{"request": "erase"}, {"away": "prison"}])
    def test_what_is_for_a_human_beside_a_yes_is_no_answer(self, more):
        she = e.TextsReceived(read(Intent.YES, plain_yes=True, **more))
        for lea in (check(30), proposed()):
            assert lea.on(she).told("contact") == [she]

    def test_a_text_to_a_relay_that_asks_nothing_goes_to_the_contact(self):
        she = read(Intent.YES)
        assert met().on(e.TextsReceived(she)).told("contact") == [e.TextsReceived(she)]
        lea = proposed().facts(speaker=HUMAN).on(e.TextsReceived(she))
        assert lea.told("contact") == [e.TextsReceived(she)]
        lea = agreed()
        lea.facts(memory={**lea.snapshot.memory, "asking": "offer"}).on(e.TextsReceived(she))
        assert lea.told("contact") == [e.TextsReceived(she)]

    def test_while_the_question_waits_for_its_hour_nothing_answers_it(self):
        she = read(Intent.YES)
        lea = check(30).facts(question=Question.FOLLOWUP, answers=Key.CHECK_DAY7)
        assert lea.on(e.TextsReceived(she)).told("contact") == [e.TextsReceived(she)]
        lea = proposed().facts(question=Question.SLOT, answers=Key.ASK_SLOT)
        lea.writes(Intent.YES, plain_yes=True)
        assert (lea.state, lea.said()) == ("proposed", [])
        lea.facts(answers=Key.RELAY_OFFER).writes(Intent.YES, plain_yes=True)
        assert lea.state == "agreed"

    def test_a_button_of_an_older_question_is_no_answer_to_the_last(self):
        late = e.TextsReceived(read(Intent.NO, choices=(2,)), late_tap=True)
        lea = check(7).on(late)
        assert (lea.told("contact"), lea.state) == ([late], "met")


class TestOneDayAfterAnother:
    def test_a_yes_of_day_30_is_none_of_day_90(self):
        lea = check(30).writes(Intent.YES).due("check90").due("judge")
        assert lea.asked_for() == {T.STRUCTURE_CALL, T.RELAY_SAY}

    def test_a_disagreement_of_day_30_leaves_day_90_to_itself(self):
        lea = check(30).on(says(S.STILL_FOLLOWED)).writes(Intent.NO).due("check90")
        assert lea.on(says(S.NOT_FOLLOWED)).state == "returned"

    def test_one_answer_a_question(self):
        lea = check(30).writes(Intent.YES).writes(Intent.NO)
        assert (lea.state, len(lea.told("contact"))) == ("taken_in_charge", 1)

    def test_a_disagreement_settled_after_day_180_ends_it(self):
        lea = check(180).on(says(S.STILL_FOLLOWED)).writes(Intent.NO).due("judge")
        lea.on(e.YouthAnswered(True)).due("judge")
        assert (lea.state, lea.all(f.MarkRelay)[-1].status, lea.tasks) == ("kept", "kept", {})

    def test_a_settled_disagreement_may_come_again(self):
        lea = met().on(e.YouthAnswered(False)).on(e.YouthAnswered(True))
        assert (lea.state, lea.all(f.MarkRelay)[-1].status) == ("followed", "followed")
        assert lea.on(says(S.NOT_FOLLOWED)).asked_for() == {T.DISAGREEMENT}
