"""The carrier in memory keeps the same promises as the real one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import FrozenClock
from bot.gateways import ErrorKind, Gateway, InboundText, OutgoingText, SendError
from bot.gateways.memory import MemoryGateway
from bot.gateways.twilio import TwilioGateway

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TEXT = OutgoingText("our-id", "+33639980001", "+33639981000", "sms", "Bonjour")
WHERE = {"to": TEXT.to, "sender": TEXT.sender, "channel": TEXT.channel, "body": TEXT.body}
MINUTE = timedelta(minutes=1)


def memory() -> MemoryGateway:
    return MemoryGateway(FrozenClock(NOW).real)


def test_both_keep_the_protocol() -> None:
    gateways: list[Gateway] = [memory(), TwilioGateway(account_sid="AC", auth_token="t")]
    assert len(gateways) == 2


def test_a_text_is_sent_found_and_blanked() -> None:
    gateway = memory()
    sent = gateway.send(TEXT)
    assert (
        gateway.look_up(**WHERE, since=NOW - MINUTE, until=NOW)[0].provider_id == sent.provider_id
    )
    gateway.delete_body(sent.provider_id)
    assert gateway.fetch(sent.provider_id).body == ""
    assert gateway.sent == [TEXT]


def test_a_failure_is_raised_once_and_in_order() -> None:
    gateway = memory()
    gateway.fail_next(SendError(ErrorKind.OUTAGE))
    gateway.fail_next(SendError(ErrorKind.UNCERTAIN, uncertain=True), accepted=True)
    for _ in range(2):
        with pytest.raises(SendError):
            gateway.send(TEXT)
    gateway.send(TEXT)
    assert len(gateway.sent) == 2  # the cut one had been accepted


def test_what_was_received_is_listed_from_a_date() -> None:
    gateway = memory()
    for minute in (5, 1):
        at = NOW - minute * MINUTE
        gateway.received(InboundText(f"SM{minute}", TEXT.to, TEXT.sender, "sms", "oui", at))
    found = gateway.inbound_since(TEXT.sender, "sms", NOW - 10 * MINUTE)
    assert [text.provider_id for text in found] == ["SM5", "SM1"]
    assert len(gateway.inbound_since(TEXT.sender, "sms", NOW - 2 * MINUTE)) == 1
    assert gateway.inbound_since(TEXT.sender, "whatsapp", NOW - 10 * MINUTE) == []


def test_an_unknown_text_is_an_error() -> None:
    with pytest.raises(SendError) as found:
        memory().fetch("SM0")
    assert found.value.code == 20404
