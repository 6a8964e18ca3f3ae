"""What RQ calls by name, with ids only. A job never fails for RQ: what went wrong is in our rows
and logs, and what was not done is found again by the clock."""

from __future__ import annotations

import logging

from bot import conversations
from bot.limits import limited
from bot.runtime import Runtime

log = logging.getLogger("sas.jobs")

TURN_LIMIT = 5.0  # seconds; three attempts and their pauses fit in a minute
SEND_LIMIT = 40.0

_bound: list[Runtime] = []


def bind(rt: Runtime) -> None:
    """This process works with that runtime."""
    _bound[:] = [rt]


def turn(conversation_id: str) -> None:
    """Take the waiting texts of that conversation as one turn, and send what it answers."""
    take_turn(_bound[0], conversation_id)


def send(message_id: str) -> None:
    """Send one queued text, if the last gate lets it pass."""
    deliver(_bound[0], message_id)


def take_turn(rt: Runtime, conversation_id: str) -> bool:
    """One turn and its answers; True when something was read."""
    taken = False
    with rt.collecting() as queued:
        try:
            with limited(TURN_LIMIT):
                taken = conversations.take_turn(rt.store, conversation_id)
        except Exception:
            log.exception("turn_failed", extra={"conversation": conversation_id})
    for message_id in queued:
        if rt.stopping():
            break  # it stays queued, and the clock finds it
        deliver(rt, message_id)
    return taken


def deliver(rt: Runtime, message_id: str) -> str | None:
    """The row's state afterwards; None when it could not be looked at now."""
    try:
        with limited(SEND_LIMIT):
            return rt.deliver(message_id)
    except Exception:
        log.exception("send_failed", extra={"message_id": message_id})
        return None
