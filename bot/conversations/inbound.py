"""A text comes in: store it once, run the reflexes, commit. The turn comes later, in a worker.

`receive` is on the path of every webhook: one look-up, one insert, one commit, shared by the texts
that come at the same instant. Danger and STOP are read here, whatever the state, who speaks, or the
hour (PRODUCT 3.7).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import BindParameter, bindparam, insert, select
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
from flows.reading import Safety, danger_language
from flows.snapshot import FlowKind
from messages.understand import Scan, mask, scan

log = logging.getLogger("sas.inbound")


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
    textable: bool = True  # False: a call from a landline or a foreign number
    provider: str = "twilio"
    received_at: datetime | None = None  # real time, by the carrier, when we had to fetch it


@dataclass(frozen=True, slots=True)
class Received:
    """Where the text is now. `new` False: a replay, nothing was done."""

    message_id: str
    conversation_id: str
    new: bool


def receive(store: Store, inbound: Inbound) -> Received:
    """Store one inbound text exactly once. Raises only when the database does."""
    arrival = _Arrival(store, inbound)
    try:
        got = _keep(store, arrival)
    except IntegrityError:
        # A replay; or two first texts of one stranger at the same instant: the other one has
        # committed, so a second look finds it.
        got = _seen(store, inbound) or _keep(store, arrival)
    if got.new:
        ids = {"message_id": got.message_id, "conversation": got.conversation_id}
        log.info("inbound_received", extra={**ids, "channel": inbound.channel})
    return got


def missed_call(
    store: Store, provider_id: str, from_value: str, to_sender: str, *, textable: bool = True
) -> Received:
    """She called us: an answer that stops the ladder and opens a call task (PRODUCT section 5).
    `textable` False: were this number new to us, nothing may be written there."""
    call = Inbound(provider_id, to_sender, "voice", from_value, textable=textable)
    return receive(store, call)


# Plain statements, built once: this is the one path that must keep up with a carrier.
@cache
def _find(numbers: int) -> Query:
    """Whose so many addresses are: for each, the living and newest conversation first."""
    asked: list[BindParameter[str]] = [bindparam(f"index_{at}", "") for at in range(numbers)]
    return (
        select(
            col(Address.value_index),
            col(Address.id).label("address_id"),
            col(Youth.id).label("youth_id"),
            col(Youth.data_key).label("data_key"),
            col(Conversation.id).label("conversation_id"),
            col(Conversation.team_id).label("team_id"),
        )
        .join(Youth, col(Youth.id) == col(Address.youth_id))
        .join(Conversation, col(Conversation.youth_id) == col(Youth.id))
        .where(
            col(Address.value_index).in_(asked),
            col(Address.channel) != "mail",
            col(Address.owner).in_(("youth", "unknown")),
        )
        .order_by(
            col(Address.retired_at).is_not(None),
            col(Conversation.closed_at).is_not(None),
            col(Conversation.id).desc(),
        )
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


class _Arrival:
    """A text with what is known of it before the database is asked."""

    def __init__(self, store: Store, inbound: Inbound) -> None:
        self.inbound = inbound
        self.text = mask(inbound.body)
        self.reflex = scan(self.text)
        self.index = store.vault.index(inbound.from_value)
        self.message_id = new_id()
        # Is there a reflex, a call to handle at once, or a card's code in the text?
        self.asks_more = (
            _wakes(self.reflex) or inbound.channel == "voice" or cards.holds_card(store, self.text)
        )


@dataclass(frozen=True, slots=True)
class _Left:
    """More must be done than to keep the text; whose it is, None for a stranger."""

    whose: _Whose | None


def _keep(store: Store, arrival: _Arrival) -> Received:
    """IntegrityError: this text is here already."""
    done = store.together(_keep_all, arrival)
    if isinstance(done, Exception):
        raise done
    if isinstance(done, _Left):
        with store.transaction() as session:
            return _act(session, store, arrival, done.whose)
    store.wake_now("turn", done.conversation_id)
    return done


def _keep_all(store: Store, arrivals: Sequence[_Arrival]) -> Sequence[Received | _Left | Exception]:
    """One look-up, and one insert that commits by itself, for all that ask no more."""
    found = _whose(store, [one.index for one in arrivals])
    done: list[Received | _Left | Exception] = []
    rows: dict[int, dict[str, object]] = {}
    for at, one in enumerate(arrivals):
        whose = found.get(one.index)
        done.append(_Left(whose))
        if whose is None or one.asks_more:
            continue
        try:
            rows[at] = _row(store, one, whose)
            done[at] = Received(one.message_id, whose.conversation_id, new=True)
        except Exception as error:  # a key that cannot be opened is one text's trouble
            done[at] = error
    for at, refused in zip(rows, store.quick.insert(_INSERT, [*rows.values()]), strict=True):
        done[at] = refused or done[at]
    return done


def _whose(store: Store, indexes: Sequence[str]) -> dict[str, _Whose]:
    """By index, those that are known. As few statements as there are powers of two: a driver
    prepares each once."""
    places = 1 << (len(indexes) - 1).bit_length()
    given = {f"index_{at}": indexes[min(at, len(indexes) - 1)] for at in range(places)}
    found: dict[str, _Whose] = {}
    for index, *row in store.quick.all(_find(places), given):
        found.setdefault(index, _Whose(*row))
    return found


def _seen(store: Store, inbound: Inbound) -> Received | None:
    """Where the text is, when it came before."""
    given = {"provider": inbound.provider, "provider_id": inbound.provider_id}
    row = store.quick.first(_SEEN, given)
    return Received(row[0], row[1] or "", new=False) if row is not None else None


def _wakes(reflex: Scan) -> bool:
    return reflex.danger is not None or reflex.stop or reflex.doubt or reflex.start


def _act(session: Session, store: Store, arrival: _Arrival, whose: _Whose | None) -> Received:
    """Insert, then the reflexes, in one transaction."""
    inbound, message_id = arrival.inbound, arrival.message_id
    whose = whose or _stranger(session, store, inbound)
    session.connection().execute(_INSERT, _row(store, arrival, whose))
    if _wakes(arrival.reflex):
        _reflexes(session, store, whose.conversation_id, message_id, arrival.reflex)
    else:
        cards.heard_card(session, store, whose.conversation_id, arrival.text, message_id)
    if inbound.channel == "voice":
        _called(session, store, whose.conversation_id, message_id)
    else:
        store.wake_after(session, "turn", whose.conversation_id)
    return Received(message_id, whose.conversation_id, new=True)


def _stranger(session: Session, store: Store, inbound: Inbound) -> _Whose:
    """A number nobody knows gets an address, a file and a conversation."""
    value, channel = inbound.from_value, inbound.channel
    found = cards.open_by_card(session, store, value, channel, inbound.body)
    found = found or open_for_stranger(session, store, value, channel, textable=inbound.textable)
    address, youth, conversation = found
    session.flush()
    return _Whose(address.id, youth.id, youth.data_key, conversation.id, conversation.team_id)


def _row(store: Store, arrival: _Arrival, whose: _Whose) -> dict[str, object]:
    inbound, message_id, reflex = arrival.inbound, arrival.message_id, arrival.reflex
    now = store.clock.now()
    sealed = None
    if whose.data_key is not None:
        sealed = seal(store.vault.unwrap(whose.data_key), arrival.text, message_id, "body")
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
    if inbound.received_at is not None:
        extra["received_at"] = inbound.received_at.isoformat()
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
        language = danger_language(reflex.language, reflex.rules)
        event = DangerRead(reflex.danger, reflex.safety, recognised, language)
        door.happen(change, FlowKind.CONTACT, event)
    if reflex.stop or reflex.doubt:
        door.happen(change, FlowKind.CONTACT, StopRead(doubtful=not reflex.stop))
    elif reflex.start:
        door.happen(change, FlowKind.CONTACT, StartRead())
