"""An absence is declared once, with a substitute; files move for the time (PRODUCT 11.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from bot.conversations import NotAllowed, somebody_there
from bot.inbox import dates
from bot.inbox.viewer import Viewer, viewer
from bot.models import Absence
from bot.presence import substitute_of
from bot.store import Gone, Store


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """One absence of the team, present or to come."""

    id: str
    who: str
    mine: bool
    period: str
    substitute: str
    really: str
    now: bool


def absences(session: Session, who: Viewer, now: datetime) -> tuple[AbsenceLine, ...]:
    """Absences of the team that are not over, the soonest first. `really` is who stands in at the
    end of the chain of substitutes, when it is somebody else."""
    today = who.hours.local(now).date()
    rows = session.exec(
        select(Absence)
        .where(col(Absence.aiguilleur_id).in_(list(who.colleagues)), Absence.last_day >= today)
        .order_by(col(Absence.first_day), col(Absence.id))
    ).all()
    return tuple(_line(session, who, today, one) for one in rows)


def _line(session: Session, who: Viewer, today: date, one: Absence) -> AbsenceLine:
    present = one.first_day <= today
    at = today if present else one.first_day
    end = substitute_of(session, one.aiguilleur_id, at)
    return AbsenceLine(
        id=one.id,
        who=who.called(one.aiguilleur_id),
        mine=one.aiguilleur_id == who.id,
        period=dates.period(one.first_day, one.last_day, today),
        substitute=who.called(one.substitute_id) or "l'équipe",
        really=who.called(end) if end not in (one.substitute_id, one.aiguilleur_id) else "",
        now=present,
    )


def moved(session: Session, who: Viewer, now: datetime) -> tuple[str, ...]:
    """What home says while files have moved: hers to somebody, or somebody's to her."""
    said = []
    for one in absences(session, who, now):
        if not one.now:
            continue
        holder = one.really or one.substitute
        if one.mine:
            said.append(f"Vous êtes en absence {one.period} : vos dossiers vont à {holder}.")
        elif holder == "vous":
            said.append(f"Absence de {one.who} {one.period} : ses dossiers viennent à vous.")
    return tuple(said)


def declare(
    store: Store,
    by: str,
    first: date,
    last: date,
    substitute_id: str | None,
    *,
    person: str | None = None,
) -> str:
    """Declare an absence (days included, in the team's zone): one's own, or, by the lead, that of
    `person` of the team; returns its id. Raises NotAllowed: `past`, `order` (last before first),
    `substitute` (the same person, or another team), `not_yours`."""
    with store.transaction() as session:
        now = store.clock.now()
        me = viewer(session, by, now)
        if last < first:
            raise NotAllowed("order")
        if last < me.hours.local(now).date():
            raise NotAllowed("past")
        away = person or by
        if away != by and not (me.lead and away in me.colleagues):
            raise NotAllowed("not_yours")
        if substitute_id is not None and (
            substitute_id == away or substitute_id not in me.colleagues
        ):
            raise NotAllowed("substitute")
        row = Absence(
            aiguilleur_id=away, first_day=first, last_day=last, substitute_id=substitute_id
        )
        session.add(row)
        return row.id


def take_back(store: Store, by: str, absence_id: str) -> None:
    """Back after all. Raises Gone when the absence is neither one's own nor, for the lead, of the
    team."""
    with store.transaction() as session:
        row = session.get(Absence, absence_id)
        me = viewer(session, by, store.clock.now())
        may = {by, *me.colleagues} if me.lead else {by}
        if row is None or row.aiguilleur_id not in may:
            raise Gone(absence_id)
        session.delete(row)
        somebody_there(session, store, me.team_id)
