"""A send was refused, or nobody knows: one action per class of error, each with an owner."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.counters import count
from bot.gateways import ErrorKind, SendError
from bot.gateways.codes import Action, rule_for
from bot.holder import Holder
from bot.models import Address, Fact, Message
from bot.outbox.claim import Claim
from bot.outbox.reporting import Report
from bot.outbox.senders import sender_ill, sender_shut
from bot.outbox.tasks import journal, open_task
from bot.store import Store
from flows.effects import Author, Priority, Recipient, SayKind, TaskKind
from flows.events import SendFailed

log = logging.getLogger("sas.outbox")

OUTAGE_RETRY = (2, 5, 15, 60, 300, 900, 1800, 1800)  # seconds before each further try
SAFETY_RETRY = (1, 2, 5, 10, 15, 30, 30, 60, 60, 60)
LOOK_AFTER = timedelta(seconds=60)
NO_WHATSAPP = timedelta(days=30)
SHUT = timedelta(minutes=5)
BLAMES_CONTENT = (ErrorKind.CONTENT, ErrorKind.TEMPLATE, ErrorKind.CONFIG, ErrorKind.UNKNOWN)
LONG = 3_600  # a wait this long is SAS time: it obeys the movable clock and quiet hours


@dataclass(frozen=True, slots=True)
class Failure:
    """One refused send at hand."""

    session: Session
    store: Store
    message: Message
    held: Claim
    report: Report
    error: SendError


def failed_send(
    session: Session,
    store: Store,
    message: Message,
    held: Claim,
    holder: Holder,
    report: Report,
    error: SendError,
) -> str:
    """Record a SendError of our own call. A callback that settled the row meanwhile wins."""
    if message.state != "sending" or message.holder != holder.id:
        return message.state
    failure = Failure(session, store, message, held, report, error)
    message.error_code = error.code
    log.warning(
        "send_failed",
        extra={"message_id": message.id, "kind": error.kind.value, "code": error.code},
    )
    if error.uncertain:
        return _uncertain(failure)
    action = Action.WAIT if error.kind in (ErrorKind.RATE, ErrorKind.OUTAGE) else None
    if error.code is not None and error.kind is not ErrorKind.OUTAGE:
        action = rule_for(error.code).action
    if action is None:
        action = ACTION_OF_KIND.get(error.kind, Action.HUMAN)
    if message.extra.get("content") and blames_content(error.kind, action):
        return _as_text(failure)
    return DO[action](failure)


def blames_content(kind: ErrorKind, action: Action) -> bool:
    """May a WhatsApp text have been refused for its buttons or its list? Then its words leave
    without them, once: she can type the number."""
    return kind in BLAMES_CONTENT and action in (Action.ALERT_OPERATORS, Action.HUMAN)


def _as_text(failure: Failure) -> str:
    operator_alert(failure.session, failure.store, failure.error.code)
    failure.message.extra = {**failure.message.extra, "no_content": True}
    return _other_way(failure)


def _uncertain(failure: Failure) -> str:
    """The request left and no answer came: never simply posted again."""
    message = failure.message
    message.state, message.why = "uncertain", "cut"
    message.next_look_real = failure.store.clock.real() + LOOK_AFTER
    failure.session.add(message)
    sender_ill(failure.session, failure.store, failure.held.sender.name)
    _warn_of_safety(failure)
    return "uncertain"


def _wait(failure: Failure) -> str:
    """Again later, a bounded number of times, and never before the carrier's Retry-After."""
    message, error, store = failure.message, failure.error, failure.store
    wait = _next_wait(message, error)
    if error.kind is ErrorKind.OUTAGE:
        sender_ill(failure.session, store, failure.held.sender.name)
    if error.kind is ErrorKind.RATE and error.retry_after:
        asked = timedelta(seconds=error.retry_after)
        sender_ill(failure.session, store, failure.held.sender.name, asked)
    if wait is None:
        return _give_up(failure, TaskKind.SEND_BLOCKED)
    message.state, message.holder, message.why = "queued", None, error.kind.value
    if wait >= LONG:
        message.not_before = store.clock.now() + timedelta(seconds=wait)
    else:
        message.retry_real = store.clock.real() + timedelta(seconds=wait)
    failure.session.add(message)
    _warn_of_safety(failure)
    return "queued"


