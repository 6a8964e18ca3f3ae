"""One text leaves: gate and claim in one transaction, the call without any, the record in another.
A stop of this process at any point leaves a row that says how far it came."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Float, Integer, String, Update, bindparam, case, func
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlmodel import Session, col, select, update

from bot.gateways import ErrorKind, OutgoingMail, SendError, Sent
from bot.holder import Holder
from bot.models import Conversation, Message
from bot.outbox.claim import (
    Claim,
    back_to_the_queue,
    claim,
    hold,
    lock_of,
    still_to_post,
    unclaim,
)
from bot.outbox.failing import failed_send
from bot.outbox.poison import broke
from bot.outbox.ranks import is_final_failure, rank_of
from bot.outbox.reporting import Gateways, Report
from bot.outbox.senders import MISSED_SLOT, Wait, sender_well, take_slot
from bot.outbox.verdict import Why
from bot.store import Gone, Store
from flows.events import Delivered

log = logging.getLogger("sas.outbox")

NO_CARRIER_AGAIN = timedelta(seconds=30)
RECORD_TRIES = 12

Limit = Callable[[], AbstractContextManager[None]]
"""What holds one last gate to its time."""


def deliver(
    store: Store,
    gateways: Gateways,
    message_id: str,
    holder: Holder,
    report: Report,
    within: Limit = nullcontext,
) -> str:
    """Try to send one text now. Returns the row's state afterwards. Raises only what the database
    raises before the call; a text that may have left is never left without a mark."""
    own_up(store, holder)
    try:
        with within():
            held = claim(store, message_id, holder, report)
    except Gone:
        return "gone"
    except BaseException as failure:
        holder.let_go(message_id, called=False)  # on a slow disk its commit may have passed
        if isinstance(failure, SQLAlchemyError) or not isinstance(failure, Exception):
            raise
        log.exception("gate_failed", extra={"message_id": message_id})
        return broke(store, message_id, type(failure).__name__, report)
    if isinstance(held, str):
        return held
    try:
        return _post(store, gateways, held, holder, report)
    except BaseException:
        holder.let_go(held.message_id)
        raise
    finally:
        holder.done(held.message_id)


def own_up(store: Store, holder: Holder) -> None:
    """What this process let go without a record becomes uncertain, or is queued again when no call
    began: only we know it."""
    ours = holder.owned_up()
    if not ours:
        return
    real = store.clock.real()
    with store.transaction() as session:
        query = select(Message).where(
            col(Message.id).in_(ours), Message.state == "sending", Message.holder == holder.id
        )
        for message in session.exec(query.with_for_update()).all():
            if ours[message.id]:
                message.state, message.why = "uncertain", "cut"
                message.next_look_real = real + timedelta(seconds=60)
            else:
                back_to_the_queue(message)
            session.add(message)
    holder.forgiven(ours)


def _post(store: Store, gateways: Gateways, held: Claim, holder: Holder, report: Report) -> str:
    gateway = gateways.mail if isinstance(held.outgoing, OutgoingMail) else gateways.texts
    if gateway is None:
        return _no_carrier(store, held, holder)
    _keep_pace(store, held)
    if not still_to_post(held, holder):
        unclaim(store, held, holder)
        return "queued"
    try:
        sent = gateway.send(held.outgoing)  # type: ignore[arg-type]
    except SendError as error:
        return _record(store, held, holder, report, error)
    except Exception:
        log.exception("carrier_call_broke", extra={"message_id": held.message_id})
        broke = SendError(ErrorKind.UNCERTAIN, uncertain=True)
        return _record(store, held, holder, report, broke)
    return _record(store, held, holder, report, sent)


def _keep_pace(store: Store, held: Claim) -> None:
    """Wait for our slot; when it was missed (a busy machine), take another one, so that no second
    holds more than the sender's rate."""
    slot = held.slot
    for _ in range(50):
        ahead = (slot.at - store.clock.real()).total_seconds()
        if ahead > 0:
            store.clock.wait(ahead)
            continue
        if timedelta(seconds=-ahead) <= MISSED_SLOT:
            return
        with store.transaction() as session:
            again = take_slot(session, store, held.sender, timedelta(seconds=10), urgent=True)
        if isinstance(again, Wait):
            return
        slot = again


def _no_carrier(store: Store, held: Claim, holder: Holder) -> str:
    """No carrier in this installation: a text waits for one, an e-mail becomes a human task."""
    unclaim(store, held, holder)
    with store.transaction() as session:
        message = session.get_one(Message, held.message_id)
        if message.state != "queued":
            return message.state
        if isinstance(held.outgoing, OutgoingMail):
            return hold(session, store, message, Why.NO_CARRIER)
        message.why = Why.NO_CARRIER
        message.retry_real = store.clock.real() + NO_CARRIER_AGAIN
        session.add(message)
        return "queued"


