"""From the first text to the last wake-up, when nobody answers."""

from __future__ import annotations

import pytest

from flows.contact.stage import WAITING_TIMERS
from tests.flows.play import (
    KARIM,
    Human,
    Intent,
    Key,
    Person,
    Question,
    asked,
    at,
    e,
    f,
    referred,
    talking,
    timedelta,
)


def test_the_whole_ladder_of_somebody_who_never_answers():
    lea = asked(person=Person(trusted_adult=True))
    lea.due("call_task")
    assert (lea.state, lea.said(), lea.asked_for()) == ("nudged", [], {f.TaskKind.CALL})
    lea.due("day3")
    assert (lea.said(), lea.text().question) == ([Key.NUDGE_DAY3], Question.MENU4)
    lea.due("day10")
    assert lea.said() == [Key.NUDGE_DAY10]
    lea.due("day21")
    assert (lea.said(), lea.asked_for()) == ([], {f.TaskKind.TRUSTED_ADULT})
    lea.due("rest")
    assert (lea.state, lea.marks(), lea.tasks) == ("resting", ["not_reached"], {})
    lea.due("wake60")
    assert lea.said() == [Key.WAKE_60]
    lea.due("wake120")
    assert lea.said() == [Key.WAKE_120]
    lea.due("give_up")
    assert (lea.state, lea.outcome, lea.timers) == ("closed", e.Outcome.UNREACHABLE, {})


@pytest.mark.parametrize(
    ("hello", "best", "third", "tenth"),
    [
        (at("12:15"), None, 18, 9),
        (at("18:15"), None, 12, 9),
        (at("9:15"), "morning", 12, 18),
    ],
)
def test_each_nudge_has_another_hour(hello, best, third, tenth):
    lea = referred(now=hello, person=Person(best_time=best)).due("hello")
    day3, day10 = lea.timers["day3"][0], lea.timers["day10"][0]
    assert (day3.date(), day3.hour) == (at("0:00", 26).date(), third)
    assert (day10.date(), day10.hour) == (at("0:00", 3, 12).date(), tenth)


def test_a_late_nudge_is_dropped_when_the_next_one_is_due_too():
    lea = asked().on(e.TimerDue("day3", 9e5), at("18:15", 4, 12))
    assert (lea.said(), lea.state) == ([], "nudged")
    assert [note.code for note in lea.all(f.Note)] == ["late_nudge_dropped"]


def test_without_a_trusted_adult_day_21_asks_nobody():
    lea = asked().due("call_task").due("day21")
    assert (lea.said(), lea.asked_for()) == ([], set())


def test_a_wake_up_needs_a_human_present():
    lea = asked().due("call_task").due("rest")
    lea.facts(human=Human("karim", "Karim", present=False, free_from=at("9:00", 1, 2, 2027)))
    lea.due("wake60")
    assert (lea.state, lea.said(), lea.asked_for()) == ("resting", [], {f.TaskKind.HELD})
    assert lea.timers["wake60"][0] == at("12:15", 1, 2, 2027)
    lea.facts(human=None).due("wake60")
    assert (lea.said(), "wake60" in lea.timers) == ([], True)


def test_a_late_wake_up_waits_for_a_fit_hour():
    lea = asked().due("call_task").due("rest")
    lea.on(e.TimerDue("wake60", 9e5), at("23:00", 1, 2, 2027))
    assert (lea.said(), lea.timers["wake60"][0]) == ([], at("12:15", 2, 2, 2027))


def test_whom_nobody_called_is_not_said_to_be_not_reached():
    lea = asked(person=Person(textable=False)).due("rest")
    task = lea.tasks[f.TaskKind.CALL_ONLY]
    assert (lea.state, lea.marks(), task.to_lead) == ("asked", [], True)
    assert "never_called" in task.codes and lea.timers["rest"][0] == task.due + timedelta(days=3)
    lea.due("rest").on(e.CallLogged("karim", e.CallOutcome.VOICEMAIL)).due("rest")
    assert (lea.state, lea.marks()) == ("resting", ["not_reached"])


def test_a_wake_up_by_voice_is_a_call_task():
    lea = asked(person=Person(prefers_voice=True)).due("call_task")
    lea.on(e.CallLogged("karim", e.CallOutcome.VOICEMAIL)).due("rest").due("wake60")
    assert (lea.said(), lea.asked_for()) == ([], {f.TaskKind.CALL_ONLY})


@pytest.mark.parametrize("rung", ["asked", "call_task", "day3", "day10"])
def test_any_sign_of_life_stops_the_ladder(rung):
    lea = asked()
    if rung != "asked":
        lea.due(rung)
    lea.writes(Intent.YES)
    assert lea.state == "talking"
    assert set(lea.timers) == {"quiet", *WAITING_TIMERS}, "she waits for an hour"


def test_her_missed_call_is_an_answer():
    lea = asked().due("call_task").on(e.CallMissed())
    assert (lea.state, lea.said(), lea.asked_for()) == ("talking", [], {f.TaskKind.CALL_BACK})
    assert f.TaskKind.CALL not in lea.tasks
    assert set(lea.timers) == {"quiet", *WAITING_TIMERS}


def test_silence_after_an_answer_is_called_then_rests():
    lea = asked().writes(Intent.WHO).due("quiet")
    assert (lea.state, lea.said(), lea.asked_for()) == ("talking", [], {f.TaskKind.CALL})
    lea.due("quiet")
    assert (lea.state, lea.said()) == ("resting", [])
    assert {"wake60", "wake120", "give_up"} <= set(lea.timers)


