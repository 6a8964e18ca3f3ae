"""A text comes in: store it once, run the reflexes, commit. The turn comes later, in a worker.

`receive` is on the path of every webhook: one look-up, one insert, one commit. Danger and STOP are
read here, whatever the state, who speaks, or the hour (PRODUCT 3.7).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from bot.conversations import cards, door
from bot.conversations.change import change_of
from bot.conversations.opening import open_for_stranger
from bot.models import Address, Conversation, Message, Youth
from bot.store import Store, lock_conversation, seal, youth_key
from flows.effects import Author
from flows.events import CallMissed, DangerRead, StartRead, StopRead
from flows.reading import Safety
from flows.snapshot import FlowKind
from messages.understand import Scan, mask, scan


@dataclass(frozen=True, slots=True)
class Inbound:
    """What the carrier handed over. `from_value`: E.164, or a WhatsApp identity."""

    provider_id: str
    to_sender: str
    channel: str  # sms, whatsapp, voice
    from_value: str
    body: str = ""
    media: tuple[tuple[str, str], ...] = ()  # (url, content type)
    payload: str | None = None
    replied_to: str | None = None
    provider: str = "twilio"


@dataclass(frozen=True, slots=True)
class Received:
    """Where the text is now. `new` False: a replay, nothing was done."""

    message_id: str
    conversation_id: str
    new: bool


def receive(store: Store, inbound: Inbound) -> Received:
    """Store one inbound text exactly once. Raises only when the database does."""
    try:
        with store.transaction() as session:
            return _receive(session, store, inbound)
    except IntegrityError:
        # Two deliveries of the same text, or two first texts of one stranger, at the same instant:
        # the other one has committed, so a second look finds it.
        with store.transaction() as session:
            return _receive(session, store, inbound)


def missed_call(store: Store, provider_id: str, from_value: str, to_sender: str) -> Received:
    """She called us: an answer that stops the ladder and opens a call task (PRODUCT section 5)."""
    inbound = Inbound(provider_id, to_sender, "voice", from_value)
    received = receive(store, inbound)
    if received.new:
        with store.transaction() as session:
            conversation = lock_conversation(session, received.conversation_id)
            change = change_of(session, store, conversation, Author.YOUTH)
            door.happen(change, FlowKind.CONTACT, CallMissed())
            message = session.get_one(Message, received.message_id)
            message.state, message.handled_at = "handled", change.now
            session.add(message)
    return received


def _receive(session: Session, store: Store, inbound: Inbound) -> Received:
    seen = session.exec(
        select(Message.id, Message.conversation_id).where(
            Message.provider == inbound.provider, Message.provider_id == inbound.provider_id
        )
    ).first()
    if seen is not None:
        return Received(seen[0], seen[1] or "", new=False)
    address, youth, conversation = _find(session, store, inbound)
    text = mask(inbound.body)
    reflex = scan(text)
    message = _insert(session, store, inbound, text, address, youth, conversation, reflex)
    if reflex.danger is not None or reflex.stop or reflex.doubt or reflex.start:
        _reflexes(session, store, conversation.id, message, reflex)
    else:
        cards.heard_card(session, store, conversation.id, text, message.id)
    if inbound.channel != "voice":
        store.wake_after(session, "turn", conversation.id)
    return Received(message.id, conversation.id, new=True)


def _find(session: Session, store: Store, inbound: Inbound) -> tuple[Address, Youth, Conversation]:
    """The address, its youth and her newest conversation; a stranger gets all three."""
    index = store.vault.index(inbound.from_value)
    row = session.exec(
        select(Address, Youth, Conversation)
        .join(Youth, col(Youth.id) == col(Address.youth_id))
        .join(Conversation, col(Conversation.youth_id) == col(Youth.id))
        .where(
            Address.value_index == index,
            col(Address.channel) != "mail",
            col(Address.owner).in_(("youth", "unknown")),
        )
        .order_by(
            col(Address.retired_at).is_not(None),
            col(Conversation.closed_at).is_not(None),
            col(Conversation.id).desc(),
        )
        .limit(1)
    ).first()
    if row is not None:
        return row[0], row[1], row[2]
    value, channel = inbound.from_value, inbound.channel
    by_card = cards.open_by_card(session, store, value, channel, inbound.body)
    return by_card or open_for_stranger(session, store, value, channel)


def _insert(
    session: Session,
    store: Store,
    inbound: Inbound,
    text: str,
    address: Address,
    youth: Youth,
    conversation: Conversation,
    reflex: Scan,
) -> Message:
    now, real = store.clock.now(), store.clock.real()
    message = Message(
        conversation_id=conversation.id,
        team_id=conversation.team_id,
        youth_id=youth.id,
        address_id=address.id,
        direction="in",
        author=Author.YOUTH,
        channel=inbound.channel,
        sender=inbound.to_sender,
        provider=inbound.provider,
        provider_id=inbound.provider_id,
        extra=_extra(inbound),
        state="received",
        safety=reflex.safety,
        rules=list(reflex.rules),
        not_before=now,
        created_at=now,
        created_real=real,
    )
    if youth.data_key is not None:
        message.body_sealed = seal(youth_key(store.vault, youth), text, message.id, "body")
    session.add(message)
    session.flush()
    return message


def _extra(inbound: Inbound) -> dict[str, object]:
    extra: dict[str, object] = {}
    if inbound.media:
        extra["media"] = [{"url": url, "type": kind} for url, kind in inbound.media]
    if inbound.payload is not None:
        extra["payload"] = inbound.payload
    if inbound.replied_to is not None:
        extra["replied_to"] = inbound.replied_to
    return extra


def _reflexes(
    session: Session, store: Store, conversation_id: str, message: Message, reflex: Scan
) -> None:
    """Danger first: STOP must not keep its text from leaving; both are heard (PRODUCT 3.7)."""
    conversation = lock_conversation(session, conversation_id)
    change = change_of(session, store, conversation, Author.YOUTH, cause=message.id)
    if reflex.danger is not None and reflex.safety is not Safety.NONE:
        recognised = change.youth.recognised_at is not None
        event = DangerRead(reflex.danger, reflex.safety, recognised)
        door.happen(change, FlowKind.CONTACT, event)
    if reflex.stop or reflex.doubt:
        door.happen(change, FlowKind.CONTACT, StopRead(doubtful=not reflex.stop))
    elif reflex.start:
        door.happen(change, FlowKind.CONTACT, StartRead())
