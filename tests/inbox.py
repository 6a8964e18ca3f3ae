"""What the tests of the inbox add to the cast: tasks, and an aiguilleur of another team."""

from __future__ import annotations

from typing import Any

from bot.ids import new_id
from bot.models import Aiguilleur, Handover, Team
from bot.store import seal
from flows.effects import Priority, TaskKind
from tests.cast import Cast, Person, hours


def task(
    cast: Cast,
    person: Person,
    kind: TaskKind,
    priority: Priority,
    *,
    due: float | None = None,
    **changes: Any,
) -> Handover:
    """An open human task of hers; `due` in hours from now."""
    now = cast.store.clock.now()
    row = Handover(
        conversation_id=person.conversation.id,
        team_id=person.youth.team_id,
        kind=kind.value,
        priority=priority,
        due=None if due is None else now + hours(due),
        opened_at=now,
        **changes,
    )
    with cast.store.transaction() as session:
        session.add(row)
    return row


def another_team(cast: Cast) -> Aiguilleur:
    """Sam, an aiguilleur of another team: nobody's right on Léa's file."""
    store, mail = cast.store, "sam@sas.example"
    team = Team(id=new_id(), name="Nice", service="Relais Jeunes", danger_plan={"written": True})
    row = new_id()
    sam = Aiguilleur(
        id=row,
        team_id=team.id,
        name="Sam",
        email_sealed=seal(store.vault.common, mail, row, "email") or b"",
        email_index=store.vault.index(mail),
        created_at=store.clock.now(),
    )
    with store.transaction() as session:
        session.add(team)
        session.flush()
        session.add(sam)
    return sam