WAITS_FOR_US = [
    (lambda: talking(), f.TaskKind.PLAN_SLOT),
    (lambda: talking().writes(Intent.AVAILABILITY), f.TaskKind.PLAN_SLOT),
    (lambda: asked().due("day3").writes(choices=[2]), f.TaskKind.PLAN_SLOT),
    (lambda: asked().on(e.CallMissed()), f.TaskKind.CALL_BACK),
]


@pytest.mark.parametrize(("story", "task"), WAITS_FOR_US)
def test_while_she_waits_for_us_no_timer_closes_anything(story, task):
    lea = story()
    for who, lead in (("owner", 0), ("substitute", 0), ("lead", 1), ("reassign", 1)):
        lea.due(f"wait_{who}")
        assert (lea.asked_for(), lea.said()) == ({task}, [])
        assert lea.tasks[task].to_lead == bool(lead)
    for _ in range(5):
        lea.due("quiet")
        assert (lea.state, lea.said(), lea.all(f.EndTask)) == ("talking", [], [])
    assert task in lea.tasks


def test_an_hour_or_a_tried_call_ends_her_waiting():
    lea = talking().on(e.CallPromised("karim", at("15:00", 24)))
    assert not set(WAITING_TIMERS) & set(lea.timers)
    lea = talking().on(e.CallLogged("karim", e.CallOutcome.VOICEMAIL))
    assert not set(WAITING_TIMERS) & set(lea.timers)
    lea = talking().writes(Intent.HUMAN).on(e.CallLogged("karim", e.CallOutcome.VOICEMAIL))
    assert "wait_lead" in lea.timers, "she asked for a person, and a voice mail is no answer"


def test_a_soft_no_rests_and_is_asked_once_more_only():
    lea = asked().writes(Intent.NO, choices=[3])
    assert (lea.state, lea.said()) == ("resting", [Key.NO_NOTED])
    assert set(lea.timers) == {"wake60", "give_up"}
    lea.due("wake60").due("give_up")
    assert lea.outcome is e.Outcome.REFUSED


def test_a_leftover_timer_does_nothing():
    lea = talking().on(e.TimerDue("day3"))
    assert (lea.state, lea.said()) == ("talking", [])


def test_a_nudge_that_finds_the_word_with_somebody_else_is_a_task():
    lea = asked().facts(speaker=f.Speaker.HUMAN).due("day3")
    assert (lea.said(), lea.asked_for()) == ([], {f.TaskKind.NO_STEP})


def test_a_held_wake_up_is_planned_when_somebody_is_there_again():
    lea = asked().due("call_task").due("rest").facts(human=None).due("wake60")
    later = lea.timers["wake60"][0]
    lea.facts(human=KARIM).on(e.HumanAvailable())
    assert (lea.state, lea.timers["wake60"][0] < later) == ("resting", True)
    lea.due("wake60")
    assert lea.said() == [Key.WAKE_60]
    before = lea.timers["wake120"][0]
    lea.on(e.HumanAvailable())
    assert lea.timers["wake120"][0] == before, "nothing was held"


STARTS = [
    (lambda: referred(), "hello", Key.HELLO),
    (lambda: asked(), "day3", Key.NUDGE_DAY3),
    (lambda: asked().due("day3"), "day10", Key.NUDGE_DAY10),
    (lambda: asked().due("call_task").due("rest"), "wake60", Key.WAKE_60),
    (lambda: asked().writes(Intent.LATER), "again", Key.ASK_SLOT),
]


@pytest.mark.parametrize(("story", "step", "key"), STARTS)
def test_nothing_starts_in_her_name_while_her_number_has_a_second_name(story, step, key):
    lea = story().facts(number_in_doubt=True)
    state = lea.state
    lea.due(step)
    assert (lea.state, lea.said(), lea.asked_for()) == (state, [], {f.TaskKind.OTHER_NAME})
    first = lea.snapshot.now
    lea.due(step)
    assert (lea.said(), lea.asked_for()) == ([], set()), "asked of a person once"
    assert lea.snapshot.now > first
    lea.facts(number_in_doubt=False).due(step)
    assert (lea.said(), f.TaskKind.OTHER_NAME in lea.tasks) == ([key], False)


def test_a_ladder_does_not_end_while_its_nudges_wait():
    lea = asked().facts(number_in_doubt=True).due("day3").due("rest")
    assert (lea.state, lea.marks()) == ("asked", []), "nobody was not reached"
    lea.due("call_task")
    assert f.TaskKind.CALL in lea.tasks, "a person may call, and ask who answers"


def test_who_is_called_and_not_texted_waits_for_nothing():
    lea = asked(person=Person(prefers_voice=True)).facts(number_in_doubt=True).due("day3")
    assert lea.asked_for() == {f.TaskKind.CALL_ONLY}


def dead_number():
    return asked().on(e.SendFailed(Key.HELLO, dead=True))


@pytest.mark.parametrize(
    ("story", "end"),
    [(lambda: asked().due("call_task").due("rest"), "give_up"), (dead_number, "number_wait")],
)
def test_no_file_closes_by_itself_while_a_call_is_promised(story, end):
    lea = story()
    ends = lea.timers[end][0]
    lea.on(e.CallPromised("karim", ends + timedelta(hours=1))).due(end)
    assert (lea.outcome, lea.timers[end][0] > ends) == (None, True)
    lea.due("call_overdue").on(e.CallLogged("karim", e.CallOutcome.VOICEMAIL))
    lea.facts(memory={**lea.snapshot.memory, "late": None}).due(end)
    assert (lea.state, lea.outcome) == ("closed", e.Outcome.UNREACHABLE)
