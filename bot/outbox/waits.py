"""A human's answer is held because WhatsApp's window is closed: an approved template tells her that
an answer waits, once per silence of hers (PRODUCT 3.9 and section 5)."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.models import Aiguilleur, Message
from bot.outbox.known import Around
from bot.outbox.put import put
from bot.store import Store, first_name
from flows.effects import Author, Recipient, SayKind
from flows.keys import Key
from messages.render import render
from messages.templates import approved


def say_that_an_answer_waits(session: Session, store: Store, rows: Around) -> None:
    """Queue the template, when the operator has one approved and it was not said since she last
    wrote. It obeys quiet hours like all that we start."""
    held, youth, address = rows.message, rows.youth, rows.address
    if held.author != Author.AIGUILLEUR or rows.conversation is None or youth is None:
        return
    if address is None or _said_already(session, rows.conversation.id):
        return
    author = session.get(Aiguilleur, held.author_id) if held.author_id else None
    words = render(
        Key.ANSWER_WAITS,
        {"prenom": first_name(store.vault, youth), "aig": author.name if author else ""},
        tone="tu" if youth.tone == "tu" else "vous",
        language=youth.language,
        channel="whatsapp",
        window_open=False,
        allow_unread=not store.settings.production,
        content_sids=approved() if store.settings.production else None,
    )
    if words.content_sid is None:
        return
    put(
        session,
        store,
        conversation=rows.conversation,
        youth=youth,
        address=address,
        flow=None,
        author=Author.SYSTEM,
        author_id=None,
        reason="answer_held",
        kind=SayKind.HUMAN_ACT,
        recipient=Recipient.YOUTH,
        channel="whatsapp",
        key=Key.ANSWER_WAITS,
        words=words,
        not_before=store.clock.now(),
        ways={"template": words},
    )


def _said_already(session: Session, conversation_id: str) -> bool:
    """Said, or about to be, since her last text."""
    query = (
        select(Message.direction)
        .where(
            Message.conversation_id == conversation_id,
            (col(Message.direction) == "in")
            | (
                (col(Message.key) == Key.ANSWER_WAITS.value)
                & col(Message.state).in_(("queued", "sending", "uncertain", "accepted"))
            ),
        )
        .order_by(col(Message.id).desc())
        .limit(1)
    )
    return session.exec(query).first() == "out"
