"""Nobody knows whether it left: alive claimers are left alone, the provider is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot import outbox
from bot.clock import FrozenClock
from bot.gateways import CarriedText, ErrorKind, OutgoingText, SendError, Sent
from bot.gateways.codes import error_for
from bot.holder import Holder, alive
from bot.limits import TookTooLong
from bot.models import Message
from bot.store import Store
from tests.cast import Cast
from tests.desk import Desk


class Killed(BaseException):
    """The process ends here."""


def killed(desk: Desk, message: Message, *, after: bool) -> None:
    """A process is killed while it sends `message`, before or after the carrier took it."""
    other = Desk(desk.store, desk.clock)
    other.carrier = desk.carrier
    send = desk.carrier.send

    def send_and_die(text: OutgoingText) -> Sent:
        if after:
            send(text)
        raise Killed

    desk.carrier.send = send_and_die  # type: ignore[method-assign]
    other.gateways = desk.gateways
    with pytest.raises(Killed):
        other.deliver(message)
    desk.carrier.send = send  # type: ignore[method-assign]
    other.dies()


def test_a_living_holder_is_alive_until_it_ends(store: Store) -> None:
    one, other = Holder(store), Holder(store)
    assert alive(store, one.id) and alive(store, other.id)
    assert one.check()
    one.release()
    assert not alive(store, one.id)
    assert alive(store, other.id)
    assert not alive(store, "nobody")
    other.release()


def test_a_living_claimer_is_left_alone_however_long_it_stops(cast: Cast, desk: Desk) -> None:
    stopped = Holder(cast.store)
    message = cast.message(cast.lea(), state="sending", holder=stopped.id, attempts=1)
    cast.change(message, claimed_real=cast.now, claimed_at=cast.now)
    desk.real_time(hours=6)
    assert desk.sweep() == 0
    assert cast.fresh(message).state == "sending"
    stopped.release()
    desk.sweep()
    assert cast.fresh(message).state == "uncertain"


def test_killed_after_the_carrier_took_it_it_is_found_and_not_sent_again(
    cast: Cast, desk: Desk
) -> None:
    message = cast.message(cast.lea())
    killed(desk, message, after=True)
    desk.sweep()
    assert cast.fresh(message).state == "uncertain"
    desk.real_time(seconds=61)
    desk.sweep()
    row = cast.fresh(message)
    assert (row.state, row.provider_id) == ("accepted", f"SM{1:032x}")
    assert len(desk.carrier.sent) == 1


def test_killed_before_it_is_sent_after_two_looks_thirty_seconds_apart(
    cast: Cast, desk: Desk
) -> None:
    message = cast.message(cast.lea())
    killed(desk, message, after=False)
    desk.sweep()
    desk.real_time(seconds=59)
    desk.sweep()
    assert cast.fresh(message).looked_up == 0
    desk.real_time(seconds=2)
    desk.sweep()
    assert (cast.fresh(message).looked_up, len(desk.carrier.sent)) == (1, 0)
    desk.real_time(seconds=29)
    desk.sweep()
    assert cast.fresh(message).looked_up == 1
    desk.real_time(seconds=2)
    desk.sweep()
    assert cast.fresh(message).state == "accepted"
    assert len(desk.carrier.sent) == 1


def test_a_callback_settles_what_is_uncertain(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    killed(desk, message, after=True)
    desk.sweep()
    desk.settle(message, "sent", sid=f"SM{1:032x}")
    row = cast.fresh(message)
    assert (row.state, row.delivery, row.next_look_real) == ("accepted", 4, None)


def test_a_call_that_hung_and_left_no_trace_is_a_humans(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    desk.carrier.fail_next(SendError(ErrorKind.UNCERTAIN, uncertain=True))
    assert desk.deliver(message) == "uncertain"
    for _ in range(3):
        desk.real_time(seconds=61)
        desk.sweep()
    assert cast.fresh(message).state == "uncertain"
    assert cast.tasks(lea) == ["send_uncertain"]
    assert desk.carrier.sent == []
    desk.settle(message, "delivered", sid="SMlate")
    assert cast.fresh(message).state == "accepted"


def test_a_call_cut_after_the_carrier_took_it_is_found(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    desk.carrier.fail_next(SendError(ErrorKind.UNCERTAIN, uncertain=True), accepted=True)
    desk.deliver(message)
    desk.real_time(seconds=61)
    desk.sweep()
    assert cast.fresh(message).state == "accepted"
    assert len(desk.carrier.sent) == 1


@pytest.mark.parametrize("shown", ["", "On t'appelle ?\n1 oui\n2 non\n1 Oui\n2 Non"])
def test_a_question_with_buttons_is_found_however_the_carrier_shows_it(
    cast: Cast, desk: Desk, shown: str
) -> None:
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    words = "On t'appelle ?\n1 oui\n2 non"
    message = cast.message(lea, words, channel="whatsapp", kind="answer")
    desk.carrier.shown_as(shown)
    killed(desk, message, after=True)
    assert desk.carrier.sent[0].content_sid is not None
    desk.sweep()
    desk.real_time(seconds=61)
    desk.sweep()
    assert cast.fresh(message).state == "accepted"
    assert len(desk.carrier.sent) == 1


def test_look_ups_that_are_off_ask_a_human_at_once(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    killed(desk, message, after=False)

    def off(**_: object) -> list[CarriedText]:
        raise error_for(20003, status=401)

    desk.carrier.look_up = off  # type: ignore[method-assign, assignment]
    desk.sweep()
    desk.real_time(seconds=61)
    desk.sweep()
    assert cast.tasks(lea) == ["send_uncertain"]
    assert cast.fresh(message).state == "uncertain"
    desk.real_time(hours=2)
    desk.sweep()
    assert desk.carrier.sent == []


def test_a_provider_that_is_away_is_asked_again(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    killed(desk, message, after=True)
    look_up = desk.carrier.look_up

    def away(**_: object) -> list[CarriedText]:
        raise SendError(ErrorKind.OUTAGE)

    desk.carrier.look_up = away  # type: ignore[method-assign, assignment]
    desk.sweep()
    for _ in range(5):
        desk.real_time(seconds=61)
        desk.sweep()
    assert cast.tasks(lea) == []
    desk.carrier.look_up = look_up  # type: ignore[method-assign]
    desk.real_time(seconds=61)
    desk.sweep()
    assert cast.fresh(message).state == "accepted"


def test_two_candidates_are_a_humans(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    killed(desk, message, after=True)
    desk.carrier.send(desk.carrier.sent[0])
    desk.sweep()
    desk.real_time(seconds=61)
    desk.sweep()
    assert cast.tasks(lea) == ["send_uncertain"]


def test_the_same_words_sent_before_are_not_taken_for_this_one(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    earlier = cast.message(lea, "Rappel", kind="asked", key="youth.slot_reminder")
    assert desk.deliver(earlier) == "accepted"
    cast.message(lea, "Autre", kind="asked", state="accepted", sent_at=clock.now())
    message = cast.message(lea, "Rappel", kind="asked", key="youth.slot_reminder")
    killed(desk, message, after=False)
    desk.sweep()
    for _ in range(2):
        desk.real_time(seconds=61)
        desk.sweep()
    assert cast.fresh(message).state == "accepted"
    assert len(desk.carrier.sent) == 2


def test_what_is_let_go_without_a_record_is_owned_up(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    message = cast.message(cast.lea())
    send = desk.carrier.send

    def interrupted(text: OutgoingText) -> Sent:
        send(text)
        raise Killed

    desk.carrier.send = interrupted  # type: ignore[method-assign]
    with pytest.raises(Killed):
        desk.deliver(message)
    desk.carrier.send = send  # type: ignore[method-assign]
    assert cast.fresh(message).state == "sending"
    desk.sweep()
    assert cast.fresh(message).state == "uncertain"
    clock.real_at += timedelta(seconds=61)
    desk.sweep()
    assert cast.fresh(message).state == "accepted"
    assert len(desk.carrier.sent) == 1


@pytest.mark.parametrize("failure", [TookTooLong(), OperationalError("COMMIT", None, OSError())])
def test_a_claim_whose_commit_passed_and_still_raised_is_given_back(
    cast: Cast, desk: Desk, failure: Exception
) -> None:
    """A slow disk: the limit falls due, or the connection ends, while the claim commits. Nothing
    was posted, and this process lives on: only it can say so."""

    @contextmanager
    def late() -> Iterator[None]:
        yield
        raise failure

    message = cast.message(cast.lea())
    with suppress(OperationalError):
        outbox.deliver(desk.store, desk.gateways, message.id, desk.holder, desk.report, late)
    assert cast.fresh(message).state == "sending"
    assert desk.carrier.sent == []
    desk.real_time(seconds=61)
    desk.sweep()
    row = cast.fresh(message)
    assert (row.state, row.attempts, len(desk.carrier.sent)) == ("accepted", 1, 1)
