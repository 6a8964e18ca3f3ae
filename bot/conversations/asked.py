"""Before a turn is read: the last question of ours that left, which gives "1" its meaning; and
whether any text of ours ever did.

What is only queued (quiet hours, the cap) was asked of nobody: a yes to something else is no yes
to it (PRODUCT 8, 10). The rows of the texts say it, and nothing beside them that a refused or cut
sending would have to take back.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, func, select

from bot.conversations.change import Change
from bot.models import Message
from bot.outbox.known import GONE_OUT
from flows.effects import Author, Recipient

_left_at = func.coalesce(col(Message.claimed_real), col(Message.created_real))
# Statements are built once: building one costs more than running it.
_LAST = (
    select(Message)
    .where(
        Message.conversation_id == bindparam("conversation"),
        Message.direction == "out",
        Message.recipient == Recipient.YOUTH.value,
        col(Message.question).is_not(None),
        col(Message.state).in_(GONE_OUT),
        Message.decided_epoch == bindparam("epoch"),
        _left_at <= bindparam("she_wrote"),
    )
    .order_by(_left_at.desc(), col(Message.id).desc())
    .limit(1)
)

_SPOKEN = (
    select(Message.id)
    .where(
        Message.conversation_id == bindparam("conversation"),
        Message.direction == "out",
        Message.recipient == Recipient.YOUTH.value,
        Message.author != Author.SYSTEM.value,
        col(Message.state).in_(GONE_OUT),
    )
    .limit(1)
)


def spoken_to(change: Change) -> bool:
    """Did a text of the bot or of a human, SYSTEM's receipts apart, ever leave for her?"""
    given = {"conversation": change.conversation.id}
    return change.session.scalars(_SPOKEN, given).first() is not None


def last_asked(change: Change, first: Message) -> Message | None:
    """Our last question to her that left, or may have, before her first text of this turn. None
    when the word changed hands since: what was asked before is asked no more."""
    given = {
        "conversation": change.conversation.id,
        "epoch": change.conversation.epoch,
        "she_wrote": _wrote_at(first),
    }
    return change.session.scalars(_LAST, given).first()


def _wrote_at(text: Message) -> datetime:
    """Real time. Of a text that had to be fetched: when the carrier took it, not when we did."""
    taken = text.extra.get("received_at")
    return min(text.created_real, datetime.fromisoformat(taken)) if taken else text.created_real
