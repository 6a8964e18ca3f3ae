"""What a structure may see by its link: the fields she agreed to, while her yes holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.calendar import PARIS
from bot.conversations.facts import consent_holds
from bot.crypto import DataKey
from bot.models import (
    Access,
    Address,
    Aiguilleur,
    Conversation,
    Relay,
    Service,
    Structure,
    Team,
    Territory,
    Youth,
)
from bot.packet import FIELDS, LABELS
from bot.relays.answers import by_token
from bot.relays.words import MET, OPEN_TO_STRUCTURE
from bot.store import Store, first_name, unseal, youth_key


@dataclass(frozen=True, slots=True)
class Page:
    """What the structure's page shows. `packet`: (label, value) of the fields she agreed to, empty
    when nothing may be shown. `stage`: answer, follow, withdrawn, expired, over."""

    relay_id: str
    stage: str
    status: str
    structure: str
    service: str
    team: str
    aiguilleur: str
    packet: tuple[tuple[str, str], ...]
    first_name: str
    appointment_at: datetime | None
    person: str
    sent_at: datetime | None


def open_link(store: Store, secret: str) -> Page:
    """The structure's page; the view is recorded. Raises Gone."""
    with store.transaction() as session:
        relay = by_token(session, secret)
        now = store.clock.now()
        session.add(
            Access(who=f"structure {relay.structure_id}", what="relay", subject_id=relay.id, at=now)
        )
        structure = session.get_one(Structure, relay.structure_id)
        youth = session.get_one(Youth, relay.youth_id)
        stage = _stage(relay, youth, now)
        shown = stage in ("answer", "follow")
        common = store.vault.common
        return Page(
            relay_id=relay.id,
            stage=stage,
            status=relay.status,
            structure=structure.name,
            service=session.get_one(Service, relay.service_id).name,
            team=session.get_one(Team, relay.team_id).service,
            aiguilleur=_who(session, relay),
            packet=packet(session, store, relay, youth) if shown else (),
            first_name=first_name(store.vault, youth) if shown else "",
            appointment_at=relay.appointment_at if shown else None,
            person=unseal(common, structure.person_sealed, structure.id, "person"),
            sent_at=relay.sent_at,
        )


def waiting_link(store: Store) -> tuple[str, str] | None:
    """(name of the structure, secret of its link) of the newest relay that a structure has not
    answered yet, None when there is none. For the demo's first page only."""
    with store.reading() as session:
        rows = session.exec(
            select(Relay, Youth, Structure)
            .join(Youth, col(Youth.id) == col(Relay.youth_id))
            .join(Structure, col(Structure.id) == col(Relay.structure_id))
            .where(Relay.status == "sent")
            .order_by(col(Relay.id).desc())
            .limit(20)
        )
        for relay, youth, structure in rows:
            if _stage(relay, youth, store.clock.now()) == "answer":
                return structure.name, unseal(
                    store.vault.common, relay.token_sealed, relay.id, "token"
                )
    return None


def structure_zone(store: Store, secret: str) -> ZoneInfo:
    """The time zone in which this structure says an hour. Raises Gone."""
    with store.reading() as session:
        structure = session.get_one(Structure, by_token(session, secret).structure_id)
        code = structure.territory_code
        place = session.get(Territory, code) if code else None
    return ZoneInfo(place.zone) if place else PARIS


def _stage(relay: Relay, youth: Youth, now: datetime) -> str:
    if youth.data_key is None or youth.deceased_at is not None:
        return "over"
    if relay.withdrawn_at is not None or relay.status == "withdrawn":
        return "withdrawn"
    if relay.status == "expired":
        return "expired"
    if relay.status not in OPEN_TO_STRUCTURE or not consent_holds(relay, now):
        return "over"
    return "follow" if relay.status in MET else "answer"


def packet(
    session: Session, store: Store, relay: Relay, youth: Youth
) -> tuple[tuple[str, str], ...]:
    """(label, value) of the fields she agreed to, as they are now, in a fixed order."""
    key = youth_key(store.vault, youth)
    values = {
        "first_name": first_name(store.vault, youth),
        "phone": _phone(session, youth, key),
        "age": _age(youth, store.clock.now()),
        "commune": youth.commune or "",
        "language": _LANGUAGES.get(youth.language, ""),
        "need": _need(relay, key),
    }
    return tuple(
        (LABELS[code], values[code]) for code in FIELDS if code in relay.fields and values[code]
    )


def _need(relay: Relay, key: DataKey) -> str:
    kept = unseal(key, relay.packet_sealed, relay.id, "packet")
    return str(json.loads(kept).get("need", "")) if kept else ""


def _age(youth: Youth, now: datetime) -> str:
    """A year of birth gives an age within one year, and says so."""
    if youth.birth_year is None:
        return ""
    return f"{now.year - youth.birth_year} ans dans l'année"


def _phone(session: Session, youth: Youth, key: DataKey) -> str:
    """Her number in use, in national form for French ones."""
    address = session.exec(
        select(Address)
        .where(
            Address.youth_id == youth.id,
            Address.channel == "phone",
            Address.owner == "youth",
            col(Address.retired_at).is_(None),
        )
        .order_by(col(Address.id).desc())
    ).first()
    if address is None:
        return ""
    value = unseal(key, address.value_sealed, address.id, "value")
    if not value.startswith("+33"):
        return value
    digits = "0" + value.removeprefix("+33")
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def _who(session: Session, relay: Relay) -> str:
    """The first name of the aiguilleur who holds her file now."""
    conversation = session.get(Conversation, relay.conversation_id)
    owner = conversation.owner_id if conversation else None
    aiguilleur = session.get(Aiguilleur, owner or relay.proposed_by)
    return aiguilleur.name if aiguilleur else ""


_LANGUAGES = {
    "fr": "français",
    "en": "anglais",
    "ar": "arabe",
    "uk": "ukrainien",
    "es": "espagnol",
    "prs": "dari",
    "ps": "pachto",
}
