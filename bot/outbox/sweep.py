"""The clock's part of the outbox: what stayed queued, what stayed claimed, what stayed unknown."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass

from sqlalchemy import case
from sqlmodel import Session, col, or_, select

from bot.clock import monotonic
from bot.holder import Holder
from bot.models import Message
from bot.outbox.deliver import Limit, deliver, own_up
from bot.outbox.gate import WINDOW
from bot.outbox.poison import LATE, POISON, TRIES, count_tries, park
from bot.outbox.reporting import Gateways, Report
from bot.outbox.senders import MAIL
from bot.outbox.uncertain import find_orphans, look_up_due
from bot.outbox.verdict import Why
from bot.rare import passing
from bot.store import Store
from flows.effects import SayKind

log = logging.getLogger("sas.outbox")

Stopping = Callable[[], bool]
"""Was this process asked to stop?"""

BUDGET = 5.0  # seconds of one pass; the clock has other things to do


def never() -> bool:
    """Nobody asks."""
    return False


def sweep(
    store: Store,
    gateways: Gateways,
    holder: Holder,
    report: Report,
    limit: int = 200,
    within: Limit = nullcontext,
    stopping: Stopping = never,
) -> int:
    """One pass: own up, find orphans, look up what is uncertain, free what was held, send what is
    due (safety first). Returns how many texts were looked at. `within` limits each last gate; once
    `stopping` says so, nothing new is taken in hand."""
    own_up(store, holder)
    seen = find_orphans(store, holder)
    seen += look_up_due(store, gateways, report, limit)
    release_held(store, limit)
    return seen + send_due(store, gateways, holder, report, limit, within, stopping)


def send_due(
    store: Store,
    gateways: Gateways,
    holder: Holder,
    report: Report,
    limit: int = 200,
    within: Limit = nullcontext,
    stopping: Stopping = never,
) -> int:
    """Send what is due now: the untried first, safety first, then the oldest. One that breaks, or
    breaks its process, does not stop the others."""
    stop, seen = monotonic() + BUDGET, 0
    due = sorted(due_messages(store, limit), key=lambda one: one.tries)
    count_tries(store, [one.id for one in due if one.late and not one.tries])
    for one in due:
        if monotonic() > stop or stopping():
            break
        seen += 1
        try:
            if one.tries >= POISON:
                park(store, one.id, "attempts", report)
                continue
            if one.tries:
                count_tries(store, [one.id])
            deliver(store, gateways, one.id, holder, report, within)
        except Exception:
            log.exception("deliver_failed", extra={"message_id": one.id})
    return seen


@dataclass(frozen=True, slots=True)
class Due:
    """A queued text whose hour has come. `tries`: counted before, and no answer of the gate."""

    id: str
    tries: int
    late: bool


def due_messages(store: Store, limit: int) -> list[Due]:
    """The queued texts whose SAS and real hours have come: safety and alerts first, news by mail
    last (a hundred receipts must not keep youths waiting), then the oldest."""
    urgent = (col(Message.kind) == SayKind.SAFETY.value) | (col(Message.recipient) == "aiguilleur")
    first = case((urgent, 0), (col(Message.channel) == MAIL, 2), else_=1)
    now = store.clock.now()
    with store.reading() as session:
        query = (
            select(Message.id, Message.extra, Message.not_before)
            .where(
                passing("queued"),
                Message.not_before <= now,
                or_(
                    col(Message.retry_real).is_(None),
                    col(Message.retry_real) <= store.clock.real(),
                ),
            )
            .order_by(first, col(Message.not_before), col(Message.id))
            .limit(limit)
        )
        rows = session.exec(query).all()
    return [Due(one, int(extra.get(TRIES, 0)), now - at >= LATE) for one, extra, at in rows]


def release_held(store: Store, limit: int = 200) -> int:
    """She wrote on WhatsApp: what was held for the closed window may leave now."""
    with store.reading() as session:
        query = select(Message.id, Message.address_id).where(
            passing("held"), Message.why == Why.WINDOW.value
        )
        held = session.exec(query.limit(limit)).all()
        ready = [one for one, address in held if address and _open(session, store, address)]
    for message_id in ready:
        with store.transaction() as session:
            message = session.get(Message, message_id, with_for_update=True)
            if message is not None and message.state == "held":
                message.state, message.why = "queued", None
                message.extra = {**message.extra, "window_refused": False}
                session.add(message)
                store.wake_after(session, "send", message_id)
    return len(ready)


def _open(session: Session, store: Store, address_id: str) -> bool:
    newest = session.exec(
        select(Message.created_at)
        .where(
            Message.address_id == address_id,
            Message.direction == "in",
            Message.channel == "whatsapp",
        )
        .order_by(col(Message.id).desc())
        .limit(1)
    ).first()
    return newest is not None and store.clock.now() - newest < WINDOW
