"""A text comes in: store it once, run the reflexes, commit. The turn comes later, in a worker.

`receive` is on the path of every webhook: one look-up, one insert, one commit. Danger and STOP are
read here, whatever the state, who speaks, or the hour (PRODUCT 3.7).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from bot.conversations import cards, door
from bot.conversations.change import change_of
from bot.conversations.opening import open_for_stranger
from bot.ids import new_id
from bot.models import Address, Conversation, Message, Youth
from bot.quick import Query
from bot.store import Store, lock_conversation, seal
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
    text = mask(inbound.body)
    reflex = scan(text)
    try:
        return _keep(store, inbound, text, reflex)
    except IntegrityError:
        # A replay; or two first texts of one stranger at the same instant: the other one has
        # committed, so a second look finds it.
        return _seen(store, inbound) or _keep(store, inbound, text, reflex)


def missed_call(store: Store, provider_id: str, from_value: str, to_sender: str) -> Received:
    """She called us: an answer that stops the ladder and opens a call task (PRODUCT section 5)."""
    return receive(store, Inbound(provider_id, to_sender, "voice", from_value))


# Plain statements, built once: this is the one path that must keep up with a carrier.
_FIND: Query = (
    select(
        col(Address.id).label("address_id"),
        col(Youth.id).label("youth_id"),
        col(Youth.data_key).label("data_key"),
        col(Conversation.id).label("conversation_id"),
        col(Conversation.team_id).label("team_id"),
    )
    .join(Youth, col(Youth.id) == col(Address.youth_id))
    .join(Conversation, col(Conversation.youth_id) == col(Youth.id))
    .where(
        col(Address.value_index) == bindparam("value_index", ""),
        col(Address.channel) != "mail",
        col(Address.owner).in_(("youth", "unknown")),
    )
    .order_by(
        col(Address.retired_at).is_not(None),
        col(Conversation.closed_at).is_not(None),
        col(Conversation.id).desc(),
    )
    .limit(1)
)
_SEEN: Query = select(col(Message.id), col(Message.conversation_id)).where(
    col(Message.provider) == bindparam("provider", ""),
    col(Message.provider_id) == bindparam("provider_id", ""),
)
_INSERT = insert(Message)


def _called(session: Session, store: Store, conversation_id: str, message_id: str) -> None:
    """A missed call is handled at once: there is nothing to read."""
    conversation = lock_conversation(session, conversation_id)
    change = change_of(session, store, conversation, Author.YOUTH)
    door.happen(change, FlowKind.CONTACT, CallMissed())
    message = session.get_one(Message, message_id)
    message.state, message.handled_at = "handled", change.now
    session.add(message)


@dataclass(frozen=True, slots=True)
class _Whose:
    """The address, its youth and her newest conversation."""

    address_id: str
    youth_id: str
    data_key: bytes | None
    conversation_id: str
    team_id: str


def _keep(store: Store, inbound: Inbound, text: str, reflex: Scan) -> Received:
    """One look-up, and one insert that commits by itself, unless more must be done than to keep
    the text. IntegrityError: this text is here already."""
    whose = _find(store, inbound)
    if whose is None or _asks_more(store, inbound, text, reflex):
        with store.transaction() as session:
            return _act(session, store, inbound, text, reflex, whose)
    message_id = new_id()
    store.quick.insert(_INSERT, _row(store, inbound, whose, message_id, text, reflex))
    store.wake_now("turn", whose.conversation_id)
    return Received(message_id, whose.conversation_id, new=True)


def _find(store: Store, inbound: Inbound) -> _Whose | None:
    row = store.quick.first(_FIND, {"value_index": store.vault.index(inbound.from_value)})
    return _Whose(*row) if row is not None else None


def _seen(store: Store, inbound: Inbound) -> Received | None:
    """Where the text is, when it came before."""
    given = {"provider": inbound.provider, "provider_id": inbound.provider_id}
    row = store.quick.first(_SEEN, given)
    return Received(row[0], row[1] or "", new=False) if row is not None else None


def _asks_more(store: Store, inbound: Inbound, text: str, reflex: Scan) -> bool:
    """Is there a reflex, a call to handle at once, or a card's code in the text?"""
    return _wakes(reflex) or inbound.channel == "voice" or cards.holds_card(store, text)


def _wakes(reflex: Scan) -> bool:
    return reflex.danger is not None or reflex.stop or reflex.doubt or reflex.start


def _act(
    session: Session,
    store: Store,
    inbound: Inbound,
    text: str,
    reflex: Scan,
    whose: _Whose | None,
) -> Received:
    """Insert, then the reflexes, in one transaction."""
    whose = whose or _stranger(session, store, inbound)
    message_id = new_id()
    row = _row(store, inbound, whose, message_id, text, reflex)
    session.connection().execute(_INSERT, row)
    if _wakes(reflex):
        _reflexes(session, store, whose.conversation_id, message_id, reflex)
    else:
        cards.heard_card(session, store, whose.conversation_id, text, message_id)
    if inbound.channel == "voice":
        _called(session, store, whose.conversation_id, message_id)
    else:
        store.wake_after(session, "turn", whose.conversation_id)
    return Received(message_id, whose.conversation_id, new=True)


def _stranger(session: Session, store: Store, inbound: Inbound) -> _Whose:
    """A number nobody knows gets an address, a file and a conversation."""
    value, channel = inbound.from_value, inbound.channel
    by_card = cards.open_by_card(session, store, value, channel, inbound.body)
    address, youth, conversation = by_card or open_for_stranger(session, store, value, channel)
    session.flush()
    return _Whose(address.id, youth.id, youth.data_key, conversation.id, conversation.team_id)


def _row(
    store: Store, inbound: Inbound, whose: _Whose, message_id: str, text: str, reflex: Scan
) -> dict[str, object]:
    now = store.clock.now()
    sealed = None
    if whose.data_key is not None:
        sealed = seal(store.vault.unwrap(whose.data_key), text, message_id, "body")
    return {
        "id": message_id,
        "conversation_id": whose.conversation_id,
        "team_id": whose.team_id,
        "youth_id": whose.youth_id,
        "address_id": whose.address_id,
        "direction": "in",
        "author": Author.YOUTH.value,
        "state": "received",
        "channel": inbound.channel,
        "sender": inbound.to_sender,
        "provider": inbound.provider,
        "provider_id": inbound.provider_id,
        "extra": _extra(inbound),
        "body_sealed": sealed,
        "safety": reflex.safety.value,
        "rules": list(reflex.rules),
        "not_before": now,
        "created_at": now,
        "created_real": store.clock.real(),
    }


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
    session: Session, store: Store, conversation_id: str, message_id: str, reflex: Scan
) -> None:
    """Danger first: STOP must not keep its text from leaving; both are heard (PRODUCT 3.7)."""
    conversation = lock_conversation(session, conversation_id)
    change = change_of(session, store, conversation, Author.YOUTH, cause=message_id)
    if reflex.danger is not None and reflex.safety is not Safety.NONE:
        recognised = change.youth.recognised_at is not None
        event = DangerRead(reflex.danger, reflex.safety, recognised)
        door.happen(change, FlowKind.CONTACT, event)
    if reflex.stop or reflex.doubt:
        door.happen(change, FlowKind.CONTACT, StopRead(doubtful=not reflex.stop))
    elif reflex.start:
        door.happen(change, FlowKind.CONTACT, StartRead())
