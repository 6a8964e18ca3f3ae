"""The only door: the walk over every state and fact, refusals, drawings, cost of a mistake."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from itertools import product
from pathlib import Path

import pytest

from flows import draw
from flows.keys import ALWAYS_SYSTEM, QUESTION_OF
from flows.machine import Machine, Pool
from flows.snapshot import Snapshot
from flows.step import (
    FLOWS,
    MACHINES,
    TIMERS,
    VERSIONS,
    UnexpectedEvent,
    UnknownState,
    begin,
    step,
)
from flows.turn import BotOverHuman, Turn
from tests.flows.play import (
    HOURS,
    KARIM,
    MONDAY,
    FlowKind,
    Key,
    Question,
    asked,
    at,
    e,
    f,
    read,
    talking,
)
from tests.flows.samples import EVENTS

FACTS = e.FACTS
PLACES = [(flow.kind, state) for flow in FLOWS.values() for state in sorted(flow.pool.states)]


def test_every_fact_has_a_sample():
    assert {type(event) for event in EVENTS} | {e.TimerDue} == set(FACTS)


@pytest.mark.parametrize(("kind", "state"), PLACES)
def test_every_fact_is_accepted_or_explicitly_ignored(kind, state):
    """The walk: whoever speaks, whatever was asked, no pair is left to chance."""
    flow = FLOWS[kind]
    timers = [e.TimerDue(timer) for timer in sorted(flow.timers)]
    questions = (None, Question.FIRST_CONTACT, Question.FOLLOWUP, Question.SLOT)
    for event, speaker, question in product([*EVENTS, *timers], f.Speaker, questions):
        before = Snapshot(
            kind, state, MONDAY, HOURS, human=KARIM, speaker=speaker, question=question
        )
        after, effects = step(before, event)
        if (state, type(event)) in flow.ignored:
            assert (after, effects) == (before, ())
        else:
            assert after.state in flow.pool.states


@pytest.mark.parametrize("kind", FlowKind)
def test_what_is_ignored_has_a_reason_and_names_real_things(kind):
    flow = FLOWS[kind]
    for (state, fact), reason in flow.ignored.items():
        assert state in flow.pool.states
        assert fact in FACTS
        assert reason.endswith(".")
    assert set(flow.decisions) | {fact for _, fact in flow.ignored} | {e.TimerDue} == set(FACTS)


@pytest.mark.parametrize("kind", FlowKind)
def test_every_state_move_and_timer_is_explained(kind):
    flow = FLOWS[kind]
    assert set(flow.states) == flow.pool.states
    assert set(flow.moves) == {str(event) for event in flow.pool.machine._events}
    assert flow.closed < flow.pool.states
    for timer in flow.timers.values():
        assert timer.what
        assert timer.states <= flow.pool.states


@pytest.mark.parametrize("kind", FlowKind)
def test_an_unknown_state_is_refused(kind):
    stored = Snapshot(kind, "no_such_state", MONDAY, HOURS)
    with pytest.raises(UnknownState, match="no_such_state"):
        step(stored, e.StopRead())


def test_a_state_of_a_newer_version_is_refused():
    newer = replace(asked().snapshot, version=VERSIONS[FlowKind.CONTACT] + 1)
    with pytest.raises(UnknownState):
        step(newer, e.StopRead())


def test_an_unknown_fact_or_timer_is_a_bug():
    class NeverHeardOf(e.Event):
        pass

    for event in (NeverHeardOf(), e.TimerDue("no_such_timer")):
        with pytest.raises(UnexpectedEvent):
            step(asked().snapshot, event)


def test_a_move_that_the_machine_forbids_is_a_bug():
    flow = FLOWS[FlowKind.CONTACT]
    turn = Turn(asked().snapshot)
    with pytest.raises(UnexpectedEvent, match="closed has no greet"):
        flow.pool.take("closed", ("greet", lambda turn, fact: None), turn, e.StopRead())


def test_a_failing_act_is_raised_and_leaves_the_next_step_unhurt():
    flow = FLOWS[FlowKind.CONTACT]

    def fails(turn, fact):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        flow.pool.take("asked", ("stay", fails), Turn(asked().snapshot), e.StopRead())
    assert talking().state == "talking"


def test_the_same_snapshot_and_fact_always_give_the_same_answer():
    before = asked().snapshot
    first = step(before, e.TextsReceived(read()))
    assert all(step(before, e.TextsReceived(read())) == first for _ in range(5))
    assert before == asked().snapshot, "the snapshot given is not touched"


def test_the_bot_cannot_speak_over_a_human():
    turn = Turn(replace(asked().snapshot, speaker=f.Speaker.HUMAN))
    with pytest.raises(BotOverHuman):
        turn.say(Key.NUDGE_DAY3, f.SayKind.STARTED)
    turn.say(Key.ARRIVED)
    turn.say(Key.MAIL_CHECK, to=f.Recipient.STRUCTURE)


def test_restoring_a_state_asks_for_nothing():
    for kind, machine in MACHINES.items():
        assert issubclass(machine, Machine)
        assert machine.allow_event_without_transition is False
        assert machine.catch_errors_as_events is False
        assert machine.atomic_configuration_update is True
        for state in FLOWS[kind].pool.states:
            assert machine(start_value=state).current_state_value == state


def test_registries_name_every_flow():
    assert set(MACHINES) == set(VERSIONS) == set(TIMERS) == set(FlowKind)
    for kind in FlowKind:
        assert begin(kind) == ("new", VERSIONS[kind])
        assert isinstance(FLOWS[kind].pool, Pool)


def test_events_carry_no_text_number_or_name():
    """Facts are codes, dates and ids: what the journal keeps (PRODUCT 10)."""
    for fact in FACTS:
        assert is_dataclass(fact)
        names = {one.name for one in fields(fact)}
        assert not names & {"body", "phone", "number", "name", "first_name", "value"}


@pytest.mark.parametrize("kind", FlowKind)
def test_the_drawings_are_current(kind):
    page = Path(draw.FOLDER) / f"{kind.value}.md"
    assert page.read_text(encoding="utf-8") == draw.draw(FLOWS[kind]), "python -m flows.draw"


def test_drawing_writes_the_three_pages(tmp_path):
    assert draw.main(tmp_path / "flows") == 0
    assert {page.name for page in (tmp_path / "flows").iterdir()} == {
        "contact.md",
        "relay.md",
        "prescriber.md",
    }


def test_every_sentence_is_said_by_a_flow_or_by_the_parts_that_hold_its_facts():
    """The flows name their sentences; the others belong to the door, the gate and the alerts."""
    source = "".join(path.read_text() for path in Path(draw.__file__).parent.rglob("*.py"))
    said = set(re.findall(r"Key\.([A-Z0-9_]+)", source.replace(_keys_source(), "")))
    elsewhere = {"ANSWER_WAITS", "MAIL_ALERT", "MAIL_LATE", "MAIL_TALLY"}
    assert {key.name for key in Key} - said == elsewhere


def _keys_source() -> str:
    return (Path(draw.__file__).parent / "keys.py").read_text()


def test_questions_and_the_closed_list_of_system():
    assert set(QUESTION_OF) <= set(Key)
    assert all(key.value.startswith(("system.", "youth.")) for key in ALWAYS_SYSTEM)
    assert Key.HELLO not in ALWAYS_SYSTEM


def test_a_question_stands_until_another_is_asked():
    lea = asked()
    assert lea.snapshot.question is Question.FIRST_CONTACT
    assert talking().snapshot.question is Question.SLOT
    assert lea.on(e.CallPromised("karim", at("15:00"))).snapshot.question is (
        Question.CALL_ANNOUNCED
    )
