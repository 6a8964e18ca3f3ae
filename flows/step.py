"""The only door of the core: step(snapshot, event) -> (snapshot after, effects).

Which fact goes to which flow (the caller is bot.conversations, under the conversation's lock):

- contact: all that youth, carrier and aiguilleur do, and `RelayEnded`, `ConsentGiven` told by a
  relay. Born with `Referred` or `StrangerWrote`. The reflexes (`DangerRead`, `StopRead`,
  `StartRead`) come before the turn of the same texts, which then adds nothing. Texts go to the
  last conversation of the address even when it is closed: nobody is dropped.
- relay: `RelayProposed` (born; again when a record was added), consent, `StructureAnswered`,
  `YouthAnswered`, what the carrier tells of its texts, `Delivered(MAIL_PACKET)` once the packet
  left. A turn (`TextsReceived`) goes to the relay whose text asked the last question, while the
  bot speaks; what is no answer it Tells to the contact. Else turns go to the contact, which never
  passes them on. `Snapshot.question` is that of the last text to her that left and asked
  something; `Snapshot.answers` names the sentence she answers.
- prescriber: `Referred` (born), `NumberGiven`, `PrescriberWrote`, and what siblings Tell. A
  duplicate referral begins a prescriber flow only.

What the door owes to effects: in order, in one transaction. `Tell` goes to the sibling flows of
that kind after the effects of this step. `Say` params named `quand` and `lu` are ISO instants (or
a span, two with a slash between), or "" when no hour is known: the door words them in her zone; it
adds prenom, aig, service, source, fin, lien. `SetTimer` carries the epoch of the snapshot after
the step, and replaces a timer of the same kind; a timer of an older epoch is void. One open task
per kind and flow; `EndTask` closes that kind in the whole conversation, or this flow's own;
`CloseConversation` closes no task. An author AIGUILLEUR in a `Say` is an automatic text that
follows a human's act: no human exchange (H2).
Everything else of the returned snapshot (state, version, epoch, resume, memory, misunderstood) is
stored as it is.
"""

from __future__ import annotations

from flows.effects import Effect
from flows.events import Event
from flows.machine import UnexpectedEvent, UnknownState
from flows.registry import FLOWS, MACHINES, TIMERS, VERSIONS
from flows.snapshot import FlowKind, Snapshot
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
