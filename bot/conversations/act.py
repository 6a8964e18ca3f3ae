"""One act of an aiguilleur: a locked conversation of her own team, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.conversations.change import Change, change_of
from bot.conversations.left import leave_a_step
from bot.models import Aiguilleur, Draft, Flow, Handover
from bot.store import Gone, Store, lock_conversation
from flows.snapshot import FlowKind
from flows.turn import HELD_BY

_CONTACT_MEMORY = select(Flow.memory).where(
    col(Flow.conversation_id) == bindparam("conversation"),
    col(Flow.kind) == FlowKind.CONTACT.value,
)


class NotAllowed(Exception):
    """This act is not possible; `code` says why (the page has the words)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Taken(NotAllowed):
    """A colleague has had the word since the page was read: `holder` is her id."""

    def __init__(self, holder: str) -> None:
        super().__init__("held")
        self.holder = holder


class Stale(Exception):
    """Something happened since the page was read: `message_id` is the newest text."""

    def __init__(self, message_id: str) -> None:
        super().__init__(message_id)
        self.message_id = message_id


@contextmanager
def act(
    store: Store, conversation_id: str, by: str, *, even_erased: bool = False
) -> Iterator[Change]:
    """A locked conversation of the aiguilleur's own team. Raises Gone for any other, and
    NotAllowed("erased") when nothing of hers is left to act on, unless `even_erased`. An open file
    that it leaves with nothing to come gets a task."""
    with store.transaction() as session:
        aiguilleur = session.get(Aiguilleur, by)
        conversation = lock_conversation(session, conversation_id)
        if (
            aiguilleur is None
            or not aiguilleur.active
            or aiguilleur.team_id != conversation.team_id
        ):
            raise Gone(conversation_id)
        change = change_of(session, store, conversation, by)
        if change.youth.erased_at is not None and not even_erased:
            raise NotAllowed("erased")
        yield change
        leave_a_step(change)


def holder_of(session: Session, conversation_id: str) -> str | None:
    """The aiguilleur who took the word and still has it. None when the bot speaks, nobody does, or
    a human is only awaited."""
    with session.no_autoflush:
        memory = session.scalars(_CONTACT_MEMORY, {"conversation": conversation_id}).first() or {}
    held_by: str | None = memory.get(HELD_BY)
    return held_by


def end(change: Change, task: Handover, outcome: str, by: str) -> None:
    """Close a task with its outcome's code, within the caller's transaction."""
    task.closed_at, task.outcome, task.closed_by = change.now, outcome, by
    change.session.add(task)


def open_tasks(change: Change) -> list[Handover]:
    query = select(Handover).where(
        Handover.conversation_id == change.conversation.id, col(Handover.closed_at).is_(None)
    )
    return list(change.session.exec(query).all())


def drop_draft(session: Session, conversation_id: str, by: str) -> None:
    """Forget what that aiguilleur was writing there."""
    draft = session.get(Draft, (conversation_id, by))
    if draft is not None:
        session.delete(draft)
        session.flush()
