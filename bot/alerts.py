"""The clock tells people outside the inbox: danger at once, a youth who waits when the promise
breaks; owner, then substitute, then lead (PRODUCT 3.6 and section 9)."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, or_, select

from bot.calendar import hours_of, team_hours
from bot.conversations import somebody_there
from bot.ids import new_id
from bot.models import (
    Address,
    Aiguilleur,
    Conversation,
    Handover,
    JournalEntry,
    Message,
    Team,
    Youth,
)
from bot.presence import Rota, rota_of, who_is_there
from bot.runtime import Runtime
from bot.store import Store, seal
from flows.effects import Author, Priority, SayKind
from flows.hours import Hours
from flows.keys import Key
from messages.render import Rendered, render

log = logging.getLogger("sas.alerts")

SUBSTITUTE_AFTER, LEAD_AFTER, REASSIGN_AFTER = 4.0, 8.5, 17.0
"""Working hours since the task was opened: 4, one day, two days."""

LEADS_TURN = 3  # the alert from which the lead is told that a youth waits

LIMIT = 100


def send_alerts(rt: Runtime) -> int:
    """Queue the alerts that are due now; returns how many tasks were looked at."""
    store, now = rt.store, rt.store.clock.now()
    broken = (
        (col(Handover.priority) <= Priority.WAITING)
        & (col(Handover.alerts) == 0)
        & col(Handover.next_alert_at).is_(None)
        & col(Handover.answered_at).is_(None)
        & (col(Handover.due) <= now)
    )
    query = (
        select(Handover.id)
        .where(
            col(Handover.closed_at).is_(None),
            or_(col(Handover.next_alert_at) <= now, broken),
        )
        .order_by(col(Handover.priority), col(Handover.due))
        .limit(LIMIT)
    )
    with store.reading() as session:
        due = session.exec(query).all()
    for task_id in due:
        with store.transaction() as session:
            _alert(session, store, task_id)
    return len(due)


def start_again(rt: Runtime) -> int:
    """Teams that had stopped starting, and where nobody waits past the lead's alert any more,
    start again; returns how many."""
    store = rt.store
    with store.reading() as session:
        if session.exec(select(Team.id).where(col(Team.starts_paused)).limit(1)).first() is None:
            return 0
    with store.transaction() as session:
        stopped = session.exec(select(Team).where(col(Team.starts_paused))).all()
        again = [team for team in stopped if not _somebody_waits(session, team)]
        for team in again:
            team.starts_paused = False
            session.add(team)
            somebody_there(session, store, team.id)
            log.info("team_starts_again", extra={"team": team.id})
        return len(again)


def _somebody_waits(session: Session, team: Team) -> bool:
    query = select(Handover.id).where(
        Handover.team_id == team.id,
        col(Handover.closed_at).is_(None),
        col(Handover.priority) == Priority.WAITING.value,
        col(Handover.alerts) >= 4,
    )
    return session.exec(query.limit(1)).first() is not None


def _alert(session: Session, store: Store, task_id: str) -> None:
    now = store.clock.now()
    task = session.get(Handover, task_id, with_for_update=True, populate_existing=True)
    if task is None or task.closed_at is not None:
        return
    if task.next_alert_at is not None and task.next_alert_at > now:
        return
    team = session.get_one(Team, task.team_id)
    hours = _hours(session, task, team, now)
    task.alerts += 1
    for aiguilleur in _whom(session, task, team, hours, now):
        _tell(session, store, task, team, aiguilleur)
    task.next_alert_at = _next(task, hours, now)
    if task.priority != Priority.DANGER and task.alerts >= 4 and not team.starts_paused:
        team.starts_paused = True  # the lead must reassign; no new contact meanwhile
        session.add(team)
        _journal(session, task, now, "team_starts_paused", team.lead_id)
    session.add(task)


def _next(task: Handover, hours: Hours, now: datetime) -> datetime | None:
    """Danger is repeated by its flow; a youth who waits climbs: 4 hours, a day, two days."""
    if task.priority == Priority.DANGER or task.answered_at is not None:
        return None
    climbs = (SUBSTITUTE_AFTER, LEAD_AFTER, REASSIGN_AFTER)
    if task.alerts > len(climbs):
        return None
    at = hours.add_work(task.opened_at, timedelta(hours=climbs[task.alerts - 1]))
    return max(at, now + timedelta(minutes=5))


def _whom(
    session: Session, task: Handover, team: Team, hours: Hours, now: datetime
) -> list[Aiguilleur]:
    """Who is told this time. `task.alerts` counts this alert."""
    today = hours.local(now).date()
    rota = rota_of(session, team.id, today)
    owner = task.owner_id or _owner(session, task)
    there = _active(session, [who_is_there(session, owner, today) if owner else None])
    if task.priority == Priority.DANGER:
        found = _danger_rings(session, task, there, rota.present(today))
    elif task.alerts >= LEADS_TURN:
        found = _active(session, [team.lead_id, *(one.id for one in there)])
    else:
        found = _waiting(session, rota, owner, team.lead_id, there, today, task.alerts > 1)
    return found or _active(session, [team.lead_id]) or _everybody(session, team)


def _danger_rings(
    session: Session, task: Handover, there: list[Aiguilleur], present: list[Aiguilleur]
) -> list[Aiguilleur]:
    """Who takes the danger, or would; until somebody has, also whoever was rung for it and is
    there, since the lead's turn does not end theirs."""
    found = there or present
    if task.taken_at is not None:
        return found
    query = select(JournalEntry.data).where(
        JournalEntry.conversation_id == task.conversation_id, JournalEntry.code == "alerted"
    )
    rung = {data["to"] for data in session.exec(query).all() if data["task"] == task.id}
    return found + [one for one in present if one.id in rung and one not in found]


