"""Rows of the machinery: leases, rates, counters, facts, and the record of who looked at a file."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from bot.models.columns import key


class Lease(SQLModel, table=True):
    """Only one process holds a name until `until_real`."""

    name: str = Field(primary_key=True)
    holder: str
    until_real: datetime


class SenderState(SQLModel, table=True):
    """A sender's rate and breaker, in real time."""

    name: str = Field(primary_key=True)
    next_slot_real: datetime
    failures: int = 0
    open_until_real: datetime | None = None


class RateWindow(SQLModel, table=True):
    """How often something was asked in a window of real time; refuses when it cannot count."""

    name: str = Field(primary_key=True)
    window: int = Field(primary_key=True)
    count: int = 0


class Fact(SQLModel, table=True):
    """A small fact of the system: when the clock passed, up to when texts were reconciled."""

    name: str = Field(primary_key=True)
    value: str
    at_real: datetime


class Counter(SQLModel, table=True):
    """Dateless or daily counts that events increment; they stay after erasure."""

    name: str = Field(primary_key=True)
    label: str = Field(default="", primary_key=True)
    day: date = Field(primary_key=True)
    value: int = 0


class Access(SQLModel, table=True):
    """Each view of a file is recorded (PRODUCT section 10)."""

    id: str = key()
    who: str = Field(index=True)
    what: str  # conversation, relay, referral
    subject_id: str = Field(index=True)
    at: datetime
