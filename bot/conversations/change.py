"""One change of one conversation: the rows at hand while the door turns effects into rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from bot.calendar import hours_from
from bot.models import (
    Address,
    Conversation,
    Flow,
    JournalEntry,
    Message,
    Referral,
    Team,
    Territory,
    Timer,
    Youth,
)
from bot.outbox.doubt import SHARED
from bot.presence import Rota, named_human, rota_of, substitute_of
from bot.store import Gone, Store
from flows.hours import Hours
from flows.snapshot import Human

# Statements are built once: building one costs more than running it.
_EARLIER = aliased(Referral)
_FIRST = (
    select(func.min(_EARLIER.id))
    .where(_EARLIER.conversation_id == bindparam("conversation"))
    .scalar_subquery()
)
_AROUND = (
    select(Youth, Team, Territory, Referral)
    .select_from(Youth)
    .join(Team, col(Team.id) == bindparam("team"))
    .outerjoin(Territory, col(Territory.code) == col(Youth.territory_code))
    .outerjoin(Referral, col(Referral.id) == _FIRST)
    .where(col(Youth.id) == bindparam("youth"))
)
_FLOWS = (
    select(Flow).where(Flow.conversation_id == bindparam("conversation")).order_by(col(Flow.id))
)
_REFERRAL = (
    select(Referral)
    .where(Referral.conversation_id == bindparam("conversation"))
    .order_by(col(Referral.id))
)
_ADDRESSES = select(Address, SHARED).where(
    Address.youth_id == bindparam("youth"), col(Address.retired_at).is_(None)
)


@dataclass(slots=True)
class Change:
    """A locked conversation, its youth and the instant of the change (SAS time, taken once).

    `who` is the author for the journal: bot, system, youth, carrier, clock, prescriber, structure,
    or an aiguilleur's id. `cause` is the inbound text being answered, if any.
    """

    session: Session
    store: Store
    conversation: Conversation
    youth: Youth
    team: Team
    hours: Hours
    now: datetime
    who: str
    cause: str | None = None
    asked: Message | None = None
    """In a turn: the last question of ours that left before her texts."""
    answers: Message | None = None
    """In a turn: the text she answers, whose button she tapped, else that last question."""
    spoken_to: bool = True
    """In a turn: did a text of ours ever leave for her?"""
    made_timers: list[Timer] = field(default_factory=list)
    """What this change set itself: the statements that drop timers do not know them yet."""
    _humans: dict[str | None, Human | None] = field(default_factory=dict)
    _rota: Rota | None = None
    _referral: list[Referral | None] = field(default_factory=list)
    _addresses: list[tuple[Address, bool]] | None = None

    def flows(self, kind: str, subject_id: str | None = None) -> list[Flow]:
        """The machines of that kind that can be stepped, the oldest first; with `subject_id`, that
        one."""
        return [
            flow
            for flow in self._flows()
            if flow.kind == kind and flow.broken is None and subject_id in (None, flow.subject_id)
        ]

    def flow(self, flow_id: str | None) -> Flow | None:
        """That machine of the conversation, a broken one too."""
        return next((flow for flow in self._flows() if flow.id == flow_id), None)

    def begun(self, flow: Flow) -> None:
        """A machine was added to this conversation, and flushed."""
        known = self._flows()
        if flow not in known:
            known.append(flow)

    def _flows(self) -> list[Flow]:
        """Loaded once in a transaction, for every change of this conversation in it."""
        known: dict[str, list[Flow]] = self.session.info.setdefault("flows", {})
        given = {"conversation": self.conversation.id}
        if self.conversation.id not in known:
            known[self.conversation.id] = list(self.session.scalars(_FLOWS, given).all())
        return known[self.conversation.id]

    def human(self) -> Human | None:
        """The named human of this instant; looked up once per owner."""
        owner = self.conversation.owner_id
        if owner not in self._humans:
            found = named_human(self.session, self.conversation, self.now, self.hours, self.rota())
            self._humans[owner] = found
        return self._humans[owner]

    def rota(self) -> Rota:
        """The team's people and their absences from today on; looked up once."""
        if self._rota is None:
            today = self.hours.local(self.now).date()
            with self.session.no_autoflush:  # no change of a conversation touches these rows
                self._rota = rota_of(self.session, self.conversation.team_id, today)
        return self._rota

    def stand_in(self, owner_id: str) -> str:
        """Who stands in for that aiguilleur today (herself when present)."""
        today = self.hours.local(self.now).date()
        return substitute_of(self.session, owner_id, today, self.rota())

    def referral(self) -> Referral | None:
        """The first referral of the conversation; looked up once."""
        if not self._referral:
            given = {"conversation": self.conversation.id}
            self._referral.append(self.session.scalars(_REFERRAL, given).first())
        return self._referral[0]

    def know(self, first: Referral | None) -> None:
        """The first referral, when it was seen already; one that comes later is looked up."""
        if first is not None:
            self._referral[:] = [first]

    def journal(
        self,
        code: str,
        *,
        flow: Flow | None = None,
        before: str | None = None,
        after: str | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """Record what happened: codes and ids only."""
        self.session.add(
            JournalEntry(
                conversation_id=self.conversation.id,
                flow_id=flow.id if flow else None,
                at=self.now,
                who=self.who,
                code=code,
                before=before,
                after=after,
                data=dict(data or {}),
            )
        )

    def address(self) -> Address | None:
        """Where she is written to: the address she used last, else the newest live one."""
        hers = [one for one in self.addresses() if one.owner in ("youth", "unknown")]
        return max(hers, key=_freshness, default=None)

    def addresses(self) -> list[Address]:
        """The live addresses of her file, a trusted adult's too; looked up once."""
        return [one for one, _ in self._live() if one.retired_at is None]

    def shared(self, address: Address) -> bool:
        """Does another file write to that number too?"""
        return any(one.id == address.id and shared for one, shared in self._live())

    def _live(self) -> list[tuple[Address, bool]]:
        if self._addresses is None:
            given = {"youth": self.youth.id}
            rows = self.session.execute(_ADDRESSES, given).all()
            self._addresses = [(one, bool(shared)) for one, shared in rows]
        return self._addresses

    def addresses_changed(self) -> None:
        """One was added or is in use again: look them up again."""
        self._addresses = None


def _freshness(address: Address) -> tuple[bool, str, str]:
    """Dead addresses last; then the last one she wrote from; then the newest."""
    wrote = address.last_inbound_at.isoformat() if address.last_inbound_at else ""
    return (address.state not in ("dead", "someone_else"), wrote, address.id)


def change_of(
    session: Session,
    store: Store,
    conversation: Conversation,
    who: str,
    *,
    cause: str | None = None,
) -> Change:
    """The change of a locked conversation. Raises Gone."""
    given = {
        "conversation": conversation.id,
        "youth": conversation.youth_id,
        "team": conversation.team_id,
    }
    row = session.execute(_AROUND, given).first()
    if row is None:
        raise Gone(conversation.id)
    youth, team, territory, referral = row
    now = store.clock.now()
    hers = team if youth.team_id == team.id else session.get(Team, youth.team_id)
    hours = hours_from(hers.hours if hers else {}, territory, now.year)
    change = Change(session, store, conversation, youth, team, hours, now, who, cause)
    change.know(referral)
    return change
