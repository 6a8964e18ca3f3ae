"""What an aiguilleur does: take, write, call, hand back, close. Each act is one transaction.

Every act checks that the aiguilleur belongs to the conversation's team, goes through the door, and
leaves a journal entry with her id. What she wrote meets the last gate like any text.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlmodel import col, select

from bot import outbox
from bot.conversations import door, passing
from bot.conversations.act import (
    NotAllowed,
    Stale,
    Taken,
    act,
    drop_draft,
    end,
    holder_of,
    open_tasks,
)
from bot.conversations.change import Change
from bot.conversations.desk import add_note
from bot.conversations.opening import new_address
from bot.models import (
    Address,
    Handover,
    Message,
)
from bot.store import Store
from flows.effects import Author, Recipient, SayKind, TaskKind
from flows.events import (
    AddressReplaced,
    CallLogged,
    CallOutcome,
    CallPromised,
    Closed,
    DangerSettled,
    DeathTold,
    Event,
    HandedBack,
    HumanSpoke,
    NewsArose,
    OptOutLifted,
    Outcome,
    Paused,
    Recognised,
    SilenceLifted,
    SomebodyElse,
)
from flows.snapshot import FlowKind

REACHED = {
    "in_contact": "in_contact",
    "relay_proposed": "in_contact",
    "relayed": "relayed",
    "taken_in_charge": "followed_30",
}
"""A referral's status -> the news of it that only her agreement lets out."""
DANGER_OUTCOMES = ("spoken", "services_told", "handed_to", "two_failed")
ANSWER_AFTER_STOP = timedelta(hours=24)  # a human may answer who writes after a stop (PRODUCT 3.10)


def _tell(store: Store, conversation_id: str, by: str, event: Event) -> None:
    with act(store, conversation_id, by) as change:
        door.happen(change, FlowKind.CONTACT, event)


def take_over(
    store: Store, conversation_id: str, by: str, *, instead_of: str | None = None
) -> None:
    """ "Je prends la main": the human is the speaker, what the bot had planned is cancelled, and
    the open tasks of this conversation are hers. Raises Taken when a colleague has the word, unless
    it is knowingly `instead_of` that one."""
    with act(store, conversation_id, by) as change:
        _still_free(change, by, instead_of)
        _own(change, by)
        door.happen(change, FlowKind.CONTACT, HumanSpoke(by, "take"))
        _take(change, by, open_tasks(change))


def reply(
    store: Store,
    conversation_id: str,
    by: str,
    body: str,
    *,
    channel: str | None = None,
    seen_message_id: str | None = None,
    instead_of: str | None = None,
    confirm: bool = False,
) -> str:
    """Queue an aiguilleur's own text; returns its id.

    `seen_message_id` is the newest text she had on screen: when another has come since, Stale is
    raised once, unless `confirm`. So is Taken, when a colleague has the word and it was not hers
    on that screen (`instead_of`). Raises NotAllowed (empty, silence, opted_out, no_address,
    dead_address).
    """
    text = body.strip()
    if not text:
        raise NotAllowed("empty")
    with act(store, conversation_id, by) as change:
        _nothing_new(change, seen_message_id, confirm)
        if not confirm:
            _still_free(change, by, instead_of)
        address = _writable(change)
        _own(change, by)
        _on_the_danger(change, by)
        door.happen(change, FlowKind.CONTACT, HumanSpoke(by, "text"))
        message = _hers(change, by, text, address, channel or _channel(change, address))
        _answered(change)
        drop_draft(change.session, conversation_id, by)
        return message.id


def _hers(change: Change, by: str, text: str, address: Address, channel: str) -> Message:
    return outbox.put_human(
        change.session,
        change.store,
        conversation=change.conversation,
        youth=change.youth,
        address=address,
        author_id=by,
        body=text,
        channel=channel,
        kind=SayKind.ANSWER,
        author=Author.AIGUILLEUR,
        recipient=Recipient.YOUTH,
    )


def log_call(
    store: Store,
    conversation_id: str,
    by: str,
    outcome: CallOutcome,
    next_at: datetime | None = None,
) -> None:
    """Log a call. `next_at` (aware): the hour she accepted for the next one."""
    with act(store, conversation_id, by) as change:
        _on_the_danger(change, by)
        if outcome is CallOutcome.SPOKEN:
            _own(change, by)
            passing.met(change, by)
            change.youth.last_contact_at = change.now
            change.session.add(change.youth)
            _answered(change)
        door.happen(change, FlowKind.CONTACT, CallLogged(by, outcome, next_at))


