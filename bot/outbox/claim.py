"""The claim: the last gate with the conversation locked, then the row says who is about to post it.
Committed before the call; while the claimer lives nobody else touches the row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from bot.gateways import OutgoingMail, OutgoingText
from bot.holder import Holder
from bot.models import Conversation, Message
from bot.outbox.gate import decide
from bot.outbox.known import Around, around, known
from bot.outbox.poison import survived
from bot.outbox.reporting import Report
from bot.outbox.sealing import body_of, key_of, owner_of, value_of, ways_of
from bot.outbox.senders import MAIL, Sender, Senders, Slot, Wait, senders_of, take_slot
from bot.outbox.tasks import journal, open_task
from bot.outbox.verdict import Later, Pass, Refused, Way, Why
from bot.outbox.waits import say_that_an_answer_waits
from bot.store import Store, seal, unseal
from flows.effects import Author, Priority, Recipient, SayKind, TaskKind
from flows.events import SendRefused
from messages.content import Content, content_of, session_sids
from messages.sms import measure, prepare

PATIENCE = {SayKind.SAFETY: timedelta(seconds=10), SayKind.ANSWER: timedelta(seconds=1)}
"""How long a claimed text may wait for its slot; what may wait longer is timed again."""

SHORT = timedelta(milliseconds=250)


_CONVERSATION_OF = (
    select(Message.conversation_id)
    .where(col(Message.id) == bindparam("message_id"))
    .scalar_subquery()
)
_LOCK_OF = (
    select(Conversation.id)
    .where(col(Conversation.id) == _CONVERSATION_OF)
    .with_for_update(key_share=True)
)
_NOW = (
    sa_select(col(Message.state), col(Message.holder), col(Conversation.epoch))
    .outerjoin(Conversation, col(Conversation.id) == col(Message.conversation_id))
    .where(col(Message.id) == bindparam("message_id"))
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A text that this process is about to post."""

    message_id: str
    conversation_id: str | None
    outgoing: OutgoingText | OutgoingMail
    sender: Sender
    slot: Slot
    epoch: int
    to_youth: bool
    by_bot: bool
    urgent: bool


def claim(store: Store, message_id: str, holder: Holder, report: Report) -> Claim | str:
    """Pass the gate and claim, in one transaction; else the row's word: what it became (refused,
    held), or that it stays for later (`queued`)."""
    with store.transaction() as session:
        rows = _locked(session, message_id)
        if rows is None:
            return "gone"
        message = rows.message
        if message.direction != "out" or message.state != "queued":
            return message.state
        if not _due(store, message):
            return "queued"
        senders = senders_of(store.settings)
        verdict = decide(known(session, store, rows, senders))
        survived(message)
        if isinstance(verdict, Refused):
            return _refuse(session, store, message, verdict.why, report)
        if isinstance(verdict, Later):
            message.not_before, message.why = verdict.until, verdict.why
            session.add(message)
            return "queued"
        return _by_way(session, store, rows, verdict, senders, holder)


def _locked(session: Session, message_id: str) -> Around | None:
    """The rows around this text, its conversation locked first, as every writer does."""
    lock_of(session, message_id)
    return around(session, message_id)


def lock_of(session: Session, message_id: str) -> None:
    """Lock the conversation of a text (a text of none: itself), before reading it. SQLite's
    transaction is the lock already."""
    if session.get_bind().dialect.name == "sqlite":
        return
    if session.connection().scalar(_LOCK_OF, {"message_id": message_id}) is None:
        session.get(Message, message_id, with_for_update=True)


def _due(store: Store, message: Message) -> bool:
    late = message.retry_real
    return message.not_before <= store.clock.now() and (late is None or late <= store.clock.real())


def _refuse(session: Session, store: Store, message: Message, why: Why, report: Report) -> str:
    """Final: kept with its reason, returned to the flow as an event."""
    message.state, message.why = "refused", why
    session.add(message)
    journal(session, store, message, "refused", "queued", why=why.value)
    session.flush()
    if message.recipient != Recipient.YOUTH or message.author == Author.AIGUILLEUR:
        _tell_team(session, store, message, why)
    else:
        report(session, message, SendRefused(message.key or "", why.value))
        if why is Why.LOOP_GUARD:
            open_task(session, store, message, TaskKind.LOOP, Priority.WAITING, message.key or "")
    return "refused"


def _tell_team(session: Session, store: Store, message: Message, why: Why) -> None:
    """A human's own words, or news that somebody is owed, never vanish quietly."""
    if why in (Why.ERASED, Why.DECEASED):
        return
    kind = TaskKind.SEND_BLOCKED
    if message.recipient == Recipient.PRESCRIBER:
        kind = TaskKind.PRESCRIBER_NEWS
    elif message.recipient == Recipient.STRUCTURE:
        kind = TaskKind.STRUCTURE_CALL
    open_task(session, store, message, kind, Priority.WAITING, why.value)


def _by_way(
    session: Session, store: Store, rows: Around, passed: Pass, senders: Senders, holder: Holder
) -> Claim | str:
    message = rows.message
    if passed.way is Way.HELD:
        if passed.why is Why.WINDOW:
            say_that_an_answer_waits(session, store, rows)
        return hold(session, store, message, passed.why or Why.SENDER)
    if passed.way is Way.SMS:
        _as_sms(store, rows)
    sender = senders.of(message.channel)
    if sender is None:
        return hold(session, store, message, Why.SENDER)
    slot = _slot(session, store, message, sender)
    if isinstance(slot, Wait):
        message.retry_real, message.why = slot.until, Why.BREAKER if slot.broken else Why.RATE
        session.add(message)
        return "queued"
    return _claimed(session, store, rows, passed.way, sender, slot, holder)


