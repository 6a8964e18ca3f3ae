"""A worker takes a turn: all unhandled texts of a youth, in order, read together, through the door.

A turn that always raises, hangs or kills its process is parked: its attempts are counted in the row
before it starts, and past MOST_FAILURES a human gets the texts, in order.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import Session, col, exists, select, update

from bot.conversations import asking, door, rows
from bot.conversations.asked import last_asked, spoken_to
from bot.conversations.change import Change, change_of
from bot.conversations.loops import looks_like_a_loop
from bot.models import Address, Conversation, Flow, Message
from bot.store import Gone, Store, body, lock_conversation
from flows.effects import Author, GiveWord, Priority, Speaker, TaskKind
from flows.events import LoopSuspected, TextsReceived
from flows.reading import Intent, Question, Reading, Safety
from flows.snapshot import FlowKind
from messages.content import tapped
from messages.understand import read

log = logging.getLogger("sas.turns")

MOST_FAILURES = 3
MOST_TEXTS = 50  # one turn reads at most this many; the rest is the next turn

_IS_WAITING = (
    col(Message.conversation_id) == bindparam("conversation"),
    col(Message.state) == "received",
    col(Message.direction) == "in",
    col(Message.channel) != "voice",
)
_WAITING = select(Message).where(*_IS_WAITING).order_by(col(Message.id)).limit(MOST_TEXTS)
_ATTEMPT = (
    update(Conversation)
    .where(
        col(Conversation.id) == bindparam("conversation"),
        col(Conversation.turn_failures) < MOST_FAILURES,
        exists().where(*_IS_WAITING),
        ~exists().where(*_IS_WAITING, col(Message.created_real) > bindparam("quiet_since")),
    )
    .values(turn_failures=Conversation.turn_failures + 1)
)


def take_turn(store: Store, conversation_id: str) -> bool:
    """Take the waiting texts of that conversation as one turn. False when there is nothing to do
    yet (none, or the youth is still typing: the debounce). Never raises for a bad text."""
    if not _begin_attempt(store, conversation_id):
        return False
    try:
        with store.transaction() as session:
            return _take(session, store, lock_conversation(session, conversation_id))
    except Gone:
        return False
    except Exception as failure:
        log.exception("turn_failed", extra={"conversation": conversation_id})
        _give_up_if_hopeless(store, conversation_id, type(failure).__name__)
        return False


def waiting_texts(session: Session, conversation_id: str) -> list[Message]:
    """The unhandled inbound texts, in the order they arrived."""
    return list(session.scalars(_WAITING, {"conversation": conversation_id}).all())


def _begin_attempt(store: Store, conversation_id: str) -> bool:
    """Count the attempt before it starts, so that a killed process counts too."""
    with store.transaction() as session:
        if _counted(session, store, conversation_id):
            return True
        try:
            conversation = lock_conversation(session, conversation_id)
        except Gone:
            return False
        texts = waiting_texts(session, conversation_id)
        if not texts or _still_typing(store, texts):
            return False
        if conversation.turn_failures >= MOST_FAILURES:
            _park(change_of(session, store, conversation, Author.SYSTEM), texts, "attempts")
            return False
        conversation.turn_failures += 1
        session.add(conversation)
        return True


def _counted(session: Session, store: Store, conversation_id: str) -> bool:
    """The ordinary case in one statement: texts wait, she has finished, it was not tried often."""
    quiet = timedelta(seconds=store.settings.debounce_seconds)
    given = {"conversation": conversation_id, "quiet_since": store.clock.real() - quiet}
    return session.connection().execute(_ATTEMPT, given).rowcount == 1


def _still_typing(store: Store, texts: list[Message]) -> bool:
    """So that "oui" and "mais pas mardi" are read together (DESIGN section 2)."""
    quiet = timedelta(seconds=store.settings.debounce_seconds)
    return bool(quiet) and store.clock.real() - texts[-1].created_real < quiet


def _take(session: Session, store: Store, conversation: Conversation) -> bool:
    texts = waiting_texts(session, conversation.id)
    if not texts:
        conversation.turn_failures = 0  # another worker took them while we waited for the lock
        session.add(conversation)
        return False
    change = change_of(session, store, conversation, Author.YOUTH, cause=texts[-1].id)
    asked, last = _asked_of(change, texts), last_asked(change, texts[0])
    change.asked, change.answers = last, asked or last
    change.spoken_to = last is not None or spoken_to(change)
    question, asking = _question(change)
    _heard(change, texts)
    reading = _read(change, texts, question)
    if not grave(reading) and looks_like_a_loop(change, texts):
        door.happen(change, FlowKind.CONTACT, LoopSuspected(len(texts)))
    else:
        kind, subject = _route(asking)
        door.happen(change, kind, _received(change, reading, texts, asked), subject_id=subject)
    conversation.turn_failures = 0
    session.add(conversation)
    return True


def _heard(change: Change, texts: list[Message]) -> None:
    """The texts are handled; the address and the conversation know when she wrote."""
    last = texts[-1]
    address = _address_of(change, last)
    for message in texts:
        message.state, message.handled_at = "handled", change.now
        change.session.add(message)
    change.conversation.last_inbound_at = last.created_at
    if address is not None:
        address.last_inbound_at, address.last_inbound_channel = last.created_at, last.channel
        change.session.add(address)
    change.session.add(change.conversation)


def _address_of(change: Change, text: Message) -> Address | None:
    live = next((one for one in change.addresses() if one.id == text.address_id), None)
    if live is not None or text.address_id is None:
        return live
    return change.session.get(Address, text.address_id)


def _asked_of(change: Change, texts: list[Message]) -> Message | None:
    """Our question that she replies to, or whose button she tapped."""
    found = (_asked_in(change, message) for message in reversed(texts))
    return next((asked for asked in found if asked is not None and asked.question), None)


def _question(change: Change) -> tuple[Question | None, Flow | None]:
    """What she answers, and which flow asked it."""
    of = change.answers
    return (Question(of.question), change.flow(of.flow_id)) if of and of.question else (None, None)


def _received(
    change: Change, reading: Reading, texts: list[Message], asked: Message | None
) -> TextsReceived:
    of = change.answers
    asked_at = (of.sent_at or of.created_at) if of is not None else None
    if asked is None or asked.question is None:
        return TextsReceived(reading, len(texts), asked_at=asked_at)
    return TextsReceived(
        reading,
        len(texts),
        late_tap=_asked_since(change, asked),
        asked=Question(asked.question),
        asked_at=asked_at,
    )


def _asked_in(change: Change, text: Message) -> Message | None:
    """Our text that this one answers: by the carrier's id, else by ours in the tapped button (the
    carrier's is not known yet when our own call was cut)."""
    replied_to = text.extra.get("replied_to")
    ours = _ours(change, col(Message.provider_id) == replied_to) if replied_to else None
    _, asked = tapped(text.extra.get("payload") or "")
    if ours is None and asked is not None:
        ours = _ours(change, col(Message.id) == asked)
    return ours


