"""A text is queued: one row, already rendered, with its author, its reason and what it belongs to.
Nothing is sent here; a worker is poked after the commit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from sqlmodel import Session, and_, col, or_, update

from bot.calendar import hours_of
from bot.ids import new_id
from bot.models import Address, Conversation, Flow, Message, Youth
from bot.outbox.gate import ASKED_FROM, ASKED_UNTIL
from bot.outbox.sealing import key_of, seal_ways
from bot.store import Store, seal
from flows.effects import Author, Recipient, SayKind
from messages.render import Rendered
from messages.sms import measure

CANCELLABLE = ("queued", "held")
LAST_ASKED = timedelta(minutes=5)  # what moves earlier leaves 5 minutes before the closing hour


def put(
    session: Session,
    store: Store,
    *,
    conversation: Conversation,
    youth: Youth | None,
    address: Address | None,
    flow: Flow | None,
    author: str,
    author_id: str | None,
    reason: str,
    kind: str,
    recipient: str,
    channel: str,
    key: str,
    words: Rendered,
    question: str | None = None,
    not_before: datetime,
    late: str = "send",
    cause: str | None = None,
    ways: Mapping[str, Rendered] | None = None,
) -> Message:
    """Queue one rendered text. `youth` is given when it goes to her: her key seals it. `ways` are
    the same text as an approved template ("template") and as an SMS ("sms"), for a WhatsApp
    window that may close before it leaves. `not_before` is SAS time."""
    message = _row(store, conversation, youth, address, flow)
    message.author, message.author_id, message.reason = str(author), author_id, reason
    message.kind, message.recipient, message.channel = str(kind), str(recipient), channel
    message.key, message.variant, message.language = str(key), words.variant, words.language_used
    message.question = str(question) if question is not None else None
    message.fallback, message.late, message.answers_id = words.fallback, str(late), cause
    message.encoding, message.segments = words.encoding, words.segments
    message.not_before = not_before
    if kind == SayKind.ASKED and youth is not None:
        message.not_before = _asked_hour(session, youth, not_before)
    seal_key = key_of(store, youth)
    message.body_sealed = seal(seal_key, words.body, message.id, "body")
    message.subject_sealed = seal(seal_key, words.subject, message.id, "subject")
    message.ways_sealed = seal_ways(seal_key, _ways(ways or {}), message.id)
    return _queued(session, store, message)


def put_human(
    session: Session,
    store: Store,
    *,
    conversation: Conversation,
    youth: Youth,
    address: Address,
    author_id: str,
    body: str,
    channel: str,
    kind: str = SayKind.ANSWER,
    author: str = Author.AIGUILLEUR,
    recipient: str = Recipient.YOUTH,
) -> Message:
    """Queue an aiguilleur's own words, as she wrote them."""
    message = _row(store, conversation, youth, address, None)
    message.author, message.author_id, message.reason = str(author), author_id, "human"
    message.kind, message.recipient, message.channel = str(kind), str(recipient), channel
    size = measure(body)
    message.encoding, message.segments = size.encoding, size.segments
    message.body_sealed = seal(key_of(store, youth), body, message.id, "body")
    return _queued(session, store, message)


def cancel_planned(
    session: Session,
    conversation_id: str,
    reason: str,
    *,
    authors: tuple[str, ...] | None = (Author.BOT,),
    receipts: bool = False,
) -> int:
    """Cancel, visibly, the texts of those authors to the youth that have not left; with None,
    every text of the conversation except alerts to the team. `receipts`: also what SYSTEM answers
    to a text of hers, safety apart. The conversation is locked by the caller. Returns how many."""
    query = update(Message).where(
        col(Message.conversation_id) == conversation_id,
        col(Message.direction) == "out",
        col(Message.state).in_(CANCELLABLE),
    )
    if authors is None:
        query = query.where(col(Message.recipient) != "aiguilleur")
    else:
        theirs = col(Message.author).in_([str(author) for author in authors])
        receipt = and_(
            col(Message.author) == Author.SYSTEM.value,
            col(Message.kind) == SayKind.ANSWER.value,
        )
        query = query.where(
            or_(theirs, receipt) if receipts else theirs,
            col(Message.recipient) == Recipient.YOUTH.value,
        )
    return session.exec(query.values(state="cancelled", why=reason)).rowcount


def _row(
    store: Store,
    conversation: Conversation,
    youth: Youth | None,
    address: Address | None,
    flow: Flow | None,
) -> Message:
    now = store.clock.now()
    return Message(
        id=new_id(),
        conversation_id=conversation.id,
        team_id=conversation.team_id,
        youth_id=youth.id if youth is not None else None,
        address_id=address.id if address is not None else None,
        flow_id=flow.id if flow is not None else None,
        direction="out",
        author="",
        channel="sms",
        state="queued",
        decided_epoch=conversation.epoch,
        flow_epoch=flow.epoch if flow is not None else 0,
        not_before=now,
        created_at=now,
        created_real=store.clock.real(),
    )


def _queued(session: Session, store: Store, message: Message) -> Message:
    session.add(message)
    if message.not_before <= store.clock.now():
        store.wake_after(session, "send", message.id)
    return message


def _ways(ways: Mapping[str, Rendered]) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    template = ways.get("template")
    if template is not None and template.content_sid is not None:
        found["template"] = {
            "sid": template.content_sid,
            "variables": dict(template.content_variables),
            "body": template.body,
        }
    if "sms" in ways:
        found["sms"] = {"body": ways["sms"].body}
    return found


def _asked_hour(session: Session, youth: Youth, at: datetime) -> datetime:
    """What she asked for leaves from 08:00 to 21:00 any day; when its hour falls outside, it moves
    earlier and is never dropped (PRODUCT section 4)."""
    hours = hours_of(session, youth, at.year)
    here = hours.local(at)
    if ASKED_FROM <= here.time() < ASKED_UNTIL:
        return at
    day = here.date() if here.time() >= ASKED_UNTIL else here.date() - timedelta(days=1)
    return hours.on(day, time(ASKED_UNTIL.hour)) - LAST_ASKED
