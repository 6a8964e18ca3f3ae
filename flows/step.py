"""The only door of the core: step(snapshot, event) -> (snapshot after, effects)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flows.contact import table as contact
from flows.effects import Effect
from flows.events import Event
from flows.machine import Machine, Move, Pool, UnexpectedEvent, UnknownState
from flows.snapshot import FlowKind, Snapshot
from flows.turn import Turn

__all__ = ["MACHINES", "TIMERS", "VERSIONS", "UnexpectedEvent", "UnknownState", "begin", "step"]

FLOWS = {FlowKind.CONTACT: contact}
MACHINES: Mapping[FlowKind, type[Machine]] = {k: f.POOL.machine for k, f in FLOWS.items()}
VERSIONS: Mapping[FlowKind, int] = {k: f.VERSION for k, f in FLOWS.items()}
TIMERS: Mapping[FlowKind, frozenset[str]] = {k: frozenset(f.TIMERS) for k, f in FLOWS.items()}
IGNORED = {k: f.IGNORED for k, f in FLOWS.items()}
_DECIDE: Mapping[FlowKind, Callable[[Turn, Event], Move | None]] = {
    k: f.decide for k, f in FLOWS.items()
}
_POOLS: Mapping[FlowKind, Pool] = {k: f.POOL for k, f in FLOWS.items()}


def begin(kind: FlowKind) -> tuple[str, int]:
    """The state and the version of a machine that has just been born: store them in the Flow row,
    then step it with its first fact."""
    return _POOLS[kind].initial, VERSIONS[kind]


def step(snapshot: Snapshot, event: Event) -> tuple[Snapshot, tuple[Effect, ...]]:
    """What one fact does to one machine: the snapshot after it, and what it asks for, in order.

    The same snapshot and event always give the same answer. An ignored fact gives the snapshot
    back and no effect. Raises UnknownState for a stored state or version this code does not know,
    UnexpectedEvent for a fact that the state neither accepts nor ignores.
    """
    kind = snapshot.kind
    pool = _POOLS[kind]
    if snapshot.state not in pool.states or snapshot.version > VERSIONS[kind]:
        raise UnknownState(f"{kind.value}:{snapshot.state} (version {snapshot.version})")
    turn = Turn(snapshot)
    move = _DECIDE[kind](turn, event)
    if move is None:
        return snapshot, ()
    state = pool.take(snapshot.state, move, turn, event)
    return turn.snapshot(state), tuple(turn.effects)
