"""Nobody knows whether this text left. First who claimed it must be dead or done; then the provider
is asked twice; then, only when it is sure, the text goes again; else a human decides."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.gateways import CarriedText, ErrorKind, SendError
from bot.holder import Holder, alive
from bot.models import Message
from bot.outbox.known import around
from bot.outbox.reporting import Gateways, Report
from bot.outbox.sealing import body_of, value_of
from bot.outbox.settle import settle_row
from bot.outbox.tasks import ask_a_human, journal
from bot.rare import passing
from bot.store import Store, lock_conversation

log = logging.getLogger("sas.outbox")

FIRST_LOOK = timedelta(seconds=60)
LOOK_APART = timedelta(seconds=30)
LOOKS = 2
MOST_FAILED_LOOKS = 20  # a provider that is away: some ten minutes
MOST_DEATHS = 3  # of whoever had it in hand: then it may be the text that kills
BEFORE = timedelta(seconds=5)


def find_orphans(store: Store, holder: Holder) -> int:
    """Texts whose claimer is dead become uncertain. A living claimer's are never touched."""
    with store.reading() as session:
        query = select(Message.id, Message.holder).where(
            passing("sending"), Message.holder != holder.id
        )
        claimed = session.exec(query).all()
    dead = {who for who in {row[1] for row in claimed} if who is None or not alive(store, who)}
    orphans = [(message_id, who) for message_id, who in claimed if who in dead]
    for message_id, who in orphans:
        _orphaned(store, message_id, who)
    return len(orphans)


def _orphaned(store: Store, message_id: str, who: str | None) -> None:
    with store.transaction() as session:
        message = session.get(Message, message_id, with_for_update=True, populate_existing=True)
        if message is None or message.state != "sending" or message.holder != who:
            return
        message.state, message.why = "uncertain", "holder_died"
        message.next_look_real = store.clock.real() + FIRST_LOOK
        message.extra = {**message.extra, "deaths": int(message.extra.get("deaths", 0)) + 1}
        session.add(message)
        journal(session, store, message, "uncertain", "sending", why="holder_died")


def look_up_due(store: Store, gateways: Gateways, report: Report, limit: int) -> int:
    """Ask the provider about the uncertain texts whose hour has come."""
    with store.reading() as session:
        query = (
            select(Message.id)
            .where(passing("uncertain"), col(Message.next_look_real) <= store.clock.real())
            .order_by(col(Message.next_look_real))
            .limit(limit)
        )
        due = session.exec(query).all()
    for message_id in due:
        _look(store, gateways, report, message_id)
    return len(due)


@dataclass(frozen=True, slots=True)
class Question:
    """What the provider is asked about one text."""

    to: str
    sender: str
    channel: str
    body: str
    content: bool
    since: datetime
    until: datetime
    asked_at: datetime | None


def _look(store: Store, gateways: Gateways, report: Report, message_id: str) -> None:
    with store.transaction() as session:
        asked = _question(session, store, message_id)
    if asked is None:
        return
    found: list[CarriedText] | None
    final = False
    if asked.channel not in ("sms", "whatsapp") or gateways.texts is None or not asked.body:
        found, final = None, True
    else:
        try:
            found = gateways.texts.look_up(
                to=asked.to,
                sender=asked.sender,
                channel="whatsapp" if asked.channel == "whatsapp" else "sms",
                body=asked.body,
                content=asked.content,
                since=asked.since,
                until=asked.until,
            )
        except SendError as error:
            found, final = None, error.kind not in AWAY
    with store.transaction() as session:
        _answer(session, store, report, message_id, asked, found, final)


AWAY = (ErrorKind.OUTAGE, ErrorKind.UNCERTAIN, ErrorKind.RATE, ErrorKind.TEMPORARY)
"""Errors of a look-up that pass; any other means that look-ups are off for us."""


def _question(session: Session, store: Store, message_id: str) -> Question | None:
    """What to ask, and the hour pushed on so that no other process asks the same now."""
    rows = around(session, message_id)
    real = store.clock.real()
    if rows is None or rows.message.state != "uncertain":
        return None
    message = rows.message
    if message.next_look_real is None or message.next_look_real > real:
        return None
    message.next_look_real = real + LOOK_APART
    session.add(message)
    youth = rows.youth
    erased = youth is not None and youth.data_key is None
    blind = erased or bool(message.extra.get("template")) or rows.address is None
    since = message.claimed_real or message.created_real
    return Question(
        to="" if blind or rows.address is None else value_of(store, rows.address, youth),
        sender=message.sender or "",
        channel=message.channel,
        body="" if blind else body_of(store, message, youth),
        content=bool(message.extra.get("content")),
        since=since - BEFORE,
        until=real,
        asked_at=message.next_look_real,
    )


def _answer(
    session: Session,
    store: Store,
    report: Report,
    message_id: str,
    asked: Question,
    found: list[CarriedText] | None,
    final: bool,
) -> None:
    conversation_id = session.exec(
        select(Message.conversation_id).where(Message.id == message_id)
    ).first()
    if conversation_id is not None:
        lock_conversation(session, conversation_id)
    message = session.get(Message, message_id, with_for_update=True, populate_existing=True)
    if message is None or message.state != "uncertain":
        return
    if message.next_look_real != asked.asked_at:
        return
    if found is None:
        _no_answer(session, store, message, final)
        return
    new = _not_ours_already(session, message, found)
    if len(new) == 1:
        one = new[0]
        settle_row(session, store, message, one.status, one.error_code, report, one.provider_id)
        journal(session, store, message, "text_found", "uncertain")
    elif new:
        ask_a_human(session, store, message, "ambiguous")
    else:
        _absent(session, store, message)


def _not_ours_already(
    session: Session, message: Message, found: list[CarriedText]
) -> list[CarriedText]:
    """Without the provider's rows that another text of ours is known by."""
    ids = [one.provider_id for one in found]
    taken = session.exec(
        select(Message.provider_id).where(
            Message.provider == "twilio",
            col(Message.provider_id).in_(ids),
            Message.id != message.id,
        )
    ).all()
    return [one for one in found if one.provider_id not in set(taken)]


def _no_answer(session: Session, store: Store, message: Message, final: bool) -> None:
    failed = int(message.extra.get("failed_looks", 0)) + 1
    message.extra = {**message.extra, "failed_looks": failed}
    session.add(message)
    if final or failed >= MOST_FAILED_LOOKS:
        ask_a_human(session, store, message, "look_up_off")


def _absent(session: Session, store: Store, message: Message) -> None:
    """Absent twice: sent again when its claimer died before it could have posted; a human when our
    own call hung or was cut, since the carrier may still be chewing on it."""
    message.looked_up += 1
    session.add(message)
    if message.looked_up < LOOKS:
        return
    if message.why != "holder_died":
        ask_a_human(session, store, message, "absent_after_cut")
        return
    if int(message.extra.get("deaths", 0)) >= MOST_DEATHS:
        ask_a_human(session, store, message, "kills_its_process")
        return
    message.state, message.holder, message.next_look_real = "queued", None, None
    message.looked_up = 0
    journal(session, store, message, "sent_again", "uncertain")
    store.wake_after(session, "send", message.id)
