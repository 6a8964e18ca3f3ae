"""Home of the inbox: the things to do, the promise broken soonest first (PRODUCT 11.1)."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, tuple_
from sqlmodel import Session, col, select

from bot.crypto import Vault
from bot.inbox import dates, tasks
from bot.inbox.viewer import Viewer
from bot.models import Conversation, Handover, Youth
from bot.store import first_name
from flows.effects import Priority

PAGE = 50
COUNTED = 100  # the count of a tab title stops here
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class Tray(StrEnum):
    """Which tasks: hers and those nobody holds, her team's, or those put off."""

    MINE = "mine"
    TEAM = "team"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do, in words."""

    id: str
    conversation_id: str | None
    kind: str
    priority: Priority
    group: str
    name: str
    why: str
    todo: str
    because: str
    since: str
    promise: str
    late: bool
    owner: str
    put_off_until: str


@dataclass(frozen=True, slots=True)
class Board:
    """One page of things to do. `after` asks for the next page; None at the end."""

    rows: tuple[Row, ...]
    after: str | None
    title_count: str


def board(
    session: Session,
    vault: Vault,
    who: Viewer,
    now: datetime,
    tray: Tray = Tray.MINE,
    after: str | None = None,
    most: int = PAGE,
) -> Board:
    """The tasks of that tray, in order. A wrong `after` starts from the top."""
    due = func.coalesce(Handover.due, _NEVER)
    query = (
        select(Handover, Conversation, Youth)
        .join(Conversation, col(Handover.conversation_id) == Conversation.id, isouter=True)
        .join(Youth, col(Conversation.youth_id) == Youth.id, isouter=True)
        .where(*_in_tray(who, now, tray))
        .order_by(col(Handover.priority), due, col(Handover.id))
        .limit(most + 1)
    )
    place = _place(after)
    if place is not None:
        query = query.where(tuple_(col(Handover.priority), due, col(Handover.id)) > tuple_(*place))
    found = session.exec(query).all()
    rows = [_row(vault, who, now, task, talk, youth) for task, talk, youth in found[:most]]
    last = found[most - 1][0] if len(found) > most else None
    return Board(tuple(rows), _after(last) if last else None, count(session, who, now))


def count(session: Session, who: Viewer, now: datetime) -> str:
    """How many things wait for her, for the tab title: "" for none, `100+` at most."""
    few = (
        select(Handover.id)
        .join(Conversation, col(Handover.conversation_id) == Conversation.id, isouter=True)
        .where(*_in_tray(who, now, Tray.MINE))
        .limit(COUNTED)
        .subquery()
    )
    number = session.scalar(select(func.count()).select_from(few)) or 0
    return "" if not number else f"{COUNTED}+" if number >= COUNTED else str(number)


def tasks_of(
    session: Session, vault: Vault, who: Viewer, now: datetime, conversation: Conversation
) -> list[Row]:
    """The open tasks of one conversation, put-off ones included."""
    query = (
        select(Handover)
        .where(Handover.conversation_id == conversation.id, col(Handover.closed_at).is_(None))
        .order_by(col(Handover.priority), func.coalesce(Handover.due, _NEVER), col(Handover.id))
    )
    youth = session.get(Youth, conversation.youth_id)
    return [_row(vault, who, now, one, conversation, youth) for one in session.exec(query).all()]


def _in_tray(who: Viewer, now: datetime, tray: Tray) -> list[ColumnElement[bool]]:
    asleep = and_(col(Handover.deferred_until).is_not(None), col(Handover.deferred_until) > now)
    tests = [col(Handover.team_id) == who.team_id, col(Handover.closed_at).is_(None)]
    if tray is Tray.LATER:
        return [*tests, asleep]
    tests.append(~asleep)
    if tray is Tray.MINE:
        owner = func.coalesce(Handover.owner_id, Conversation.owner_id)
        tests.append(
            or_(owner.is_(None), owner.in_(who.covers), col(Handover.priority) == Priority.DANGER)
        )
    return tests


def _row(
    vault: Vault,
    who: Viewer,
    now: datetime,
    task: Handover,
    talk: Conversation | None,
    youth: Youth | None,
) -> Row:
    name = first_name(vault, youth) if youth is not None else ""
    owner = task.owner_id or (talk.owner_id if talk is not None else None)
    priority = Priority(task.priority)
    put_off = task.deferred_until
    asleep = put_off is not None and put_off > now
    return Row(
        id=task.id,
        conversation_id=task.conversation_id,
        kind=task.kind,
        priority=priority,
        group=tasks.PRIORITIES[priority],
        name=name,
        why=tasks.why(task.kind, name, task.codes),
        todo=tasks.todo(task.kind, name, task.codes),
        because=tasks.because(task.codes, now, who.zone),
        since=dates.since(task.opened_at, now),
        promise=dates.promise(task.due, now, who.zone),
        late=task.due is not None and task.due < now,
        owner=who.called(owner),
        put_off_until=dates.moment(put_off, now, who.zone) if put_off and asleep else "",
    )


def _after(task: Handover) -> str:
    """An opaque place in the list: no name, no text in it."""
    due = task.due or _NEVER
    raw = json.dumps([task.priority, due.isoformat(), task.id])
    return base64.urlsafe_b64encode(raw.encode()).decode()


def _place(after: str | None) -> tuple[int, datetime, str] | None:
    if not after:
        return None
    try:
        priority, due, task_id = json.loads(base64.urlsafe_b64decode(after.encode()))
        return int(priority), datetime.fromisoformat(str(due)), str(task_id)
    except (binascii.Error, ValueError, TypeError):
        return None
