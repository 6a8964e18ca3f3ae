"""One aiguilleur's file becomes another's: an act of the inbox, at no text."""

from __future__ import annotations

from datetime import timedelta

from bot.conversations import door
from bot.conversations.act import NotAllowed, act, end, open_tasks
from bot.conversations.asking import open_task
from bot.conversations.change import Change
from bot.models import Aiguilleur
from bot.store import Store
from flows.effects import Priority, TaskKind
from flows.events import Transferred
from flows.snapshot import FlowKind

A_DAY = timedelta(hours=8)  # of work


def transfer(
    store: Store, conversation_id: str, by: str, to: str, *, once_met: bool = False
) -> None:
    """Another aiguilleur of the team owns the conversation. `once_met`: she moves, and keeps hers
    until the next one has spoken to her (PRODUCT 13). Raises NotAllowed("other_team")."""
    with act(store, conversation_id, by) as change:
        receiver = change.session.get(Aiguilleur, to)
        if receiver is None or receiver.team_id != change.conversation.team_id:
            raise NotAllowed("other_team")
        if once_met:
            due = change.hours.add_work(change.now, A_DAY)
            open_task(change, TaskKind.MEET, Priority.CALL, due=due).owner_id = to
            change.journal("to_meet")
        else:
            _pass_on(change, to)


def met(change: Change, by: str) -> None:
    """`by` has spoken to her: a file that waited for it is theirs now."""
    waiting = [task for task in open_tasks(change) if task.kind == TaskKind.MEET]
    if any(task.owner_id == by for task in waiting):
        for task in waiting:
            end(change, task, "done", by)
        _pass_on(change, by)


def _pass_on(change: Change, to: str) -> None:
    change.conversation.owner_id = to
    change.session.add(change.conversation)
    for task in open_tasks(change):
        task.owner_id = to
        change.session.add(task)
    door.happen(change, FlowKind.CONTACT, Transferred(to))
