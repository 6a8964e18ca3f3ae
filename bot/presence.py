"""Which human is there for a youth: the named aiguilleur or her substitute, and who is on duty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from bot.models import Absence, Aiguilleur, Conversation, Team
from flows.hours import Hours
from flows.snapshot import Duty, Human

_ROTA = (
    select(Aiguilleur, Absence)
    .outerjoin(
        Absence,
        (col(Absence.aiguilleur_id) == col(Aiguilleur.id))
        & (col(Absence.last_day) >= bindparam("since")),
    )
    .where(Aiguilleur.team_id == bindparam("team"), col(Aiguilleur.active))
    .order_by(col(Aiguilleur.id), col(Absence.id))
)
_ABSENT = select(Absence).where(
    col(Absence.first_day) <= bindparam("day"), col(Absence.last_day) >= bindparam("day")
)
_LOOK_AHEAD = 45  # days searched for somebody present with room


@dataclass(frozen=True, slots=True)
class Rota:
    """The active people of a team, and their absences that are not over yet."""

    staff: list[Aiguilleur]
    absences: dict[str, list[Absence]]

    def has(self, aiguilleur_id: str, day: date) -> bool:
        """Is she of this team, and there on that day?"""
        hers = any(one.id == aiguilleur_id for one in self.staff)
        return hers and _absent(self.absences.get(aiguilleur_id, []), day) is None

    def present(self, day: date) -> list[Aiguilleur]:
        """Who of the team is there on that day."""
        return [one for one in self.staff if self.has(one.id, day)]

    def colleague(self, session: Session, without: set[str], day: date) -> Aiguilleur | None:
        """Who of the others is there on that day with room, the least laden first."""
        others = [one for one in self.staff if one.id not in without]
        return _least_laden(session, others, self.absences, day)


def rota_of(session: Session, team_id: str, since: date) -> Rota:
    """The rota of a team from that day on."""
    rows = session.execute(_ROTA, {"team": team_id, "since": since}).all()
    staff = {one.id: one for one, _ in rows}
    return Rota(list(staff.values()), _by_person(row for _, row in rows if row is not None))


def named_human(
    session: Session,
    conversation: Conversation,
    now: datetime,
    hours: Hours,
    rota: Rota | None = None,
) -> Human | None:
    """The aiguilleur whose name the texts say: the owner, else her substitute (chains resolve),
    else a colleague of the team; whether she is present the next working day with room, and if
    not from which day (PRODUCT section 6). None when the team has nobody. `rota`: the team's, when
    the caller has it."""
    team = session.get(Team, conversation.team_id)
    rota = rota or rota_of(session, conversation.team_id, hours.local(now).date())
    staff, absences = rota.staff, rota.absences
    if team is None or not staff:
        return None
    day = hours.next_working_day(hours.local(now).date())
    for _ in range(_LOOK_AHEAD):
        human = _first_present(session, staff, absences, conversation.owner_id, day)
        if human is not None:
            present = day == hours.next_working_day(hours.local(now).date())
            free = hours.on(day, hours.works_from)
            return Human(
                id=human.id,
                name=human.name,
                present=present and not team.starts_paused,
                free_from=free,
            )
        day = hours.next_working_day(day)
    someone = next((one for one in staff if one.id == conversation.owner_id), staff[0])
    return Human(id=someone.id, name=someone.name, present=False, free_from=None)


def substitute_of(session: Session, aiguilleur_id: str, day: date, rota: Rota | None = None) -> str:
    """Who stands in for that aiguilleur on that day (herself when present). A `rota` answers when
    she is of that team and there; a chain may lead elsewhere."""
    if rota is not None and rota.has(aiguilleur_id, day):
        return aiguilleur_id
    return who_is_there(session, aiguilleur_id, day) or aiguilleur_id


def who_is_there(session: Session, aiguilleur_id: str, day: date) -> str | None:
    """That aiguilleur when present on that day, else who stands in for her; None when nobody."""
    absent = session.scalars(_ABSENT, {"day": day}).all()
    return _resolve(aiguilleur_id, _by_person(absent), day)


def duty(
    session: Session,
    conversation: Conversation,
    now: datetime,
    hours: Hours,
    rota: Rota | None = None,
) -> Duty:
    """Is somebody of the danger plan on duty now? Else when a text will be read. `rota`: the
    team's, when the caller has it."""
    team = session.get(Team, conversation.team_id)
    plan = team.danger_plan if team else {}
    today = hours.local(now).date()
    rota = rota or rota_of(session, conversation.team_id, today)
    within, there = in_duty_hours(plan, now, hours), bool(rota.present(today))
    return Duty(
        on_duty=within and there,
        read_at=_read_at(plan, rota, now, hours),
        rings_lead=within and not there,
    )


