"""What is asked of a human: one open task per kind and flow, and how tasks end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import bindparam, or_
from sqlmodel import col, select, update

from bot.conversations.change import Change
from bot.counters import count
from bot.ids import new_id
from bot.models import Flow, Handover
from flows.effects import CallHuman, EndTask, Priority, TaskKind

# Statements are built once: building one costs more than running it.
_END_TASKS = (
    update(Handover)
    .where(
        col(Handover.conversation_id) == bindparam("conversation"),
        col(Handover.kind).in_(bindparam("kinds", expanding=True)),
        col(Handover.closed_at).is_(None),
    )
    .values(closed_at=bindparam("at"), outcome=bindparam("how"), closed_by=bindparam("who"))
)
_END_OWN = _END_TASKS.where(
    or_(col(Handover.flow_id) == bindparam("flow"), col(Handover.flow_id).is_(None))
)
_OPEN_TASK = select(Handover).where(
    Handover.conversation_id == bindparam("conversation"),
    Handover.kind == bindparam("of_kind"),
    Handover.flow_id == bindparam("flow"),
    col(Handover.closed_at).is_(None),
)

_EVER = select(Handover.id).where(
    Handover.conversation_id == bindparam("conversation"), Handover.kind == bindparam("of_kind")
)


def ever_asked(change: Change, kind: TaskKind) -> bool:
    """Was a human asked for that in this conversation, be it done or not?"""
    given = {"conversation": change.conversation.id, "of_kind": kind.value}
    with change.session.no_autoflush:
        stored = change.session.scalars(_EVER, given).first()
    return stored is not None or any(task.kind == kind for task in _new_tasks(change))


def call_human(change: Change, flow: Flow | None, wish: CallHuman) -> None:
    """One open task per kind and flow; asking again brings it forward and adds its codes."""
    flow_id = flow.id if flow is not None else None
    found = _open_task_of(change, flow_id, wish.kind.value)
    owner = change.team.lead_id if wish.to_lead else change.conversation.owner_id
    if found is not None:
        found.priority = min(found.priority, wish.priority)
        found.due = min(filter(None, (found.due, wish.due)), default=None)
        found.codes = sorted({*found.codes, *wish.codes})
        found.deferred_until = None
        if wish.to_lead and owner is not None:  # a team without a lead leaves it where it is
            found.owner_id = owner
    else:
        found = Handover(
            conversation_id=change.conversation.id,
            team_id=change.conversation.team_id,
            flow_id=flow_id,
            owner_id=_present_owner(change, owner),
            kind=wish.kind.value,
            priority=wish.priority,
            codes=list(wish.codes),
            due=wish.due,
            opened_at=change.now,
        )
        count(change.session, "handover_opened", wish.kind.value, change.now)
    if wish.alert:
        found.next_alert_at = change.now
    change.session.add(found)


def _open_task_of(change: Change, flow_id: str | None, kind: str) -> Handover | None:
    """The open task of that kind and flow: one of this change, else a stored one."""
    given = {"conversation": change.conversation.id, "of_kind": kind, "flow": flow_id}
    with change.session.no_autoflush:
        stored = change.session.scalars(_OPEN_TASK, given).all()
    mine = [task for task in _new_tasks(change) if (task.kind, task.flow_id) == (kind, flow_id)]
    return next((task for task in (*mine, *stored) if task.closed_at is None), None)


def _present_owner(change: Change, owner_id: str | None) -> str | None:
    """The owner, or who stands in for her today."""
    if owner_id is None:
        return None
    return change.stand_in(owner_id)


def _new_tasks(change: Change) -> list[Handover]:
    """The tasks that are not in the database yet."""
    return [row for row in change.session.new if isinstance(row, Handover)]


def end_tasks(change: Change, flow: Flow, wishes: Sequence[EndTask]) -> None:
    """Tasks that end one after the other, those of one outcome in one statement; this flow's own
    are also those that belong to no flow."""
    for (outcome, own), run in groupby(wishes, lambda wish: (wish.outcome, wish.own)):
        kinds = {wish.kind.value for wish in run}
        for task in _new_tasks(change):
            asked = task.conversation_id == change.conversation.id and task.kind in kinds
            if asked and (not own or task.flow_id in (flow.id, None)):
                task.closed_at, task.outcome, task.closed_by = change.now, outcome, change.who
        given = {
            "conversation": change.conversation.id,
            "kinds": sorted(kinds),
            "at": change.now,
            "how": outcome,
            "who": change.who,
        }
        if own:
            change.session.connection().execute(_END_OWN, {**given, "flow": flow.id})
        else:
            change.session.connection().execute(_END_TASKS, given)


def open_task(
    change: Change,
    kind: str,
    priority: Priority,
    *,
    due: datetime | None = None,
    codes: tuple[str, ...] = (),
) -> Handover:
    """A human task that no flow asked for (a broken turn, an unknown voice note...)."""
    task = Handover(
        id=new_id(),
        conversation_id=change.conversation.id,
        team_id=change.conversation.team_id,
        owner_id=_present_owner(change, change.conversation.owner_id),
        kind=kind,
        priority=priority,
        codes=list(codes),
        due=due,
        opened_at=change.now,
    )
    change.session.add(task)
    return task
