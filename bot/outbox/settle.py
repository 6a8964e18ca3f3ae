"""A status callback carries our own id: it settles the row by rank, in whatever order it comes, and
may come before the send has returned."""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlmodel import Session, select

from bot.counters import count
from bot.gateways.codes import Action, CodeRule, rule_for
from bot.ids import new_id
from bot.models import Address, Message, Youth
from bot.outbox.failing import NO_WHATSAPP, blames_content, fail, operator_alert
from bot.outbox.ranks import DELIVERED, READ, is_final_failure, rank_of
from bot.outbox.reporting import Report
from bot.outbox.sealing import body_of, key_of
from bot.outbox.tasks import ask_a_human, open_task
from bot.store import Store, lock_conversation, seal
from flows.effects import Priority, Recipient, SayKind, TaskKind
from flows.events import Delivered

log = logging.getLogger("sas.outbox")

TRIED_AGAIN = "tried_again"
UNSETTLED = ("queued", "sending", "uncertain", "held")


def settle(
    store: Store,
    message_id: str,
    provider_status: str,
    error_code: int | None,
    report: Report,
    *,
    provider_id: str | None = None,
) -> None:
    """Record one delivery state. An unknown id or word changes nothing."""
    with store.transaction() as session:
        conversation_id = session.exec(
            select(Message.conversation_id).where(Message.id == message_id)
        ).first()
        if conversation_id is not None:
            lock_conversation(session, conversation_id)
        message = session.get(Message, message_id, with_for_update=True, populate_existing=True)
        if message is None or message.direction != "out":
            log.info("status_of_unknown_text", extra={"message_id": message_id})
            return
        _settle(session, store, message, provider_status, error_code, report, provider_id)


def settle_row(
    session: Session,
    store: Store,
    message: Message,
    provider_status: str,
    error_code: int | None,
    report: Report,
    provider_id: str | None,
) -> None:
    """`settle` for a row that is locked already (a look-up found it at the provider)."""
    _settle(session, store, message, provider_status, error_code, report, provider_id)


def _settle(
    session: Session,
    store: Store,
    message: Message,
    status: str,
    error_code: int | None,
    report: Report,
    provider_id: str | None,
) -> None:
    if _another_copy(message, provider_id):
        log.error("text_sent_twice", extra={"message_id": message.id})
        return
    _known_to_carrier(store, message, provider_id)
    session.add(message)
    rank = rank_of(status)
    if rank is None or (message.delivery is not None and rank <= message.delivery):
        return
    message.delivery = rank
    if rank >= DELIVERED:
        _arrived(session, store, message, rank, report)
    elif is_final_failure(status) and message.state != "failed":
        message.error_code = error_code
        _undelivered(session, store, message, rule_for(error_code), report)


def _another_copy(message: Message, provider_id: str | None) -> bool:
    """A callback about another posting of the same row than the one we know."""
    return (
        provider_id is not None
        and message.provider_id is not None
        and provider_id != message.provider_id
    )


def _known_to_carrier(store: Store, message: Message, provider_id: str | None) -> None:
    """Whatever we believed, the carrier has it: nobody posts it again."""
    message.provider_id = message.provider_id or provider_id
    message.provider = message.provider or "twilio"
    if message.why == Action.PERHAPS_ARRIVED:
        return  # it took the text, and said that it does not know: only an arrival ends that
    if message.attempts and message.state in UNSETTLED:
        message.state, message.why, message.next_look_real = "accepted", None, None
        message.sent_at = message.sent_at or store.clock.now()


def _arrived(session: Session, store: Store, message: Message, rank: int, report: Report) -> None:
    now, first = store.clock.now(), message.arrived_at is None
    message.arrived_at = message.arrived_at or now
    if rank >= READ:
        message.read_at = message.read_at or now
    if message.state in ("failed", "uncertain") and message.provider_id is not None:
        if message.why == TRIED_AGAIN:
            _no_second_try(session, message)
        message.state, message.why, message.error_code = "accepted", None, None
    session.add(message)
    session.flush()
    if first and message.recipient == Recipient.YOUTH:
        count(session, "delivered", message.channel, now)
        report(session, message, Delivered(message.key or ""))


def _no_second_try(session: Session, message: Message) -> None:
    """Her operator gave it up, and it has arrived all the same: the copy that waits would be the
    same words twice."""
    query = select(Message).where(
        Message.conversation_id == message.conversation_id,
        Message.direction == "out",
        Message.state == "queued",
    )
    for copy in session.exec(query.with_for_update()).all():
        if copy.extra.get("again") == message.id:
            copy.state, copy.why = "cancelled", "arrived"
            session.add(copy)


