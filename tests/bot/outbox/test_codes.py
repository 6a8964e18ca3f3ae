"""Every code of the provider ends with an owner: sent again, by another way, or a human's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.clock import FrozenClock
from bot.gateways.codes import CODES, error_for
from bot.models import Fact, Message
from tests.cast import Cast
from tests.desk import Desk

pytestmark = pytest.mark.slow

ENDS = ("failed", "held", "refused")
_ONE_OF_EACH = {(rule.kind, rule.retry, rule.action): code for code, rule in sorted(CODES.items())}
EVERY_CODE = pytest.mark.parametrize(
    ("database_url", "code"),
    [
        *(("sqlite", code) for code in sorted(CODES)),
        *(
            pytest.param("postgresql", code, marks=pytest.mark.postgres)
            for code in sorted(_ONE_OF_EACH.values())
        ),
    ],
    indirect=["database_url"],
)
"""Codes of one rule do the same: on PostgreSQL one of them speaks for all."""


@EVERY_CODE
def test_a_refusal_that_lasts_never_loops_and_never_vanishes(
    cast: Cast, desk: Desk, clock: FrozenClock, code: int
) -> None:
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    message = cast.message(lea, "Bien reçu", channel="whatsapp", kind="answer")
    for _ in range(40):
        desk.carrier.fail_next(error_for(code, status=400))
    for _ in range(12):
        desk.sweep()
        clock.advance(timedelta(hours=25))
        if cast.fresh(message).state in ENDS:
            break
    desk.sweep()
    row = cast.fresh(message)
    assert row.state in ENDS, row.state
    assert row.attempts <= 10
    told = [event for event in desk.events if type(event).__name__ in ("SendFailed", "SendRefused")]
    assert told or cast.tasks(lea)


@EVERY_CODE
def test_a_code_in_a_callback_never_vanishes_either(cast: Cast, desk: Desk, code: int) -> None:
    lea = cast.lea()
    message = cast.message(lea, "Bonjour")
    desk.deliver(message)
    desk.settle(message, "undelivered", code)
    again = [row for row in rows(cast) if row.extra.get("again") == message.id]
    assert again or desk.events or cast.tasks(lea)


@pytest.mark.parametrize("code", [20003, 30002])
def test_a_refused_account_stops_everything_and_alerts_operators(
    cast: Cast, desk: Desk, code: int
) -> None:
    for number in range(6):
        cast.message(cast.youth("Lou", number), f"Bonjour {number}")
    for _ in range(6):
        desk.carrier.fail_next(error_for(code, status=401))
    desk.sweep()
    states = {row.state for row in rows(cast)}
    assert states == {"queued"}
    assert sum(row.attempts for row in rows(cast)) == 1
    with cast.store.reading() as session:
        assert session.get(Fact, f"operator_alert:{code}") is not None
    desk.carrier._failures.clear()
    desk.real_time(minutes=6)
    desk.sweep()
    desk.real_time(minutes=6)
    desk.sweep()
    assert {row.state for row in rows(cast)} == {"accepted"}


def rows(cast: Cast) -> list[Message]:
    with cast.store.reading() as session:
        return list(session.exec(select(Message).where(col(Message.direction) == "out")).all())
