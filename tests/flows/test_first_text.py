"""Before and at the first text: when it leaves, and what holds it."""

from __future__ import annotations

import pytest

from flows.contact.ladder import OF_ONE_LADDER
from tests.flows.play import (
    KARIM,
    FlowKind,
    Human,
    Intent,
    Key,
    Person,
    Play,
    Question,
    Sureness,
    asked,
    at,
    e,
    f,
    referred,
    timedelta,
)


@pytest.mark.parametrize(
    ("made", "best", "leaves"),
    [
        (at("10:00"), None, at("12:15")),
        (at("12:15"), None, at("12:15")),
        (at("12:30"), None, at("18:15")),
        (at("19:00"), None, at("12:15", 24)),
        (at("10:00"), "morning", at("9:15", 24)),
        (at("10:00"), "evening", at("18:15")),
        (at("13:00"), "noon", at("12:15", 24)),
        (at("10:00", 27), None, at("12:15", 27)),  # Friday noon: somebody reads in the afternoon
        (at("13:00", 27), None, at("12:15", 30)),  # never a Friday evening nor a Saturday
        (at("10:00", 28), "evening", at("18:15", 30)),
    ],
)
def test_the_first_text_waits_for_a_good_hour(made, best, leaves):
    lea = referred(now=made, person=Person(best_time=best))
    assert (lea.state, lea.timers["hello"][0]) == ("waiting", leaves)
    assert lea.said() == []


def test_at_its_hour_the_first_text_leaves_and_the_ladder_is_set():
    lea = asked()
    assert lea.state == "asked"
    assert (lea.text().key, lea.text().kind, lea.text().author) == (
        Key.HELLO,
        f.SayKind.STARTED,
        f.Author.BOT,
    )
    assert lea.text().question is Question.FIRST_CONTACT
    assert lea.text().params == {"quand": ""}, "no hour that nobody accepted"
    assert set(lea.timers) == {
        "call_task",
        "day3",
        "day10",
        "day21",
        "rest",
        "wake60",
        "wake120",
        "give_up",
    }
    assert lea.told("prescriber") == [e.NewsArose("attempted", at("12:15"))]
    assert "attempting" in lea.marks()


def by_hand(**facts):
    """Every wording of the first text was said to her, in files that are closed."""
    return referred(all_said=frozenset({Key.HELLO}), **facts).due("hello")


def test_a_first_text_that_was_all_said_is_a_persons_to_find():
    lea = by_hand()
    assert (lea.state, lea.speaker, lea.said()) == ("with_human", f.Speaker.HUMAN, [])
    assert lea.asked_for() == {f.TaskKind.ALL_SAID}
    assert lea.tasks[f.TaskKind.ALL_SAID].due == at("12:15", 24)
    assert (lea.told("prescriber"), lea.marks()) == ([], []), "nothing was tried"
    assert set(lea.timers) == {"idle"}, "no ladder without a first text"


@pytest.mark.parametrize(
    ("tries", "over"),
    [
        (e.HumanSpoke("karim"), True),
        (e.CallLogged("karim", e.CallOutcome.VOICEMAIL), False),
        (e.CallLogged("karim", e.CallOutcome.SPOKEN), True),
        (e.CallPromised("karim", at("15:00")), False),
    ],
)
def test_what_a_person_tries_is_the_first_attempt(tries, over):
    lea = by_hand().on(tries)
    assert e.NewsArose("attempted", at("12:15")) in lea.told("prescriber")
    assert lea.marks().count("attempting") == 1
    assert (f.TaskKind.ALL_SAID in lea.tasks) is not over
    assert lea.has_next_step()
    assert "attempting" not in lea.on(e.HumanSpoke("karim")).marks(), "said once"
    lea.on(e.HandedBack("karim", "resume"))
    assert (lea.state, lea.timers["day3"][0]) == ("nudged", at("18:15", 26))


def test_who_only_takes_the_file_has_tried_nothing():
    lea = by_hand().on(e.HumanSpoke("karim", "take"))
    assert (lea.told("prescriber"), lea.marks()) == ([], [])
    lea.on(e.HandedBack("karim", "resume"))
    assert lea.state == "waiting", "there was no first text to go on from"


def test_a_call_that_no_text_can_announce_is_no_attempt_yet():
    lea = referred(all_said=frozenset({Key.HELLO_CALL})).on(e.CallPromised("karim", at("16:00")))
    assert lea.said() == [Key.HELLO_CALL], "the door asks for other words"
    assert (lea.told("prescriber"), lea.marks()) == ([], [])
    lea.due("hello")
    assert lea.said() == [Key.HELLO]


