"""What a prescriber may see of a referral: dates and steps, never the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.models import Organisation, Referral, Youth
from bot.referrals.kinds import TALLY_ONLY

ALWAYS = ("received", "to_announce", "attempting", "not_reached")
"""Told to all: the number is good or dead, and the first attempt was made (PRODUCT 12.3)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A referral's public status and its dated steps (ISO 8601), oldest first."""

    id: str
    status: str
    first_attempt_at: datetime | None
    steps: tuple[tuple[str, str], ...]


def progress_of(session: Session, referral: Referral, now: datetime) -> Progress:
    """What its prescriber may see now: "en lien" and what follows only if the youth agreed, and
    never to those who hold justice data or decide on her allowance."""
    steps = [(step["step"], step["at"]) for step in referral.steps]
    if not _all_of_it(session, referral):
        told = (*ALWAYS, "closed") if is_erased(session, referral) else ALWAYS
        steps = [step for step in steps if step[0] in told]
    attempt = referral.first_attempt_at
    if referral.duplicate and attempt and attempt <= now and _only_received(steps):
        steps.append(("attempting", attempt.isoformat()))
    return Progress(
        id=referral.id,
        status=steps[-1][0] if steps else "received",
        first_attempt_at=attempt,
        steps=tuple(steps),
    )


def is_erased(session: Session, referral: Referral) -> bool:
    """Nothing is left of her: the referral reads as closed, and no more is said."""
    youth = session.get(Youth, referral.youth_id) if referral.youth_id else None
    return youth is not None and youth.erased_at is not None


def _only_received(steps: list[tuple[str, str]]) -> bool:
    return all(name == "received" for name, _ in steps)


def _all_of_it(session: Session, referral: Referral) -> bool:
    organisation = session.get(Organisation, referral.organisation_id)
    youth = session.get(Youth, referral.youth_id) if referral.youth_id else None
    if organisation is None or organisation.kind in TALLY_ONLY:
        return False
    return youth is not None and youth.news_agreed_at is not None
