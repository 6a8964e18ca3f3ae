"""Plays a transcript (bot/simulator/transcript.py) against the real doors, and checks each line.

Beside what people write, it knows these acts:

    Mme Roux refers Léa                      also: , who is not told yet | on a landline | who is 16
    Mme Roux told Léa
    Mme Roux reads attempting                the status of her page
    Mme Roux is mailed number_dead           the last e-mail she got
    Karim has to call_back                   an open task of that kind (TaskKind), in the inbox
    Karim has nothing to do
    Karim takes over | recognises Léa | hands back at resting | closes: own_solution
    Karim logs a call: spoken | voicemail | wrong_number | call_back
    Karim promises a call in 1 day
    Karim proposes Logement                  to the structure of the cast
    Karim records the authority              who holds parental authority, and was told
    Karim notes her yes | notes her no       to the relay, said aloud
    Karim withdraws her yes
    Maison answers met                       StructureSays, by its link
    Maison is mailed check                   the last e-mail it got
    Maison is taken_in_charge                the status of the relay
    Karim is away for 3 days                 from today, nobody stands in
    Karim pauses for 30 days: prison
    Karim is told of a death
    Léa calls | is reached | cannot be reached: 30005
    Léa is with_human                        the state of her contact
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from sqlmodel import Session, col, select

from bot import conversations, outbox, referrals, relays
from bot.clock import FrozenClock
from bot.conversations import Inbound
from bot.demo.stage import Stage, memory_gateways
from bot.holder import Holder
from bot.models import (
    Absence,
    Aiguilleur,
    Conversation,
    Flow,
    Handover,
    Message,
    Referral,
    Relay,
    Youth,
)
from bot.simulator.transcript import Clock, Done, Passed, Remark, Said, Step, Title
from bot.store import Store, body
from flows.events import CallOutcome, Outcome, StructureSays
from tests.cast import LEA_PHONE, SAM_PHONE, SMS_SENDER, WHATSAPP_SENDER, Cast

# Nour is referred with the number of Léa.
PHONES = {"Léa": LEA_PHONE, "Sam": SAM_PHONE, "Nour": LEA_PHONE}
LANDLINE = "+33199001234"  # of the range for fiction
SENDERS = {"sms": SMS_SENDER, "whatsapp": WHATSAPP_SENDER}


@dataclass(slots=True)
class Player:
    """One world: a database, a frozen clock, a carrier in memory, the cast."""

    store: Store
    clock: FrozenClock
    cast: Cast
    stage: Stage = field(init=False)
    heard: int = 0  # how many texts to youths were checked
    texts: int = 0
    whom: str = "Léa"
    stories: dict[str, str] = field(default_factory=dict)  # first name -> conversation id
    links: dict[str, str] = field(default_factory=dict)  # first name -> the follow-up page's token
    relay: str = ""  # the last one proposed

    def __post_init__(self) -> None:
        self.cast.karim()
        self.cast.mme_roux()
        gateways = memory_gateways(self.clock)
        self.stage = Stage(self.store, self.clock, gateways, Holder(self.store), lambda: None)

    def play(self, steps: list[Step]) -> None:
        """Each line in order; AssertionError names the first that does not hold."""
        for step in steps:
            match step:
                case Title() | Remark():
                    continue
                case Clock(at):
                    self.stage.play(at)
                case Passed(span):
                    self.stage.play(self.clock.now() + span)
                case Said(who="SAS"):
                    self._hears(step)
                case Said():
                    self._says(step)
                case Done(who, what):
                    self._does(who, what)

    # --- texts

    def _hears(self, said: Said) -> None:
        self.whom = said.to or self.whom
        sent = self._sent(self.whom)
        assert len(sent) > self.heard, f"SAS is silent, expected: {said.text}"
        text = sent[self.heard]
        self.heard += 1
        assert said.matches(text), f"SAS says: {text!r}\nexpected: {said.text!r}"

    def _says(self, said: Said) -> None:
        if said.who in PHONES:
            return self._writes(said)
        by = self._staff(said.who)
        conversation = self.stories[said.to or self.whom]
        conversations.reply(self.store, conversation, by, said.text, confirm=True)
        self.stage.play(self.clock.now())
        return None

    def _writes(self, said: Said) -> None:
        self._whom(said.who)
        self.texts += 1
        inbound = Inbound(
            f"SMin{self.texts:030d}",
            SENDERS[said.channel],
            said.channel,
            PHONES[said.who],
            said.text,
        )
        received = conversations.receive(self.store, inbound)
        self.stories[said.who] = received.conversation_id
        self.stage.play(self.clock.now())

    def _whom(self, name: str) -> None:
        if name != self.whom:
            self.whom, self.heard = name, len(self._sent(name))

    def _sent(self, name: str) -> list[str]:
        """What left for her, in order, as it left."""
        with self.store.reading() as session:
            query = select(Message).where(
                Message.conversation_id == self.stories.get(name, ""),
                Message.direction == "out",
                Message.recipient == "youth",
                Message.state == "accepted",
            )
            rows = session.exec(query.order_by(col(Message.sent_at), col(Message.id))).all()
            youth = self._youth(session, name)
            return [body(self.store.vault, row, youth) for row in rows]

    # --- acts

    def _does(self, who: str, what: str) -> None:
        for verb, act in self._verbs().items():
            if what == verb or what.startswith(verb + " ") or what.startswith(verb + ":"):
                act(who, what[len(verb) :].strip(" :"))
                self.stage.play(self.clock.now())
                return
        raise AssertionError(f"the player does not know: {who} {what}")

    def _verbs(self) -> dict[str, Callable[[str, str], None]]:
        return {
            "is silent": lambda who, _: self._silent(),
            "is mailed": self._mailed,
            "is away for": self._away,
            "is told of a death": lambda who, _: conversations.told_death(*self._act(who)),
            "pauses for": self._pauses,
            "proposes": self._proposes,
            "records the authority": lambda who, _: self._authority(who),
            "notes her": self._notes,
            "withdraws her yes": lambda who, _: relays.withdraw(
                self.store, self.relay, self._staff(who)
            ),
            "answers": lambda who, says: self._answers(says),
            "refers": lambda who, rest: self._refers(rest),
            "told": lambda who, rest: self._told(),
            "reads": lambda who, rest: self._reads(rest),
            "has to": lambda who, rest: self._has_to(rest),
            "has nothing to do": lambda who, _: self._idle(),
            "takes over": lambda who, _: conversations.take_over(*self._act(who)),
            "recognises": lambda who, _: conversations.recognise(*self._act(who)),
            "hands back at": lambda who, at: conversations.hand_back(*self._act(who), at),
            "closes": lambda who, how: conversations.close(*self._act(who), Outcome(how)),
            "logs a call": lambda who, how: conversations.log_call(
                *self._act(who), CallOutcome(how)
            ),
            "promises a call in": self._promises,
            "calls": lambda who, _: self._calls(who),
            "is reached": lambda who, _: self._settles("delivered", None),
            "cannot be reached": lambda who, code: self._settles("undelivered", int(code)),
            "is": lambda who, state: self._is(who, state),
        }

    def _act(self, who: str) -> tuple[Store, str, str]:
        return self.store, self.stories[self.whom], self._staff(who)

    def _staff(self, name: str) -> str:
        found: Aiguilleur = self.cast.karim() if name == "Karim" else self.cast.aiguilleur(name)
        return found.id

    def _silent(self) -> None:
        extra = self._sent(self.whom)[self.heard :]
        assert not extra, f"SAS says: {extra}"

    def _refers(self, rest: str) -> None:
        name = rest.partition(",")[0]
        age = re.search(r"who is (\d+)", rest)
        given = referrals.read_referral(
            {
                "first_name": name,
                "phone": LANDLINE if "landline" in rest else PHONES[name],
                "informed": "not told" not in rest,
                "birth_year": self.clock.now().year - (int(age[1]) if age else 20),
                "say_from": "Mme Roux",
            },
            year=self.clock.now().year,
            production=False,
        )
        receipt = referrals.refer(self.store, self.cast.mme_roux(), given)
        self.links[name] = receipt.tracking_token
        with self.store.reading() as session:
            referral = session.get_one(Referral, receipt.referral_id)
            self.stories[name] = referral.conversation_id or ""
        self.whom, self.heard = name, 0

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

    def _away(self, who: str, rest: str) -> None:
        first = self.clock.now().date()
        last = first + timedelta(days=int(rest.split()[0]) - 1)
        gone = Absence(aiguilleur_id=self._staff(who), first_day=first, last_day=last)
        with self.store.transaction() as session:
            session.add(gone)

    def _pauses(self, who: str, rest: str) -> None:
        days, _, reason = rest.partition(" days: ")
        until = self.clock.now() + timedelta(days=int(days))
        conversations.pause(*self._act(who), until, reason)

    # --- the relay

    def _proposes(self, who: str, name: str) -> None:
        service = self.cast.service()
        assert service.name == name, service.name
        self.relay = relays.propose(*self._act(who), service.id, ["first_name", "phone"])

    def _authority(self, who: str) -> None:
        code = next(iter(relays.AUTHORITY))
        relays.record_authority(self.store, self.relay, self._staff(who), code)

    def _notes(self, who: str, answer: str) -> None:
        relays.consent(self.store, self.relay, self._staff(who), answer == "yes", answer)

    def _answers(self, says: str) -> None:
        """By the link of the e-mail; a no has a reason, an appointment a day."""
        with self.store.reading() as session:
            sealed = session.get_one(Relay, self.relay).token_sealed
        assert sealed is not None
        secret = self.store.vault.common.open(sealed, f"{self.relay}.token")
        what = StructureSays(says)
        reason = next(iter(relays.REFUSALS)) if what is StructureSays.NOT_FOR_US else None
        at = self.clock.now() + timedelta(days=2) if what is StructureSays.EXPECTED else None
        relays.answer_by_link(self.store, secret, what, reason=reason, appointment=at)

    def _told(self) -> None:
        referrals.inform(self.store, self.links[self.whom])

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

    def _promises(self, who: str, rest: str) -> None:
        count, unit = rest.split()
        span = timedelta(**{unit.rstrip("s") + "s": int(count)})
        conversations.promise_call(*self._act(who), self.clock.now() + span)

    def _calls(self, who: str) -> None:
        self.texts += 1
        conversations.missed_call(self.store, f"CA{self.texts:032d}", PHONES[who], SMS_SENDER)

    def _settles(self, status: str, code: int | None) -> None:
        with self.store.reading() as session:
            query = select(Message.id).where(
                Message.conversation_id == self.stories[self.whom], Message.direction == "out"
            )
            last = session.exec(query.order_by(col(Message.id).desc()).limit(1)).one()
        outbox.settle(self.store, last, status, code, conversations.Report(self.store))

    def _is(self, who: str, state: str) -> None:
        with self.store.reading() as session:
            if who == "Maison":
                assert session.get_one(Relay, self.relay).status == state
                return
            query = select(Flow.state).where(
                Flow.conversation_id == self.stories[who], Flow.kind == "contact"
            )
            found = session.exec(query).one()
            assert found == state, f"{who} is {found}"

    def _youth(self, session: Session, name: str) -> Youth | None:
        conversation = session.get(Conversation, self.stories.get(name, ""))
        return session.get(Youth, conversation.youth_id) if conversation else None
