"""Each view of a file is recorded (PRODUCT 10): the only thing that a GET of the inbox writes."""

from __future__ import annotations

from bot.models import Access
from bot.store import Store


def record(store: Store, by: str, conversation_id: str) -> None:
    """`by` has looked at that conversation. The caller has checked the team."""
    with store.transaction() as session:
        session.add(
            Access(who=by, what="conversation", subject_id=conversation_id, at=store.clock.now())
        )
