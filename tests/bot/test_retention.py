"""The daily run of the clock: whose time has come is erased, in small batches, once a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import retention, runtime
from bot.clock import FrozenClock
from bot.gateways import ErrorKind, OutgoingText, SendError
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.models import Fact, Organisation
from bot.outbox import Gateways
from bot.retention import months_before
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import Store
from flows.effects import Priority, TaskKind
from tests.carrier import Carried
from tests.cast import LEA_PHONE, SMS_SENDER, Cast, Person
from tests.inbox import task
from tests.judge import FOLDER, Judge


class Deaf(MemoryGateway):
    """A provider that refuses or does not answer, and counts what it was asked."""

    def __init__(self, clock: FrozenClock) -> None:
        super().__init__(clock.real)
        self.asked: list[str] = []
        self.error: SendError | None = None

    def delete_body(self, provider_id: str) -> None:
        self.asked.append(provider_id)
        if self.error is not None:
            raise self.error
        super().delete_body(provider_id)


@pytest.fixture
def carrier(clock: FrozenClock) -> Deaf:
    return Deaf(clock)


@pytest.fixture
def rt(settings: Settings, clock: FrozenClock, carrier: Deaf, store: Store) -> Iterator[Runtime]:
    """A process on the database of `store`."""
    made = runtime.build(settings, clock=clock, gateways=Gateways(carrier, MemoryMail()))
    yield made
    made.close()


def run(rt: Runtime) -> int:
    """A whole run of the day, piece by piece."""
    erased = 0
    for _ in range(20):
        erased += retention.retain(rt)
        with rt.store.reading() as session:
            if session.get_one(Fact, retention.RUN).value.startswith("rest:"):
                return erased
    raise AssertionError("it never rests")


def gone(cast: Cast, person: Person) -> bool:
    return cast.fresh(person.youth).data_key is None


MONTHS = [
    # (months since her last contact, of her organisation, erased)
    (23, 24, False),
    (25, 24, True),
    (2, 1, True),
    (7, 12, False),
    (13, 12, True),
    (25, 36, True),  # the team keeps 24
]


@pytest.mark.parametrize(("since", "kept", "erased"), MONTHS)
def test_months_after_her_last_contact(
    cast: Cast, rt: Runtime, clock: FrozenClock, since: int, kept: int, erased: bool
) -> None:
    contact = months_before(clock.now(), since)
    lea = cast.lea(last_contact_at=contact, created_at=contact)
    assert lea.referral is not None
    with rt.store.transaction() as session:
        organisation = session.get_one(Organisation, lea.referral.organisation_id)
        organisation.retention_months = kept
        session.add(organisation)
    assert run(rt) == int(erased)
    assert gone(cast, lea) is erased


@pytest.mark.parametrize(("since", "erased"), [(5, False), (7, True)])
def test_months_after_the_last_attempt_when_she_never_answered(
    cast: Cast, rt: Runtime, clock: FrozenClock, since: int, erased: bool
) -> None:
    lea = cast.lea(created_at=months_before(clock.now(), 12))
    cast.change(lea.conversation, last_outbound_at=months_before(clock.now(), since))
    assert run(rt) == int(erased)
    assert gone(cast, lea) is erased


def test_a_text_of_hers_is_a_contact_and_of_somebody_else_is_not(
    cast: Cast, rt: Runtime, clock: FrozenClock
) -> None:
    old, lately = months_before(clock.now(), 12), months_before(clock.now(), 7)
    lea, nour = cast.lea(created_at=old), cast.youth("Nour", 1, created_at=old)
    cast.change(lea.conversation, last_inbound_at=lately)
    cast.change(nour.conversation, last_inbound_at=lately, outcome="wrong_person")
    assert run(rt) == 1
    assert (gone(cast, lea), gone(cast, nour)) == (False, True)


def test_once_a_day_and_on_from_where_it_was_cut(
    cast: Cast, rt: Runtime, clock: FrozenClock
) -> None:
    old = months_before(clock.now(), 30)
    people = [cast.youth(f"Nour {one}", one, created_at=old) for one in range(3)]
    assert retention.retain(rt, batch=1) == 1, "the first piece; here the process is killed"
    assert run(rt) == 2
    assert all(gone(cast, one) for one in people)
    late = cast.youth("Inès", 9, created_at=old)
    assert retention.retain(rt) == 0, "done for today"
    clock.advance(timedelta(days=1, seconds=1))
    assert run(rt) == 1 and gone(cast, late)


def test_one_that_is_held_does_not_stop_the_others(
    cast: Cast, rt: Runtime, clock: FrozenClock, caplog: pytest.LogCaptureFixture
) -> None:
    old = months_before(clock.now(), 30)
    lea, nour = cast.lea(created_at=old), cast.youth("Nour", 1, created_at=old)
    task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    assert run(rt) == 1
    assert (gone(cast, lea), gone(cast, nour)) == (False, True)
    assert "erasure_held" in caplog.text


def test_texts_go_after_twelve_months_and_the_file_stays(
    cast: Cast, rt: Runtime, clock: FrozenClock
) -> None:
    lea = cast.lea(
        created_at=months_before(clock.now(), 14), last_contact_at=months_before(clock.now(), 2)
    )
    old = cast.message(lea, state="accepted", created_at=months_before(clock.now(), 13))
    new = cast.message(lea, state="accepted", created_at=months_before(clock.now(), 11))
    assert run(rt) == 0
    assert cast.fresh(old).body_sealed is None
    assert cast.fresh(new).body_sealed is not None


@pytest.mark.parametrize(
    ("at", "months", "before"),
    [((2026, 3, 31), 1, (2026, 2, 28)), ((2026, 3, 10), 24, (2024, 3, 10)),
     ((2024, 2, 29), 12, (2023, 2, 28)), ((2026, 1, 5), 1, (2025, 12, 5))],
)  # fmt: skip
def test_calendar_months(
    at: tuple[int, int, int], months: int, before: tuple[int, int, int]
) -> None:
    assert months_before(datetime(*at, tzinfo=UTC), months) == datetime(*before, tzinfo=UTC)


# --- at the provider


def carried(cast: Cast, carrier: MemoryGateway, person: Person, number: int = 1) -> str:
    """A text that left, and stands in the provider's list."""
    body = f"Bonjour {number}"
    sent = carrier.send(OutgoingText(str(number), LEA_PHONE, SMS_SENDER, "sms", body))
    cast.message(person, body, state="accepted", provider="twilio", provider_id=sent.provider_id)
    return sent.provider_id