def hold(session: Session, store: Store, message: Message, why: Why) -> str:
    """No way out now: the text is kept, and a human knows."""
    message.state, message.why = "held", why
    session.add(message)
    journal(session, store, message, "held", "queued", why=why.value)
    kind = TaskKind.SEND_BLOCKED if message.channel != MAIL else TaskKind.PRESCRIBER_NEWS
    open_task(session, store, message, kind, Priority.WAITING, why.value)
    return "held"


def _slot(session: Session, store: Store, message: Message, sender: Sender) -> Slot | Wait:
    urgent = message.kind == SayKind.SAFETY or message.recipient == "aiguilleur"
    patience = PATIENCE[SayKind.SAFETY] if urgent else PATIENCE.get(SayKind(message.kind), SHORT)
    return take_slot(session, store, sender, patience, urgent=urgent)


def _as_sms(store: Store, rows: Around) -> None:
    """The SMS copy of a WhatsApp text: the one rendered with it, else its own words."""
    message, youth = rows.message, rows.youth
    body = ways_of(store, message, youth).get("sms", {}).get("body")
    text = str(body or prepare(body_of(store, message, youth)))
    size = measure(text)
    message.channel, message.encoding, message.segments = "sms", size.encoding, size.segments
    key = key_of(store, owner_of(message, youth))
    message.body_sealed = seal(key, text, message.id, "body")


def _claimed(
    session: Session,
    store: Store,
    rows: Around,
    way: Way,
    sender: Sender,
    slot: Slot,
    holder: Holder,
) -> Claim:
    message = rows.message
    outgoing = _outgoing(store, rows, way, sender)
    message.state, message.why, message.holder = "sending", None, holder.id
    message.claimed_at, message.claimed_real = store.clock.now(), store.clock.real()
    message.attempts += 1
    message.looked_up, message.next_look_real, message.retry_real = 0, None, None
    message.sender, message.provider = sender.name, "smtp" if sender.channel == MAIL else "twilio"
    message.extra = _extra(message, way, outgoing)
    session.add(message)
    holder.take(message.id)
    return Claim(
        message.id,
        message.conversation_id,
        outgoing,
        sender,
        slot,
        rows.conversation.epoch if rows.conversation is not None else 0,
        message.recipient == Recipient.YOUTH,
        message.author == Author.BOT,
        message.kind == SayKind.SAFETY,
    )


def _extra(message: Message, way: Way, outgoing: OutgoingText | OutgoingMail) -> dict[str, Any]:
    """What the row says of this very try: `template` or `content`, the id it leaves with."""
    extra = {k: v for k, v in message.extra.items() if k not in ("template", "content")}
    if isinstance(outgoing, OutgoingText) and outgoing.content_sid:
        extra["template" if way is Way.TEMPLATE else "content"] = outgoing.content_sid
    return extra


def _outgoing(store: Store, rows: Around, way: Way, sender: Sender) -> OutgoingText | OutgoingMail:
    message, youth, address = rows.message, rows.youth, rows.address
    to = value_of(store, address, youth) if address is not None else ""
    body = body_of(store, message, youth)
    if sender.channel == MAIL:
        key = key_of(store, owner_of(message, youth))
        subject = unseal(key, message.subject_sealed, message.id, "subject")
        return OutgoingMail(message.id, to, subject, body)
    leaves = OutgoingText(
        our_id=message.id,
        to=to,
        sender=sender.name,
        channel="whatsapp" if sender.channel == "whatsapp" else "sms",
        body=body,
        status_callback=f"{store.settings.public_url}/webhooks/twilio/status/{message.id}",
    )
    if way is Way.TEMPLATE:
        template = ways_of(store, message, youth)["template"]
        given = Content(str(template["sid"]), dict(template["variables"]))
        return _with(replace(leaves, body=str(template["body"])), given)
    return _with(leaves, _choices(store, message, body) if sender.channel == "whatsapp" else None)


def _with(text: OutgoingText, content: Content | None) -> OutgoingText:
    if content is None:
        return text
    return replace(text, content_sid=content.sid, content_variables=content.variables)


def _choices(store: Store, message: Message, body: str) -> Content | None:
    """The buttons or the list of our own question, unless the carrier refused them. A human's
    words leave as written."""
    if message.key is None or message.extra.get("no_content"):
        return None
    sids = session_sids() if store.settings.production else None
    return content_of(body, message.language or "fr", message.id, sids)


def still_to_post(held: Claim, holder: Holder) -> bool:
    """Asked just before the call: is the claim still ours, and has the word not changed hands
    since? A bot's text that a human overtook in that instant goes back to the gate."""
    row = holder.look(_NOW, {"message_id": held.message_id})
    if row is None or row[0] != "sending" or row[1] != holder.id:
        return False
    return not (held.to_youth and held.by_bot and row[2] != held.epoch)


def unclaim(store: Store, held: Claim, holder: Holder) -> None:
    """Nothing was posted: the text goes back to the queue, and through the gate again."""
    with store.transaction() as session:
        message = session.get(
            Message, held.message_id, with_for_update=True, populate_existing=True
        )
        if message is not None and message.state == "sending" and message.holder == holder.id:
            back_to_the_queue(message)
            session.add(message)


def back_to_the_queue(message: Message) -> None:
    """No call began: as if it had not been claimed."""
    message.state, message.holder = "queued", None
    message.attempts -= 1
