"""Case 14: a week in the life, as a property: referrals, texts, refusals, takings-over and time in
any order; after each the ledger holds and nobody is without a next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from bot import clockwork, conversations, ledger, referrals, runtime
from bot.clock import FrozenClock
from bot.conversations import Inbound, NotAllowed
from bot.gateways import ErrorKind, SendError
from bot.gateways.codes import error_for
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.ids import new_id
from bot.models import Conversation, JournalEntry, Message
from bot.outbox import Gateways
from flows.events import CallOutcome, Outcome
from tests.cast import SMS_SENDER, Cast
from tests.faults.conftest import scaled

WORDS = (
    "oui", "non", "2", "STOP", "reprendre", "c'est qui ?", "mauvais numéro", "je dors dehors",
    "demain 14h", "ok merci", "xqsdf", "je veux mourir", "appelle ma mère", "j'ai trouvé un taf",
)  # fmt: skip
ERRORS = (21211, 21610, 30003, 30007, 20429, 20003)
_number = count()

Act = Callable[["World", int], None]


class World:
    """One database in which a week is lived; each week with youths of its own."""

    def __init__(self, cast: Cast, clock: FrozenClock) -> None:
        self.store, self.clock, self.cast = cast.store, clock, cast
        self.karim = cast.aiguilleur("Karim", max_new_per_day=1_000).id
        self.carrier = MemoryGateway(clock.real)
        gateways = Gateways(texts=self.carrier, mail=MemoryMail())
        self.rt = runtime.build(cast.store.settings, clock=clock, gateways=gateways)
        self.phones: list[str] = []

    def pass_by(self, span: timedelta) -> None:
        """Time passes, both times, and the clock does what is due every six hours."""
        until = self.clock.now() + span
        while self.clock.now() < until:
            self.clock.advance(min(timedelta(hours=6), until - self.clock.now()))
            clockwork.tick(self.rt)

    def somebody(self, which: int) -> str:
        """The conversation of one of them."""
        phone = self.phones[which % len(self.phones)]
        with self.store.reading() as session:
            query = select(Conversation.id).order_by(col(Conversation.id).desc())
            ids = list(session.exec(query.limit(len(self.phones))).all())
        assert phone
        return ids[which % len(ids)]


def refer(world: World, which: int) -> None:
    phone = f"+336399{80000 + 1000 + next(_number) % 8000:05d}"
    given = {"first_name": "Léa", "phone": phone, "informed": which % 5 != 0}
    read = referrals.read_referral(given, year=world.clock.now().year, production=False)
    referrals.refer(world.store, world.cast.mme_roux(), read)
    world.phones.append(phone)


def write(world: World, which: int) -> None:
    phone = world.phones[which % len(world.phones)]
    body = WORDS[which % len(WORDS)]
    conversations.receive(world.store, Inbound(new_id(), SMS_SENDER, "sms", phone, body))


def refuse(world: World, which: int) -> None:
    carrier = world.carrier
    if which % 3 == 0:
        carrier.fail_next(SendError(ErrorKind.OUTAGE))
    elif which % 3 == 1:
        carrier.fail_next(SendError(ErrorKind.UNCERTAIN, uncertain=True))
    else:
        carrier.fail_next(error_for(ERRORS[which % len(ERRORS)], status=400))


def take(world: World, which: int) -> None:
    conversations.take_over(world.store, world.somebody(which), world.karim)


def reply(world: World, which: int) -> None:
    conversations.reply(world.store, world.somebody(which), world.karim, f"Je suis là {which}")


def call(world: World, which: int) -> None:
    outcome = tuple(CallOutcome)[which % len(CallOutcome)]
    at = world.clock.now() + timedelta(days=1)
    conversations.log_call(world.store, world.somebody(which), world.karim, outcome, at)


def hand_back(world: World, which: int) -> None:
    conversations.hand_back(world.store, world.somebody(which), world.karim, "ask_slot")


def close(world: World, which: int) -> None:
    outcome = tuple(Outcome)[which % len(Outcome)]
    conversations.close(world.store, world.somebody(which), world.karim, outcome)


def some_hours(world: World, which: int) -> None:
    world.pass_by(timedelta(hours=which % 30))


def days(world: World, which: int) -> None:
    world.pass_by(timedelta(days=which % 5))


ACTS: tuple[Act, ...] = (
    refer, write, write, write, refuse, take, reply, call, hand_back, close, some_hours, days,
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 200)), min_size=4, max_size=25)


def live(world: World, steps: list[tuple[Act, int]]) -> None:
    """The steps in order; after each what is due is done, and the books are read."""
    refer(world, 1)
    for act, which in steps:
        try:
            act(world, which)
        except NotAllowed:
            continue
        world.pass_by(timedelta(minutes=10))
        books = ledger.check(world.store)
        assert books.holds, (act.__name__, which, books.as_json(), stories(world, books))
        posted = Counter(one.our_id for one in world.carrier.sent)
        assert max(posted.values(), default=1) == 1, (act.__name__, which, "posted twice")


def stories(world: World, books: ledger.Books) -> list[list[str]]:
    """What happened where something does not hold: all weeks share a database, so the steps of
    the week that failed may be innocent."""
    with world.store.reading() as session:
        ids = [one for broken in books.broken for one in broken.ids]
        of_texts = select(Message.conversation_id).where(col(Message.id).in_(ids))
        talks = {*ids, *session.exec(of_texts).all()}
        query = select(JournalEntry).where(col(JournalEntry.conversation_id).in_(talks))
        rows = session.exec(query.order_by(col(JournalEntry.id))).all()
    said = [f"{row.at:%m-%d %H:%M} {row.code} {row.before}>{row.after} {row.data}" for row in rows]
    return [
        [line for line, row in zip(said, rows, strict=True) if row.conversation_id == talk]
        for talk in talks
    ]


def lived(cast: Cast, clock: FrozenClock, examples: int) -> None:
    """That many weeks, one after the other in one database."""
    world = World(cast, clock)

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # what broke stays broken: a shorter life would prove nothing
        suppress_health_check=list(HealthCheck),
    )
    @given(steps=STEPS)
    def any_week(steps: list[tuple[Act, int]]) -> None:
        world.phones.clear()
        live(world, steps)

    any_week()
    world.rt.close()


def test_a_week_in_the_life(clock: FrozenClock, cast: Cast) -> None:
    lived(cast, clock, 2)


@pytest.mark.fault
def test_many_weeks_in_the_life(clock: FrozenClock, cast: Cast, figures: dict[str, object]) -> None:
    weeks = scaled(200)
    lived(cast, clock, weeks)
    figures["weeks"] = weeks