def _ours(change: Change, known: ColumnElement[bool]) -> Message | None:
    query = select(Message).where(
        known, Message.conversation_id == change.conversation.id, Message.direction == "out"
    )
    return change.session.exec(query).first()


def _asked_since(change: Change, asked: Message) -> bool:
    """Another try of the same text is no other question."""
    query = select(Message.id).where(
        Message.conversation_id == change.conversation.id,
        Message.flow_id == asked.flow_id,
        col(Message.question).is_not(None),
        Message.state == "accepted",
        Message.direction == "out",
        Message.key != asked.key,
        col(Message.sent_at) > (asked.sent_at or asked.created_at),
    )
    return change.session.exec(query.limit(1)).first() is not None


def _choice(texts: list[Message]) -> str | None:
    """What the last tapped button stands for."""
    payload = next((m.extra["payload"] for m in reversed(texts) if "payload" in m.extra), None)
    return tapped(payload)[0] if payload is not None else None


def _read(change: Change, texts: list[Message], question: Question | None) -> Reading:
    youth = change.youth
    reading = read(
        [body(change.store.vault, message, youth) for message in texts],
        asked=question,
        now=change.now,
        tz=change.hours.zone,
        media=[one["type"] for message in texts for one in message.extra.get("media", [])],
        payload=_choice(texts),
    )
    for message in texts:
        message.question = question.value if question is not None else None
    texts[-1].rules = sorted({*texts[-1].rules, *reading.rules})
    return reading


def grave(reading: Reading) -> bool:
    """What is heard whoever, or whatever, says it: a danger, a STOP, a death."""
    return reading.safety is not Safety.NONE or reading.has(Intent.STOP) or reading.death


def _route(asking: Flow | None) -> tuple[str, str | None]:
    """To the flow that asked, which passes on what is not an answer; else to the contact flow, as
    when the flow that asked stands still."""
    if asking is not None and asking.kind == FlowKind.RELAY and asking.broken is None:
        return FlowKind.RELAY, asking.subject_id
    return FlowKind.CONTACT, None


def _give_up_if_hopeless(store: Store, conversation_id: str, why: str) -> None:
    with store.transaction() as session:
        conversation = lock_conversation(session, conversation_id)
        if conversation.turn_failures >= MOST_FAILURES:
            texts = waiting_texts(session, conversation_id)
            _park(change_of(session, store, conversation, Author.SYSTEM), texts, why)


def _park(change: Change, texts: list[Message], why: str) -> None:
    """The bot cannot read this: a human gets the texts, in order, and holds the word."""
    for message in texts:
        message.state, message.handled_at, message.why = "parked", change.now, why
        change.session.add(message)
    for flow in change.flows(FlowKind.CONTACT):
        rows.apply(change, flow, GiveWord(Speaker.HUMAN))
    asking.open_task(
        change, TaskKind.PARKED, Priority.WAITING, due=change.hours.next_work(change.now)
    )
    change.conversation.turn_failures = 0
    change.conversation.last_inbound_at = texts[-1].created_at if texts else change.now
    change.session.add(change.conversation)
    change.journal("parked", data={"texts": len(texts), "why": why})
    log.error("turn_parked", extra={"conversation": change.conversation.id, "why": why})
