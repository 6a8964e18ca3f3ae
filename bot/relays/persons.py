"""Who follows youths at a structure leaves: each file it follows has a call to make, at no text."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, select

from bot.conversations import change_of
from bot.conversations.asking import open_task
from bot.models import Relay, Structure
from bot.relays.words import OPEN_TO_STRUCTURE
from bot.store import Gone, Store, lock_conversation
from flows.effects import Priority, TaskKind

A_DAY = timedelta(hours=8)  # of work


def person_left(store: Store, relay_id: str, by: str) -> None:
    """The name is forgotten, and in every relay of that structure somebody asks who follows her
    now (PRODUCT 13). Said again, nothing more is asked. Raises Gone."""
    with store.transaction() as session:
        told = session.get(Relay, relay_id)
        structure = session.get(Structure, told.structure_id) if told else None
        if structure is None:
            raise Gone(relay_id)
        if structure.person_sealed is None:
            return
        structure.person_sealed = structure.person_since = None
        session.add(structure)
        query = select(Relay.conversation_id).where(
            Relay.structure_id == structure.id, col(Relay.status).in_(OPEN_TO_STRUCTURE)
        )
        # In one order: nobody else locks two conversations.
        for conversation_id in sorted(set(session.exec(query).all())):
            conversation = lock_conversation(session, conversation_id)
            if conversation.closed_at is not None:
                continue
            change = change_of(session, store, conversation, by)
            due = change.hours.add_work(change.now, A_DAY)
            codes = ("person_left",)
            open_task(change, TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, due=due, codes=codes)
