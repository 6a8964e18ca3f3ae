"""Plays a transcript (bot/simulator/transcript.py) against the real doors, and checks each line.
What people do in it is the table of bot/simulator/acts.py, of which it plays every form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot import conversations, outbox, referrals, timetravel
from bot.clock import FrozenClock
from bot.conversations import Inbound
from bot.demo.stage import Stage
from bot.gateways.memory import MemoryMail
from bot.holder import Holder
from bot.models import (
    Absence,
    Aiguilleur,
    Flow,
    Handover,
    Message,
    Referral,
    Relay,
)
from bot.outbox import Gateways
from bot.simulator import acts
from bot.simulator.acts import RANKS, Form
from bot.simulator.faults import Fault
from bot.simulator.samples import SAMPLES
from bot.simulator.transcript import (
    UNITS,
    Clock,
    Done,
    Passed,
    Remark,
    Said,
    Step,
    Title,
)
from bot.store import Store
from flows.events import CallOutcome, Outcome
from messages.render import Button
from tests.cast import LEA_PHONE, SAM_PHONE, SMS_SENDER, WHATSAPP_SENDER, Cast
from tests.scenarios.asked import asked_on_whatsapp, of_day
from tests.scenarios.line import ALL, Line
from tests.scenarios.relay import LastRelay

# Nour is referred with the number of Léa.
PHONES = {"Léa": LEA_PHONE, "Sam": SAM_PHONE, "Nour": LEA_PHONE}
AGE = 20  # of who is referred without a year
SENDERS = {"sms": SMS_SENDER, "whatsapp": WHATSAPP_SENDER}


@dataclass(slots=True)
class Player:
    """One world: a database, a frozen clock, a carrier in memory, the cast."""

    store: Store
    clock: FrozenClock
    cast: Cast
    stage: Stage = field(init=False)
    line: Line = field(init=False)
    numbers: dict[str, str] = field(default_factory=lambda: dict(PHONES))
    heard: dict[str, int] = field(default_factory=dict)  # number -> how many texts were checked
    texts: int = 0
    whom: str = "Léa"
    stories: dict[str, str] = field(default_factory=dict)  # first name -> conversation id
    links: dict[str, str] = field(default_factory=dict)  # first name -> the follow-up page's token
    relay: LastRelay = field(init=False)

    def __post_init__(self) -> None:
        self.cast.karim()
        self.cast.mme_roux()
        self.relay = LastRelay(self.store, self.clock, self.cast)
        self.line = Line(self.clock.real)
        gateways = Gateways(texts=self.line, mail=MemoryMail())
        self.stage = Stage(self.store, self.clock, gateways, Holder(self.store), self._told_by_line)

    def play(self, steps: list[Step]) -> None:
        """Each line in order; AssertionError names the first that does not hold."""
        for step in steps:
            match step:
                case Title() | Remark():
                    continue
                case Clock(at):
                    self._until(at)
                case Passed(span):
                    self._until(self.clock.now() + span)
                case Said(who="SAS"):
                    self._hears(step)
                case Said():
                    self._says(step)
                case Done():
                    self._does(step)

    def _until(self, at: datetime) -> None:
        self.stage.play(at)
        if self.line.troubled:  # what the clock of SAS does about a text nobody is sure of
            report = conversations.Report(self.store)
            outbox.sweep(self.store, self.stage.gateways, self.stage.holder, report)
            self.stage.play(self.clock.now())

    def _told_by_line(self) -> None:
        for our_id, status, code, theirs in self.line.told():
            report = conversations.Report(self.store)
            outbox.settle(self.store, our_id, status, code, report, provider_id=theirs)

    # --- texts

    def sent(self, name: str) -> list[str]:
        """What left for her number, in order."""
        return [text.body for text in self.line.to(self.numbers[name])]

    def _hears(self, said: Said) -> None:
        self.whom = said.to or self.whom
        number = self.numbers[self.whom]
        sent, heard = self.line.to(number), self.heard.get(number, 0)
        assert len(sent) > heard, f"SAS is silent, expected: {said.text}"
        text = sent[heard]
        self.heard[number] = heard + 1
        assert said.matches(text.body), f"SAS says: {text.body!r}\nexpected: {said.text!r}"
        assert text.channel == said.channel, f"SAS says by {text.channel}: {text.body!r}"

    def _says(self, said: Said) -> None:
        if said.who in self.numbers:
            self._writes(said.who, said.channel, body=said.text)
        else:
            by, whom = self._staff(said.who), said.to or self.whom
            conversations.reply(self.store, self.stories[whom], by, said.text, confirm=True)
        self._until(self.clock.now())

    def _writes(
        self,
        who: str,
        channel: str,
        body: str = "",
        media: tuple[tuple[str, str], ...] = (),
        button: Button | None = None,
        replied_to: str | None = None,
    ) -> None:
        self.whom = who
        self.texts += 1
        number = self.numbers[who]
        inbound = Inbound(
            f"SMin{self.texts:030d}",
            SENDERS[channel],
            channel,
            number,
            body if button is None else button.title,
            media,
            button.id if button is not None else None,
            replied_to,
        )
        if self.line.strikes(number, Fault.INBOUND_LOST) is not None:
            return
        for _ in range(int(self.line.strikes(number, Fault.DUPLICATED) or 1)):
            self.stories[who] = conversations.receive(self.store, inbound).conversation_id

    def _sends(self, done: Done, kind: str) -> None:
        place = f"https://carrier.example/{self.texts}"
        self._writes(done.who, done.channel, media=((place, SAMPLES[kind][0]),))

    def _taps(self, done: Done) -> None:
        """A button of the last question on WhatsApp, or of the one of that day."""
        asked = asked_on_whatsapp(self.store, self.stories[done.who])
        if day := done.given.get("day"):
            asked = of_day(asked, day)
        if rank := done.given.get("rank"):
            asked = asked[: RANKS.index(rank) + 1]
        assert asked, f"SAS has asked {done.who} nothing then"
        button = asked[-1].button(done.given["choice"])
        self._writes(done.who, "whatsapp", button=button, replied_to=asked[-1].provider_id)

    # --- acts

    def _does(self, done: Done) -> None:
        if done.about:
            self.whom = done.about
        self.plays()[done.form](done)
        self._until(self.clock.now())

    def plays(self) -> Mapping[Form, Callable[[Done], None]]:
        """Every form of bot/simulator/acts.py."""
        return self._of_youths() | self._of_people() | self._of_relays()

    def _of_youths(self) -> dict[Form, Callable[[Done], None]]:
        return {
            acts.PHOTO: lambda done: self._sends(done, "photo"),
            acts.VOICE: lambda done: self._sends(done, "voice"),
            acts.TAPS: self._taps,
            acts.TAPS_RANK: self._taps,
            acts.CALLS: lambda done: self._calls(done.who),
            acts.OWNS: lambda done: self._owns(done.who, done.given["number"]),
            acts.IS: lambda done: self._is(done.who, done.given["state"]),
            acts.SETTLED: self._settled,
            acts.REACHED: lambda done: self._settles(done.who, "delivered", None),
            acts.READ: lambda done: self._settles(done.who, "read", None),
            acts.UNREACHED: lambda done: self._settles(
                done.who, "undelivered", int(done.given["code"])
            ),
            acts.FAULT: self._fault,
            acts.NO_FAULT: self._no_fault,
            acts.SILENT: lambda _: self._silent(),
            acts.NEXT: lambda _: self._next(),
        }

    def _of_people(self) -> dict[Form, Callable[[Done], None]]:
        act = self._act
        return {
            acts.REFERS: self._refers,
            acts.TOLD: lambda done: referrals.inform(self.store, self.links[done.given["name"]]),
            acts.READS: lambda done: self._reads(done.given["status"]),
            acts.MAILED: lambda done: self._mailed(done.who, done.given["mail"]),
            acts.HAS_TO: lambda done: self._has_to(done.given["task"]),
            acts.IDLE: lambda _: self._idle(),
            acts.TAKES: lambda done: conversations.take_over(*act(done)),
            acts.RECOGNISES: lambda done: conversations.recognise(
                self.store, self.stories[done.given["name"]], self._staff(done.who)
            ),
            acts.HANDS_BACK: lambda done: conversations.hand_back(*act(done), done.given["step"]),
            acts.CLOSES: lambda done: conversations.close(
                *act(done), Outcome(done.given["outcome"])
            ),
            acts.LOGS: lambda done: conversations.log_call(
                *act(done), CallOutcome(done.given["outcome"])
            ),
            acts.PROMISES: lambda done: conversations.promise_call(*act(done), self._in(done)),
            acts.AWAY: self._away,
            acts.PAUSES: lambda done: conversations.pause(
                *act(done), self._in(done), done.given["reason"]
            ),
            acts.DEATH: lambda done: conversations.told_death(*act(done)),
        }

    def _of_relays(self) -> dict[Form, Callable[[Done], None]]:
        relay = self.relay
        return {
            acts.PROPOSES: lambda done: relay.proposes(
                self.stories[self.whom], self._staff(done.who), done.given["service"]
            ),
            acts.AUTHORITY: lambda done: relay.authority(self._staff(done.who)),
            acts.NOTES: lambda done: relay.notes(self._staff(done.who), done.given["answer"]),
            acts.WITHDRAWS: lambda done: relay.withdraws(self._staff(done.who)),
            acts.ANSWERS: lambda done: relay.answers(done.given["says"]),
        }

    def _act(self, done: Done) -> tuple[Store, str, str]:
        return self.store, self.stories[self.whom], self._staff(done.who)

    def _in(self, done: Done) -> datetime:
        return self.clock.now() + _span(done.given["span"])

    def _staff(self, name: str) -> str:
        found: Aiguilleur = self.cast.karim() if name == "Karim" else self.cast.aiguilleur(name)
        return found.id

    # --- the phones

    def _owns(self, who: str, number: str) -> None:
        self.numbers[who] = number.replace(" ", "")

    def _calls(self, who: str) -> None:
        self.texts += 1
        self.whom = who
        sid = f"CA{self.texts:032d}"
        call = conversations.missed_call(self.store, sid, self.numbers[who], SMS_SENDER)
        self.stories[who] = call.conversation_id

    def _settled(self, done: Done) -> None:
        self.line.reads[self.numbers[done.who]] = done.given["habit"] == "reads"

    def _settles(self, who: str, status: str, code: int | None) -> None:
        with self.store.reading() as session:
            query = select(Message.id).where(
                Message.conversation_id == self.stories[who],
                Message.direction == "out",
                Message.recipient == "youth",
            )
            last = session.exec(query.order_by(col(Message.id).desc()).limit(1)).one()
        outbox.settle(self.store, last, status, code, conversations.Report(self.store))

    def _fault(self, done: Done) -> None:
        value = done.given.get("value")
        fault = Fault(done.given["fault"])
        self.line.switch(self.numbers.get(done.who, ALL), fault, float(value) if value else None)

    def _no_fault(self, done: Done) -> None:
        fault = done.given.get("fault")
        self.line.faults[self.numbers.get(done.who, ALL)].clear(Fault(fault) if fault else None)

    def _next(self) -> None:
        with self.store.reading() as session:
            due = timetravel.next_due(session, self.clock.now())
        assert due is not None, "SAS waits for nothing"
        self._until(due + timedelta(seconds=1))

    def _silent(self) -> None:
        number = self.numbers[self.whom]
        extra = [text.body for text in self.line.to(number)[self.heard.get(number, 0) :]]
        assert not extra, f"SAS says: {extra}"

    # --- people

    def _refers(self, done: Done) -> None:
        name, year = done.given["name"], self.clock.now().year
        if number := done.given.get("number"):
            self._owns(name, number)
        assert name in self.numbers, f"what is the number of {name}? refers {name}, +33..."
        given = referrals.read_referral(
            {
                "first_name": name,
                "phone": self.numbers[name],
                "informed": "untold" not in done.given,
                "birth_year": int(done.given.get("year", year - AGE)),
                "say_from": done.who,
            },
            year=year,
            production=False,
        )
        receipt = referrals.refer(self.store, self.cast.mme_roux(), given)
        self.links[name] = receipt.tracking_token
        with self.store.reading() as session:
            referral = session.get_one(Referral, receipt.referral_id)
            self.stories[name] = referral.conversation_id or ""
        self.whom = name

    def _mailed(self, who: str, what: str) -> None:
        """The last e-mail to Mme Roux or to the Maison, by the end of its key."""
        recipient = "structure" if who == "Maison" else "prescriber"
        with self.store.reading() as session:
            query = select(Message.key).where(
                Message.conversation_id == self.stories[self.whom],
                Message.recipient == recipient,
                Message.state == "accepted",
            )
            keys = session.exec(query.order_by(col(Message.id))).all()
        assert (keys or [""])[-1] == f"mail.{recipient}.{what}", f"e-mails: {keys}"

    def _away(self, done: Done) -> None:
        first = self.clock.now().date()
        last = first + _span(done.given["span"]) - timedelta(days=1)
        gone = Absence(aiguilleur_id=self._staff(done.who), first_day=first, last_day=last)
        with self.store.transaction() as session:
            session.add(gone)

    def _reads(self, status: str) -> None:
        with self.store.reading() as session:
            assert self._referral(session).status == status

    def _referral(self, session: Session) -> Referral:
        query = select(Referral).where(Referral.conversation_id == self.stories[self.whom])
        return session.exec(query).one()

    def _open_tasks(self) -> set[str]:
        with self.store.reading() as session:
            query = select(Handover.kind).where(
                Handover.conversation_id == self.stories[self.whom],
                col(Handover.closed_at).is_(None),
            )
            return set(session.exec(query).all())

    def _has_to(self, kind: str) -> None:
        assert kind in self._open_tasks(), f"open tasks: {sorted(self._open_tasks())}"

    def _idle(self) -> None:
        assert not self._open_tasks(), f"open tasks: {sorted(self._open_tasks())}"

    def _is(self, who: str, state: str) -> None:
        with self.store.reading() as session:
            if who == "Maison":
                assert session.get_one(Relay, self.relay.id).status == state
                return
            query = select(Flow.state).where(
                Flow.conversation_id == self.stories[who], Flow.kind == "contact"
            )
            found = session.exec(query).one()
            assert found == state, f"{who} is {found}"


def _span(words: str) -> timedelta:
    count, unit = words.split()
    return int(count) * UNITS[unit.removesuffix("s")]
