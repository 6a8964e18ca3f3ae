"""What the three state machines share: the settings that make a failure loud, the act that each
transition carries, and a pool that spares the cost of building one machine per step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from statemachine import StateChart
from statemachine.exceptions import TransitionNotAllowed

from flows.events import Event
from flows.turn import Turn

Act = Callable[[Turn, Any], None]
Move = tuple[str, Act]  # the transition to take, and what it asks for


class UnknownState(ValueError):
    """A stored state that the flow does not know: nothing is guessed, a human looks."""


class UnexpectedEvent(ValueError):
    """An event that this state neither accepts nor ignores: a bug, not a situation."""


class Machine(StateChart[Any]):
    """Base of the flows. Effects belong to transitions, so that restoring a state asks nothing."""

    allow_event_without_transition = False
    catch_errors_as_events = False
    atomic_configuration_update = True

    def on_transition(self, act: Act, turn: Turn, fact: Event) -> None:
        """What every transition does: the act that was decided for this fact."""
        act(turn, fact)


class Pool:
    """Machines of one class, built once and placed on the stored state at each step (building one
    costs forty times a step). A machine that failed is thrown away. Safe between threads."""

    def __init__(self, machine: type[Machine], initial: str) -> None:
        self.machine = machine
        self.states = frozenset(str(value) for value in machine.states_map)
        self.initial = initial
        self._free: list[Machine] = []

    def take(self, state: str, move: Move, turn: Turn, fact: Event) -> str:
        """Run one transition from `state`; the state it ends in. Raises UnexpectedEvent when
        the state has no such transition, and whatever the act raises."""
        trigger, act = move
        machine = self._free.pop() if self._free else self.machine(start_value=state)
        machine.current_state_value = state
        try:
            machine.send(trigger, act=act, turn=turn, fact=fact)
        except TransitionNotAllowed as error:
            raise UnexpectedEvent(f"{state} has no {trigger}") from error
        self._free.append(machine)
        return str(machine.current_state_value)
