"""Our senders: what each can do, how fast it may send, and whether its carrier answers at all.

Rate and breaker are one row per sender, in real time, shared by every process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select, update

from bot.models import SenderState
from bot.settings import Settings
from bot.store import Store

MARGIN = 1.1
"""Slots are this much wider than the rate asks: no second may hold more than the rate, and a call
starts after its slot, by up to MISSED_SLOT, and reaches the carrier a little later still. One that
was late and the one that ends its second on time must stay a second apart."""

MISSED_SLOT = timedelta(milliseconds=60)
"""A call that would start later than this after its slot takes another one."""

OPENS_AFTER = 5  # outages in a row
PROBE = timedelta(seconds=30)  # how long one probe may take before another may try
MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Sender:
    """One number, short code, name or mailbox we send from. `rate` is texts per second."""

    name: str
    channel: str
    rate: float
    two_way: bool = True

    @property
    def spacing(self) -> timedelta:
        """Between two sends."""
        return timedelta(seconds=MARGIN / self.rate)


@dataclass(frozen=True, slots=True)
class Senders:
    """What this installation sends from."""

    sms: Sender | None
    whatsapp: Sender | None
    mail: Sender

    def of(self, channel: str) -> Sender | None:
        """The sender of that channel."""
        return {"sms": self.sms, "whatsapp": self.whatsapp, MAIL: self.mail}.get(channel)


def senders_of(settings: Settings) -> Senders:
    """Senders and their capabilities, from the settings (PRODUCT section 5)."""
    provider, rate = settings.provider, settings.sender_rate
    sms = provider.sms_sender if provider else None
    whatsapp = provider.whatsapp_sender if provider else None
    return Senders(
        sms=Sender(sms, "sms", rate, two_way(sms)) if sms else None,
        whatsapp=Sender(whatsapp, "whatsapp", rate) if whatsapp else None,
        mail=Sender("mail", MAIL, max(rate, 10.0)),
    )


def two_way(sender: str) -> bool:
    """Can it receive? Nobody can answer an alphanumeric sender."""
    return re.fullmatch(r"\+?\d{3,15}|MG[0-9a-f]{32}", sender) is not None


@dataclass(frozen=True, slots=True)
class Slot:
    """When this send may start (real time). `wary`: a success must close the breaker."""

    at: datetime
    wary: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """Not now: try again at `until` (real time)."""

    until: datetime
    broken: bool = False


def take_slot(
    session: Session, store: Store, sender: Sender, patience: timedelta, *, urgent: bool = False
) -> Slot | Wait:
    """The sender's next free slot when it is at most `patience` away, else when to ask again.

    While the breaker is open only an urgent text (safety) and one probe at a time pass.
    """
    real = store.clock.real()
    given = {"sender": sender.name, "real": real, "next": real + sender.spacing}
    if session.connection().execute(_TAKE_FREE, given).rowcount == 1:
        return Slot(real)
    state = _locked(session, sender.name, real)
    if state.open_until_real is not None and state.open_until_real > real and not urgent:
        return Wait(state.open_until_real, broken=True)
    at = max(real, state.next_slot_real)
    if at - real > patience:
        return Wait(at)
    state.next_slot_real = at + sender.spacing
    wary = state.failures > 0 or state.open_until_real is not None
    if state.open_until_real is not None and not urgent:
        state.open_until_real = real + PROBE  # half open: one probe, the others wait
    session.add(state)
    return Slot(at, wary)


def sender_well(session: Session, name: str) -> None:
    """A send was answered: the breaker closes."""
    state = session.get(SenderState, name, with_for_update=True, populate_existing=True)
    if state is not None:
        state.failures, state.open_until_real = 0, None
        session.add(state)


def sender_ill(session: Session, store: Store, name: str, wait: timedelta | None = None) -> None:
    """The carrier failed (or `wait`: it asked for quiet). Past OPENS_AFTER in a row the breaker
    opens, longer each time, up to 5 minutes."""
    real = store.clock.real()
    state = _locked(session, name, real)
    state.failures += 1
    if wait is not None:
        state.next_slot_real = max(state.next_slot_real, real + wait)
    if state.failures >= OPENS_AFTER:
        steps = min(state.failures - OPENS_AFTER, 5)
        state.open_until_real = real + timedelta(seconds=min(10 * 2**steps, 300))
    session.add(state)


def sender_shut(session: Session, store: Store, name: str, span: timedelta) -> None:
    """Our account is refused: nothing leaves for `span`, whatever the count."""
    real = store.clock.real()
    state = _locked(session, name, real)
    state.failures = max(state.failures + 1, OPENS_AFTER)
    state.open_until_real = real + span
    session.add(state)


_TAKE_FREE = (
    update(SenderState)
    .where(
        col(SenderState.name) == bindparam("sender"),
        col(SenderState.next_slot_real) <= bindparam("real"),
        col(SenderState.open_until_real).is_(None),
        col(SenderState.failures) == 0,
    )
    .values(next_slot_real=bindparam("next"))
)
"""The ordinary case in one statement: a carrier that is well, a slot that is free."""
_STATE = (
    select(SenderState)
    .where(col(SenderState.name) == bindparam("name"))
    .with_for_update()
    .execution_options(populate_existing=True)
)


def _locked(session: Session, name: str, real: datetime) -> SenderState:
    found: SenderState | None = session.scalar(_STATE, {"name": name})
    if found is not None:
        return found
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(
        insert(SenderState)
        .values(name=name, next_slot_real=real, failures=0)
        .on_conflict_do_nothing()
    )
    made: SenderState = session.execute(_STATE, {"name": name}).scalar_one()
    return made
