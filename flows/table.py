"""One flow as data: its machine, which fact leads to which decision, which timers it sets, and
which facts it ignores, where and why. flows.step and the drawings walk it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flows.events import Event, TimerDue
from flows.machine import Move, Pool, UnexpectedEvent
from flows.snapshot import FlowKind
from flows.turn import LASTING, Turn

Decision = Callable[[Turn, Any], Move]
Pair = tuple[str, type[Event]]


@dataclass(frozen=True, slots=True)
class Timer:
    """What a timer is for (French), the states where it acts, and what is decided then."""

    what: str
    states: frozenset[str]
    decision: Decision


@dataclass(frozen=True)
class Flow:
    """A flow, whole; `states` and `moves` are explained in French. `closed` are the closed
    outcomes: every other state has a due timer or an open human task."""

    kind: FlowKind
    version: int
    pool: Pool
    states: Mapping[str, str]
    moves: Mapping[str, str]
    closed: frozenset[str]
    decisions: Mapping[type[Event], Decision]
    timers: Mapping[str, Timer]
    ignored: Mapping[Pair, str]

    def decide(self, turn: Turn, event: Event) -> Move | None:
        """The move for this fact; None when it is ignored. Raises UnexpectedEvent when the table
        does not know the fact or the timer."""
        fact = type(event)
        if (turn.s.state, fact) in self.ignored:
            return None
        if isinstance(event, TimerDue):
            return self._due(turn, event)
        if fact not in self.decisions:
            raise UnexpectedEvent(f"{self.kind} knows no {fact.__name__}")
        return self.decisions[fact](turn, event)

    def _due(self, turn: Turn, event: TimerDue) -> Move:
        timer = self.timers.get(event.kind)
        if timer is None:
            raise UnexpectedEvent(f"{self.kind} has no timer {event.kind}")
        if turn.s.state not in timer.states:
            return "stay", leftover
        return timer.decision(turn, event)


def leftover(turn: Turn, event: TimerDue) -> None:
    """A timer that came due in a state where it has no object: noted, nothing more."""
    turn.remember(LASTING + event.kind, None)
    turn.note("timer_without_object", timer=event.kind)


def always(trigger: str, act: Callable[[Turn, Any], None]) -> Decision:
    """A decision that needs no look at the facts."""
    return lambda turn, event: (trigger, act)
