"""One change of one conversation: the rows at hand while the door turns effects into rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.calendar import hours_of
from bot.models import Address, Conversation, Flow, JournalEntry, Referral, Team, Youth
from bot.presence import named_human
from bot.store import Gone, Store
from flows.hours import Hours
from flows.snapshot import Human

# Statements are built once: building one costs more than running it.
_FLOWS = (
    select(Flow)
    .where(
        Flow.conversation_id == bindparam("conversation"),
        Flow.kind == bindparam("of_kind"),
        col(Flow.broken).is_(None),
    )
    .order_by(col(Flow.id))
)
_FLOW = _FLOWS.where(Flow.subject_id == bindparam("subject"))
_REFERRAL = (
    select(Referral)
    .where(Referral.conversation_id == bindparam("conversation"))
    .order_by(col(Referral.id))
)
_ADDRESSES = select(Address).where(
    Address.youth_id == bindparam("youth"),
    col(Address.owner).in_(("youth", "unknown")),
    col(Address.retired_at).is_(None),
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
    now: datetime
    who: str
    cause: str | None = None
    hours: Hours = field(init=False)
    team: Team = field(init=False)
    _humans: dict[str | None, Human | None] = field(default_factory=dict)
    _referral: list[Referral | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        team = self.session.get(Team, self.conversation.team_id)
        if team is None:
            raise Gone(self.conversation.team_id)
        self.team = team
        self.hours = hours_of(self.session, self.youth, self.now.year)

    def flows(self, kind: str, subject_id: str | None = None) -> list[Flow]:
        """The machines of that kind, the oldest first; with `subject_id`, that one."""
        given = {"conversation": self.conversation.id, "of_kind": kind, "subject": subject_id}
        query = _FLOWS if subject_id is None else _FLOW
        return list(self.session.scalars(query, given).all())

    def human(self) -> Human | None:
        """The named human of this instant; looked up once per owner."""
        owner = self.conversation.owner_id
        if owner not in self._humans:
            found = named_human(self.session, self.conversation, self.now, self.hours)
            self._humans[owner] = found
        return self._humans[owner]

    def referral(self) -> Referral | None:
        """The first referral of the conversation; looked up once."""
        if not self._referral:
            given = {"conversation": self.conversation.id}
            self._referral.append(self.session.scalars(_REFERRAL, given).first())
        return self._referral[0]

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
        found = list(self.session.scalars(_ADDRESSES, {"youth": self.youth.id}).all())
        return max(found, key=_freshness, default=None)


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
    youth = session.get(Youth, conversation.youth_id)
    if youth is None:
        raise Gone(conversation.youth_id)
    return Change(session, store, conversation, youth, store.clock.now(), who, cause)