@pytest.fixture
def dated_ids(clock: FrozenClock) -> None:
    """Ids carry the real instant at which they are made: these tests look from after it."""
    clock.real_at = datetime.now(UTC)


def test_texts_are_blanked_at_the_provider_after_seven_days(
    cast: Cast, rt: Runtime, carrier: Deaf, clock: FrozenClock, dated_ids: None
) -> None:
    first = carried(cast, carrier, cast.lea())
    assert (retention.redact(rt), carrier.fetch(first).body) == (0, "Bonjour 1")
    clock.real_at += timedelta(days=7, minutes=5)
    assert (retention.redact(rt), carrier.fetch(first).body) == (1, "")
    clock.real_at += timedelta(days=1)
    assert retention.redact(rt) == 0
    assert carrier.asked == [first], "once"


def test_a_provider_that_does_not_answer_is_asked_again_later(
    cast: Cast, rt: Runtime, carrier: Deaf, clock: FrozenClock, dated_ids: None
) -> None:
    first = carried(cast, carrier, cast.lea())
    clock.real_at += timedelta(days=8)
    carrier.error = SendError(ErrorKind.OUTAGE)
    assert retention.redact(rt) == 0
    carrier.error = None
    assert retention.redact(rt) == 0, "it rests"
    clock.real_at += timedelta(minutes=11)
    assert retention.redact(rt) == 1
    assert carrier.asked == [first, first]


def test_one_that_is_refused_for_good_does_not_stop_the_others(
    cast: Cast, rt: Runtime, carrier: Deaf, clock: FrozenClock, dated_ids: None
) -> None:
    lea = cast.lea()
    for number in range(retention.REDACT_BATCH + 2):
        carried(cast, carrier, lea, number)
    clock.real_at += timedelta(days=8)
    carrier.error = SendError(ErrorKind.UNKNOWN, permanent=True, code=20009, status=400)
    assert retention.redact(rt) == retention.REDACT_BATCH
    carrier.error = None
    assert retention.redact(rt) == 2, "more at once while there is more"


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the provider's description is not here")
def test_the_official_client_redacts_and_the_simulator_answers_as_described(tmp_path: Path) -> None:
    judge = Judge()
    with Carried(tmp_path, judge=judge) as carried:
        sent = carried.send("Bonjour Léa")
        carried.gateway.delete_body(sent.provider_id)
        assert carried.gateway.fetch(sent.provider_id).body == ""
    judge.verdict()
    assert judge.exchanges[1][0].method == "post"
