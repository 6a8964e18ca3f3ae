"""Propose a relay from a file, and note a yes said aloud."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select
from werkzeug.datastructures import MultiDict

from bot.conversations import NotAllowed
from bot.inbox.viewer import Viewer
from bot.models import Conversation, Service, Structure
from bot.store import Store

MOST = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """One service that could be proposed."""

    id: str
    name: str
    structure: str
    place: str


def choices(session: Session, who: Viewer, talk: Conversation) -> tuple[Choice, ...]:
    """Services that can be proposed."""
    rows = session.exec(
        select(Service, Structure)
        .join(Structure, col(Service.structure_id) == Structure.id)
        .order_by(col(Structure.name), col(Service.name))
        .limit(MOST)
    ).all()
    return tuple(
        Choice(
            service.id,
            service.name,
            structure.name,
            "places inconnues" if service.capacity is None else f"{service.capacity} places",
        )
        for service, structure in rows
    )


def propose(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> None:
    """Propose one service with the fields she would pass on."""
    raise NotAllowed("relay")


def consent(store: Store, conversation_id: str, who: Viewer, form: MultiDict[str, str]) -> None:
    """Note her yes or no, as said aloud."""
    raise NotAllowed("relay")
