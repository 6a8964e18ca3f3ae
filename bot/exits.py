"""The "sorties sans solution" of an organisation, one number a month, as it counts them itself:
what H1 is judged against (PRODUCT section 14). A lead enters it on her page, an operator by a
command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.models import RELATIVES, KnownExits, Organisation, Territory
from bot.scope import Scope
from bot.store import Gone, Store

MONTHS_BACK = 12
MOST = 100_000
LONGEST_SOURCE = 120
HOME_ZONE = "Europe/Paris"


class BadExits(ValueError):
    """What was given is not a number of exits; `code`: month, month_open, month_old, number,
    source."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def keep(
    store: Store,
    scope: Scope,
    organisation_id: str,
    *,
    month: str,
    number: str,
    source: str,
    by: str,
) -> KnownExits:
    """Keep the number of that month (YYYY-MM), as typed; the same month again replaces it. `source`
    says who counted. Raises BadExits, and Gone for an organisation that is not at home in `scope`.
    """
    now, said = store.clock.now(), " ".join(source.split())
    with store.transaction() as session:
        where = next((o for o in at_home(session, scope) if o.id == organisation_id), None)
        if where is None:
            raise Gone(organisation_id)
        first = _month(month, this_month(session, where, now))
        if not re.fullmatch(r"[0-9]{1,6}", number.strip()) or int(number) > MOST:
            raise BadExits("number")
        if not 0 < len(said) <= LONGEST_SOURCE:
            raise BadExits("source")
        found = session.get(KnownExits, (where.id, first)) or KnownExits(
            organisation_id=where.id,
            month=first,
            number=0,
            source="",
            entered_by="",
            entered_at=now,
        )
        found.number, found.source = int(number), said
        found.entered_by, found.entered_at = by, now
        session.add(found)
    return found


def at_home(session: Session, scope: Scope) -> Sequence[Organisation]:
    """The organisations of professionals at home there, by name."""
    query = select(Organisation).where(
        scope.organisations(session), col(Organisation.kind).not_in(RELATIVES)
    )
    return session.exec(query.order_by(col(Organisation.name), col(Organisation.id))).all()


def this_month(session: Session, where: Organisation, now: datetime) -> date:
    """The first day of the month that is not over yet, where the organisation is."""
    return now.astimezone(zone_of(session, where)).date().replace(day=1)


def zone_of(session: Session, where: Organisation) -> ZoneInfo:
    """The zone in which its months begin and end."""
    territory = session.get(Territory, where.territory_code) if where.territory_code else None
    return ZoneInfo(territory.zone if territory is not None else HOME_ZONE)


def months_before(month: date, count: int = MONTHS_BACK) -> list[date]:
    """That many months before this one, the last one first."""
    serial = month.year * 12 + month.month - 1
    return [date(*_first_day(serial - back)) for back in range(1, count + 1)]


def _first_day(serial: int) -> tuple[int, int, int]:
    """Year, month and first day of a month counted from year 0."""
    return serial // 12, serial % 12 + 1, 1


def _month(text: str, current: date) -> date:
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text.strip()):
        raise BadExits("month")
    found = date.fromisoformat(f"{text.strip()}-01")
    if found >= current:
        raise BadExits("month_open")
    if found not in months_before(current):
        raise BadExits("month_old")
    return found
