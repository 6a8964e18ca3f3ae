"""E-mails that belong to no conversation (sign-in links), and the demo's reading of what left.

A mail is a row like any text: the outbox sends it, or in the demo its page shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.accounts import new_link
from bot.crypto import SealBroken
from bot.models import Address, Aiguilleur, Message, Youth
from bot.store import Store, seal, unseal, youth_key
from flows.effects import Author, SayKind

SUBJECT = "Votre lien pour ouvrir SAS"
WORDS = (
    "Bonjour {name},\n\nvoici votre lien pour ouvrir SAS. Il sert une seule fois, pendant "
    "24 heures :\n\n{link}\n\nSi vous n'avez rien demandé, ne faites rien : sans ce lien, "
    "personne n'entre."
)


@dataclass(frozen=True, slots=True)
class Mail:
    """One e-mail as it left, or would have left."""

    id: str
    to: str
    subject: str
    body: str
    at: datetime
    state: str


def send_sign_in_link(store: Store, found: Aiguilleur) -> None:
    """Queue an e-mail with a fresh one-time link."""
    with store.transaction() as session:
        address = _address(session, store, found)
        now = store.clock.now()
        link = f"{store.settings.public_url}/connexion/lien/{new_link(session, store, found.id)}"
        message = Message(
            team_id=found.team_id,
            address_id=address.id,
            direction="out",
            author=Author.SYSTEM,
            reason="sign_in",
            kind=SayKind.SAFETY,
            recipient="aiguilleur",
            channel="mail",
            state="queued",
            not_before=now,
            created_at=now,
            created_real=store.clock.real(),
        )
        key = store.vault.common
        message.subject_sealed = seal(key, SUBJECT, message.id, "subject")
        words = WORDS.format(name=found.name, link=link)
        message.body_sealed = seal(key, words, message.id, "body")
        session.add(message)
        store.wake_after(session, "send", message.id)


def recent(store: Store, limit: int = 50) -> list[Mail]:
    """The newest e-mails, for the demo's mailbox page only."""
    with store.reading() as session:
        query = select(Message).where(Message.channel == "mail", Message.direction == "out")
        rows = session.exec(query.order_by(col(Message.id).desc()).limit(limit)).all()
        return [_read(session, store, row) for row in rows]


def _read(session: Session, store: Store, message: Message) -> Mail:
    youth = session.get(Youth, message.youth_id) if message.youth_id else None
    address = session.get(Address, message.address_id) if message.address_id else None
    try:
        key = youth_key(store.vault, youth) if youth else store.vault.common
        subject = unseal(key, message.subject_sealed, message.id, "subject")
        body = unseal(key, message.body_sealed, message.id, "body")
        to = (
            unseal(store.vault.common, address.value_sealed, address.id, "value") if address else ""
        )
    except SealBroken:
        subject, body, to = "(effacé)", "", ""
    return Mail(message.id, to, subject, body, message.created_at, message.state)


def _address(session: Session, store: Store, found: Aiguilleur) -> Address:
    """Her e-mail as a row the outbox can write to."""
    known = session.exec(
        select(Address).where(Address.owner_id == found.id, Address.channel == "mail")
    ).first()
    if known is not None:
        return known
    value = unseal(store.vault.common, found.email_sealed, found.id, "email")
    made = Address(
        owner="aiguilleur",
        owner_id=found.id,
        channel="mail",
        value_sealed=None,
        value_index=store.vault.index(f"{value} {found.id}"),
    )
    made.value_sealed = seal(store.vault.common, value, made.id, "value")
    session.add(made)
    session.flush()
    return made
