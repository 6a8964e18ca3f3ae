"""An aiguilleur's desk: notes, drafts and tasks. A note can never become a message."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from bot.conversations.act import NotAllowed, act, drop_draft, end
from bot.conversations.change import Change
from bot.ids import new_id
from bot.models import Draft, Handover, Note
from bot.store import Gone, Store, seal, youth_key
from flows.effects import TaskKind


def add_note(store: Store, conversation_id: str, by: str, body: str) -> str:
    """A note between aiguilleurs; it never leaves. Returns its id."""
    with act(store, conversation_id, by) as change:
        if not body.strip():
            raise NotAllowed("empty")
        note = Note(
            id=new_id(),
            conversation_id=conversation_id,
            aiguilleur_id=by,
            body_sealed=None,
            at=change.now,
        )
        note.body_sealed = seal(youth_key(store.vault, change.youth), body.strip(), note.id, "body")
        change.session.add(note)
        return note.id


def save_draft(store: Store, conversation_id: str, by: str, body: str) -> None:
    """Keep what she is writing; an empty body forgets it."""
    with act(store, conversation_id, by) as change:
        drop_draft(change.session, conversation_id, by)
        if body.strip():
            sealed = seal(youth_key(store.vault, change.youth), body, conversation_id, "draft")
            draft = Draft(
                conversation_id=conversation_id, aiguilleur_id=by, body_sealed=sealed, at=change.now
            )
            change.session.add(draft)


def end_task(store: Store, task_id: str, by: str, outcome: str) -> None:
    """Close one task with its outcome's code. A danger ends by settle_danger: NotAllowed."""
    with _task(store, task_id, by) as (change, task):
        if task.kind == TaskKind.DANGER:
            raise NotAllowed("danger")
        end(change, task, outcome, by)
        change.journal("task_ended", data={"kind": task.kind, "outcome": outcome})


def defer_task(store: Store, task_id: str, by: str, until: datetime) -> None:
    """Put one task off to that instant (aware). Danger is never put off."""
    with _task(store, task_id, by) as (change, task):
        if task.kind == TaskKind.DANGER:
            raise NotAllowed("danger")
        if until <= change.now:
            raise NotAllowed("past")
        task.deferred_until = until
        change.session.add(task)
        change.journal("task_deferred", data={"kind": task.kind, "until": until.isoformat()})


@contextmanager
def _task(store: Store, task_id: str, by: str) -> Iterator[tuple[Change, Handover]]:
    with store.reading() as session:
        found = session.get(Handover, task_id)
        conversation_id = found.conversation_id if found else None
    if conversation_id is None:
        raise Gone(task_id)
    with act(store, conversation_id, by, even_erased=True) as change:
        yield change, change.session.get_one(Handover, task_id)
