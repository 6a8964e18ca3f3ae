"""What the outbox learns of a text comes back to the flow that said it, as an event."""

from __future__ import annotations

from sqlmodel import Session

from bot.conversations import door
from bot.conversations.change import change_of
from bot.models import Flow, Message
from bot.store import Store, lock_conversation
from flows.effects import Recipient
from flows.events import Event
from flows.snapshot import FlowKind


class Report:
    """Called by the outbox inside its own transaction; `store` gives the time and the keys."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, session: Session, message: Message, event: Event) -> None:
        """Pass `event` about `message` to the flow that said it, else to the contact flow."""
        if message.conversation_id is None:
            return
        conversation = lock_conversation(session, message.conversation_id)
        change = change_of(session, self._store, conversation, "carrier")
        flow = session.get(Flow, message.flow_id) if message.flow_id else None
        if flow is None or message.recipient == Recipient.YOUTH:
            door.happen(change, FlowKind.CONTACT, event)
        if flow is not None and flow.kind != FlowKind.CONTACT:
            door.happen(change, flow.kind, event, subject_id=flow.subject_id)