def promise_call(store: Store, conversation_id: str, by: str, at: datetime) -> None:
    """She accepts an hour for a call (aware): only now may a text name it."""
    with act(store, conversation_id, by) as change:
        if at <= change.now:
            raise NotAllowed("past")
        _own(change, by)
        door.happen(change, FlowKind.CONTACT, CallPromised(by, at))


def hand_back(store: Store, conversation_id: str, by: str, step: str) -> None:
    """Give the word back to the bot at a chosen step."""
    _tell(store, conversation_id, by, HandedBack(by, step))


def close(store: Store, conversation_id: str, by: str, outcome: Outcome) -> None:
    """Close the conversation. Raises NotAllowed("danger") while a danger task is open: it closes
    only with an outcome and a contact the next day (PRODUCT section 9)."""
    with act(store, conversation_id, by) as change:
        before = open_tasks(change)
        if any(task.kind == TaskKind.DANGER for task in before):
            raise NotAllowed("danger")
        door.happen(change, FlowKind.CONTACT, Closed(by, outcome))
        for task in before:  # what this act itself asks for (a death: the lead) stays open
            if task.closed_at is None:
                end(change, task, "closed", by)


def recognise(store: Store, conversation_id: str, by: str) -> None:
    """A human ticks "c'est bien elle" (PRODUCT section 5)."""
    with act(store, conversation_id, by) as change:
        change.youth.recognised_at, change.youth.recognised_by = change.now, by
        change.session.add(change.youth)
        address = change.address()
        if address is not None and address.owner == "unknown":
            address.owner = "youth"
            change.session.add(address)
        door.happen(change, FlowKind.CONTACT, Recognised(by))


def agree_news(store: Store, conversation_id: str, by: str, agrees: bool) -> None:
    """She agrees, or no longer, that who referred her hears "en lien", "relayée", "suivie à 30
    jours"; what is true already is told now (PRODUCT 12.3)."""
    with act(store, conversation_id, by) as change:
        change.youth.news_agreed_at = change.now if agrees else None
        change.session.add(change.youth)
        change.journal("news_agreed" if agrees else "news_refused")
        reached = change.referral()
        news = REACHED.get(reached.status) if reached is not None else None
        if agrees and news is not None:
            door.happen(change, FlowKind.PRESCRIBER, NewsArose(news, change.now))


def prefer_voice(store: Store, conversation_id: str, by: str, prefers: bool) -> None:
    """ "Préfère la voix": the bot's questions become call tasks (PRODUCT section 5)."""
    with act(store, conversation_id, by) as change:
        change.youth.prefers_voice = prefers
        change.session.add(change.youth)
        change.journal("prefers_voice" if prefers else "prefers_text")


def somebody_else(store: Store, conversation_id: str, by: str) -> None:
    """This phone is not hers: apology, nothing confirmed, the address rests."""
    _tell(store, conversation_id, by, SomebodyElse())


def pause(store: Store, conversation_id: str, by: str, until: datetime, reason: str) -> None:
    """Prison or hospital: nothing is sent until that instant (aware)."""
    with act(store, conversation_id, by) as change:
        if until <= change.now:
            raise NotAllowed("past")
        door.happen(change, FlowKind.CONTACT, Paused(until, reason))


def told_death(store: Store, conversation_id: str, by: str) -> None:
    """Somebody told that she has died: every timer of all flows is dropped (PRODUCT 3.11)."""
    _tell(store, conversation_id, by, DeathTold())


def lift_opt_out(store: Store, conversation_id: str, by: str) -> None:
    """Her yes, to a human, lifts her stop."""
    _tell(store, conversation_id, by, OptOutLifted(by))


def settle_danger(
    store: Store, conversation_id: str, by: str, outcome: str, next_contact_at: datetime
) -> None:
    """End a danger: `outcome` is one of DANGER_OUTCOMES; the contact of the next day becomes a task
    at its hour (aware; PRODUCT section 9). Raises NotAllowed (outcome, past, late)."""
    if outcome not in DANGER_OUTCOMES:
        raise NotAllowed("outcome")
    with act(store, conversation_id, by) as change:
        if next_contact_at <= change.now:
            raise NotAllowed("past")
        if next_contact_at >= _end_of_next_working_day(change):
            raise NotAllowed("late")
        door.happen(change, FlowKind.CONTACT, DangerSettled(by, outcome, next_contact_at))


def _end_of_next_working_day(change: Change) -> datetime:
    """The midnight that ends it in her territory: zone and holidays are a territory's, as for the
    hours of duty (PRODUCT section 2)."""
    tomorrow = change.hours.next_working_day(change.hours.local(change.now).date())
    return change.hours.on(tomorrow + timedelta(days=1), time())


