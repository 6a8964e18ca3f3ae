"""Whose phone this is: hers and recognised, somebody else's, or a new one (PRODUCT 5)."""

from __future__ import annotations

from datetime import timedelta

from flows.contact import ladder, safety
from flows.contact.stage import (
    begin_human,
    end_everything,
)
from flows.effects import (
    MarkAddress,
    MarkReferral,
    MarkYouth,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import (
    AddressReplaced,
    NewsArose,
    Recognised,
)
from flows.keys import Key
from flows.machine import Move
from flows.turn import Turn


def two_way(turn: Turn) -> None:
    """They spoke: a meeting of two persons, the date of "last contact" (PRODUCT 10)."""
    turn.ask(MarkYouth("seen"))
    turn.remember("replied", True)
    in_contact(turn)


def in_contact(turn: Turn) -> None:
    """Said once: the referral reads "en lien", and the prescriber is told if she agreed."""
    if not turn.memory.get("in_contact"):
        turn.remember("in_contact", True)
        turn.ask(MarkReferral("in_contact"))
        turn.tell("prescriber", NewsArose("in_contact", turn.now))


def somebody_else(turn: Turn, _: object) -> Move:
    """This phone is not hers: whoever answers hears nothing of her."""
    if turn.s.state in {"wrong_person", "opted_out", "closed", "deceased"}:
        return "stay", lambda turn, _: turn.ask(MarkAddress("someone_else"))
    return "mistake", _somebody_else


def _somebody_else(turn: Turn, _: object) -> None:
    apologise = bool(turn.memory.get("replied")) and turn.speaker is Speaker.BOT
    not_hers(turn)
    if apologise:
        turn.say(Key.WRONG_PERSON, SayKind.ANSWER)


def not_hers(turn: Turn) -> None:
    """The address rests, nobody speaks, and another number is asked for."""
    end_everything(turn, safety.KEPT)
    turn.remember("replied", None)
    turn.give(Speaker.NOBODY)
    turn.cancel("wrong_person")
    turn.ask(MarkAddress("someone_else"))
    turn.ask(MarkReferral("not_reached"))
    turn.tell("prescriber", NewsArose("number_dead", turn.now))
    turn.task(TaskKind.WRONG_PERSON, Priority.ROUTINE, turn.working_days(2))
    turn.timer("number_wait", turn.now + timedelta(days=30))


def recognised(turn: Turn, event: Recognised) -> Move:
    """A human ticked "c'est bien elle": from here texts may be about her."""
    return ("hand" if turn.s.state == "wrong_person" else "stay"), _recognise


def _recognise(turn: Turn, event: Recognised) -> None:
    if turn.s.state == "wrong_person":
        begin_human(turn)
        turn.end(TaskKind.WRONG_PERSON)
        if not turn.memory.get("silence"):
            turn.ask(MarkAddress("good"))
    turn.remember("confirming", None)
    turn.ask(MarkYouth("recognised"))
    turn.tell("relay", event)
    if turn.s.state not in {"opted_out", "deceased"}:
        in_contact(turn)


def address_replaced(turn: Turn, event: AddressReplaced) -> Move:
    """A confirmed new number: the ladder starts again where it had failed; else we ask whether it
    is she, since a new phone proves nobody."""
    state = turn.s.state
    if state in {"unreachable", "wrong_person", "closed"}:
        move, act = ladder.start(turn)
        return move, lambda turn, fact: _new_number(turn, fact, act)
    bot = turn.speaker is Speaker.BOT
    if bot and state in {"asked", "nudged", "talking", "in_relay", "resting"}:
        return "stay", _confirm_number
    return "stay", _another_phone


def _new_number(turn: Turn, fact: object, act: object) -> None:
    turn.end(TaskKind.NUMBER_DEAD, TaskKind.PHONE_CHANGE, TaskKind.WRONG_PERSON)
    turn.ask(MarkYouth("not_recognised"))
    assert callable(act)
    act(turn, fact)


def _another_phone(turn: Turn, _: object) -> None:
    """Who reads there is not known yet, whoever gave the number (PRODUCT 5)."""
    turn.end(TaskKind.NUMBER_DEAD, TaskKind.PHONE_CHANGE)
    turn.ask(MarkYouth("not_recognised"))


def _confirm_number(turn: Turn, _: object) -> None:
    _another_phone(turn, _)
    if turn.s.person.textable:
        turn.remember("confirming", True)
        turn.say(Key.CONFIRM_NUMBER, SayKind.STARTED)
