"""Is it her phone? A referral with another first name on her number waits for a decision, and until
then a text in her name might be read by somebody else (PRODUCT sections 2 and 5)."""

from __future__ import annotations

from sqlalchemy import bindparam
from sqlmodel import col, func, select

from bot.conversations.change import Change
from bot.models import Address, Conversation, Handover
from flows.effects import TaskKind

# Statements are built once: building one costs more than running it.
_DECIDED = select(func.max(Handover.closed_at)).where(
    Handover.conversation_id == bindparam("conversation"),
    Handover.kind == TaskKind.OTHER_NAME.value,
)
_WAITING = (
    select(func.max(Handover.opened_at))
    .join(Conversation, col(Conversation.id) == col(Handover.conversation_id))
    .join(Address, col(Address.youth_id) == col(Conversation.youth_id))
    .where(
        Address.value_index == bindparam("index"),
        Conversation.id != bindparam("conversation"),
        Handover.kind == TaskKind.OTHER_NAME.value,
        col(Handover.closed_at).is_(None),
    )
)


def number_in_doubt(change: Change) -> bool:
    """Does another first name on her number wait for a decision? In its file or in hers: her own
    task ended since says that the phone is hers, and so does "c'est bien elle"."""
    address = change.address()
    if address is None or change.youth.recognised_at is not None:
        return False
    given = {"conversation": change.conversation.id, "index": address.value_index}
    waiting = change.session.scalars(_WAITING, given).first()
    if waiting is None:
        return False
    decided = change.session.scalars(_DECIDED, given).first()
    return decided is None or decided < waiting
