"""She writes first: a text with the code of the card that her prescriber gave her.

Until then nothing was sent, and of a referral by card alone nothing of her was kept: her own text
opens the file (PRODUCT section 10).
"""

from __future__ import annotations

import re
from itertools import cycle

from sqlalchemy import bindparam
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from bot.conversations import door
from bot.conversations.change import Change, change_of
from bot.conversations.opening import (
    begin,
    default_team,
    new_address,
    new_youth,
    open_conversation,
)
from bot.models import (
    Address,
    Conversation,
    Organisation,
    Referral,
    Team,
    TeamTerritory,
    Youth,
)
from bot.store import Store, lock_conversation
from flows.effects import Author
from flows.events import Informed, Referred
from flows.snapshot import FlowKind

_CODE = re.compile(r"\b[A-HJKMNP-Z2-9]{6}\b")
_MOST_WORDS = 8  # a card's text is short; a longer one is read, not searched
TO_ANNOUNCE = "to_announce"


_HELD = (
    sa_select(col(Referral.id))
    .where(
        col(Referral.card_code).in_([bindparam(f"code_{i}", "") for i in range(_MOST_WORDS)]),
        col(Referral.status) == TO_ANNOUNCE,
    )
    .limit(1)
)


def _codes(text: str) -> list[str]:
    """The words of a text that look like a card's code."""
    found: list[str] = _CODE.findall(text.upper())
    return found[:_MOST_WORDS]


def holds_card(store: Store, text: str) -> bool:
    """Does this text hold the code of a referral that is still to be announced?"""
    codes = _codes(text)
    if not codes:
        return False
    given = {f"code_{i}": code for i, code in zip(range(_MOST_WORDS), cycle(codes), strict=False)}
    return store.quick.first(_HELD, given) is not None


def card_of(session: Session, text: str) -> Referral | None:
    """The referral, still to be announced, whose code this text holds; its row is locked."""
    codes = _codes(text)
    if not codes:
        return None
    query = select(Referral).where(
        col(Referral.card_code).in_(codes), Referral.status == TO_ANNOUNCE
    )
    return session.exec(query.with_for_update()).first()


def open_by_card(
    session: Session, store: Store, value: str, channel: str, text: str
) -> tuple[Address, Youth, Conversation] | None:
    """A number nobody knows, with a card's code: her file, opened now when none was kept."""
    card = card_of(session, text)
    if card is None or channel == "voice":
        return None
    if card.conversation_id is None:
        youth, conversation = _fresh(session, store, card)
    else:
        conversation = lock_conversation(session, card.conversation_id)
        youth = session.get_one(Youth, conversation.youth_id)
    if youth.data_key is None:
        return None
    kind = "phone" if value.startswith("+") else "whatsapp"
    address = new_address(session, store, youth, value, channel=kind)
    address.last_inbound_channel = channel
    session.add(address)
    session.flush()
    return address, youth, conversation


def _fresh(session: Session, store: Store, card: Referral) -> tuple[Youth, Conversation]:
    """Nothing was kept of her: a file without a name, which she opens herself."""
    organisation = session.get_one(Organisation, card.organisation_id)
    youth = new_youth(session, store, _team(session, organisation).id)
    youth.territory_code = organisation.territory_code
    session.add(youth)
    conversation = open_conversation(session, store, youth)
    card.youth_id, card.conversation_id = youth.id, conversation.id
    card.team_id = conversation.team_id
    session.add(card)
    session.flush()
    begin(
        session,
        store,
        conversation,
        FlowKind.CONTACT,
        "",
        Referred(informed=False),
        Author.SYSTEM,
    )
    return youth, conversation


def _team(session: Session, organisation: Organisation) -> Team:
    served = session.exec(
        select(TeamTerritory).where(TeamTerritory.territory_code == organisation.territory_code)
    ).first()
    return session.get_one(Team, served.team_id) if served else default_team(session)


def heard_card(session: Session, store: Store, conversation_id: str, text: str, cause: str) -> None:
    """The reflex: her code is as good as her prescriber's word that she knows."""
    card = card_of(session, text)
    if card is None:
        return
    conversation = lock_conversation(session, conversation_id)
    change = change_of(session, store, conversation, Author.YOUTH, cause=cause)
    if card.conversation_id is None:
        _join(change, card)
        return
    if card.conversation_id != conversation_id:
        return
    card.informed = True
    session.add(card)
    session.flush()
    door.happen(change, FlowKind.CONTACT, Informed(wrote_first=True))


def _join(change: Change, card: Referral) -> None:
    """She is known here already: the card's referral joins her conversation."""
    card.youth_id, card.conversation_id = change.youth.id, change.conversation.id
    card.team_id = change.conversation.team_id
    card.informed, card.duplicate, card.status = True, True, "attempting"
    card.steps = [*card.steps, {"step": "attempting", "at": change.now.isoformat()}]
    change.session.add(card)
    change.journal("card_code")
