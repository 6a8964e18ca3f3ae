"""Two people on one file: who else has it open, who is writing; both expire in 5 minutes of real
time (PRODUCT 11.8). Rows of Lease, one per conversation and aiguilleur, written by POST only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.inbox.viewer import Viewer, own, viewer
from bot.models import Lease
from bot.store import Store

LASTS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Here:
    """First names of colleagues who have the file open, and of those who are writing; `minutes`
    until the last writer's lock expires by itself, 0 when nobody writes."""

    reading: tuple[str, ...]
    writing: tuple[str, ...]
    minutes: int = 0


def come(store: Store, conversation_id: str, by: str, *, writing: bool) -> None:
    """She has the file open, and is writing or not. Raises Gone."""
    with store.transaction() as session:
        own(session, viewer(session, by, store.clock.now()), conversation_id)
        until = store.clock.real() + LASTS
        _hold(session, _name("open", conversation_id, by), by, until)
        if writing:
            _hold(session, _name("write", conversation_id, by), by, until)


def leave(store: Store, conversation_id: str, by: str) -> None:
    """She closed the file, or sent what she was writing."""
    with store.transaction() as session:
        for what in ("open", "write"):
            _let_go(session, _name(what, conversation_id, by))


def stop_writing(store: Store, conversation_id: str, by: str) -> None:
    """What she wrote was sent: colleagues need not be asked any more."""
    with store.transaction() as session:
        _let_go(session, _name("write", conversation_id, by))


def here(session: Session, who: Viewer, conversation_id: str, real: datetime) -> Here:
    """Who else is on this file now."""
    others = [one for one in who.colleagues if one != who.id]
    if not others:
        return Here((), ())
    names = {_name(what, conversation_id, one) for one in others for what in ("open", "write")}
    rows = session.exec(
        select(Lease).where(col(Lease.name).in_(names), Lease.until_real > real)
    ).all()
    writing = [one for one in rows if one.name.startswith("write:")]
    at_it = {one.holder for one in writing}
    reading = {one.holder for one in rows} - at_it
    return Here(
        reading=tuple(sorted(who.called(one) for one in reading)),
        writing=tuple(sorted(who.called(one) for one in at_it)),
        minutes=max((_minutes(one.until_real - real) for one in writing), default=0),
    )


def _minutes(left: timedelta) -> int:
    return -(-int(left.total_seconds()) // 60)


def _name(what: str, conversation_id: str, by: str) -> str:
    return f"{what}:{conversation_id}:{by}"


def _hold(session: Session, name: str, holder: str, until: datetime) -> None:
    session.merge(Lease(name=name, holder=holder, until_real=until))


def _let_go(session: Session, name: str) -> None:
    row = session.get(Lease, name)
    if row is not None:
        session.delete(row)