def may_start(session: Session, team_id: str) -> bool:
    """A team starts only with a written danger plan (PRODUCT section 9)."""
    team = session.get(Team, team_id)
    return bool(team and team.danger_plan.get("written"))


def in_duty_hours(plan: dict[str, Any], now: datetime, hours: Hours) -> bool:
    """Does a phone ring at this instant? Never before the plan is written."""
    if not plan.get("written"):
        return False
    today = hours.local(now).date()
    nights = (today - timedelta(days=1), today)  # last night's may not be over
    spans = [_duty_span(plan, day, hours) for day in nights if _duty_day(plan, day, hours)]
    return any(start <= now.astimezone(UTC) < end for start, end in spans)


def _duty_day(plan: dict[str, Any], day: date, hours: Hours) -> bool:
    """Does duty begin on that day? On public holidays only where the plan says so."""
    if day in hours.holidays and not plan.get("holidays", False):
        return False
    return day.weekday() in plan.get("days", hours.work_days)


def _duty_span(plan: dict[str, Any], day: date, hours: Hours) -> tuple[datetime, datetime]:
    """The duty that begins on that day, in UTC: wall-clock hours of one zone compare wrongly in
    the night that has one of them twice. One that does not end later than it began ends the next
    day: "20:00" to "08:00" is a night, "00:00" to "00:00" a whole day."""
    start = time.fromisoformat(str(plan.get("from", hours.works_from.isoformat())))
    end = time.fromisoformat(str(plan.get("until", hours.works_until.isoformat())))
    last = day if start < end else day + timedelta(days=1)
    return hours.on(day, start).astimezone(UTC), hours.on(last, end).astimezone(UTC)


def _read_at(plan: dict[str, Any], rota: Rota, now: datetime, hours: Hours) -> datetime:
    """The next instant of duty with somebody there, on a working day one of work too when the two
    meet; of work when there is none, so that the alert does not wait for weeks."""
    today, at = hours.local(now).date(), now.astimezone(UTC)
    for ahead in range(-1, _LOOK_AHEAD):
        day = today + timedelta(days=ahead)
        if not (_duty_day(plan, day, hours) and rota.present(max(day, today))):
            continue
        start, end = _duty_span(plan, day, hours)
        if hours.working_day(day):
            start, end = _at_work(start, end, day, hours)
        if at < end:
            return hours.local(max(at, start))
    return hours.next_work(now)


def _at_work(start: datetime, end: datetime, day: date, hours: Hours) -> tuple[datetime, datetime]:
    """What of that duty is also work; all of it when the two never meet."""
    first = max(start, hours.on(day, hours.works_from).astimezone(UTC))
    last = min(end, hours.on(day, hours.works_until).astimezone(UTC))
    return (first, last) if first < last else (start, end)


def _by_person(rows: Iterable[Absence]) -> dict[str, list[Absence]]:
    found: dict[str, list[Absence]] = {}
    for row in rows:
        found.setdefault(row.aiguilleur_id, []).append(row)
    return found


def _first_present(
    session: Session,
    staff: list[Aiguilleur],
    absences: dict[str, list[Absence]],
    owner_id: str | None,
    day: date,
) -> Aiguilleur | None:
    known = {one.id: one for one in staff}
    if owner_id in known:
        resolved = _resolve(owner_id, absences, day)
        if resolved in known:
            return known[resolved]
    return _least_laden(session, staff, absences, day)


def _least_laden(
    session: Session, staff: list[Aiguilleur], absences: dict[str, list[Absence]], day: date
) -> Aiguilleur | None:
    free = [one for one in staff if not _absent(absences.get(one.id, []), day)]
    load = _open_load(session, [one.id for one in free])
    with_room = [one for one in free if load.get(one.id, 0) < one.max_new_per_day * 20]
    return min(with_room, key=lambda one: (load.get(one.id, 0), one.id), default=None)


def _open_load(session: Session, ids: list[str]) -> dict[str, int]:
    """Open conversations per owner: bounded by what a team can hold."""
    query = (
        select(Conversation.owner_id, func.count())
        .where(col(Conversation.owner_id).in_(ids), col(Conversation.closed_at).is_(None))
        .group_by(col(Conversation.owner_id))
    )
    return {str(owner): count for owner, count in session.exec(query).all()}


def _resolve(person: str | None, absences: dict[str, list[Absence]], day: date) -> str | None:
    """Follow substitutes until somebody present; None when the chain ends or loops."""
    seen: set[str] = set()
    while person is not None and person not in seen:
        seen.add(person)
        absence = _absent(absences.get(person, []), day)
        if absence is None:
            return person
        person = absence.substitute_id
    return None


def _absent(rows: list[Absence], day: date) -> Absence | None:
    return next((row for row in rows if row.first_day <= day <= row.last_day), None)
