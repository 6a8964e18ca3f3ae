"""One act of an aiguilleur: a locked conversation of her own team, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

from bot.conversations.change import Change, change_of
from bot.conversations.left import leave_a_step
from bot.models import Aiguilleur, Draft, Handover
from bot.store import Gone, Store, lock_conversation


class NotAllowed(Exception):
    """This act is not possible; `code` says why (the page has the words)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


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


def end(change: Change, task: Handover, outcome: str, by: str) -> None:
    """Close a task with its outcome's code, within the caller's transaction."""
    task.closed_at, task.outcome, task.closed_by = change.now, outcome, by
    change.session.add(task)


def drop_draft(session: Session, conversation_id: str, by: str) -> None:
    """Forget what that aiguilleur was writing there."""
    draft = session.get(Draft, (conversation_id, by))
    if draft is not None:
        session.delete(draft)
        session.flush()