@pytest.mark.parametrize(
    "human", [None, Human("karim", "Karim", present=False, free_from=at("9:00", 30))]
)
def test_without_anybody_to_read_the_answer_it_is_held_and_the_prescriber_is_told(human):
    lea = referred(human=human)
    assert lea.state == "held"
    assert f.TaskKind.HELD in lea.tasks
    free = human.free_from if human else None
    assert lea.told("prescriber") == [e.NewsArose("held", free)]
    if human:
        assert lea.timers["hello"][0] == at("12:15", 30)


def test_when_somebody_is_back_the_held_text_is_planned_again():
    lea = referred(human=None).facts(human=KARIM).on(e.HumanAvailable())
    assert (lea.state, f.TaskKind.HELD in lea.tasks) == ("waiting", False)


def test_an_absence_found_at_the_last_moment_holds_the_text():
    lea = referred().facts(human=None).due("hello")
    assert (lea.state, lea.said()) == ("held", [])
    lea.facts(human=KARIM).due("hello")
    assert lea.state == "waiting"


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (at("14:00", 24), "asked"),  # late, lawful: it still goes
        (at("16:00", 27), "asked"),  # Friday afternoon, somebody reads
        (at("17:30", 27), "waiting"),  # Friday evening
        (at("11:00", 28), "waiting"),  # Saturday
        (at("11:00", 29), "waiting"),  # Sunday
        (at("22:00", 24), "waiting"),
    ],
)
def test_a_late_first_text_goes_when_the_hour_is_fit(now, state):
    lea = referred().on(e.TimerDue("hello", 90000), now)
    assert lea.state == state
    assert (Key.HELLO in lea.said()) == (state == "asked")


def test_a_youth_not_informed_gets_nothing():
    lea = Play.of().on(e.Referred(informed=False))
    assert (lea.state, lea.said(), lea.marks()) == ("to_announce", [], ["to_announce"])
    assert f.TaskKind.TO_ANNOUNCE in lea.tasks
    lea.due("announce_again")
    assert (lea.state, lea.has_next_step()) == ("to_announce", True)
    lea.on(e.Informed())
    assert (lea.state, f.TaskKind.TO_ANNOUNCE in lea.tasks) == ("waiting", False)


@pytest.mark.parametrize(
    ("meant", "more", "said"),
    [
        (Intent.YES, {}, Key.HELLO),
        (Intent.NO, {}, Key.HELLO),
        (Intent.AVAILABILITY, {}, Key.HELLO),
        (Intent.OTHER, {"sureness": Sureness.HUMAN}, Key.HELLO),
        (Intent.YES, {"sureness": Sureness.ASK}, Key.HELLO),
        (Intent.WHO, {}, Key.WHO_WE_ARE),
        (Intent.HUMAN, {}, Key.HUMAN_COMING),
        (Intent.WRONG_NUMBER, {}, Key.WRONG_PERSON),
    ],
)
def test_who_writes_before_the_first_text_gets_it_as_the_answer(meant, more, said):
    lea = referred(spoken_to=False).writes(meant, **more)
    assert lea.said() == [said]
    if said is Key.HELLO:
        assert (lea.state, lea.text().kind) == ("talking", f.SayKind.ANSWER)
        assert lea.tasks[f.TaskKind.ANSWER].codes == ("before_hello",)
        assert "hello" not in lea.timers


def test_who_had_every_first_text_or_a_talk_or_finds_nobody_is_not_greeted():
    lea = referred(spoken_to=False, all_said=frozenset({Key.HELLO})).writes(Intent.YES)
    assert lea.said() == [Key.ASK_SLOT]
    lea = referred(spoken_to=False, human=Human("karim", "Karim", present=False))
    assert (lea.state, lea.writes(Intent.YES).said()) == ("held", [Key.HUMAN_COMING])
    lea = referred(spoken_to=False, memory={"in_contact": True}).writes(Intent.YES)
    assert lea.said() == [Key.ASK_SLOT]


def test_her_card_lets_her_write_first_and_she_is_answered_once():
    lea = Play.of().on(e.Referred(informed=False)).on(e.Informed(wrote_first=True))
    assert (lea.state, lea.said()) == ("talking", [Key.HELLO])
    lea.writes()
    assert lea.said() == [], "the card's code itself is no second turn"
    assert lea.writes(Intent.THANKS).said() == [Key.THANKS], "what comes after it is a text"


@pytest.mark.parametrize(
    ("event", "task"),
    [
        (e.Referred(True, known_other_name=True), f.TaskKind.OTHER_NAME),
        (e.Referred(True, to_confirm=True), f.TaskKind.CONFIRM_FIELD_ACTOR),
    ],
)
def test_another_name_or_a_relative_waits_for_a_human(event, task):
    lea = Play.of().on(event)
    assert (lea.state, lea.speaker, lea.said()) == ("undecided", f.Speaker.HUMAN, [])
    assert task in lea.tasks
    lea.on(e.HandedBack("karim", "hello"))
    assert (lea.state, lea.speaker, task in lea.tasks) == ("waiting", f.Speaker.BOT, False)


