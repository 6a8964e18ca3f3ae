"""H1 against what organisations know: of the youths who left without a solution in the last twelve
months that are over, how many were referred (PRODUCT section 14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, col, select

from bot.exits import at_home, months_before, this_month, zone_of
from bot.metrics.share import Share
from bot.models import Aiguilleur, KnownExits, Organisation, Referral
from bot.scope import Scope


@dataclass(frozen=True, slots=True)
class Line:
    """One month of one organisation: what it counted, what we were referred, who says so."""

    organisation: str
    month: date
    number: int
    referred: int
    source: str
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class Leaving:
    """`share`: referred among known exits, never above them. `without`: organisations that gave
    no number, counted on neither side."""

    share: Share
    lines: tuple[Line, ...]
    without: int


def leaving(session: Session, now: datetime, scope: Scope) -> Leaving:
    """The known exits of the organisations at home there."""
    places = {one.id: one for one in at_home(session, scope)}
    rows = [
        row
        for row in session.exec(
            select(KnownExits)
            .where(col(KnownExits.organisation_id).in_(places))
            .order_by(col(KnownExits.month).desc())
        ).all()
        if row.month in months_before(this_month(session, places[row.organisation_id], now))
    ]
    referred, names = _referred(session, places, rows), _names(session, rows)
    lines = [
        Line(
            organisation=places[row.organisation_id].name,
            month=row.month,
            number=row.number,
            referred=referred[row.organisation_id, row.month],
            source=row.source,
            entered_by=names.get(row.entered_by, ""),
            entered_at=row.entered_at,
        )
        for row in rows
    ]
    lines.sort(key=lambda line: line.organisation)
    share = Share(
        sum(min(line.referred, line.number) for line in lines), sum(line.number for line in lines)
    )
    told = {row.organisation_id for row in rows}
    return Leaving(share, tuple(lines), len(places) - len(told))


def _referred(
    session: Session, places: dict[str, Organisation], rows: Iterable[KnownExits]
) -> dict[tuple[str, date], int]:
    """Youths that each organisation referred, by month of its own zone: each once, and each card
    of which no youth is kept."""
    since = min((row.month for row in rows), default=None)
    found: dict[tuple[str, date], set[str]] = defaultdict(set)
    if since is not None:
        start = datetime(since.year, since.month, 1, tzinfo=UTC) - timedelta(days=1)
        query = select(
            Referral.organisation_id, Referral.created_at, Referral.youth_id, Referral.id
        ).where(col(Referral.organisation_id).in_(places), col(Referral.created_at) >= start)
        zones = {one: zone_of(session, where) for one, where in places.items()}
        for where, at, youth_id, referral_id in session.exec(query).all():
            month = at.astimezone(zones[where]).date().replace(day=1)
            found[where, month].add(youth_id or referral_id)
    return defaultdict(int, {key: len(youths) for key, youths in found.items()})


def _names(session: Session, rows: Sequence[KnownExits]) -> dict[str, str]:
    ids = {row.entered_by for row in rows}
    query = select(Aiguilleur.id, Aiguilleur.name).where(col(Aiguilleur.id).in_(ids))
    return dict(session.exec(query).all())
