"""The only door to a conversation: an event goes through flows.step, its effects become rows.

Nothing else in SAS calls `flows.step`. The conversation must be locked by the caller; everything
happens in the caller's transaction, without network.
"""

from __future__ import annotations

from collections import deque

from sqlmodel import Session

from bot.conversations import rows
from bot.conversations.change import Change, change_of
from bot.conversations.facts import snapshot
from bot.models import Conversation, Flow, Relay
from bot.store import Store
from flows.effects import (
    CallHuman,
    CloseConversation,
    Effect,
    GiveWord,
    Priority,
    Speaker,
    TaskKind,
    Tell,
)
from flows.events import Event
from flows.snapshot import FlowKind
from flows.step import VERSIONS, UnexpectedEvent, UnknownState, begin, step

UNKNOWN, WITH_HUMAN = "unknown_state", "with_human"
MOST_STEPS = 60  # one event tells siblings, which tell siblings; more is a loop and a bug


class EndlessStep(Exception):
    """One event led to more steps than MOST_STEPS: a loop between flows."""


def begin_flow(change: Change, kind: FlowKind, subject_id: str, event: Event) -> Flow:
    """Start a machine of the conversation and give it its first event."""
    state, version = begin(kind)
    flow = Flow(
        conversation_id=change.conversation.id,
        kind=kind,
        subject_id=subject_id,
        state=state,
        version=version,
    )
    change.session.add(flow)
    change.session.flush()
    change.begun(flow)
    happen(change, kind, event, subject_id=subject_id)
    return flow


def happen(change: Change, kind: str, event: Event, *, subject_id: str | None = None) -> None:
    """One event through the flows of that kind, and what they tell their siblings."""
    waiting: deque[tuple[str, str | None, Event]] = deque([(kind, subject_id, event)])
    steps = 0
    while waiting:
        of_kind, subject, happened = waiting.popleft()
        for flow in change.flows(of_kind, subject):
            steps += 1
            if steps > MOST_STEPS:
                raise EndlessStep(type(event).__name__)
            effects = _step(change, flow, happened)
            rows.apply_all(change, flow, [one for one in effects if not isinstance(one, Tell)])
            waiting += [(one.flow, None, one.event) for one in effects if isinstance(one, Tell)]


def tell(
    session: Session, store: Store, conversation: Conversation, kind: str, event: Event, who: str
) -> None:
    """`happen` for callers that hold a locked conversation and no Change yet."""
    happen(change_of(session, store, conversation, who), kind, event)


def _step(change: Change, flow: Flow, event: Event) -> tuple[Effect, ...]:
    """Step one machine, keep its new state, write the journal."""
    code = type(event).__name__
    before = flow.state
    try:
        after, effects = step(snapshot(change, flow, event), event)
    except UnknownState:
        known = (WITH_HUMAN, VERSIONS[FlowKind.CONTACT])
        if flow.kind == FlowKind.CONTACT and (flow.state, flow.version) != known:
            _to_human(change, flow)
            return _step(change, flow, event)
        return _set_apart(change, flow, UNKNOWN)
    except UnexpectedEvent:
        change.journal("unexpected_event", flow=flow, before=before, data={"event": code})
        return ()
    flow.state, flow.version, flow.epoch = after.state, after.version, after.epoch
    flow.resume, flow.memory = after.resume, dict(after.memory)
    change.session.add(flow)
    change.conversation.misunderstood = after.misunderstood
    change.journal(code, flow=flow, before=before, after=after.state, data=rows.facts_of(event))
    _reopen(change, flow, before, effects)
    if flow.kind == FlowKind.RELAY:
        _keep_answers(change, flow)
    return effects


def _keep_answers(change: Change, flow: Flow) -> None:
    """What both sides said at the day now asked, on the relay's row: pages and figures read it."""
    day = flow.memory.get("check")
    relay = change.session.get(Relay, flow.subject_id)
    if day is None or relay is None:
        return
    youth, structure = flow.memory.get("youth"), flow.memory.get("structure")
    if youth is not None:
        relay.youth_says = {**relay.youth_says, str(day): youth}
    if structure is not None:
        relay.structure_says = {**relay.structure_says, str(day): structure}
    change.session.add(relay)


def _reopen(change: Change, flow: Flow, before: str, effects: tuple[Effect, ...]) -> None:
    """A closed file lives again when its contact leaves the state it was closed in: somebody who
    writes after months is never dropped (PRODUCT 3.8)."""
    conversation = change.conversation
    if conversation.closed_at is None or flow.kind != FlowKind.CONTACT or flow.state == before:
        return
    if not any(isinstance(effect, CloseConversation) for effect in effects):
        conversation.closed_at, conversation.outcome = None, None
        change.session.add(conversation)
        change.journal("reopened", flow=flow)


def _to_human(change: Change, flow: Flow) -> None:
    """A contact whose stored state no longer exists: a human has the word and the reason, and the
    machine goes on from there, so that danger, STOP and the human's own acts are still heard."""
    state, version = flow.state, flow.version
    flow.state, flow.version = WITH_HUMAN, VERSIONS[FlowKind.CONTACT]
    flow.resume, flow.memory = None, {}
    change.session.add(flow)
    change.journal(UNKNOWN, flow=flow, before=state, after=WITH_HUMAN, data={"version": version})
    asks = CallHuman(TaskKind.BROKEN_STATE, Priority.WAITING, due=change.now, codes=(UNKNOWN,))
    rows.apply_all(change, flow, [GiveWord(Speaker.HUMAN), asks])


def _set_apart(change: Change, flow: Flow, why: str) -> tuple[Effect, ...]:
    """Another machine that cannot be loaded: it stands still, a human gets the reason, the other
    machines go on (issue: a stored state that no longer exists)."""
    flow.broken = f"{why}:{flow.state}"
    change.session.add(flow)
    change.journal(why, flow=flow, before=flow.state)
    return (CallHuman(TaskKind.BROKEN_STATE, Priority.WAITING, due=change.now, codes=(why,)),)
