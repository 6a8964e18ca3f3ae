"""Is it her phone? A referral with another first name on her number waits for a decision, and until
then a text in her name might be read by somebody else (PRODUCT sections 2 and 5). The flow asks
before it starts something, the last gate before it leaves."""

from __future__ import annotations

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, func, select

from bot.models import Address, Conversation, Handover, Youth
from flows.effects import TaskKind

_OTHER = aliased(Address)
SHARED = exists().where(
    col(_OTHER.value_index) == col(Address.value_index),
    col(_OTHER.youth_id) != col(Address.youth_id),
)
"""Of an address that a query reads anyway: does another file write to that number too? Hardly ever,
and only then is anything else asked."""

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


def number_in_doubt(
    session: Session, conversation: Conversation, youth: Youth, address: Address | None
) -> bool:
    """Does another first name on this number of hers wait for a decision? In its file or in hers:
    her own task ended since says that the phone is hers, and so does "c'est bien elle"."""
    if address is None or youth.recognised_at is not None:
        return False
    given = {"conversation": conversation.id, "index": address.value_index}
    waiting = session.scalars(_WAITING, given).first()
    if waiting is None:
        return False
    decided = session.scalars(_DECIDED, given).first()
    return decided is None or decided < waiting
