"""What a human decides about a referral that waits: who refers is real, whose number this is."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot import conversations
from bot.conversations import Change, NotAllowed
from bot.conversations.act import act
from bot.models import Address, Conversation, Organisation, Prescriber, Referral
from bot.referrals.kinds import RELATIVES
from bot.referrals.persons import begin_news
from bot.store import Store
from flows.events import HandedBack
from flows.snapshot import FlowKind


def confirm(store: Store, conversation_id: str, by: str) -> None:
    """A human has reached who refers: news begin, and the first text may be planned. A relative is
    confirmed for this referral only, anybody else once. Raises Gone, NotAllowed."""
    with act(store, conversation_id, by) as change:
        referrals = _unconfirmed(change)
        if not referrals:
            raise NotAllowed("nothing_to_confirm")
        for referral in referrals:
            _trust(change, referral)
            begin_news(change.session, store, referral, change.conversation)
        change.journal("prescriber_confirmed")
        _start(change, by, informed=any(one.informed for one in referrals))


def number_is_hers(store: Store, conversation_id: str, by: str) -> None:
    """The number known under another name is now this person's: the other one's is retired.

    Raises NotAllowed("taken") while the other conversation is open, Gone."""
    with act(store, conversation_id, by) as change:
        waiting = change.session.exec(
            select(Address)
            .where(Address.youth_id == change.youth.id, col(Address.retired_at).is_not(None))
            .order_by(col(Address.id).desc())
        ).first()
        if waiting is None or change.address() is not None:
            raise NotAllowed("nothing_to_decide")
        _free(change, waiting.value_index)
        waiting.retired_at, waiting.state = None, "good"
        change.session.add(waiting)
        change.session.flush()
        change.addresses_changed()
        change.journal("number_decided")
        _start(change, by, informed=any(one.informed for one in _referrals(change)))


def _start(change: Change, by: str, *, informed: bool) -> None:
    """From undecided to the ladder; somebody who was not told yet is told first."""
    step = "hello" if informed else "announce"
    conversations.happen(change, FlowKind.CONTACT, HandedBack(by, step))


def _trust(change: Change, referral: Referral) -> None:
    prescriber = change.session.get_one(Prescriber, referral.prescriber_id)
    organisation = change.session.get_one(Organisation, referral.organisation_id)
    if organisation.kind not in RELATIVES:
        prescriber.confirmed = True
        change.session.add(prescriber)


def _unconfirmed(change: Change) -> list[Referral]:
    """Referrals of this conversation whose prescriber has no news machine yet."""
    begun = {flow.subject_id for flow in change.flows(FlowKind.PRESCRIBER)}
    return [one for one in _referrals(change) if one.id not in begun]


def _referrals(change: Change) -> Sequence[Referral]:
    query = select(Referral).where(Referral.conversation_id == change.conversation.id)
    return change.session.exec(query.order_by(col(Referral.id))).all()


def _free(change: Change, index: str) -> None:
    query = select(Address).where(
        Address.value_index == index, Address.channel == "phone", col(Address.retired_at).is_(None)
    )
    holder = change.session.exec(query).first()
    if holder is None:
        return
    open_one = select(Conversation.id).where(
        Conversation.youth_id == holder.youth_id, col(Conversation.closed_at).is_(None)
    )
    if change.session.exec(open_one).first() is not None:
        raise NotAllowed("taken")
    holder.retired_at = change.now
    change.session.add(holder)
    change.session.flush()
