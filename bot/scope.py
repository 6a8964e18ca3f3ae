"""Whose rows a figure counts: one team, one territory of hers, or everybody (PRODUCT section 2)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, true
from sqlmodel import Session, col, or_, select

from bot.models import (
    Conversation,
    Handover,
    Organisation,
    Referral,
    Relay,
    Team,
    TeamTerritory,
    Youth,
)

Conditions = list[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Scope:
    """One team and one territory; None: all of them. Every figure is counted through it."""

    team_id: str | None = None
    territory: str | None = None

    def talks(self) -> Conditions:
        """On Conversation joined with Youth."""
        found: Conditions = []
        if self.team_id is not None:
            found.append(col(Conversation.team_id) == self.team_id)
        if self.territory is not None:
            found.append(col(Youth.territory_code) == self.territory)
        return found

    def referrals(self) -> Conditions:
        """On Referral, also one by card, of which no conversation is kept."""
        found: Conditions = []
        if self.team_id is not None:
            hers = select(Conversation.id).where(Conversation.team_id == self.team_id)
            older = col(Referral.team_id).is_(None) & col(Referral.conversation_id).in_(hers)
            found.append((col(Referral.team_id) == self.team_id) | older)
        if self.territory is not None:
            found.append(col(Referral.territory_code) == self.territory)
        return found

    def relays(self) -> Conditions:
        """On Relay."""
        found: Conditions = []
        if self.team_id is not None:
            found.append(col(Relay.team_id) == self.team_id)
        if self.territory is not None:
            living = select(Youth.id).where(Youth.territory_code == self.territory)
            found.append(col(Relay.youth_id).in_(living))
        return found

    def tasks(self) -> Conditions:
        """On Handover."""
        found: Conditions = []
        if self.team_id is not None:
            found.append(col(Handover.team_id) == self.team_id)
        if self.territory is not None:
            hers = (
                select(Conversation.id)
                .join(Youth, col(Youth.id) == col(Conversation.youth_id))
                .where(Youth.territory_code == self.territory)
            )
            found.append(col(Handover.conversation_id).in_(hers))
        return found

    def organisations(self, session: Session) -> ColumnElement[bool]:
        """On Organisation: those at home there. An organisation has one home, the team that its
        own territory sends to, else the first team; so the teams share them out without rest."""
        home: ColumnElement[bool] = true()
        if self.team_id is not None:
            home = _at_home(session, self.team_id)
        if self.territory is not None:
            home = home & (col(Organisation.territory_code) == self.territory)
        return home


def _at_home(session: Session, team_id: str) -> ColumnElement[bool]:
    """The rule of bot.referrals.places, for all organisations at once."""
    teams = session.exec(select(Team.id).order_by(col(Team.id))).all()
    serves: dict[str, str] = {}
    pairs = select(TeamTerritory.territory_code, TeamTerritory.team_id)
    for code, team in session.exec(pairs.order_by(col(TeamTerritory.team_id))).all():
        serves.setdefault(code, team)
    mine = [code for code, team in serves.items() if team == team_id]
    served = col(Organisation.territory_code).in_(mine)
    if not teams or teams[0] != team_id:
        return served
    nobody = col(Organisation.territory_code).is_(None) | col(Organisation.territory_code).not_in(
        list(serves)
    )
    return or_(served, nobody)
