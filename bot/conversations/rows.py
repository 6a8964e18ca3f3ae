"""Effects become rows: one function per effect, and a complete table at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime
from enum import Enum
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select, update

from bot import outbox
from bot.conversations.asking import call_human, end_tasks
from bot.conversations.change import Change
from bot.conversations.consent import keep_consent
from bot.conversations.marks import room_again
from bot.conversations.saying import say
from bot.counters import count
from bot.models import Flow, Referral, Relay, Suppression, Timer
from flows.effects import (
    CallHuman,
    CancelPlanned,
    CloseConversation,
    DropAllFlows,
    DropTimer,
    Effect,
    EndTask,
    GiveWord,
    LiftOptOut,
    MarkAddress,
    MarkReferral,
    MarkRelay,
    MarkYouth,
    Note,
    OptOut,
    Say,
    SetTimer,
    Speaker,
)
from flows.events import Event, Paused
from flows.snapshot import FlowKind


def apply(change: Change, flow: Flow, effect: Effect) -> None:
    """Turn one effect of `flow` into rows of this transaction."""
    apply_all(change, flow, [effect])


def apply_all(change: Change, flow: Flow, effects: Sequence[Effect]) -> None:
    """Turn the effects of one step of `flow` into rows of this transaction, in their order."""
    _drop_stored(change, flow, effects)
    for ends, run in groupby(effects, lambda one: isinstance(one, EndTask)):
        if ends:
            end_tasks(change, flow, [one for one in run if isinstance(one, EndTask)])
            continue
        for effect in run:
            APPLY[type(effect)](change, flow, effect)


def facts_of(event: Event) -> dict[str, Any]:
    """The codes of an event for the journal: no Reading's dates or numbers, no text."""
    found: dict[str, Any] = {}
    for one in fields(event):
        if isinstance(event, Paused) and one.name == "reason":
            continue  # prison, hospital: the journal outlives erasure and does not know it
        value = getattr(event, one.name)
        if isinstance(value, Enum):
            found[one.name] = value.value
        elif isinstance(value, datetime):
            found[one.name] = value.isoformat()
        elif value is None or isinstance(value, str | int | float | bool):
            found[one.name] = value
        elif one.name == "reading":
            found["intents"] = sorted(value.intents)
            found["rules"] = list(value.rules)
    return found


def _say(change: Change, flow: Flow, wish: Say) -> None:
    say(change, flow, wish)


def _set_timer(change: Change, flow: Flow, wish: SetTimer) -> None:
    _drop_made(change, flow, wish.kind)
    timer = Timer(
        conversation_id=change.conversation.id,
        flow_id=flow.id,
        kind=wish.kind,
        due=wish.due,
        late=wish.late,
        epoch=flow.epoch,
    )
    change.made_timers.append(timer)
    change.session.add(timer)


def _drop_timer(change: Change, flow: Flow, wish: DropTimer) -> None:
    _drop_made(change, flow, wish.kind)


# Statements are built once: building one costs more than running it. They run beside the session,
# which so inserts its new rows all together at the end; what this change made is changed here.
_DROP = (
    update(Timer)
    .where(col(Timer.flow_id) == bindparam("flow"), col(Timer.state) == "set")
    .values(state="dropped")
)
_DROP_KINDS = _DROP.where(col(Timer.kind).in_(bindparam("kinds", expanding=True)))


def _drop_stored(change: Change, flow: Flow, effects: Sequence[Effect]) -> None:
    """What these effects drop or set anew among the timers that an earlier change stored: together,
    before the first of them, since their order among themselves changes nothing for those."""
    kinds = {one.kind for one in effects if isinstance(one, SetTimer | DropTimer)}
    if not kinds:
        return
    given = {"flow": flow.id} if "*" in kinds else {"flow": flow.id, "kinds": sorted(kinds)}
    change.session.connection().execute(_DROP if "*" in kinds else _DROP_KINDS, given)


def _drop_made(change: Change, flow: Flow, kind: str) -> None:
    for timer in change.made_timers:
        if timer.flow_id == flow.id and kind in ("*", timer.kind):
            timer.state = "dropped"
            change.session.add(timer)


def _drop_all(change: Change, flow: Flow, wish: DropAllFlows) -> None:
    change.session.exec(
        update(Timer)
        .where(col(Timer.conversation_id) == change.conversation.id, col(Timer.state) == "set")
        .values(state="dropped")
    )
    outbox.cancel_planned(change.session, change.conversation.id, "all_dropped", authors=None)


def _end_task(change: Change, flow: Flow, wish: EndTask) -> None:
    end_tasks(change, flow, [wish])


