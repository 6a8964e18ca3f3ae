"""Who works with SAS: territories, teams, aiguilleurs, organisations, prescribers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from bot.models.columns import json, key, to

RELATIVES = ("PROCHE", "JEUNE")
"""Kinds of those who refer as private persons: no professionals, each referral is confirmed."""


class Territory(SQLModel, table=True):
    """An INSEE département or collectivity: its time zone and its public holidays."""

    code: str = Field(primary_key=True)
    name: str
    zone: str = "Europe/Paris"
    holidays: str = ""  # subdivision of the holidays package, "" for metropolitan France


class Team(SQLModel, table=True):
    """Aiguilleurs of some territories. `service` is the neutral name texts use.

    `hours`: {"works_from","works_until","work_days","opens","closes"}; `danger_plan`: {"written",
    "who","hours","fallback","caller"} and when phones ring {"from","until","days","holidays"}, or
    empty: a team starts only with a written one.
    """

    id: str = key()
    name: str
    service: str
    hours: dict[str, Any] = json()
    danger_plan: dict[str, Any] = json()
    lead_id: str | None = None
    may_hold_justice: bool = False
    call_number_end: str = ""  # last 4 digits of the number that calls leave from
    retention_months: int = 24
    starts_paused: bool = False  # a youth waited 2 working days: no new contact (PRODUCT 3.6)


class TeamTerritory(SQLModel, table=True):
    """Which territories a team serves."""

    team_id: str = Field(foreign_key="team.id", primary_key=True)
    territory_code: str = Field(foreign_key="territory.code", primary_key=True)


class Aiguilleur(SQLModel, table=True):
    """A human counsellor. `name` is the first name that texts use (a prénom d'usage)."""

    id: str = key()
    team_id: str = to("team.id", index=True)
    name: str
    email_sealed: bytes
    email_index: str = Field(unique=True)
    phone_sealed: bytes | None = None
    password_hash: str | None = None
    totp_sealed: bytes | None = None
    lead: bool = False
    active: bool = True
    max_new_per_day: int = 20
    session_epoch: int = 0
    hidden_shortcuts: bool = False
    created_at: datetime


class Absence(SQLModel, table=True):
    """Declared once, with a substitute (PRODUCT 11.9). Days included, in the team's zone."""

    id: str = key()
    aiguilleur_id: str = to("aiguilleur.id", index=True)
    first_day: date
    last_day: date
    substitute_id: str | None = to("aiguilleur.id", null=True)


class SignInLink(SQLModel, table=True):
    """A one-time link: its page has a button that posts; previewers fetch links."""

    digest: str = Field(primary_key=True)
    aiguilleur_id: str = to("aiguilleur.id")
    expires_real: datetime
    used_real: datetime | None = None


class Organisation(SQLModel, table=True):
    """A prescriber's organisation. `kind` is never shown in a text, URL, log or metric."""

    id: str = key()
    name: str = Field(index=True)
    kind: str
    territory_code: str | None = to("territory.code", null=True)
    retention_months: int = 24


class KnownExits(SQLModel, table=True):
    """How many youths left an organisation without a solution in one month, as it counts itself
    ("sorties sans solution", PRODUCT section 14). `month` is its first day."""

    __table_args__ = (CheckConstraint("number >= 0", name="no_negative_exits"),)

    organisation_id: str = Field(foreign_key="organisation.id", primary_key=True)
    month: date = Field(primary_key=True)
    number: int
    source: str
    entered_by: str  # an aiguilleur's id, or system
    entered_at: datetime


class Prescriber(SQLModel, table=True):
    """A person or software that refers. The API key is kept as a digest only. `name` is a
    professional's; a relative's is kept with each referral, under the youth's key."""

    id: str = key()
    organisation_id: str = to("organisation.id", index=True)
    name: str = ""
    email_sealed: bytes
    email_index: str = Field(unique=True)
    key_digest: str | None = Field(default=None, unique=True)
    confirmed: bool = True
    onboarded_at: datetime
