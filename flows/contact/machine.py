"""The states of a contact and the moves between them; what a move asks for is its act."""

from __future__ import annotations

from statemachine import State

from flows.machine import Machine


class ContactFlow(Machine):
    """The life of one conversation with one youth (PRODUCT sections 3, 5, 6, 9 and 10)."""

    new = State(initial=True)
    waiting = State()
    held = State()
    to_announce = State()
    undecided = State()
    asked = State()
    nudged = State()
    talking = State()
    in_relay = State()
    with_human = State()
    resting = State()
    unreachable = State()
    wrong_person = State()
    paused = State()
    opted_out = State()
    deceased = State()
    closed = State()

    _before = (waiting, held, to_announce, undecided)  # nothing was said yet
    _bot = (asked, nudged, talking, in_relay, resting)  # the bot may speak
    _open = (*_before, *_bot, with_human, unreachable, wrong_person, paused)
    _kept = (*_open, opted_out, deceased, closed)

    plan = waiting.from_(new, *_before, unreachable, wrong_person, with_human, closed)
    hold = held.from_(new, *_before, unreachable, wrong_person, with_human, closed)
    announce_first = to_announce.from_(new, undecided)
    suppress = opted_out.from_(new, *_before, unreachable, wrong_person, with_human, closed)
    decide_first = new.to(undecided)
    greet = waiting.to(asked)
    nudge = nudged.from_(asked, nudged, with_human)
    rest = resting.from_(*_before, *_bot, with_human, unreachable)
    engage = talking.from_(*_before, *_bot, with_human, unreachable, opted_out)
    follow = in_relay.from_(*_bot, with_human)
    hand = with_human.from_(new, *_open, opted_out, deceased, closed)
    lose = unreachable.from_(*_before, *_bot)
    mistake = wrong_person.from_(*_before, *_bot, with_human, unreachable, paused)
    pause = paused.from_(*_open)
    stop = opted_out.from_(new, *_open, closed)
    die = deceased.from_(new, *_open, opted_out, closed)
    end = closed.from_(new, *_kept)
    stay = (
        waiting.to(waiting, internal=True)
        | held.to(held, internal=True)
        | to_announce.to(to_announce, internal=True)
        | undecided.to(undecided, internal=True)
        | asked.to(asked, internal=True)
        | nudged.to(nudged, internal=True)
        | talking.to(talking, internal=True)
        | in_relay.to(in_relay, internal=True)
        | with_human.to(with_human, internal=True)
        | resting.to(resting, internal=True)
        | unreachable.to(unreachable, internal=True)
        | wrong_person.to(wrong_person, internal=True)
        | paused.to(paused, internal=True)
        | opted_out.to(opted_out, internal=True)
        | deceased.to(deceased, internal=True)
        | closed.to(closed, internal=True)
    )