def _waiting(
    session: Session,
    rota: Rota,
    owner: str | None,
    lead: str | None,
    there: list[Aiguilleur],
    today: date,
    second: bool,
) -> list[Aiguilleur]:
    """A youth who waits: the owner, or who stands in for her today; the second time a colleague
    too, since a substitute is declared with an absence alone. A colleague at once when the owner
    is away and nobody stands in."""
    if there and not second:
        return there
    known = {one.id for one in there} | {one for one in (owner, lead) if one is not None}
    colleague = rota.colleague(session, known, today)
    return there + ([colleague] if colleague is not None else [])


def _active(session: Session, wanted: list[str | None]) -> list[Aiguilleur]:
    found = [session.get(Aiguilleur, one) for one in dict.fromkeys(wanted) if one is not None]
    return [one for one in found if one is not None and one.active]


def _hours(session: Session, task: Handover, team: Team, now: datetime) -> Hours:
    """Those of her territory, by which her promise was counted; else those of the team."""
    youth = _youth(session, task)
    if youth is None:
        return team_hours(session, team, now.year)
    return hours_of(session, youth, now.year)


def _youth(session: Session, task: Handover) -> Youth | None:
    if task.conversation_id is None:
        return None
    conversation = session.get(Conversation, task.conversation_id)
    return session.get(Youth, conversation.youth_id) if conversation is not None else None


def _owner(session: Session, task: Handover) -> str | None:
    if task.conversation_id is None:
        return None
    conversation = session.get(Conversation, task.conversation_id)
    return conversation.owner_id if conversation is not None else None


def _everybody(session: Session, team: Team) -> list[Aiguilleur]:
    query = select(Aiguilleur).where(Aiguilleur.team_id == team.id, col(Aiguilleur.active))
    return list(session.exec(query.order_by(col(Aiguilleur.id))).all())


def _tell(
    session: Session, store: Store, task: Handover, team: Team, aiguilleur: Aiguilleur
) -> None:
    """One e-mail, and for danger a text to her work phone too: a link, no personal content. The
    words tell a danger from a task that is late."""
    link = f"{store.settings.public_url}/inbox"
    if task.conversation_id is not None:
        link = f"{link}/{task.conversation_id}"
    words = render(_words_of(task), {"lien": link, "service": team.service}, channel="mail")
    _queue(session, store, task, _mailbox(session, store, aiguilleur), "mail", words)
    if task.priority == Priority.DANGER and aiguilleur.phone_sealed is not None:
        _queue(session, store, task, _phone(session, store, aiguilleur), "sms", words)
    _journal(session, task, store.clock.now(), "alerted", aiguilleur.id)


def _words_of(task: Handover) -> Key:
    return Key.MAIL_ALERT if task.priority == Priority.DANGER else Key.MAIL_LATE


def _queue(
    session: Session,
    store: Store,
    task: Handover,
    address: Address,
    channel: str,
    words: Rendered,
) -> None:
    now, row, common = store.clock.now(), new_id(), store.vault.common
    message = Message(
        id=row,
        team_id=task.team_id,
        address_id=address.id,
        direction="out",
        author=Author.SYSTEM.value,
        reason=f"alert:{task.kind}",
        kind=SayKind.SAFETY.value if task.priority == Priority.DANGER else SayKind.NEWS.value,
        recipient="aiguilleur",
        channel=channel,
        key=_words_of(task).value,
        body_sealed=seal(common, words.body, row, "body"),
        subject_sealed=seal(common, words.subject, row, "subject"),
        state="queued",
        not_before=now,
        created_at=now,
        created_real=store.clock.real(),
    )
    session.add(message)
    session.flush()
    store.wake_after(session, "send", row)


def _mailbox(session: Session, store: Store, aiguilleur: Aiguilleur) -> Address:
    mail = store.vault.common.open(aiguilleur.email_sealed, f"{aiguilleur.id}.email")
    return _address(session, store, aiguilleur, "mail", mail)


def _phone(session: Session, store: Store, aiguilleur: Aiguilleur) -> Address:
    sealed = aiguilleur.phone_sealed or b""
    phone = store.vault.common.open(sealed, f"{aiguilleur.id}.phone")
    return _address(session, store, aiguilleur, "phone", phone)


def _address(
    session: Session, store: Store, aiguilleur: Aiguilleur, channel: str, value: str
) -> Address:
    """Her address as the outbox wants it, made at the first alert. Its index is of her id: the
    same mailbox may also be a prescriber's."""
    index = store.vault.index(f"aiguilleur {aiguilleur.id} {channel}")
    query = select(Address).where(Address.value_index == index, col(Address.retired_at).is_(None))
    found = session.exec(query).first()
    row = found.id if found is not None else new_id()
    sealed = seal(store.vault.common, value, row, "value")
    if found is None:
        found = Address(
            id=row,
            owner="aiguilleur",
            owner_id=aiguilleur.id,
            channel=channel,
            value_sealed=sealed,
            value_index=index,
        )
    found.value_sealed = sealed
    session.add(found)
    session.flush()
    return found


def _journal(session: Session, task: Handover, now: datetime, code: str, whom: str | None) -> None:
    session.add(
        JournalEntry(
            conversation_id=task.conversation_id,
            flow_id=task.flow_id,
            at=now,
            who="clock",
            code=code,
            data={"task": task.id, "kind": task.kind, "to": whom, "alerts": task.alerts},
        )
    )
