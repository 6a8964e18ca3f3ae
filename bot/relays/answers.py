"""What a structure says of a youth handed over to it: by its link, or on the phone."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session, select

from bot import rates
from bot.conversations import NotAllowed, change_of
from bot.crypto import digest
from bot.directory import set_person
from bot.models import Relay, Structure
from bot.relays.acts import happen, still_open
from bot.relays.words import OPEN_TO_STRUCTURE, REFUSALS
from bot.store import Gone, Store, lock_conversation
from flows.events import StructureAnswered, StructureSays

ANSWERS_PER_HOUR = 30
FURTHEST = timedelta(days=366)  # of an appointment
STRUCTURE = "structure"


def answer(
    store: Store,
    relay_id: str,
    says: StructureSays,
    *,
    reason: str | None = None,
    appointment: datetime | None = None,
    person: str = "",
    by: str | None = None,
) -> None:
    """What the structure says, by its link or on the phone to the aiguilleur `by`.

    `reason`: a code of REFUSALS, with NOT_FOR_US only; `appointment`: aware, with EXPECTED only;
    `person`: who there follows her. Raises Gone, NotAllowed (reason, appointment, over, not_yet).
    """
    if (says is StructureSays.NOT_FOR_US) is not (reason in REFUSALS):
        raise NotAllowed("reason")
    with store.transaction() as session:
        conversation = lock_conversation(session, _relay(session, relay_id).conversation_id)
        change = change_of(session, store, conversation, by or STRUCTURE)
        relay = still_open(change, relay_id)
        if relay.status not in OPEN_TO_STRUCTURE:
            raise NotAllowed("not_yet")
        if appointment is not None and not change.now < appointment < change.now + FURTHEST:
            raise NotAllowed("appointment")
        if relay.sent_at is None:
            relay.sent_at = change.now
            session.add(relay)
        if person.strip():
            structure = session.get_one(Structure, relay.structure_id)
            set_person(session, store, structure, person.strip()[:60], change.now)
        session.flush()
        expected = appointment if says is StructureSays.EXPECTED else None
        happen(change, relay, StructureAnswered(says, reason, expected))


def answer_by_link(
    store: Store,
    secret: str,
    says: StructureSays,
    *,
    reason: str | None = None,
    appointment: datetime | None = None,
    person: str = "",
) -> None:
    """`answer`, for whoever holds the link. Raises Gone, NotAllowed, TooMany."""
    with store.reading() as session:
        relay_id = by_token(session, secret).id
    rates.knock(store, f"relais:{relay_id}", ANSWERS_PER_HOUR, 3_600)
    answer(store, relay_id, says, reason=reason, appointment=appointment, person=person)


def _relay(session: Session, relay_id: str) -> Relay:
    relay = session.get(Relay, relay_id)
    if relay is None:
        raise Gone(relay_id)
    return relay


def by_token(session: Session, secret: str) -> Relay:
    """The relay of a structure's link. Raises Gone."""
    found = session.exec(select(Relay).where(Relay.token_digest == digest(secret))).first()
    if found is None:
        raise Gone("relay")
    return found
