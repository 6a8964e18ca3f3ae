"""What can happen in a week, for case 14: a world of one database, and the moves in it, each on one
of its youths. Every move takes a number that says on whom and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import count

from sqlmodel import col, select

from bot import clockwork, conversations, erasure, referrals, relays, runtime
from bot.clock import FrozenClock
from bot.conversations import Inbound, NotAllowed
from bot.gateways import ErrorKind, SendError
from bot.gateways.codes import error_for
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.ids import new_id
from bot.inbox import absences
from bot.models import Conversation, Flow, Handover, Message, Relay
from bot.outbox import Gateways, settle
from bot.relays.words import AUTHORITY, REFUSALS
from bot.store import Gone
from flows.events import CallOutcome, Outcome, StructureSays
from tests.cast import SMS_SENDER, Cast

WORDS = (
    "oui", "non", "1", "2", "STOP", "reprendre", "c'est qui ?", "mauvais numéro", "je dors dehors",
    "demain 14h", "ok merci", "xqsdf", "je veux mourir", "appelle ma mère", "j'ai trouvé un taf",
    "mon numéro change", "je suis en prison", "elle est décédée hier", "il me frappe", "EFFACER",
    "je parle pas français", "نعم", "I don't speak French", "j'ai rien mangé", "ok",
    "plus tard", "je veux parler à quelqu'un", "va te faire", "je déménage", "voilà 06 39 98 12 34",
)  # fmt: skip
ERRORS = (21211, 21610, 30003, 30005, 30006, 30007, 30008, 30410, 20429, 20003)
NAMES = ("Léa", "Lina", "Sarah")
LANGUAGES = ("fr", "fr", "en", "ar", "uk", "es", "prs", "ps")
STEPS_BACK = ("ask_slot", "hello", "resume", "rest")
_number = count()

Act = Callable[["World", int], object]
IMPOSSIBLE = (NotAllowed, Gone, referrals.Refused)
"""What a page would refuse too: nothing happened."""


class World:
    """One database in which a week is lived; each week with youths of its own."""

    def __init__(self, cast: Cast, clock: FrozenClock) -> None:
        self.store, self.clock, self.cast = cast.store, clock, cast
        self.karim = cast.aiguilleur("Karim", max_new_per_day=1_000).id
        self.nadia = cast.lead().id
        self.carrier = MemoryGateway(clock.real)
        gateways = Gateways(texts=self.carrier, mail=MemoryMail())
        self.rt = runtime.build(cast.store.settings, clock=clock, gateways=gateways)
        self.phones: list[str] = []
        self.pages: list[str] = []

    def pass_by(self, span: timedelta) -> None:
        """Time passes, both times, and the clock does what is due every six hours."""
        until = self.clock.now() + span
        while self.clock.now() < until:
            self.clock.advance(min(timedelta(hours=6), until - self.clock.now()))
            clockwork.tick(self.rt)

    def somebody(self, which: int) -> str:
        """The conversation of one of them."""
        with self.store.reading() as session:
            query = select(Conversation.id).order_by(col(Conversation.id).desc())
            ids = list(session.exec(query.limit(len(self.phones))).all())
        return ids[which % len(ids)]

    def who(self, which: int) -> str:
        """Karim, now and then Nadia, who leads."""
        return self.nadia if which % 7 == 0 else self.karim

    def relay(self, which: int) -> str:
        """One of the last relays. Raises Gone."""
        with self.store.reading() as session:
            query = select(Relay.id).order_by(col(Relay.id).desc()).limit(len(self.phones))
            ids = list(session.exec(query).all())
        if not ids:
            raise Gone("relay")
        return ids[which % len(ids)]

    def task(self, which: int) -> str:
        """One of the open tasks of these youths. Raises Gone."""
        with self.store.reading() as session:
            query = select(Handover.id).where(
                Handover.conversation_id == self.somebody(which), col(Handover.closed_at).is_(None)
            )
            ids = list(session.exec(query.order_by(col(Handover.id))).all())
        if not ids:
            raise Gone("task")
        return ids[which % len(ids)]


def _fresh_phone() -> str:
    return f"+336399{80000 + 1000 + next(_number) % 8000:05d}"


def _referred(world: World, phone: str, which: int) -> None:
    given = {
        "first_name": NAMES[which % len(NAMES)],
        "phone": phone,
        "informed": which % 5 != 0,
        "language": LANGUAGES[which % len(LANGUAGES)],
    }
    if which % 4 == 0:
        given["birth_year"] = world.clock.now().year - 17
    read = referrals.read_referral(given, year=world.clock.now().year, production=False)
    receipt = referrals.refer(world.store, world.cast.mme_roux(), read)
    world.phones.append(phone)
    world.pages.append(receipt.tracking_token)


def refer(world: World, which: int) -> None:
    _referred(world, _fresh_phone(), which)


def refer_again(world: World, which: int) -> None:
    """The same number: the same youth once more, or another one who shares it."""
    _referred(world, world.phones[which % len(world.phones)], which)


def informed(world: World, which: int) -> None:
    referrals.inform(world.store, world.pages[which % len(world.pages)])


def other_number(world: World, which: int) -> None:
    referrals.number_given(world.store, world.pages[which % len(world.pages)], _fresh_phone())


def decide(world: World, which: int) -> None:
    act = referrals.number_is_hers if which % 2 else referrals.confirm
    act(world.store, world.somebody(which), world.karim)


# --- the youth, and who answers in her place


def _comes(world: World, phone: str, body: str, channel: str = "sms") -> None:
    inbound = Inbound(new_id(), SMS_SENDER, channel, phone, body)
    conversations.receive(world.store, inbound)


def write(world: World, which: int) -> None:
    _comes(world, world.phones[which % len(world.phones)], WORDS[which % len(WORDS)])


def ring(world: World, which: int) -> None:
    _comes(world, world.phones[which % len(world.phones)], "", "voice")


def stranger(world: World, which: int) -> None:
    phone = _fresh_phone()
    world.phones.append(phone)
    _comes(world, phone, WORDS[which % len(WORDS)])


def stop_and_again(world: World, which: int) -> None:
    """She stops, time passes, and she writes once more."""
    phone = world.phones[which % len(world.phones)]
    _comes(world, phone, "STOP")
    world.pass_by(timedelta(hours=which % 40))
    _comes(world, phone, ("coucou", "reprendre", "STOP", "je veux mourir")[which % 4])


# --- the carrier


def refuse(world: World, which: int) -> None:
    if which % 3 == 0:
        world.carrier.fail_next(SendError(ErrorKind.OUTAGE))
    elif which % 3 == 1:
        world.carrier.fail_next(SendError(ErrorKind.UNCERTAIN, uncertain=True))
    else:
        world.carrier.fail_next(error_for(ERRORS[which % len(ERRORS)], status=400))


def status(world: World, which: int) -> None:
    """A callback about her last text."""
    with world.store.reading() as session:
        query = select(Message.id).where(
            Message.conversation_id == world.somebody(which),
            Message.direction == "out",
            Message.state == "accepted",
        )
        last = session.exec(query.order_by(col(Message.id).desc()).limit(1)).first()
    if last is None:
        raise Gone("text")
    word = ("delivered", "undelivered", "failed", "read")[which % 4]
    code = ERRORS[which % len(ERRORS)] if word in ("undelivered", "failed") else None
    settle(world.store, last, word, code, world.rt.report)


# --- the people at work


def take(world: World, which: int) -> None:
    conversations.take_over(world.store, world.somebody(which), world.who(which))


def reply(world: World, which: int) -> None:
    conversations.reply(world.store, world.somebody(which), world.who(which), f"Je suis là {which}")


def call(world: World, which: int) -> None:
    outcome = tuple(CallOutcome)[which % len(CallOutcome)]
    at = world.clock.now() + timedelta(days=1)
    conversations.log_call(world.store, world.somebody(which), world.karim, outcome, at)


def promise(world: World, which: int) -> None:
    at = world.clock.now() + timedelta(hours=1 + which % 70)
    conversations.promise_call(world.store, world.somebody(which), world.karim, at)


def hand_back(world: World, which: int) -> None:
    step = STEPS_BACK[which % len(STEPS_BACK)]
    conversations.hand_back(world.store, world.somebody(which), world.karim, step)


def close(world: World, which: int) -> None:
    outcome = tuple(Outcome)[which % len(Outcome)]
    conversations.close(world.store, world.somebody(which), world.who(which), outcome)


def death(world: World, which: int) -> None:
    conversations.told_death(world.store, world.somebody(which), world.karim)


def pause(world: World, which: int) -> None:
    until = world.clock.now() + timedelta(days=1 + which % 10)
    conversations.pause(world.store, world.somebody(which), world.karim, until, "prison")


def know(world: World, which: int) -> None:
    """Who this phone belongs to, as a human sees it; how she wants to be reached."""
    talk, karim = world.somebody(which), world.karim
    acts: tuple[Callable[[], None], ...] = (
        lambda: conversations.recognise(world.store, talk, karim),
        lambda: conversations.somebody_else(world.store, talk, karim),
        lambda: conversations.replace_address(world.store, talk, karim, _fresh_phone()),
        lambda: conversations.prefer_voice(world.store, talk, karim, which % 2 == 0),
        lambda: conversations.agree_news(world.store, talk, karim, which % 2 == 0),
        lambda: conversations.transfer(world.store, talk, karim, world.nadia),
    )
    acts[which % len(acts)]()


def settle_danger(world: World, which: int) -> None:
    outcome = ("spoken", "services_told", "handed_to", "two_failed")[which % 4]
    at = world.clock.now() + timedelta(hours=12)
    conversations.settle_danger(world.store, world.somebody(which), world.karim, outcome, at)


def lift(world: World, which: int) -> None:
    """Her stop, or the silence after violence, is lifted."""
    if which % 2:
        conversations.lift_opt_out(world.store, world.somebody(which), world.karim)
    else:
        conversations.lift_silence(world.store, world.somebody(which), world.karim, "elle a écrit")


def end_task(world: World, which: int) -> None:
    conversations.end_task(world.store, world.task(which), world.karim, "done")


def defer_task(world: World, which: int) -> None:
    until = world.clock.now() + timedelta(days=1 + which % 6)
    conversations.defer_task(world.store, world.task(which), world.karim, until)


def away(world: World, which: int) -> None:
    """An absence, with a substitute or with nobody; Nadia is away too now and then."""
    who = world.who(which)
    first = world.clock.now().date() + timedelta(days=which % 3)
    other = world.karim if who == world.nadia else world.nadia
    instead = other if which % 2 else None
    absences.declare(world.store, who, first, first + timedelta(days=which % 6), instead)


def back(world: World, which: int) -> None:
    """Nobody is away any more."""
    with world.store.reading() as session:
        ids = [
            row.id
            for row in session.exec(select(absences.Absence)).all()
            if row.last_day >= world.clock.now().date()
        ]
    for one in ids:
        absences.take_back(world.store, world.nadia, one)


def erase(world: World, which: int) -> None:
    erasure.erase(world.store, world.somebody(which), world.karim)


# --- structures


def propose(world: World, which: int) -> None:
    talk = world.somebody(which)
    if which % 3:
        conversations.recognise(world.store, talk, world.karim)
    authority = next(iter(AUTHORITY)) if which % 2 else None
    relays.propose(
        world.store, talk, world.karim, world.cast.service().id, ["first_name"], authority=authority
    )


def agree(world: World, which: int) -> None:
    relays.consent(world.store, world.relay(which), world.karim, which % 4 != 0, "oui")


def her_word(world: World, which: int) -> None:
    """She takes her yes back, or says whether somebody follows her."""
    if which % 3 == 0:
        relays.withdraw(world.store, world.relay(which), world.karim)
    else:
        relays.youth_said(world.store, world.relay(which), world.karim, which % 2 == 0)


def answer(world: World, which: int) -> None:
    says = tuple(StructureSays)[which % len(StructureSays)]
    reason = next(iter(REFUSALS)) if says is StructureSays.NOT_FOR_US else None
    at = world.clock.now() + timedelta(days=3) if says is StructureSays.EXPECTED else None
    relays.answer(world.store, world.relay(which), says, reason=reason, appointment=at)


# --- another version, and time


def unknown_state(world: World, which: int) -> None:
    """A release whose stored state this one does not know."""
    with world.store.transaction() as session:
        query = select(Flow).where(
            Flow.conversation_id == world.somebody(which), Flow.kind == "contact"
        )
        for flow in session.exec(query).all():
            flow.state = "of another release"
            session.add(flow)


def some_hours(world: World, which: int) -> None:
    world.pass_by(timedelta(hours=which % 30))


def days(world: World, which: int) -> None:
    world.pass_by(timedelta(days=which % 5))


ACTS: Sequence[Act] = (
    refer, refer_again, informed, other_number, decide,
    write, write, write, write, ring, stranger, stop_and_again,
    refuse, refuse, status, status,
    take, reply, reply, call, promise, hand_back, hand_back, close, death, pause, know, know,
    settle_danger, lift, end_task, end_task, defer_task, away, back, erase,
    propose, propose, agree, agree, her_word, answer, answer,
    unknown_state, some_hours, some_hours, days, days,
)  # fmt: skip
