"""After the ladder: rest, the wake-ups of day 60 and 120, and the end (PRODUCT section 6)."""

from __future__ import annotations

from datetime import time

from flows.contact import safety
from flows.contact.ladder import DAYS, GIVE_UP, by_voice
from flows.contact.stage import awaits_us, end_everything
from flows.effects import (
    CloseConversation,
    MarkReferral,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import Outcome, TimerDue
from flows.keys import Key
from flows.machine import Move
from flows.turn import Turn


def rest_due(turn: Turn, event: TimerDue) -> Move:
    """The end of the ladder. Who can only be called, and whom nobody called, was not "not reached":
    the ladder waits, and her call goes to the lead."""
    if by_voice(turn) and not turn.memory.get("tried"):
        return "stay", _never_called
    return "rest", to_rest


def _never_called(turn: Turn, event: TimerDue) -> None:
    turn.task(TaskKind.CALL_ONLY, Priority.CALL, turn.now, "never_called", to_lead=True)
    turn.timer(event.kind, turn.working_days(3))


def to_rest(turn: Turn, _: object) -> None:
    """The end of the ladder: nothing more until day 60."""
    turn.end(TaskKind.CALL, TaskKind.TRUSTED_ADULT, TaskKind.CALL_ONLY, outcome="rest")
    turn.ask(MarkReferral("not_reached"))


def rest_anew(turn: Turn, *, refused: bool = False) -> None:
    """Rest after an exchange: the wake-ups count from now; a soft no is asked once more only."""
    turn.fresh()
    turn.remember("refused", refused or None)
    first = turn.hours.good_hour(turn.hours.in_days(turn.now, DAYS["wake60"], time(9)))
    turn.timer("wake60", first)
    last = first
    if not refused:
        last = turn.hours.good_hour(turn.hours.in_days(turn.now, DAYS["wake120"], time(9)))
        turn.timer("wake120", last)
    turn.timer("give_up", last + GIVE_UP)


def wake_due(turn: Turn, event: TimerDue) -> Move:
    """A wake-up also needs a human present; a late one needs a lawful hour."""
    human = turn.s.human
    if human is None or not human.present:
        return "rest", _wake_held
    if not turn.hours.fit(turn.now):
        return "rest", _wake_later
    return "rest", _wake


def _wake(turn: Turn, event: TimerDue) -> None:
    turn.end(TaskKind.HELD)
    turn.remember("wake_held", None)
    if by_voice(turn):
        turn.task(TaskKind.CALL_ONLY, Priority.CALL, turn.working_days(1), event.kind)
        return
    key = Key.WAKE_60 if event.kind == "wake60" else Key.WAKE_120
    turn.say(key, SayKind.STARTED)


def _wake_held(turn: Turn, event: TimerDue) -> None:
    free = turn.s.human.free_from if turn.s.human else None
    turn.remember("wake_held", f"{event.kind}:{turn.epoch}")
    turn.timer(event.kind, turn.hours.good_hour(max(free or turn.now, turn.working_days(1))))
    turn.task(TaskKind.HELD, Priority.ROUTINE, turn.working_days(1), event.kind)


def _wake_later(turn: Turn, event: TimerDue) -> None:
    turn.timer(event.kind, turn.hours.good_hour(turn.now))


def give_up_due(turn: Turn, event: TimerDue) -> Move:
    """While we owe her an hour or a call, nothing closes by itself (PRODUCT 3.6)."""
    if awaits_us(turn):
        return "stay", lambda turn, _: turn.timer(event.kind, turn.working_days(3))
    return "end", give_up


def give_up(turn: Turn, _: object) -> None:
    """Nobody answered to the end, or a no was left alone: a closed outcome."""
    refused = bool(turn.memory.get("refused"))
    not_hers = turn.s.state == "wrong_person"
    end_everything(turn, safety.KEPT)
    turn.end(TaskKind.NUMBER_DEAD, TaskKind.WRONG_PERSON, outcome="over")
    turn.cancel("closed")
    turn.give(Speaker.NOBODY if not_hers else Speaker.BOT)
    turn.ask(MarkReferral("closed" if refused else "not_reached"))
    outcome = Outcome.REFUSED if refused else Outcome.UNREACHABLE
    turn.ask(CloseConversation(Outcome.WRONG_PERSON if not_hers else outcome))