def _give_word(change: Change, flow: Flow, wish: GiveWord) -> None:
    """The epoch rises with every change of speaker: what was decided before is overtaken."""
    conversation = change.conversation
    if conversation.speaker == wish.speaker:
        return
    before = conversation.speaker
    conversation.speaker = wish.speaker
    conversation.epoch += 1
    if wish.speaker is not Speaker.BOT:
        conversation.resume_step = flow.resume
        outbox.cancel_planned(change.session, conversation.id, f"speaker_{wish.speaker}")
    change.session.add(conversation)
    change.journal("speaker", flow=flow, before=before, after=wish.speaker)


def _cancel_planned(change: Change, flow: Flow, wish: CancelPlanned) -> None:
    outbox.cancel_planned(
        change.session, change.conversation.id, wish.reason, receipts=wish.receipts
    )


def _opt_out(change: Change, flow: Flow, wish: OptOut) -> None:
    change.youth.opted_out_at = change.youth.opted_out_at or change.now
    change.session.add(change.youth)
    address = change.address()
    if address and not change.session.get(Suppression, address.value_index):
        change.session.add(Suppression(value_index=address.value_index, since=change.now))
    count(change.session, "opted_out", "", change.now)


def _lift_opt_out(change: Change, flow: Flow, wish: LiftOptOut) -> None:
    change.youth.opted_out_at = None
    change.session.add(change.youth)
    address = change.address()
    kept = change.session.get(Suppression, address.value_index) if address else None
    if kept is not None:
        change.session.delete(kept)


def _mark_address(change: Change, flow: Flow, wish: MarkAddress) -> None:
    address = change.address()
    if address is not None and address.state != wish.state:
        change.journal("address", flow=flow, before=address.state, after=wish.state)
        address.state = wish.state
        change.session.add(address)


def _mark_youth(change: Change, flow: Flow, wish: MarkYouth) -> None:
    youth, fact = change.youth, wish.fact
    name, _, value = fact.partition(":")
    if name == "recognised":
        youth.recognised_at, youth.recognised_by = change.now, change.who
    elif name == "not_recognised":
        youth.recognised_at, youth.recognised_by = None, None
    elif name == "deceased":
        youth.deceased_at = change.now
    elif name == "prefers_voice":
        youth.prefers_voice = True
    elif name == "language":
        youth.language = value
    elif name == "paused":
        youth.paused_until = wish.until
    elif name == "news_agreed":
        youth.news_agreed_at = change.now
    elif name == "seen":
        youth.last_contact_at = change.now
    else:
        raise ValueError(fact)
    change.session.add(youth)


def _mark_relay(change: Change, flow: Flow, wish: MarkRelay) -> None:
    relay = change.session.get_one(Relay, flow.subject_id)
    relay.status = wish.status
    relay.steps = [*relay.steps, {"step": wish.status, "at": change.now.isoformat()}]
    relay.refusal = wish.reason or relay.refusal
    relay.appointment_at = wish.appointment or relay.appointment_at
    if wish.status == "agreed":
        keep_consent(change, relay)
    if wish.status == "sent" and relay.sent_at is None:
        relay.sent_at = change.now
    if wish.status == "met" and relay.met_at is None:
        relay.met_at = change.now
    change.session.add(relay)
    count(change.session, "relay", wish.status, change.now)


def _mark_referral(change: Change, flow: Flow, wish: MarkReferral) -> None:
    """From the contact flow: every referral of the conversation; from a prescriber's: its own."""
    query = select(Referral).where(Referral.conversation_id == change.conversation.id)
    if flow.kind == FlowKind.PRESCRIBER:
        query = query.where(Referral.id == flow.subject_id)
    for referral in change.session.exec(query).all():
        if referral.status != wish.status:
            referral.status = wish.status
            step = {"step": wish.status, "at": change.now.isoformat()}
            referral.steps = [*referral.steps, step]
            change.session.add(referral)
            count(change.session, "referral", wish.status, change.now)


def _note(change: Change, flow: Flow, wish: Note) -> None:
    change.journal(wish.code, flow=flow, data=wish.data)


def _close(change: Change, flow: Flow, wish: CloseConversation) -> None:
    conversation = change.conversation
    conversation.outcome = wish.outcome
    conversation.closed_at = change.now
    conversation.epoch += 1
    change.session.add(conversation)
    outbox.cancel_planned(change.session, conversation.id, "closed")
    room_again(change)
    count(change.session, "closed", wish.outcome, change.now)


APPLY: dict[type[Effect], Callable[[Change, Flow, Any], None]] = {
    Say: _say,
    SetTimer: _set_timer,
    DropTimer: _drop_timer,
    DropAllFlows: _drop_all,
    CallHuman: call_human,
    EndTask: _end_task,
    GiveWord: _give_word,
    CancelPlanned: _cancel_planned,
    OptOut: _opt_out,
    LiftOptOut: _lift_opt_out,
    MarkAddress: _mark_address,
    MarkYouth: _mark_youth,
    MarkRelay: _mark_relay,
    MarkReferral: _mark_referral,
    Note: _note,
    CloseConversation: _close,
}
