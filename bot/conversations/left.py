"""Is anybody's turn left in a file? After each act of an aiguilleur an open one with nothing to
come gets a task, within the act's own transaction; the ledger asks the same of all of them."""

from __future__ import annotations

from sqlmodel import col, exists, select

from bot.conversations import rows
from bot.conversations.change import Change
from bot.models import Conversation, Handover, Message, Timer
from flows.effects import Priority, TaskKind

ON_ITS_WAY = ("queued", "sending", "uncertain", "held", "received")
NOBODY_NEXT = (
    col(Conversation.closed_at).is_(None),
    ~exists().where(col(Timer.conversation_id) == col(Conversation.id), col(Timer.state) == "set"),
    ~exists().where(
        col(Handover.conversation_id) == col(Conversation.id), col(Handover.closed_at).is_(None)
    ),
    ~exists().where(
        col(Message.conversation_id) == col(Conversation.id),
        col(Message.state).in_(ON_ITS_WAY),
    ),
)
"""An open conversation without a timer, a task, or a text on its way or waiting."""


def leave_a_step(change: Change) -> None:
    """Whoever ended the last task of an open file did not say what comes next: somebody must.
    After a death that is the lead."""
    change.session.flush()
    here = col(Conversation.id) == change.conversation.id
    if change.session.exec(select(Conversation.id).where(here, *NOBODY_NEXT)).first() is None:
        return
    due = change.hours.next_work(change.now)
    task = rows.open_task(change, TaskKind.NO_STEP, Priority.ROUTINE, due=due)
    if change.youth.deceased_at is not None:
        task.owner_id = change.team.lead_id or task.owner_id
