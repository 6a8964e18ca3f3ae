"""The bot over a human: the one thing that the speaker contract forbids (PRODUCT section 3), as a
condition that the ledger and the figures share."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased
from sqlmodel import and_, col

from bot.models import JournalEntry, Message


def over_human() -> ColumnElement[bool]:
    """On Message: a text of the bot to the youth that was claimed while a human had the word. The
    speaker's last change before the claim gave it to a human."""
    taken, given = aliased(JournalEntry), aliased(JournalEntry)
    given_back = exists().where(
        col(given.conversation_id) == col(taken.conversation_id),
        col(given.code) == "speaker",
        col(given.after) != "human",
        col(given.at) >= col(taken.at),
        col(given.at) <= col(Message.claimed_at),
    )
    over = exists().where(
        col(taken.conversation_id) == col(Message.conversation_id),
        col(taken.code) == "speaker",
        col(taken.after) == "human",
        col(taken.at) < col(Message.claimed_at),
        ~given_back,
    )
    return and_(
        col(Message.direction) == "out",
        col(Message.author) == "bot",
        col(Message.recipient) == "youth",
        col(Message.state).in_(("sending", "uncertain", "accepted")),
        over,
    )
