"""Whose referral it is: a new youth, the same person again, another name, or a number that stopped.

Each ends in rows and in flows that have begun; what the prescriber reads is the same for all.
"""

from __future__ import annotations

import json
from typing import Any

from sqlmodel import Session, col, select

from bot import conversations, territories
from bot.ids import new_id
from bot.models import Address, Conversation, Referral, Youth
from bot.referrals import kinds, places
from bot.referrals.case import Case
from bot.referrals.people import Known, Match, match
from bot.store import Store, seal, youth_key
from flows.events import Informed, Referred
from flows.snapshot import FlowKind


def take_in(case: Case, referral: Referral) -> tuple[Youth | None, Conversation | None]:
    """The youth and conversation this referral belongs to, with their flows begun."""
    if case.card_only:
        referral.origin = "card"
        case.session.add(referral)
        case.session.flush()
        return None, None
    found = match(case.session, case.store, case.phone.value, case.given.first_name)
    stopped = found.youth is not None and found.youth.opted_out_at is not None
    if found.known is Known.SUPPRESSED or (found.known is not Known.OTHER_NAME and stopped):
        return _shadow(case, referral)
    if found.known is Known.SAME and found.youth and found.conversation:
        return _duplicate(case, referral, found.youth, found.conversation)
    youth = _youth(case, found)
    conversation = conversations.open_conversation(case.session, case.store, youth)
    _attach(case, referral, youth, conversation)
    event = Referred(
        informed=case.given.informed,
        textable=case.phone.textable,
        known_other_name=found.known is Known.OTHER_NAME,
        to_confirm=case.to_confirm,
    )
    _begin_prescriber(case, referral, conversation)
    conversations.begin(
        case.session, case.store, conversation, FlowKind.CONTACT, "", event, "prescriber"
    )
    return youth, conversation


def _begin_prescriber(case: Case, referral: Referral, conversation: Conversation) -> None:
    """News are owed from now on; to somebody unconfirmed only once a human has confirmed."""
    if not case.to_confirm:
        begin_news(case.session, case.store, referral, conversation)


def begin_news(
    session: Session, store: Store, referral: Referral, conversation: Conversation
) -> None:
    """Start the prescriber's own machine for this referral."""
    event = Referred(informed=referral.informed)
    conversations.begin(
        session, store, conversation, FlowKind.PRESCRIBER, referral.id, event, "prescriber"
    )


def _duplicate(
    case: Case, referral: Referral, youth: Youth, conversation: Conversation
) -> tuple[Youth, Conversation]:
    """The same person again: exactly the ordinary receipt, and no second first contact."""
    referral.duplicate = True
    if not youth.known:
        _name(case, youth)
    told = case.given.informed and not _anyone_informed(case.session, conversation)
    _attach(case, referral, youth, conversation)
    _begin_prescriber(case, referral, conversation)
    event = Informed() if told else Referred(case.given.informed, case.phone.textable)
    if not (told and case.to_confirm):
        conversations.tell(
            case.session, case.store, conversation, FlowKind.CONTACT, event, "prescriber"
        )
    return youth, conversation


def _anyone_informed(session: Session, conversation: Conversation) -> bool:
    query = select(Referral.id).where(
        Referral.conversation_id == conversation.id, col(Referral.informed).is_(True)
    )
    return session.exec(query).first() is not None


def _shadow(case: Case, referral: Referral) -> tuple[Youth, Conversation]:
    """A number that stopped: nothing of this referral is kept but its dates, nothing is ever sent,
    and it reads received, attempting, not_reached like one that found nobody (DESIGN section 7)."""
    youth = conversations.new_youth(case.session, case.store, case.team().id)
    youth.opted_out_at = case.now
    youth.territory_code = case.territory()
    case.session.add(youth)
    conversation = conversations.open_conversation(case.session, case.store, youth)
    referral.youth_id, referral.conversation_id = youth.id, conversation.id
    case.session.add(referral)
    case.session.flush()
    _begin_prescriber(case, referral, conversation)
    event = Referred(case.given.informed, case.phone.textable)
    conversations.begin(
        case.session, case.store, conversation, FlowKind.CONTACT, "", event, "prescriber"
    )
    return youth, conversation