def _record(
    store: Store, held: Claim, holder: Holder, report: Report, outcome: Sent | SendError
) -> str:
    """Write what the carrier answered, insisting while the database is away: it is the only trace
    of a text that has left."""
    for attempt in range(RECORD_TRIES):
        try:
            if isinstance(outcome, Sent) and _plain(held):
                store.quick.update(_accepted(store, held, outcome))
                return "accepted"
            with store.transaction() as session:
                return _recorded(session, store, held, holder, report, outcome)
        except IntegrityError:
            # The carrier gave an id that another row has: keep the truth that it left.
            log.error("carrier_id_twice", extra={"message_id": held.message_id})
            outcome = replace(outcome, provider_id="") if isinstance(outcome, Sent) else outcome
        except SQLAlchemyError:
            log.warning("record_delayed", extra={"message_id": held.message_id})
            if attempt == RECORD_TRIES - 1:
                raise
            store.clock.wait(min(0.1 * 2**attempt, 1.0))
    return "sending"


def _recorded(
    session: Session,
    store: Store,
    held: Claim,
    holder: Holder,
    report: Report,
    outcome: Sent | SendError,
) -> str:
    lock_of(session, held.message_id)
    if isinstance(outcome, Sent):
        for update, given in _accepted(store, held, outcome):
            session.connection().execute(update, given)
        if held.slot.wary:
            sender_well(session, held.sender.name)
        if isinstance(held.outgoing, OutgoingMail):
            _mail_left(session, held, report)
        return "accepted"
    message = session.get(Message, held.message_id, with_for_update=True, populate_existing=True)
    if message is None:
        return "gone"
    return failed_send(session, store, message, held, holder, report, outcome)


def _mail_left(session: Session, held: Claim, report: Report) -> None:
    """An e-mail has no callback: taken by the server, it has left. A relay counts its days from
    here (PRODUCT 13)."""
    message = session.get_one(Message, held.message_id, populate_existing=True)
    report(session, message, Delivered(message.key or ""))


def _plain(held: Claim) -> bool:
    """A text to a youth by a carrier that is well: two rows say that it left."""
    return held.to_youth and held.conversation_id is not None and not held.slot.wary


def _accepted(store: Store, held: Claim, sent: Sent) -> list[tuple[Update, Mapping[str, object]]]:
    """The carrier took it. A callback may have said more already: ranks only rise, and what a
    callback settled stays. The conversation first, as every writer does: that locks it."""
    now, failed = store.clock.now(), is_final_failure(sent.status)
    given = {
        "message": held.message_id,
        "carrier_id": sent.provider_id or None,
        "rank": 0 if failed else rank_of(sent.status) or 0,
        "now": now,
        "pieces": sent.segments,
        "cost": float(sent.price) if sent.price else None,
    }
    if not held.to_youth or held.conversation_id is None:
        return [(_ACCEPTED, given)]
    return [(_SPOKEN, {"conversation": held.conversation_id, "now": now}), (_ACCEPTED, given)]


_OPEN = col(Message.state).in_(("sending", "uncertain", "queued"))
_KNOWN = func.coalesce(Message.delivery, -1)
_RANK = bindparam("rank", 0, type_=Integer)
_INSTANT = bindparam("now", None, type_=Message.created_at.type)  # type: ignore[attr-defined]
_ACCEPTED = (
    update(Message)
    .where(col(Message.id) == bindparam("message", ""))
    .values(
        provider_id=func.coalesce(Message.provider_id, bindparam("carrier_id", None, type_=String)),
        delivery=case((_KNOWN < _RANK, _RANK), else_=_KNOWN),
        sent_at=func.coalesce(Message.sent_at, _INSTANT),
        next_look_real=None,
        segments=func.coalesce(bindparam("pieces", None, type_=Integer), Message.segments),
        price=func.coalesce(bindparam("cost", None, type_=Float), Message.price),
        state=case((_OPEN, "accepted"), else_=col(Message.state)),
        why=case((_OPEN, None), else_=col(Message.why)),
    )
    .execution_options(synchronize_session=False)
)
_SPOKEN = (
    update(Conversation)
    .where(col(Conversation.id) == bindparam("conversation", ""))
    .values(last_outbound_at=_INSTANT)
    .execution_options(synchronize_session=False)
)
