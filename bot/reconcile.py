"""The clock asks the provider for texts that never reached our webhook (an outage of ours): each
goes through the same door, once, in the order it was written."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot import conversations
from bot.conversations import Inbound
from bot.gateways import Channel, InboundText, SendError
from bot.models import Fact
from bot.outbox.senders import Sender, senders_of
from bot.runtime import Runtime

log = logging.getLogger("sas.reconcile")

EVERY = timedelta(seconds=30)
OVERLAP = timedelta(minutes=3)  # the provider's list may show a text some time after it came
FIRST = timedelta(minutes=10)  # how far back a new installation looks
SETTLE = timedelta(seconds=5)  # younger texts are still on their way to the webhook


def reconcile(rt: Runtime) -> int:
    """Bring in what is missing, for each of our senders; returns how many were new."""
    if rt.gateways.texts is None:
        return 0
    senders = senders_of(rt.settings)
    return sum(_sender(rt, one) for one in (senders.sms, senders.whatsapp) if one is not None)


def _sender(rt: Runtime, sender: Sender) -> int:
    name, real = f"reconciled:{sender.channel}", rt.store.clock.real()
    with rt.store.reading() as session:
        fact = session.get(Fact, name)
    if fact is not None and real - fact.at_real < EVERY:
        return 0
    since = datetime.fromisoformat(fact.value) if fact is not None else real - FIRST
    channel: Channel = "whatsapp" if sender.channel == "whatsapp" else "sms"
    assert rt.gateways.texts is not None
    try:
        texts = rt.gateways.texts.inbound_since(sender.name, channel, since - OVERLAP)
    except SendError as error:
        log.warning("reconcile_failed", extra={"kind": error.kind.value, "code": error.code})
        _keep(rt, name, since, real)
        return 0
    new, upto = _all_in(rt, [one for one in texts if one.received_at <= real - SETTLE], real)
    _keep(rt, name, upto, real)
    if new:
        log.warning("inbound_reconciled", extra={"count": new, "channel": sender.channel})
    return new


def _all_in(rt: Runtime, texts: list[InboundText], real: datetime) -> tuple[int, datetime]:
    """How many were new, and how far the list is done with: one that cannot be stored (a key that
    cannot be opened) holds up nobody, and is asked for again until it can."""
    new, upto = 0, real
    for one in texts:
        try:
            new += _bring_in(rt, one)
        except SQLAlchemyError:
            raise  # the database, not the text
        except Exception:
            log.exception("inbound_not_stored")
            upto = min(upto, one.received_at)
    return new, upto


def _bring_in(rt: Runtime, text: InboundText) -> int:
    inbound = Inbound(
        provider_id=text.provider_id,
        to_sender=text.to,
        channel=text.channel,
        from_value=text.sender,
        body=text.body,
        media=tuple((one.url, one.content_type) for one in text.media),
        received_at=text.received_at,
    )
    return int(conversations.receive(rt.store, inbound).new)


def _keep(rt: Runtime, name: str, upto: datetime, real: datetime) -> None:
    with rt.store.transaction() as session:
        fact = session.get(Fact, name) or Fact(name=name, value="", at_real=real)
        fact.value, fact.at_real = upto.isoformat(), real
        session.add(fact)
