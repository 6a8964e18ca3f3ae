"""The demo's past, shown on the phones of the carrier simulator: what was said before it ran.

The history was played with a carrier in memory; here its texts are given to the simulator, which
keeps them without sending anything.
"""

from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

from sqlmodel import Session, col, or_, select

from bot.models import Address, Message, Youth
from bot.outbox.ranks import RANKS
from bot.runtime import Runtime
from bot.store import Store, body, first_name, unseal, youth_key

log = logging.getLogger("sas.demo")

LEFT = ("accepted", "failed")
WORDS = {rank: word for word, rank in RANKS.items()}
TIME_OUT = 20.0
TRIES, PAUSE = 40, 0.25  # the simulator may still be starting


def show_on_phones(rt: Runtime) -> None:
    """Give every text of a youth to the simulator, which leaves out those it knows. One that does
    not take them costs a log line: the phones are only for looking at.
    """
    provider = rt.settings.provider
    if provider is None or provider.base_url is None:
        return
    with rt.store.reading() as session:
        texts = list(_texts(session, rt.store))
    request = urllib.request.Request(
        f"{provider.base_url.rstrip('/')}/sim/history",
        data=json.dumps({"texts": texts}).encode(),
        headers={"Content-Type": "application/json"},
    )
    for _ in range(TRIES):
        why = _post(request)
        if why is None:
            log.info("phones_filled", extra={"texts": len(texts)})
            return
        rt.store.clock.wait(PAUSE)
    log.warning("phones_not_filled", extra={"reason": why})


def _post(request: urllib.request.Request) -> str | None:
    """None when taken, else why not."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=TIME_OUT):
            return None
    except OSError as fault:
        return type(fault).__name__


def _texts(session: Session, store: Store) -> Iterator[dict[str, Any]]:
    """Oldest first, in the form the simulator takes them."""
    rows = session.exec(
        select(Message, Youth, Address)
        .join(Youth, col(Youth.id) == col(Message.youth_id))
        .join(Address, col(Address.id) == col(Message.address_id))
        .where(
            Message.recipient == "youth",
            col(Message.channel).in_(("sms", "whatsapp")),
            or_(col(Message.direction) == "in", col(Message.state).in_(LEFT)),
            col(Message.provider_id).is_not(None),
            col(Youth.data_key).is_not(None),
        )
        .order_by(col(Message.created_at), col(Message.id))
    )
    for message, youth, address in rows:
        yield _text(store, message, youth, address)


def _text(store: Store, message: Message, youth: Youth, address: Address) -> dict[str, Any]:
    key = youth_key(store.vault, youth)
    at = message.sent_at or message.created_at
    return {
        "sid": message.provider_id,
        "number": unseal(key, address.value_sealed, address.id, "value"),
        "name": first_name(store.vault, youth),
        "inbound": message.direction == "in",
        "channel": message.channel,
        "body": body(store.vault, message, youth),
        "at": at.isoformat(),
        "status": WORDS.get(message.delivery or 0, "sent"),
        "error": message.error_code,
    }
