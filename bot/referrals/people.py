"""Who is this number already? Never merged or dropped by machine when the name differs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, col, select

from bot.crypto import SealBroken
from bot.models import Address, Conversation, Prescriber, Suppression, Youth
from bot.store import Store, first_name, lock_conversation, unseal

ONE_FIRST_CONTACT = timedelta(days=183)  # per person per 6 months (PRODUCT 12.2)
MAIL = "mail"


class Known(StrEnum):
    """What a number turned out to be."""

    NEW = "new"
    SAME = "same"  # the same person, contacted within 6 months or still in contact
    AGAIN = "again"  # the same person, a new break
    OTHER_NAME = "other_name"  # a human decides
    SUPPRESSED = "suppressed"  # stopped and erased: nothing is stored of her


@dataclass(frozen=True, slots=True)
class Match:
    """What was found behind a number; the conversation is locked."""

    known: Known
    youth: Youth | None = None
    conversation: Conversation | None = None


def match(session: Session, store: Store, value: str, name: str) -> Match:
    """Who has this number (E.164) now, or waits for a decision on it. `name` is the first name as
    referred."""
    index = store.vault.index(value)
    address = session.exec(
        select(Address).where(
            Address.value_index == index,
            col(Address.channel) != MAIL,
            col(Address.retired_at).is_(None),
        )
    ).first()
    youth = session.get(Youth, address.youth_id) if address and address.youth_id else None
    if address is None or youth is None or youth.erased_at is not None:
        stopped = session.get(Suppression, index) is not None
        return Match(Known.SUPPRESSED if stopped else Known.NEW)
    newest = session.exec(
        select(Conversation.id)
        .where(Conversation.youth_id == youth.id)
        .order_by(col(Conversation.id).desc())
    ).first()
    conversation = lock_conversation(session, newest) if newest is not None else None
    named = known_name(store, youth)
    if address.owner not in ("youth", "unknown") or (named and fold(named) != fold(name)):
        return _waiting(session, store, index, name) or Match(Known.OTHER_NAME, youth)
    if conversation is None:
        return Match(Known.AGAIN, youth)
    known = Known.SAME if _still(conversation, youth, store.clock.now()) else Known.AGAIN
    return Match(known, youth, conversation)


def _waiting(session: Session, store: Store, index: str, name: str) -> Match | None:
    """Whose referral waits on that number under this name already: one file, and one task for a
    human, however often it is sent. The lock on who has the number keeps two from opening one."""
    query = (
        select(Youth, Conversation.id)
        .join(Address, col(Address.youth_id) == col(Youth.id))
        .join(Conversation, col(Conversation.youth_id) == col(Youth.id))
        .where(
            Address.value_index == index,
            Address.state == "doubtful",
            col(Address.retired_at).is_not(None),
            col(Conversation.closed_at).is_(None),
            col(Youth.erased_at).is_(None),
        )
        .order_by(col(Conversation.id))
    )
    for youth, conversation_id in session.exec(query).all():
        if fold(known_name(store, youth)) == fold(name):
            return Match(Known.SAME, youth, lock_conversation(session, conversation_id))
    return None


def _still(conversation: Conversation, youth: Youth, now: datetime) -> bool:
    """No second first contact: still open, too recent, stopped, or dead."""
    closed, recent = conversation.closed_at, now - conversation.opened_at < ONE_FIRST_CONTACT
    return closed is None or recent or bool(youth.opted_out_at or youth.deceased_at)


def known_name(store: Store, youth: Youth) -> str:
    """Her first name, "" for a stranger or after erasure."""
    try:
        return first_name(store.vault, youth)
    except SealBroken:
        return ""


def fold(name: str) -> str:
    """A first name without case, marks, spaces and hyphens: "Anaïs" and "ANAIS" are one."""
    bare = unicodedata.normalize("NFKD", name)
    return "".join(char for char in bare.casefold() if char.isalnum())


def ensure_mailbox(session: Session, store: Store, prescriber: Prescriber) -> None:
    """The e-mail address that news go to, as a row the outbox can write to."""
    found = session.exec(
        select(Address.id).where(
            Address.owner == "prescriber",
            Address.owner_id == prescriber.id,
            Address.channel == MAIL,
            col(Address.retired_at).is_(None),
        )
    ).first()
    if found is not None:
        return
    common = store.vault.common
    mail = unseal(common, prescriber.email_sealed, prescriber.id, "email")
    address = Address(
        owner="prescriber",
        owner_id=prescriber.id,
        channel=MAIL,
        value_sealed=None,
        value_index=store.vault.index(f"{mail} {prescriber.id}"),
        given_to_us_at=store.clock.now(),
    )
    address.value_sealed = common.seal(mail, f"{address.id}.value")
    session.add(address)
    session.flush()