def _youth(case: Case, found: Match) -> Youth:
    """Her row: the known one at a new break, else a fresh one with its own key."""
    if found.known is Known.AGAIN and found.youth is not None:
        _describe(case, found.youth)
        return found.youth
    team = case.team()
    youth = conversations.new_youth(case.session, case.store, team.id)
    territory = case.territory() or places.home_territory(case.session, team)
    if territory is not None:
        youth.territory_code = territories.ensure(case.session, territory).code
    _describe(case, youth)
    _addresses(case, youth, waits=found.known is Known.OTHER_NAME)
    return youth


def _describe(case: Case, youth: Youth) -> None:
    given = case.given
    _name(case, youth)
    youth.birth_year = given.birth_year or youth.birth_year
    youth.language = given.language
    youth.commune = given.commune or youth.commune
    minor = youth.birth_year is not None and case.now.year - youth.birth_year <= 18
    youth.tone = "tu" if minor else given.tone or youth.tone
    case.session.add(youth)
    case.session.flush()


def _name(case: Case, youth: Youth) -> None:
    key = youth_key(case.store.vault, youth)
    youth.first_name_sealed = seal(key, case.given.first_name, youth.id, "first_name")
    youth.known = True
    case.session.add(youth)


def _addresses(case: Case, youth: Youth, *, waits: bool) -> None:
    """Her number. When it is known under another name it waits, out of use, for a human."""
    agreed = case.now if case.given.whatsapp_agreed and case.given.informed else None
    if waits:
        address = Address(
            id=new_id(),
            youth_id=youth.id,
            owner="youth",
            channel="phone",
            value_sealed=None,
            value_index=case.store.vault.index(case.phone.value),
            state="doubtful",
            given_to_us_at=case.now,
            retired_at=case.now,
        )
        key = youth_key(case.store.vault, youth)
        address.value_sealed = seal(key, case.phone.value, address.id, "value")
    else:
        address = conversations.new_address(
            case.session, case.store, youth, case.phone.value, textable=case.phone.textable
        )
    address.textable = case.phone.textable
    address.whatsapp_agreed_at = agreed
    case.session.add(address)
    adult = case.given.trusted_adult
    if adult is not None and not _in_use(case, adult.phone):
        conversations.new_address(
            case.session, case.store, youth, adult.phone, owner="trusted_adult"
        )


def _in_use(case: Case, value: str) -> bool:
    query = select(Address.id).where(
        Address.value_index == case.store.vault.index(value),
        Address.channel == "phone",
        col(Address.retired_at).is_(None),
    )
    return case.session.exec(query).first() is not None


def _attach(case: Case, referral: Referral, youth: Youth, conversation: Conversation) -> None:
    """The referral's own words, under her key."""
    given, key = case.given, youth_key(case.store.vault, youth)
    details: dict[str, Any] = {
        "reason": given.reason,
        "note": given.note,
        "announced": given.announced,
        "adult": given.trusted_adult.model_dump() if given.trusted_adult else None,
    }
    kept = {name: value for name, value in details.items() if value}
    referral.youth_id, referral.conversation_id = youth.id, conversation.id
    referral.team_id = conversation.team_id  # of a known youth: her team, wherever she lives now
    if case.organisation.kind in kinds.RELATIVES:
        referral.asked_by_sealed = seal(key, case.asked_by, referral.id, "asked_by")
    referral.say_from_sealed = seal(key, given.say_from, referral.id, "say_from")
    referral.reference_sealed = seal(key, given.reference, referral.id, "reference")
    text = json.dumps(kept, ensure_ascii=False) if kept else None
    referral.details_sealed = seal(key, text, referral.id, "details")
    case.session.add(referral)
    case.session.flush()
