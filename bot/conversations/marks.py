"""Somebody has become available to a team: the mark that bot.conversations.available reads, and who
takes a file that was nobody's when it starts."""

from __future__ import annotations

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from bot.conversations.change import Change
from bot.conversations.facts import present_human
from bot.ids import new_id
from bot.models import Fact, Handover
from bot.store import Store
from flows.effects import TaskKind

MARK = "somebody_there:"


def somebody_there(session: Session, store: Store, team_id: str) -> None:
    """Within the caller's transaction: what this team holds is looked at by the next pass."""
    insert = sqlite.insert if store.sqlite else postgresql.insert
    values = {"value": f"{new_id()}|", "at_real": store.clock.real()}
    row = insert(Fact).values(name=MARK + team_id, **values)
    session.execute(row.on_conflict_do_update(index_elements=["name"], set_=values))


def room_again(change: Change) -> None:
    """A file of hers has ended: whoever waits for room is looked at, when somebody does."""
    query = select(Handover.id).where(
        Handover.team_id == change.conversation.team_id,
        Handover.kind == TaskKind.HELD.value,
        col(Handover.closed_at).is_(None),
    )
    if change.session.exec(query.limit(1)).first() is not None:
        somebody_there(change.session, change.store, change.conversation.team_id)


def adopt(change: Change) -> bool:
    """Is somebody there to begin with her? A file that is nobody's is theirs from then on: the
    name in the first text stays the name of the next ones, and their room is taken."""
    human = present_human(change)
    if human is None or not human.present:
        return False
    if change.conversation.owner_id is None:
        change.conversation.owner_id = human.id
        change.session.add(change.conversation)
    return True
