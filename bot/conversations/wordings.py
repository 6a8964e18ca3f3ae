"""Which words of a sentence come next for her, and which sentences have none left: never the same
text of first contact twice to somebody who did not answer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import bindparam
from sqlmodel import col, func, select

from bot.conversations.change import Change
from bot.models import Conversation, Message
from flows.events import CallPromised, Event, Informed, TextsReceived, TimerDue
from flows.keys import Key
from messages.catalog import sentence
from messages.render import variants, wording_taken

NOT_SAID = ("cancelled", "refused", "failed")  # she never got it: its wording is still new to her
_SAID = (
    select(Message.variant, func.count())
    .join(Conversation, col(Conversation.id) == col(Message.conversation_id))
    .where(
        Conversation.youth_id == bindparam("youth"),
        Message.key == bindparam("said"),
        col(Message.state).not_in(NOT_SAID),
    )
    .group_by(col(Message.variant))
)


def said_to_her(change: Change, key: str, params: Mapping[str, str]) -> Counter[int]:
    """How often each wording of this sentence was said to her, in all her conversations: the least
    said is next. By number: her old texts are not read. One wording only is not counted."""
    if variants(key, params) == 1:
        return Counter()
    given = {"youth": change.youth.id, "said": str(key)}
    stored = change.session.connection().execute(_SAID, given).all()
    new = [one for one in change.session.new if isinstance(one, Message) and one.key == key]
    return Counter({int(v): int(times) for v, times in stored}) + Counter(
        one.variant for one in new
    )


def least_said(key: str, params: Mapping[str, str], said: Counter[int]) -> int:
    """The wording to ask for: the least said, in the order of the catalogue."""
    return min(range(variants(key, params)), key=lambda v: (said[v], v))


def nothing_new(key: str, taken: int, said: Counter[int]) -> bool:
    """Would the wording that was taken repeat a text of first contact?"""
    return bool(said[taken]) and sentence(key).first_contact


def all_said(change: Change, event: Event, *, source: bool) -> frozenset[str]:
    """The first text that may leave now, if no wording of it is new to her."""
    key = None if isinstance(event, TextsReceived) and change.spoken_to else _first_text(event)
    params = {"source": "given"} if source else {}
    return frozenset({key} if key is not None and _all_said(change, key, params) else ())


def _first_text(event: Event) -> Key | None:
    if isinstance(event, TextsReceived | Informed):
        return Key.HELLO  # she wrote first: it is the answer
    if isinstance(event, TimerDue) and event.kind == "hello":
        return Key.HELLO
    return Key.HELLO_CALL if isinstance(event, CallPromised) else None


def _all_said(change: Change, key: str, params: Mapping[str, str]) -> bool:
    said = said_to_her(change, key, params)
    taken = wording_taken(
        key,
        params,
        tone="tu" if change.youth.tone == "tu" else "vous",
        language=change.youth.language,
        variant=least_said(key, params, said),
        allow_unread=not change.store.settings.production,
    )
    return nothing_new(key, taken, said)
