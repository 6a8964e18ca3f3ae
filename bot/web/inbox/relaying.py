"""Relays from a file: propose one, note what she or the structure said aloud."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import case
from sqlmodel import Session, col, select
from werkzeug.datastructures import MultiDict

from bot import relays
from bot.conversations import NotAllowed
from bot.inbox.viewer import Viewer
from bot.models import Conversation, Relay, Service, Structure, Youth
from bot.store import Gone, Store
from bot.web.inbox import forms
from flows.events import StructureSays

MOST = 200

SAYS: dict[StructureSays, str] = {
    StructureSays.EXPECTED: "Attend la personne",
    StructureSays.MET: "Rencontre faite",
    StructureSays.NO_SHOW: "Rendez-vous manqué",
    StructureSays.NOT_FOR_US: "Pas pour cette structure",
    StructureSays.STILL_FOLLOWED: "Le suivi continue",
    StructureSays.NOT_FOLLOWED: "Plus de suivi",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One service that could be proposed; `near` in the youth's own territory."""

    id: str
    name: str
    structure: str
    places: str
    near: bool


def choices(session: Session, talk: Conversation) -> tuple[Choice, ...]:
    """Services of partner structures, those of her territory first."""
    youth = session.get_one(Youth, talk.youth_id)
    here = col(Structure.territory_code) == (youth.territory_code or "")
    rows = session.exec(
        select(Service, Structure)
        .join(Structure, col(Service.structure_id) == Structure.id)
        .where(col(Structure.partner))
        .order_by(case((here, 0), else_=1), col(Structure.name), col(Service.name))
        .limit(MOST)
    ).all()
    return tuple(
        Choice(
            id=service.id,
            name=service.name,
            structure=structure.name,
            places=_places(service.capacity),
            near=structure.territory_code == youth.territory_code,
        )
        for service, structure in rows
    )


def _places(capacity: int | None) -> str:
    if capacity is None:
        return "places pas connues"
    return "complet" if capacity == 0 else f"{capacity} place{'s' if capacity > 1 else ''}"


def propose(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> None:
    """Propose one service with the fields she would pass on. Raises Gone, NotAllowed."""
    service = form.get("service", "")
    if not service:
        raise NotAllowed("service")
    relays.propose(
        store,
        conversation_id,
        who.id,
        service,
        form.getlist("fields"),
        need=form.get("need", "").strip(),
        authority=form.get("authority") or None,
    )


def authority(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> None:
    """A minor: who holds parental authority, told or why not. Raises Gone, NotAllowed."""
    relay_id = _own(store, conversation_id, who, form)
    relays.record_authority(store, relay_id, who.id, form.get("authority", ""))


def consent(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> None:
    """Her yes or no, as said aloud, with her words. Raises Gone, NotAllowed."""
    relay_id = _own(store, conversation_id, who, form)
    agrees, words = form.get("agrees", ""), form.get("words", "").strip()
    if agrees not in ("yes", "no"):
        raise NotAllowed("agrees")
    if agrees == "yes" and not words:
        raise NotAllowed("words")
    relays.consent(store, relay_id, who.id, agrees == "yes", words)


def withdraw(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> None:
    """She takes her yes back. Raises Gone, NotAllowed."""
    relays.withdraw(store, _own(store, conversation_id, who, form), who.id)


def youth_said(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> None:
    """Whether she is really followed, as she told the aiguilleur. Raises Gone, NotAllowed."""
    relay_id = _own(store, conversation_id, who, form)
    said = form.get("followed", "")
    if said not in ("yes", "no"):
        raise NotAllowed("agrees")
    relays.youth_said(store, relay_id, who.id, said == "yes")


def structure_said(
    store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]
) -> None:
    """What the structure said on the phone. Raises Gone, NotAllowed."""
    relay_id = _own(store, conversation_id, who, form)
    says = form.get("says", "")
    if says not in {one.value for one in StructureSays}:
        raise NotAllowed("agrees")
    at = form.get("appointment", "").strip()
    refused = StructureSays(says) is StructureSays.NOT_FOR_US
    relays.answer(
        store,
        relay_id,
        StructureSays(says),
        reason=form.get("reason") or None if refused else None,
        appointment=forms.instant(at, who) if at else None,
        person=form.get("person", ""),
        by=who.id,
    )


def person_left(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> None:
    """Who follows her there has left. Raises Gone."""
    relays.person_left(store, _own(store, conversation_id, who, form), who.id)


def _own(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> str:
    """The relay named by the form, when it is of this file and of her team. Raises Gone."""
    relay_id = form.get("relay", "")
    with store.reading() as session:
        relay = session.get(Relay, relay_id)
    if relay is None or relay.team_id != who.team_id or relay.conversation_id != conversation_id:
        raise Gone(relay_id)
    return relay_id