def _undelivered(
    session: Session, store: Store, message: Message, rule: CodeRule, report: Report
) -> None:
    """The carrier gave up after accepting. Some codes deserve another try, as a new row: what
    happened to this one stays written. Of an erased youth's text nothing is left to say again."""
    if rule.action in (Action.ALERT_OPERATORS, Action.STOP_SENDING):
        operator_alert(session, store, rule.code)
    youth = session.get(Youth, message.youth_id) if message.youth_id is not None else None
    if youth is None or youth.erased_at is None:
        if rule.action is Action.PERHAPS_ARRIVED:
            message.state, message.why = "uncertain", rule.action.value
            ask_a_human(session, store, message, rule.action.value)
            return
        if _tried_again(session, store, message, rule):
            return
        if rule.action in (Action.HUMAN, Action.ALERT_OPERATORS, Action.STOP_SENDING):
            code = str(rule.code or "unknown")
            open_task(session, store, message, TaskKind.SEND_BLOCKED, Priority.WAITING, code)
    fail(
        session,
        store,
        message,
        report,
        dead=rule.action is Action.DEAD_ADDRESS,
        opted_out=rule.action is Action.OPT_OUT,
        why=rule.kind.value,
    )


def _tried_again(session: Session, store: Store, message: Message, rule: CodeRule) -> bool:
    """By another way at once, or later by the same, when the code allows it."""
    if message.extra.get("content") and blames_content(rule.kind, rule.action):
        _again(session, store, message, 0.0, no_content=True)
        return True
    if rule.action is Action.SMS_INSTEAD and message.channel == "whatsapp":
        _rest_whatsapp(session, store, message)
        _again(session, store, message, 0.0)
        return True
    if rule.action is Action.TEMPLATE_OR_SMS and message.channel == "whatsapp":
        _again(session, store, message, 0.0, window_refused=True)
        return True
    tries = int(message.extra.get("tries", 0))
    if message.kind == SayKind.SAFETY or tries >= len(rule.retry):
        return False
    if rule.action is Action.DOUBTFUL_ADDRESS:
        _doubt(session, message)
    _again(session, store, message, float(rule.retry[tries]))
    return True


def _rest_whatsapp(session: Session, store: Store, message: Message) -> None:
    address = session.get(Address, message.address_id) if message.address_id else None
    if address is not None:
        address.no_whatsapp_until = store.clock.now() + NO_WHATSAPP
        session.add(address)


def _doubt(session: Session, message: Message) -> None:
    address = session.get(Address, message.address_id) if message.address_id else None
    if address is not None and address.state == "good":
        address.state = "doubtful"
        session.add(address)


def _again(
    session: Session,
    store: Store,
    message: Message,
    wait: float,
    *,
    window_refused: bool = False,
    no_content: bool = False,
) -> None:
    """A new row for the same text, `wait` seconds of SAS time from now; this one is closed."""
    message.state, message.why = "failed", TRIED_AGAIN
    session.add(message)
    youth = session.get(Youth, message.youth_id) if message.youth_id is not None else None
    now = store.clock.now()
    copy = Message(**{name: getattr(message, name) for name in KEPT})
    copy.id, copy.state = new_id(), "queued"
    copy.created_at, copy.created_real = now, store.clock.real()
    copy.not_before = now + timedelta(seconds=wait)
    tries = int(message.extra.get("tries", 0)) + 1
    copy.extra = {"tries": tries, "again": message.id, "window_refused": window_refused}
    if no_content or message.extra.get("no_content"):
        copy.extra["no_content"] = True
    key = key_of(store, youth)
    copy.body_sealed = seal(key, body_of(store, message, youth), copy.id, "body")
    session.add(copy)
    session.flush()
    if wait == 0:
        store.wake_after(session, "send", copy.id)


KEPT = (
    "conversation_id",
    "team_id",
    "youth_id",
    "address_id",
    "flow_id",
    "direction",
    "author",
    "author_id",
    "reason",
    "kind",
    "recipient",
    "channel",
    "key",
    "variant",
    "question",
    "language",
    "fallback",
    "encoding",
    "segments",
    "late",
    "decided_epoch",
    "flow_epoch",
    "answers_id",
)
"""What a second try keeps of the first: everything decided, nothing that happened."""
