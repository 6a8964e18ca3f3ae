"""Before a turn is read: is it a machine that answers our machine? (PRODUCT section 4, loop guard)

The last gate counts our texts; this looks at the other side, and stops well before the gate would:
the same words again and again, each answered by an automatic text, or too many in a few minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot.conversations.change import Change
from bot.models import Handover, Message
from bot.store import body
from flows.effects import Author, Recipient, TaskKind

WINDOW = timedelta(minutes=10)
SAME, SAME_ANSWERED = 3, 2  # the same words three times, two of them answered by a machine of ours
OFTEN, OFTEN_ANSWERED = 5, 4  # five texts of any words; the gate stops us at six answers
LOOK_BACK = 16
AUTOMATIC = frozenset({Author.BOT.value, Author.SYSTEM.value})
LEFT = frozenset({"queued", "sending", "uncertain", "accepted"})

_LATELY = (
    select(Message)
    .where(
        Message.conversation_id == bindparam("conversation"),
        col(Message.recipient).in_((Recipient.YOUTH.value, "")),
        Message.channel != "mail",
    )
    .order_by(col(Message.id).desc())
    .limit(LOOK_BACK)
)
_OPEN = select(Handover.id).where(
    Handover.conversation_id == bindparam("conversation"),
    Handover.kind == TaskKind.LOOP.value,
    col(Handover.closed_at).is_(None),
)


def looks_like_a_loop(change: Change, texts: Sequence[Message]) -> bool:
    """Do these texts, the last ones of this address, come from another machine? Once a human was
    asked, the same words again are still that machine's. In a closed file nothing of ours is
    automatic any more: who writes there is read by a human, whoever it is (PRODUCT 3.8)."""
    if change.conversation.closed_at is not None or change.youth.deceased_at is not None:
        return False
    lately = _lately(change, texts[-1])
    heard = [one for one in lately if one.direction == "in"]
    ours = [one for one in lately if one.direction == "out" and one.state in LEFT]
    answers = sum(one.author in AUTOMATIC for one in ours)
    if len(heard) >= OFTEN and answers >= OFTEN_ANSWERED:
        return True
    if len(heard) < 2 or not (answers >= SAME_ANSWERED or _asked(change)):
        return False
    again = _repeated(change, heard)
    return again >= SAME or (again >= 2 and _asked(change))


def _lately(change: Change, last: Message) -> list[Message]:
    """What crossed in the window, the newest first."""
    given = {"conversation": change.conversation.id}
    found = change.session.scalars(_LATELY, given).all()
    return [one for one in found if last.created_at - one.created_at <= WINDOW]


def _asked(change: Change) -> bool:
    given = {"conversation": change.conversation.id}
    return change.session.scalars(_OPEN, given).first() is not None


def _repeated(change: Change, heard: Sequence[Message]) -> int:
    """How many of the newest texts say the same words."""
    words = [_words(change, one) for one in heard[:SAME]]
    if not words[0]:
        return 0
    return next((n for n, one in enumerate(words) if one != words[0]), len(words))


def _words(change: Change, message: Message) -> str:
    return " ".join(body(change.store.vault, message, change.youth).casefold().split())
