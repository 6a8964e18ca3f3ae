"""Where a youth can be taken charge of (data·inclusion v1 words), and one hand-over to there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from bot.models.columns import json, key, to


class Structure(SQLModel, table=True):
    """A structure. `mailbox` is its shared address; the named person is dated."""

    id: str = key()
    name: str
    siret: str | None = None
    commune: str | None = None
    territory_code: str | None = to("territory.code", null=True, index=True)
    mailbox_sealed: bytes | None = None
    person_sealed: bytes | None = None
    person_since: datetime | None = None
    partner: bool = True
    source: str = "sas"


class Service(SQLModel, table=True):
    """A service of a structure."""

    id: str = key()
    structure_id: str = to("structure.id", index=True)
    name: str
    description: str = ""
    themes: list[str] = json(list)
    audiences: list[str] = json(list)
    zone: list[str] = json(list)
    capacity: int | None = None  # None: not known; never promise a place before
    source: str = "sas"


class Relay(SQLModel, table=True):
    """One hand-over of one youth to one service, from proposed to taken in charge."""

    id: str = key()
    conversation_id: str = to("conversation.id", index=True)
    youth_id: str = to("youth.id", index=True)
    team_id: str = to("team.id", index=True)
    service_id: str = to("service.id", index=True)
    structure_id: str = to("structure.id", index=True)
    proposed_by: str = to("aiguilleur.id")
    status: str = "proposed"
    steps: list[dict[str, str]] = json(list)
    fields: list[str] = json(list)  # what she agreed to pass on, field by field
    packet_sealed: bytes | None = None
    consent_at: datetime | None = None
    consent_by: str | None = None  # None: her own text; else the aiguilleur she told aloud
    consent_words_sealed: bytes | None = None
    withdrawn_at: datetime | None = None
    sent_at: datetime | None = None  # the packet left: day 0
    met_at: datetime | None = None
    appointment_at: datetime | None = None
    refusal: str | None = None  # one of the 11 reasons
    youth_says: dict[str, Any] = json()  # day -> yes / no
    structure_says: dict[str, Any] = json()
    authority: str | None = None  # minors: who holds parental authority, told or why not (code)
    token_digest: str | None = Field(default=None, unique=True)
    token_sealed: bytes | None = None  # the same token, for the links of e-mails (common key)
    created_at: datetime
