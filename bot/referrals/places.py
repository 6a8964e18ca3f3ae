"""Which team takes a referral: by territory, then by organisation, else the first one."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.models import Organisation, Team, TeamTerritory
from bot.referrals.words import NotReady


def team_for(session: Session, territory: str | None, organisation: Organisation) -> Team:
    """The team of that territory (INSEE code), else of the organisation's, else the first one.

    Raises NotReady when there is no team at all."""
    for code in (territory, organisation.territory_code):
        if code is None:
            continue
        served = session.exec(
            select(TeamTerritory)
            .where(TeamTerritory.territory_code == code)
            .order_by(col(TeamTerritory.team_id))
        ).first()
        team = session.get(Team, served.team_id) if served else None
        if team is not None:
            return team
    first = session.exec(select(Team).order_by(col(Team.id))).first()
    if first is None:
        raise NotReady
    return first


def home_territory(session: Session, team: Team) -> str | None:
    """The team's own territory, when nothing else tells where she lives."""
    served = session.exec(
        select(TeamTerritory)
        .where(TeamTerritory.team_id == team.id)
        .order_by(col(TeamTerritory.territory_code))
    ).first()
    return served.territory_code if served else None
