"""H3: youths are really taken charge of. Silence is never yes (PRODUCT section 14)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists
from sqlmodel import Session, col, func, select

from bot.metrics.share import OLD_ENOUGH
from bot.models import Conversation, JournalEntry, Relay, Youth
from bot.scope import Scope
from flows.events import Outcome


def old_relays(session: Session, now: datetime, scope: Scope) -> list[Relay]:
    """The relays whose packet left 30 days ago or more."""
    query = select(Relay).where(col(Relay.sent_at) <= now - OLD_ENOUGH, *scope.relays())
    return list(session.exec(query).all())


def own_solution(session: Session, scope: Scope) -> int:
    """Youths who found their own solution: a good end, outside H3. Of an erased one the journal
    still says it."""
    said = exists().where(
        col(JournalEntry.conversation_id) == col(Conversation.id),
        col(JournalEntry.code) == "Closed",
        col(JournalEntry.data)["outcome"].as_string() == Outcome.OWN_SOLUTION.value,
    )
    ended = col(Conversation.outcome)
    query = (
        select(func.count())
        .select_from(Conversation)
        .join(Youth, col(Youth.id) == col(Conversation.youth_id))
        .where(
            (ended == Outcome.OWN_SOLUTION.value) | ((ended == Outcome.ERASED.value) & said),
            *scope.talks(),
        )
    )
    return session.exec(query).one()


def accepted(relay: Relay) -> bool:
    """Did the structure expect or meet her?"""
    return relay.met_at is not None or any(
        one["step"] in ("accepted", "met") for one in relay.steps
    )


def followed(relay: Relay, day: int) -> bool:
    """Met, and at least one of youth or structure says yes and neither says no."""
    says = (relay.youth_says.get(str(day)), relay.structure_says.get(str(day)))
    return relay.met_at is not None and True in says and False not in says


def disagree(relay: Relay) -> bool:
    """Did one say yes and the other no, of the same day?"""
    days = {*relay.youth_says, *relay.structure_says}
    return any(
        {relay.youth_says.get(day), relay.structure_says.get(day)} == {True, False} for day in days
    )