def _next_wait(message: Message, error: SendError) -> float | None:
    """Seconds before the next try; None when it was the last. Attempts are counted at the claim."""
    steps: tuple[float, ...] = OUTAGE_RETRY
    if error.code is not None and error.kind is not ErrorKind.OUTAGE:
        steps = rule_for(error.code).retry
    if message.kind == SayKind.SAFETY and error.kind is not ErrorKind.BAD_NUMBER:
        steps = SAFETY_RETRY
    if message.attempts > len(steps):
        return None
    return max(float(steps[message.attempts - 1]), error.retry_after or 0.0)


def _dead_address(failure: Failure) -> str:
    """It will never work; a code that allows one more try gets it first."""
    if _next_wait(failure.message, failure.error) is not None and not failure.error.permanent:
        return _wait(failure)
    return _final(failure, dead=True)


def _doubtful_address(failure: Failure) -> str:
    if failure.message.address_id is not None:
        address = failure.session.get(Address, failure.message.address_id)
        if address is not None and address.state == "good":
            address.state = "doubtful"
            failure.session.add(address)
    return _wait(failure)


def _opt_out(failure: Failure) -> str:
    """She wrote STOP to the carrier: the same as writing it to us."""
    return _final(failure, opted_out=True)


def _human(failure: Failure) -> str:
    return _give_up(failure, TaskKind.SEND_BLOCKED)


def _sms_instead(failure: Failure) -> str:
    """No WhatsApp behind this number: the same text by SMS, at once, and from now on."""
    message, session = failure.message, failure.session
    if message.channel != "whatsapp":
        return _give_up(failure, TaskKind.SEND_BLOCKED)
    address = session.get(Address, message.address_id) if message.address_id else None
    if address is not None:
        address.no_whatsapp_until = failure.store.clock.now() + NO_WHATSAPP
        session.add(address)
    return _other_way(failure)


def _template_or_sms(failure: Failure) -> str:
    """The window closed under our hand, or the template is paused: the gate chooses again."""
    message = failure.message
    if message.channel != "whatsapp":
        return _give_up(failure, TaskKind.SEND_BLOCKED)
    tried = bool(message.extra.get("template"))
    message.extra = {**message.extra, "window_refused": True, "no_template": tried}
    return _other_way(failure)


def _other_way(failure: Failure) -> str:
    message, store = failure.message, failure.store
    if message.attempts > len(OUTAGE_RETRY):
        return _give_up(failure, TaskKind.SEND_BLOCKED)
    message.state, message.holder, message.why = "queued", None, failure.error.kind.value
    failure.session.add(message)
    store.wake_after(failure.session, "send", message.id)
    return "queued"


def _alert_operators(failure: Failure) -> str:
    """Our own configuration or content: a human for this text, an alert for the operators."""
    operator_alert(failure.session, failure.store, failure.error.code)
    if _next_wait(failure.message, failure.error) is not None and not failure.error.permanent:
        return _wait(failure)
    return _give_up(failure, TaskKind.SEND_BLOCKED)


def _stop_sending(failure: Failure) -> str:
    """Our account is refused or suspended: everything waits, operators are alerted; the text is
    neither lost nor tried in a loop."""
    operator_alert(failure.session, failure.store, failure.error.code)
    sender_shut(failure.session, failure.store, failure.held.sender.name, SHUT)
    message = failure.message
    if message.attempts > len(OUTAGE_RETRY):
        return _give_up(failure, TaskKind.SEND_BLOCKED)
    message.state, message.holder, message.why = "queued", None, "account"
    message.retry_real = failure.store.clock.real() + SHUT
    failure.session.add(message)
    _warn_of_safety(failure)
    return "queued"


def operator_alert(session: Session, store: Store, code: int | None) -> None:
    """Operators read it on /health/ready and in the logs; one fact per code."""
    name = f"operator_alert:{code}"
    fact = session.get(Fact, name)
    if fact is None:
        fact = Fact(name=name, value="0", at_real=store.clock.real())
    fact.value, fact.at_real = str(int(fact.value) + 1), store.clock.real()
    session.add(fact)
    log.error("operator_alert", extra={"code": code})