def lift_silence(store: Store, conversation_id: str, by: str, reason: str) -> None:
    """After violence: a human decides to write again, with a recorded reason (kept as a note)."""
    if not reason.strip():
        raise NotAllowed("empty")
    add_note(store, conversation_id, by, reason)
    _tell(store, conversation_id, by, SilenceLifted(by))


def replace_address(
    store: Store, conversation_id: str, by: str, value: str, *, textable: bool = True
) -> None:
    """A confirmed new number (E.164): the old one is retired. Raises NotAllowed("taken")."""
    with act(store, conversation_id, by) as change:
        swap_address(change, value, textable=textable)
        door.happen(change, FlowKind.CONTACT, AddressReplaced())


def swap_address(change: Change, value: str, *, textable: bool = True) -> Address:
    """Retire her address in use and give her this one, within the caller's transaction."""
    index = change.store.vault.index(value)
    query = select(Address).where(
        Address.value_index == index, col(Address.retired_at).is_(None), Address.channel == "phone"
    )
    taken = change.session.exec(query).first()
    if taken is not None and taken.youth_id != change.youth.id:
        raise NotAllowed("taken")
    if taken is not None:
        taken.state, taken.textable = "good", textable
        change.session.add(taken)
        return taken
    old = change.address()
    if old is not None:
        old.retired_at = change.now
        change.session.add(old)
    change.addresses_changed()
    return new_address(change.session, change.store, change.youth, value, textable=textable)


def _still_free(change: Change, by: str, instead_of: str | None) -> None:
    holder = holder_of(change.session, change.conversation.id)
    if holder is not None and holder not in (by, instead_of):
        raise Taken(holder)


def _own(change: Change, by: str) -> None:
    """Whoever acts on a file nobody owns becomes its owner: the human whom texts name. Who has the
    word is another matter (`holder_of`)."""
    if change.conversation.owner_id is None:
        change.conversation.owner_id = by
        change.session.add(change.conversation)


def _on_the_danger(change: Change, by: str) -> None:
    """Somebody wrote or called: from here on a danger has a human, also before its outcome."""
    dangers = (TaskKind.DANGER, TaskKind.CONCERN)
    _take(change, by, [task for task in open_tasks(change) if task.kind in dangers])


def _take(change: Change, by: str, tasks: list[Handover]) -> None:
    for task in tasks:
        task.owner_id, task.taken_at = by, task.taken_at or change.now
        change.session.add(task)


def _answered(change: Change) -> None:
    """The tasks that waited for a human's answer have got it."""
    waiting = {
        TaskKind.ANSWER,
        TaskKind.ASKED_HUMAN,
        TaskKind.NOT_UNDERSTOOD,
        TaskKind.MEDIA,
        TaskKind.LANGUAGE,
        TaskKind.UNKNOWN_NUMBER,
        TaskKind.WROTE_AFTER_STOP,
        TaskKind.WROTE_AFTER_CLOSE,
        TaskKind.PARKED,
    }
    for task in open_tasks(change):
        if task.kind in waiting:
            task.answered_at = change.now
            end(change, task, "answered", change.who)


def _nothing_new(change: Change, seen: str | None, confirm: bool) -> None:
    if seen is None or confirm:
        return
    query = select(Message.id).where(Message.conversation_id == change.conversation.id)
    newest = change.session.exec(query.order_by(col(Message.id).desc()).limit(1)).first()
    if newest is not None and newest > seen:
        raise Stale(newest)


def _writable(change: Change) -> Address:
    """The address a human's text may go to. Raises NotAllowed."""
    if change.youth.erased_at is not None:
        raise NotAllowed("erased")
    if any(flow.memory.get("silence") for flow in change.flows(FlowKind.CONTACT)):
        raise NotAllowed("silence")  # after violence: until her OK, or a recorded decision
    if change.youth.opted_out_at is not None and not _wrote_lately(change):
        raise NotAllowed("opted_out")
    address = change.address()
    if address is None or not address.textable:
        raise NotAllowed("no_address")
    if address.state in ("dead", "someone_else"):
        raise NotAllowed("dead_address")
    return address


def _wrote_lately(change: Change) -> bool:
    """After a stop, she wrote again within the last 24 h: a human may answer."""
    stopped, wrote = change.youth.opted_out_at, change.conversation.last_inbound_at
    if stopped is None or wrote is None:
        return False
    return wrote > stopped and change.now - wrote <= ANSWER_AFTER_STOP


def _channel(change: Change, address: Address) -> str:
    if address.channel == "whatsapp" or address.last_inbound_channel == "whatsapp":
        return "whatsapp"
    return "sms"
