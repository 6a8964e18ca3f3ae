"""H1: professionals refer, and go on referring; zeros are included, relatives are not."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from bot.metrics.share import Share
from bot.models import RELATIVES, Organisation, Prescriber, Referral
from bot.scope import Scope

AGAIN = timedelta(days=60)


def refer(session: Session, scope: Scope) -> Share:
    """Onboarded professionals who referred at least once."""
    theirs = _professionals(session, scope)
    referred = theirs.join(Referral, col(Referral.prescriber_id) == col(Prescriber.id))
    total = select(func.count()).select_from(theirs.subquery())
    active = select(func.count()).select_from(referred.distinct().subquery())
    return Share(session.exec(active).one(), session.exec(total).one())


def again(session: Session, now: datetime, scope: Scope) -> Share:
    """Of those whose first referral is 60 days old or more, who referred again within 60 days."""
    theirs = _professionals(session, scope)
    rows = session.exec(
        select(Referral.prescriber_id, Referral.created_at)
        .where(col(Referral.prescriber_id).in_(theirs))
        .order_by(col(Referral.created_at))
    ).all()
    times: dict[str, list[datetime]] = {}
    for prescriber_id, at in rows:
        times.setdefault(prescriber_id, []).append(at)
    old = [given for given in times.values() if now - given[0] >= AGAIN]
    return Share(sum(len(given) > 1 and given[1] - given[0] <= AGAIN for given in old), len(old))


def to_announce(session: Session, scope: Scope) -> int:
    """Referrals whose youth does not know yet."""
    return _count(session, scope, col(Referral.status) == "to_announce")


def held(session: Session, scope: Scope) -> int:
    """Referrals that wait for somebody to be there."""
    nobody = col(Referral.first_attempt_at).is_(None)
    return _count(session, scope, nobody & (col(Referral.status) == "received"))


def _professionals(session: Session, scope: Scope):  # type: ignore[no-untyped-def]
    return (
        select(Prescriber.id)
        .join(Organisation, col(Organisation.id) == col(Prescriber.organisation_id))
        .where(
            scope.organisations(session),
            col(Organisation.kind).not_in(RELATIVES),
            col(Prescriber.confirmed).is_(True),
        )
    )


def _count(session: Session, scope: Scope, condition: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(Referral).where(condition, *scope.referrals())
    return session.exec(query).one()
