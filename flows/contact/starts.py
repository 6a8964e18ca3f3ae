"""What must hold before a timer starts something with her: the word is the bot's, and nobody doubts
whose number it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from flows.contact.ladder import by_voice
from flows.effects import Priority, Speaker, TaskKind
from flows.events import TimerDue
from flows.machine import Move
from flows.turn import Turn

Decide = Callable[[Turn, TimerDue], Move]

STARTS = frozenset({"hello", "day3", "day10", "rest", "wake60", "wake120", "give_up", "again"})
"""Timers that say something in her name, or end what such a text began."""


def has_word(decision: Decide) -> Decide:
    """A step of ours that finds the word with somebody else becomes a task (PRODUCT 3.5)."""

    def decide(turn: Turn, event: TimerDue) -> Move:
        if turn.speaker is Speaker.BOT:
            return decision(turn, event)
        return "stay", _not_our_word

    return decide


def _not_our_word(turn: Turn, event: TimerDue) -> None:
    turn.task(TaskKind.NO_STEP, Priority.ROUTINE, turn.working_days(1), event.kind)


def number_sure(decision: Decide) -> Decide:
    """While another first name on her number waits for a decision, who would read a text in her
    name? The step waits, and comes again (PRODUCT 5). Calls go on: who picks up can be asked."""

    def decide(turn: Turn, event: TimerDue) -> Move:
        if turn.s.number_in_doubt and not by_voice(turn):
            return "stay", _wait
        if not turn.memory.get("in_doubt"):
            return decision(turn, event)
        turn.remember("in_doubt", None)
        turn.end(TaskKind.OTHER_NAME)
        return decision(turn, event)

    return decide


def _wait(turn: Turn, event: TimerDue) -> None:
    """Her aiguilleur is asked once, however often the step comes again."""
    turn.timer(event.kind, turn.hours.good_hour(turn.now + timedelta(hours=1)))
    if not turn.memory.get("in_doubt"):
        turn.remember("in_doubt", True)
        turn.task(TaskKind.OTHER_NAME, Priority.WAITING, turn.working_days(1))
