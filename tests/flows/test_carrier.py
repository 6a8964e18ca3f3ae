"""What the carrier and the last gate tell: arrived, refused, impossible, a loop."""

from __future__ import annotations

import pytest

from tests.flows.play import Intent, Key, asked, e, f, opted_out, referred, talking, with_karim

T = f.TaskKind
DEAD = e.SendFailed(Key.HELLO, dead=True, code=30006)
MAYBE = e.SendFailed(Key.HELLO, dead=False, code=30003)


def test_a_delivery_says_once_that_the_number_is_good():
    lea = asked().on(e.Delivered(Key.HELLO))
    assert lea.told("prescriber") == [e.NewsArose("number_good", lea.snapshot.now)]
    assert (lea.state, "good" in lea.marks()) == ("asked", True)
    assert lea.on(e.Delivered(Key.NUDGE_DAY3)).told("prescriber") == []


def test_a_dead_number_tells_the_prescriber_the_same_day_and_asks_for_another():
    lea = asked().on(DEAD)
    assert (lea.state, lea.said()) == ("unreachable", [])
    assert lea.told("prescriber") == [e.NewsArose("number_dead", lea.snapshot.now)]
    assert {"dead", "not_reached"} <= set(lea.marks())
    assert (T.NUMBER_DEAD in lea.tasks, set(lea.timers)) == (True, {"number_wait"})
    lea.on(e.AddressReplaced())
    assert (lea.state, T.NUMBER_DEAD in lea.tasks) == ("waiting", False)


def test_without_another_number_it_ends_unreachable():
    assert asked().on(DEAD).due("number_wait").outcome is e.Outcome.UNREACHABLE


def test_one_failure_that_may_pass_is_never_no_answer():
    lea = asked().on(MAYBE)
    assert (lea.state, lea.asked_for(), "doubtful" in lea.marks()) == ("asked", {T.CALL}, True)
    assert lea.on(MAYBE).state == "unreachable"
    lea = asked().on(MAYBE).on(e.Delivered(Key.HELLO)).on(MAYBE)
    assert lea.state == "asked", "a delivery in between counts"


def test_she_writes_from_a_number_that_was_dead():
    lea = asked().on(DEAD).writes(Intent.YES)
    assert (lea.state, lea.said(), "good" in lea.marks()) == ("talking", [Key.ASK_SLOT], True)
    assert T.NUMBER_DEAD not in lea.tasks


def test_under_a_human_a_dead_number_is_a_task_and_the_word_stays():
    lea = with_karim().on(DEAD)
    assert (lea.state, T.NUMBER_DEAD in lea.tasks) == ("with_human", True)
    assert with_karim().on(MAYBE).asked_for() == set()
    for over in (opted_out(), asked().on(e.Closed("karim", e.Outcome.OTHER))):
        assert T.NUMBER_DEAD not in over.on(DEAD).tasks


@pytest.mark.parametrize("gone", [e.SomebodyElse(), e.DeathTold()])
def test_a_text_that_arrives_at_somebody_elses_makes_no_number_good(gone):
    lea = asked().on(gone).on(e.Delivered(Key.HELLO))
    assert (lea.told("prescriber"), "good" in lea.marks()) == ([], False)


def test_the_carriers_own_stop_is_a_stop():
    lea = asked().on(e.SendFailed(Key.HELLO, dead=False, code=21610, opted_out=True))
    assert (lea.state, lea.said(), bool(lea.all(f.OptOut))) == ("opted_out", [], True)
    again = e.SendFailed(Key.HELLO, dead=False, code=21610, opted_out=True)
    assert lea.on(again).all(f.OptOut) == []


@pytest.mark.parametrize(
    ("reason", "state", "task"),
    [
        ("loop_guard", "with_human", T.LOOP),
        ("legal_basis", "with_human", T.SEND_BLOCKED),
        ("sender", "with_human", T.SEND_BLOCKED),
        ("dead_address", "unreachable", T.NUMBER_DEAD),
        ("overtaken", "talking", None),
        ("speaker", "talking", None),
        ("opted_out", "talking", None),
        ("erased", "talking", None),
    ],
)
def test_a_refusal_of_the_gate_has_its_consequence(reason, state, task):
    lea = talking().on(e.SendRefused(Key.ASK_SLOT, reason))
    assert (lea.state, lea.said()) == (state, [])
    assert task is None or task in lea.tasks
    assert opted_out().on(e.SendRefused(Key.ASK_SLOT, reason)).state == "opted_out"


def test_two_robots_are_stopped_and_shown():
    lea = talking().on(e.LoopSuspected())
    assert (lea.state, lea.speaker, T.LOOP in lea.tasks) == (
        "with_human",
        f.Speaker.HUMAN,
        True,
    )
    assert set(lea.tasks) == {T.LOOP}, "what a machine's words asked for is for nobody"
    assert set(lea.timers) == {"idle"}
    assert with_karim().on(e.LoopSuspected()).asked_for() == {T.LOOP}
    assert referred().on(e.LoopSuspected()).state == "with_human"
