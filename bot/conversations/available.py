"""Somebody is there again: first texts and wake-ups that were held start, before their own timer
looks again (PRODUCT section 6).

Who makes somebody available (an absence taken back, a new aiguilleur, a team that starts again)
leaves a mark in the same transaction (bot.conversations.marks); the clock reads it, so a process
killed in between loses nothing. The timer of what is held stays the safety net.
"""

from __future__ import annotations

from sqlmodel import col, delete, select, update

from bot.conversations import door
from bot.conversations.change import change_of
from bot.conversations.marks import MARK, adopt
from bot.models import Fact, Handover
from bot.store import Store, lock_conversation
from flows.effects import Author, TaskKind
from flows.events import HumanAvailable
from flows.snapshot import FlowKind

AFTER_ALL = MARK + "~"  # sorts after every team's mark


def start_held(store: Store, limit: int) -> int:
    """Look at up to `limit` held contacts of the teams marked; returns how many started."""
    with store.reading() as session:
        query = select(Fact).where(col(Fact.name) > MARK, col(Fact.name) < AFTER_ALL)
        marks = session.exec(query.order_by(col(Fact.name)).limit(1)).all()
    return sum(_of_team(store, mark, limit) for mark in marks)


def _of_team(store: Store, mark: Fact, limit: int) -> int:
    """The tasks of a batch in order of id; how far we are stands in the mark itself."""
    name, _, last = mark.value.partition("|")
    query = (
        select(Handover.id, Handover.conversation_id)
        .where(
            Handover.team_id == mark.name.removeprefix(MARK),
            Handover.kind == TaskKind.HELD.value,
            col(Handover.closed_at).is_(None),
            col(Handover.id) > last,
        )
        .order_by(col(Handover.id))
        .limit(limit)
    )
    with store.reading() as session:
        tasks = session.exec(query).all()
    started = sum(_start(store, held) for _, held in tasks if held is not None)
    same = (col(Fact.name) == mark.name, col(Fact.value) == mark.value)  # not marked anew
    with store.transaction() as session:
        if len(tasks) < limit:
            session.execute(delete(Fact).where(*same))
        else:
            session.execute(update(Fact).where(*same).values(value=f"{name}|{tasks[-1][0]}"))
    return started


def _start(store: Store, conversation_id: str) -> bool:
    """Tell her contact, when somebody is really there for her."""
    with store.transaction() as session:
        conversation = lock_conversation(session, conversation_id)
        change = change_of(session, store, conversation, Author.SYSTEM)
        if not adopt(change):
            return False
        door.happen(change, FlowKind.CONTACT, HumanAvailable())
        return True
