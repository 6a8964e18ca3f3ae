"""What an aiguilleur is writing: the draft belongs to the youth, on the server (PRODUCT 11.11)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlmodel import Session, select

from bot.crypto import Vault
from bot.inbox.viewer import Viewer
from bot.models import Draft, Youth
from bot.store import unseal, youth_key
from messages.sms import costly_letters, measure, prepare

BLANK = re.compile(r"\[[^\[\]\n]{1,40}\]")


@dataclass(frozen=True, slots=True)
class Size:
    """What a text would cost by SMS, and what still blocks its sending."""

    segments: int
    units: int
    encoding: str
    costly: tuple[str, ...]
    blanks: tuple[str, ...]


def size(text: str) -> Size:
    """The size of the SMS copy of `text`, and the blanks `[...]` left to fill."""
    copy = prepare(text)
    found = measure(copy)
    return Size(
        segments=found.segments if text else 0,
        units=found.units,
        encoding=found.encoding,
        costly=costly_letters(copy),
        blanks=blanks(text),
    )


def blanks(text: str) -> tuple[str, ...]:
    """The blanks `[jour]` of a canned text that are not filled yet: they block sending."""
    return tuple(dict.fromkeys(BLANK.findall(text)))


@dataclass(frozen=True, slots=True)
class Drafts:
    """Her own draft, and the first names of colleagues who have one for the same youth."""

    mine: str
    others: tuple[str, ...]


def drafts(
    session: Session, vault: Vault, who: Viewer, conversation_id: str, youth: Youth
) -> Drafts:
    """The drafts of a conversation, as the viewer may see them."""
    rows = session.exec(select(Draft).where(Draft.conversation_id == conversation_id)).all()
    mine = next((one for one in rows if one.aiguilleur_id == who.id), None)
    others = tuple(who.called(one.aiguilleur_id) for one in rows if one.aiguilleur_id != who.id)
    return Drafts(_open(vault, youth, mine), tuple(name for name in others if name))


def _open(vault: Vault, youth: Youth, draft: Draft | None) -> str:
    if draft is None or youth.data_key is None:
        return ""
    return unseal(youth_key(vault, youth), draft.body_sealed, draft.conversation_id, "draft")
