"""Who looks at the inbox: every read of it starts here, and is filtered by her team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.calendar import team_hours
from bot.models import Absence, Aiguilleur, Conversation, Team
from bot.presence import substitute_of
from bot.store import Gone
from flows.hours import Hours


@dataclass(frozen=True, slots=True)
class Viewer:
    """An aiguilleur at work: `covers` holds her own id and those she stands in for today;
    `colleagues` maps every active member of the team, herself included, to the first name."""

    id: str
    name: str
    team_id: str
    service: str
    lead: bool
    hours: Hours
    covers: frozenset[str]
    colleagues: dict[str, str]
    call_number_end: str = ""
    shortcuts: bool = True

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which she reads hours."""
        return self.hours.zone

    def called(self, who: str | None) -> str:
        """The first name of a colleague, `vous` for herself, "" when unknown."""
        if who is None:
            return ""
        return "vous" if who == self.id else self.colleagues.get(who, "")


def viewer(session: Session, aiguilleur_id: str, now: datetime) -> Viewer:
    """The viewer of that id. Raises Gone when she is unknown or no longer active."""
    me = session.get(Aiguilleur, aiguilleur_id)
    team = session.get(Team, me.team_id) if me is not None else None
    if me is None or team is None or not me.active:
        raise Gone(aiguilleur_id)
    staff = list(
        session.exec(
            select(Aiguilleur).where(Aiguilleur.team_id == me.team_id, col(Aiguilleur.active))
        ).all()
    )
    hours = team_hours(session, team, now.year)
    return Viewer(
        id=me.id,
        name=me.name,
        team_id=team.id,
        service=team.service,
        lead=me.lead or team.lead_id == me.id,
        hours=hours,
        covers=_covers(session, me, [one.id for one in staff], hours.local(now).date()),
        colleagues={one.id: one.name for one in staff},
        call_number_end=team.call_number_end,
        shortcuts=not me.hidden_shortcuts,
    )


def own(session: Session, who: Viewer, conversation_id: str) -> Conversation:
    """That conversation, when it is her team's. Raises Gone for any other: what belongs to
    another team is told apart from what does not exist by nobody."""
    found = session.get(Conversation, conversation_id)
    if found is None or found.team_id != who.team_id:
        raise Gone(conversation_id)
    return found


def _covers(session: Session, me: Aiguilleur, ids: list[str], today: date) -> frozenset[str]:
    """Herself and the absent colleagues whose chain of substitutes ends with her today."""
    absent = session.exec(
        select(Absence.aiguilleur_id).where(
            col(Absence.aiguilleur_id).in_(ids),
            Absence.first_day <= today,
            Absence.last_day >= today,
        )
    ).all()
    stood_in = {one for one in absent if substitute_of(session, one, today) == me.id}
    return frozenset(stood_in | {me.id})