def _warn_of_safety(failure: Failure) -> None:
    """A danger line that could not leave at once: we go on trying, and a human calls now."""
    if failure.message.kind == SayKind.SAFETY and failure.message.author == Author.SYSTEM:
        open_task(
            failure.session,
            failure.store,
            failure.message,
            TaskKind.SAFETY_NOT_SENT,
            Priority.DANGER,
            failure.error.kind.value,
            alert=True,
        )


def _give_up(failure: Failure, kind: TaskKind) -> str:
    if failure.message.recipient == Recipient.PRESCRIBER:
        kind = TaskKind.PRESCRIBER_NEWS
    elif failure.message.recipient == Recipient.STRUCTURE:
        kind = TaskKind.STRUCTURE_CALL
    why = str(failure.error.code or failure.error.kind.value)
    open_task(failure.session, failure.store, failure.message, kind, Priority.WAITING, why)
    return _final(failure, dead=False)


def _final(failure: Failure, *, dead: bool = False, opted_out: bool = False) -> str:
    fail(
        failure.session,
        failure.store,
        failure.message,
        failure.report,
        dead=dead,
        opted_out=opted_out,
        why=failure.error.kind.value,
    )
    return "failed"


def fail(
    session: Session,
    store: Store,
    message: Message,
    report: Report,
    *,
    dead: bool,
    opted_out: bool,
    why: str,
) -> None:
    """The text did not and will not arrive: the row says so, the flow is told, and what no flow
    watches (a human's words, news, alerts) opens a task."""
    before, message.state, message.why = message.state, "failed", why
    message.next_look_real = None
    session.add(message)
    session.flush()
    journal(session, store, message, "text_failed", before, error=message.error_code)
    count(session, "text_failed", message.channel, store.clock.now())
    if dead and message.address_id is not None:
        address = session.get(Address, message.address_id)
        if address is not None and address.state not in ("someone_else", "dead"):
            address.state = "dead"
            session.add(address)
    if message.recipient != Recipient.YOUTH or message.author == Author.AIGUILLEUR:
        kinds = {
            Recipient.PRESCRIBER.value: TaskKind.PRESCRIBER_NEWS,
            Recipient.STRUCTURE.value: TaskKind.STRUCTURE_CALL,
        }
        kind = kinds.get(message.recipient, TaskKind.SEND_BLOCKED)
        open_task(session, store, message, kind, Priority.WAITING, why)
    if message.recipient == Recipient.YOUTH:
        safety = message.kind == SayKind.SAFETY and message.author == Author.SYSTEM
        event = SendFailed(message.key or "", dead, message.error_code, opted_out, safety)
        report(session, message, event)


ACTION_OF_KIND: dict[ErrorKind, Action] = {
    ErrorKind.BAD_NUMBER: Action.DEAD_ADDRESS,
    ErrorKind.OPT_OUT: Action.OPT_OUT,
    ErrorKind.BLOCKED: Action.HUMAN,
    ErrorKind.WINDOW: Action.TEMPLATE_OR_SMS,
    ErrorKind.TEMPLATE: Action.TEMPLATE_OR_SMS,
    ErrorKind.CONTENT: Action.ALERT_OPERATORS,
    ErrorKind.RATE: Action.WAIT,
    ErrorKind.TEMPORARY: Action.WAIT,
    ErrorKind.OUTAGE: Action.WAIT,
    ErrorKind.CONFIG: Action.ALERT_OPERATORS,
    ErrorKind.WEBHOOK: Action.ALERT_OPERATORS,
}

DO: dict[Action, Callable[[Failure], str]] = {
    Action.WAIT: _wait,
    Action.PERHAPS_ARRIVED: _wait,  # our call was refused: the carrier took nothing
    Action.DEAD_ADDRESS: _dead_address,
    Action.DOUBTFUL_ADDRESS: _doubtful_address,
    Action.OPT_OUT: _opt_out,
    Action.HUMAN: _human,
    Action.SMS_INSTEAD: _sms_instead,
    Action.TEMPLATE_OR_SMS: _template_or_sms,
    Action.ALERT_OPERATORS: _alert_operators,
    Action.STOP_SENDING: _stop_sending,
    Action.IGNORE: _alert_operators,
}
