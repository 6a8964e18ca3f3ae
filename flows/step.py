"""The only door of the core: step(snapshot, event) -> (snapshot after, effects)."""

from __future__ import annotations

from collections.abc import Mapping

from flows.contact.table import FLOW as CONTACT
from flows.effects import Effect
from flows.events import Event
from flows.machine import Machine, UnexpectedEvent, UnknownState
from flows.prescriber.table import FLOW as PRESCRIBER
from flows.relay.table import FLOW as RELAY
from flows.snapshot import FlowKind, Snapshot
from flows.table import Flow
from flows.turn import Turn

__all__ = [
    "FLOWS",
    "MACHINES",
    "TIMERS",
    "VERSIONS",
    "UnexpectedEvent",
    "UnknownState",
    "begin",
    "step",
]

FLOWS: Mapping[FlowKind, Flow] = {flow.kind: flow for flow in (CONTACT, RELAY, PRESCRIBER)}
MACHINES: Mapping[FlowKind, type[Machine]] = {k: f.pool.machine for k, f in FLOWS.items()}
VERSIONS: Mapping[FlowKind, int] = {k: f.version for k, f in FLOWS.items()}
TIMERS: Mapping[FlowKind, frozenset[str]] = {k: frozenset(f.timers) for k, f in FLOWS.items()}


def begin(kind: FlowKind) -> tuple[str, int]:
    """The state and the version of a machine that has just been born: store them in the Flow row,
    then step it with its first fact."""
    return FLOWS[kind].pool.initial, VERSIONS[kind]


def step(snapshot: Snapshot, event: Event) -> tuple[Snapshot, tuple[Effect, ...]]:
    """What one fact does to one machine: the snapshot after it, and what it asks for, in order.

    The same snapshot and event always give the same answer. An ignored fact gives the snapshot
    back and no effect. Raises UnknownState for a stored state or version this code does not know,
    UnexpectedEvent for a fact that the state neither accepts nor ignores.
    """
    flow = FLOWS[snapshot.kind]
    if snapshot.state not in flow.pool.states or snapshot.version > flow.version:
        raise UnknownState(f"{flow.kind}:{snapshot.state} (version {snapshot.version})")
    turn = Turn(snapshot)
    move = flow.decide(turn, event)
    if move is None:
        return snapshot, ()
    state = flow.pool.take(snapshot.state, move, turn, event)
    return turn.snapshot(state), tuple(turn.effects)