@pytest.mark.parametrize("person", [Person(textable=False), Person(prefers_voice=True)])
def test_a_landline_or_a_voice_turns_questions_into_call_tasks(person):
    lea = referred(person=person)
    assert lea.tasks[f.TaskKind.CALL_ONLY].due == at("12:15"), "at once, for the first good hour"
    lea.due("hello")
    assert (lea.said(), lea.asked_for(), lea.marks()) == ([], set(), [])
    lea.due("day3")
    assert (lea.said(), lea.asked_for()) == ([], {f.TaskKind.CALL_ONLY})
    lea.on(e.CallLogged("karim", e.CallOutcome.VOICEMAIL))
    assert "attempting" in lea.marks(), "not before somebody called"


def test_who_prefers_the_voice_hears_the_hour_once_it_is_accepted():
    lea = asked(person=Person(prefers_voice=True)).on(e.CallPromised("karim", at("15:00")))
    assert lea.said() == [Key.HELLO_CALL]


def test_a_minor_without_a_named_human_gets_one_within_a_working_day():
    lea = referred(human=None, person=Person(minor=True))
    task = lea.tasks[f.TaskKind.MINOR_NAMED]
    assert (task.due, task.to_lead) == (at("10:00", 24), True)
    assert f.TaskKind.MINOR_NAMED not in referred(person=Person(minor=True)).tasks


def test_a_suppressed_number_gets_nothing_and_reads_as_not_reached():
    lea = Play.of(person=Person(opted_out=True)).on(e.Referred(True))
    assert (lea.state, lea.speaker) == ("opted_out", f.Speaker.NOBODY)
    lea.due("sham_attempt")
    assert lea.marks() == ["attempting"]
    lea.due("sham_end")
    assert (lea.marks(), lea.texts) == (["not_reached"], [])


def test_decided_but_not_told_yet_she_is_told_first():
    lea = Play.of().on(e.Referred(informed=False, to_confirm=True))
    lea.on(e.HandedBack("karim", "announce"))
    assert (lea.state, lea.speaker, set(lea.tasks)) == (
        "to_announce",
        f.Speaker.BOT,
        {f.TaskKind.TO_ANNOUNCE},
    )
    assert lea.on(e.Informed()).state == "waiting"


def test_a_new_break_starts_again_only_after_six_months():
    lea = asked().writes(Intent.WHO).on(e.HumanSpoke("karim", "call"))
    lea.on(e.Closed("karim", e.Outcome.OTHER))
    assert {*OF_ONE_LADDER} & {*lea.snapshot.memory}
    lea.on(e.Referred(True), at("10:00", 20, 1, 2027))
    assert (lea.state, lea.asked_for()) == ("closed", {f.TaskKind.ANSWER})
    lea.on(e.Referred(True), at("10:00", 27, 5, 2027))
    assert (lea.state, set(lea.timers)) == ("waiting", {"hello"})
    assert not {*OF_ONE_LADDER} & {*lea.snapshot.memory}


def test_a_stranger_is_answered_once_and_shown_to_a_human():
    sam = Play.of().on(e.StrangerWrote())
    assert (sam.state, sam.speaker) == ("with_human", f.Speaker.HUMAN)
    assert (sam.text().key, sam.text().author) == (Key.UNKNOWN_NUMBER, f.Author.SYSTEM)
    assert f.TaskKind.UNKNOWN_NUMBER in sam.tasks
    sam.writes()
    assert sam.said() == []


def test_a_stranger_who_calls_is_answered_once_and_called_back():
    sam = Play.of().on(e.StrangerWrote(called=True))
    assert (sam.text().key, sam.text().params["called"]) == (Key.UNKNOWN_NUMBER, "1")
    sam.on(e.CallMissed())
    assert sam.said() == []
    assert set(sam.tasks) == {f.TaskKind.CALL_BACK}


def test_a_hello_that_a_call_has_announced_is_not_said_again():
    lea = referred().on(e.CallPromised("karim", at("16:00")))
    assert lea.said() == [Key.HELLO_CALL]
    lea.due("hello")
    assert (lea.state, lea.said()) == ("asked", [])


def test_begin_gives_a_newborn_of_each_flow():
    for kind in FlowKind:
        assert Play.of(kind).state == "new"
    assert asked().snapshot.now - at("10:00") == timedelta(hours=2, minutes=15)
