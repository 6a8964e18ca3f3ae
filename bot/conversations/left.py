"""Is anybody's turn left in a file? After each act of an aiguilleur an open one with nothing to
come gets a task, within the act's own transaction; the ledger asks the same of all of them."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import col, exists, select

from bot.conversations.asking import open_task
from bot.conversations.change import Change
from bot.models import Conversation, Handover, Message, Timer
from flows.effects import Priority, TaskKind

NOTHING_TO_COME = (
    col(Conversation.closed_at).is_(None),
    ~exists().where(col(Timer.conversation_id) == col(Conversation.id), col(Timer.state) == "set"),
    ~exists().where(
        col(Handover.conversation_id) == col(Conversation.id), col(Handover.closed_at).is_(None)
    ),
)
"""An open conversation without a timer or a task."""


def no_text(*states: str) -> ColumnElement[bool]:
    """And no text in these states."""
    return ~exists().where(
        col(Message.conversation_id) == col(Conversation.id), col(Message.state).in_(states)
    )


def leave_a_step(change: Change) -> None:
    """Whoever ended the last task of an open file did not say what comes next: somebody must.
    After a death that is the lead. A text on its way is no step: once it has left nothing comes."""
    change.session.flush()
    query = select(Conversation.id).where(col(Conversation.id) == change.conversation.id)
    left = query.where(*NOTHING_TO_COME, no_text("received"))
    if change.session.exec(left).first() is None:
        return
    due = change.hours.next_work(change.now)
    task = open_task(change, TaskKind.NO_STEP, Priority.ROUTINE, due=due)
    if change.youth.deceased_at is not None:
        task.owner_id = change.team.lead_id or task.owner_id
