"""Every failure has an owner: the human tasks that the outbox opens by itself."""

from __future__ import annotations

import logging
from datetime import datetime

from sqlmodel import Session, col, select

from bot.models import Conversation, Handover, JournalEntry, Message
from bot.store import Store
from flows.effects import Priority, SayKind, TaskKind

log = logging.getLogger("sas.outbox")

TO_TEAM = "aiguilleur"  # alerts and sign-in links: what they are about has its own task


def open_task(
    session: Session,
    store: Store,
    message: Message,
    kind: str,
    priority: Priority,
    *codes: str,
    due: datetime | None = None,
    alert: bool = False,
) -> None:
    """A human task about this text; one open task per kind and conversation, asking again adds
    its codes. None about an alert of ours: a task that alerts again would never end."""
    if message.recipient == TO_TEAM:
        log.error("alert_not_sent", extra={"message_id": message.id, "why": message.why})
        return
    now = store.clock.now()
    found = _open(session, message, kind)
    if found is None:
        conversation = (
            session.get(Conversation, message.conversation_id) if message.conversation_id else None
        )
        found = Handover(
            conversation_id=message.conversation_id,
            team_id=message.team_id,
            owner_id=conversation.owner_id if conversation is not None else None,
            kind=str(kind),
            priority=int(priority),
            due=due or now,
            opened_at=now,
        )
        if alert:
            found.next_alert_at = now
    found.codes = sorted({*found.codes, *codes})
    session.add(found)


def ask_a_human(session: Session, store: Store, message: Message, why: str) -> None:
    """Nobody can say whether she has it. It stays uncertain, which is the truth; a callback may
    still settle it."""
    message.next_look_real = None
    message.extra = {**message.extra, "human": why}
    session.add(message)
    safety = message.kind == SayKind.SAFETY
    open_task(
        session,
        store,
        message,
        TaskKind.SAFETY_NOT_SENT if safety else TaskKind.SEND_UNCERTAIN,
        Priority.DANGER if safety else Priority.WAITING,
        why,
        alert=safety,
    )
    journal(session, store, message, "uncertain_to_human", "uncertain", why=why)
    log.error("send_uncertain", extra={"message_id": message.id, "why": why})


def _open(session: Session, message: Message, kind: str) -> Handover | None:
    if message.conversation_id is None:
        return None
    query = select(Handover).where(
        Handover.conversation_id == message.conversation_id,
        Handover.kind == str(kind),
        col(Handover.closed_at).is_(None),
    )
    return session.exec(query).first()


def journal(
    session: Session, store: Store, message: Message, code: str, before: str, **data: object
) -> None:
    """Record what became of a text: codes and ids only."""
    session.add(
        JournalEntry(
            conversation_id=message.conversation_id,
            flow_id=message.flow_id,
            at=store.clock.now(),
            who="carrier" if code.startswith("text_") else "gate",
            code=code,
            before=before,
            after=message.state,
            data={"message": message.id, "key": message.key, **data},
        )
    )
