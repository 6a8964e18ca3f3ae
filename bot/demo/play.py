"""The demo's people at work: youths answer, aiguilleurs do their tasks, structures reply. Each act
goes through the door a person would use; what nobody had time to do is left to whoever tries SAS.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import col, select

from bot import conversations, outbox, referrals, relays
from bot.calendar import hours_from
from bot.conversations import Inbound
from bot.demo.city import COMMUNE
from bot.demo.personas import Part
from bot.demo.stage import NEVER, Stage
from bot.models import (
    Address,
    Aiguilleur,
    Conversation,
    Handover,
    Message,
    Prescriber,
    Referral,
    Relay,
    Service,
    Youth,
)
from bot.store import Store, unseal, youth_key
from flows.effects import Author, TaskKind
from flows.events import CallOutcome, Outcome, StructureSays

MOBILE = "+336399830{:02d}"  # fiction numbers only

TO_CALL = {TaskKind.CALL, TaskKind.CALL_BACK, TaskKind.CALL_OVERDUE, TaskKind.CALL_ONLY}
TO_ANSWER = {
    TaskKind.ANSWER: "Bonjour, c'est {me}. Merci de la réponse, je lis tout. Bonne continuation.",
    TaskKind.ASKED_HUMAN: "Bonjour, c'est {me}, une vraie personne. On s'appelle bientôt.",
    TaskKind.NOT_UNDERSTOOD: "Bonjour, c'est {me}. Message lu en entier. On en parle bientôt.",
    TaskKind.CONCERN: "Bonjour, c'est {me}. Merci de l'avoir écrit. On en parle bientôt.",
    TaskKind.THIRD_PARTY: "Bonjour, merci du message. Rien d'urgent, je réessaierai.",
    TaskKind.LANGUAGE: "Hello, this is {me}. We can write in English. When may I call you?",
}
IN_ARABIC = "مرحبا، أنا {me}. قرأت رسالتك وسأتصل بك مع مترجم."
NOT_TO_CALL = {TaskKind.ANSWER, TaskKind.THIRD_PARTY}  # a no is a no, and a brother is not her
AFTER_HOURS = {"call": 3.0, "answer": 1.2, "plan": 1.5, "danger": 0.2, "other": 26.0}


@dataclass(slots=True)
class Play:
    """One run of the demo's city on a stage."""

    stage: Stage
    prescribers: dict[str, Prescriber]
    services: dict[str, Service]
    parts: dict[str, Part] = field(default_factory=dict)  # conversation id -> part
    seen: set[str] = field(default_factory=set)
    texts: int = 0
    last_day: datetime = NEVER

    @property
    def store(self) -> Store:
        """The stage's store."""
        return self.stage.store

    def plan(self, end: datetime, parts: Sequence[Part]) -> None:
        """Every referral on its day, so that the city is as it should be at `end`. What comes up
        on the last working day, danger apart, and what is written this morning are left to
        whoever opens the inbox."""
        self.last_day = end - timedelta(hours=20)
        hours = hours_from({}, None, end.year)
        while not hours.working_day(hours.local(self.last_day).date()):
            self.last_day -= timedelta(days=1)
        for number, part in enumerate(parts):
            day = end - timedelta(days=part.days_ago, hours=1 if part.days_ago else 0.4)
            self.stage.at(day, partial(self._refer, part, number))
            if part.this_morning:
                self.stage.at(end - timedelta(minutes=5 + number), partial(self._write_now, part))

    def watch(self) -> None:
        """Look at what is new since the last look: each text, task and relay is met by somebody."""
        with self.store.reading() as session:
            texts = session.exec(
                select(Message.id, Message.conversation_id, Message.key).where(
                    Message.state == "accepted",
                    Message.recipient == "youth",
                    Message.direction == "out",
                    col(Message.delivery) < 7,
                )
            ).all()
            tasks = session.exec(select(Handover).where(col(Handover.closed_at).is_(None))).all()
            sent = session.exec(select(Relay).where(Relay.status == "sent")).all()
        for message_id, conversation_id, key in texts:
            if self._new(message_id):
                self._text_left(message_id, conversation_id or "", key or "")
        for task in tasks:
            if self._new(task.id) and task.conversation_id in self.parts:
                self._task_opened(task)
        for relay in sent:
            if self._new(relay.id):
                self._packet_arrived(relay)

    def _new(self, row_id: str) -> bool:
        if row_id in self.seen:
            return False
        self.seen.add(row_id)
        return True

    # --- prescribers

    def _refer(self, part: Part, number: int) -> None:
        phone = MOBILE.format(number)
        prescriber = self.prescribers[part.by]
        given = {
            "first_name": part.name,
            "phone": phone,
            "informed": part.informed,
            "birth_year": self.stage.clock.now().year - part.birth_year_ago,
            "language": part.language,
            "tone": part.tone,
            "commune": COMMUNE,
            "whatsapp_agreed": part.persona.channel == "whatsapp",
        }
        if prescriber.name and part.by != "diallo":
            given["say_from"] = prescriber.name
        read = referrals.read_referral(given, year=self.stage.clock.now().year, production=False)
        receipt = referrals.refer(self.store, prescriber, read, origin="form", seconds=52)
        with self.store.reading() as session:
            referral = session.get_one(Referral, receipt.referral_id)
        if referral.conversation_id is not None:
            self.parts[referral.conversation_id] = part

    # --- youths

    def _text_left(self, message_id: str, conversation_id: str, key: str) -> None:
        part = self.parts.get(conversation_id)
        if part is None:
            return
        code = part.persona.carrier
        status = "undelivered" if code else "delivered"
        outbox.settle(self.store, message_id, status, code, conversations.Report(self.store))
        answer = part.persona.answers.get(key)
        if answer and not code:
            self.stage.after(part.persona.hours, lambda: self._write(conversation_id, answer))

    def _write(self, conversation_id: str, text: str) -> None:
        part = self.parts[conversation_id]
        provider = self.store.settings.provider
        self.texts += 1
        sender = (provider.sms_sender if provider else None) or "+33639981000"
        conversations.receive(
            self.store,
            Inbound(
                f"SMdemo{self.texts:026d}", sender, part.persona.channel,
                self._phone(conversation_id), text,
            ),
        )  # fmt: skip

    def _write_now(self, part: Part) -> None:
        [hers] = [known for known, other in self.parts.items() if other is part]
        self._write(hers, part.this_morning)

    def _phone(self, conversation_id: str) -> str:
        with self.store.reading() as session:
            conversation = session.get_one(Conversation, conversation_id)
            query = select(Address).where(
                Address.youth_id == conversation.youth_id, Address.owner == "youth"
            )
            address = session.exec(query).first()
            if address is None:
                return ""
            key = youth_key(self.store.vault, session.get_one(Youth, conversation.youth_id))
            return unseal(key, address.value_sealed, address.id, "value")

    # --- aiguilleurs

    def _task_opened(self, task: Handover) -> None:
        kind = TaskKind(task.kind)
        if self.stage.clock.now() > self.last_day and kind is not TaskKind.DANGER:
            return
        if kind in TO_CALL:
            at = max(task.due or self.stage.clock.now(), self._later("call"))
            self.stage.at(self._working(at), lambda: self._call(task))
        elif kind is TaskKind.PLAN_SLOT:
            self.stage.at(self._working(self._later("plan")), lambda: self._promise(task))
        elif kind in TO_ANSWER:
            self.stage.at(self._working(self._later("answer")), lambda: self._answer(task, kind))
        elif kind is TaskKind.RELAY_CONSENT:
            self.stage.at(self._working(self._later("plan")), lambda: self._consent(task))
        elif kind is TaskKind.DANGER:
            self.stage.at(self._working(self._later("danger")), lambda: self._danger(task))
        elif kind is not TaskKind.TO_ANNOUNCE:
            self.stage.at(self._working(self._later("other")), lambda: self._done(task))

    def _later(self, what: str) -> datetime:
        return self.stage.clock.now() + timedelta(hours=AFTER_HOURS[what])

    def _working(self, at: datetime) -> datetime:
        with self.store.transaction() as session:
            conversation = session.exec(select(Conversation).limit(1)).one()
            change = conversations.change_of(session, self.store, conversation, Author.SYSTEM)
            return change.hours.next_work(at)

    def _open(self, task: Handover) -> tuple[str, str] | None:
        """(conversation, who does it) of a task still open."""
        with self.store.reading() as session:
            fresh = session.get(Handover, task.id)
            if fresh is None or fresh.closed_at is not None or fresh.conversation_id is None:
                return None
            conversation = session.get_one(Conversation, fresh.conversation_id)
            owner = fresh.owner_id or conversation.owner_id
        return (conversation.id, owner) if owner else None

    def _call(self, task: Handover) -> None:
        found = self._open(task)
        if found is None:
            return
        conversation, by = found
        part = self.parts[conversation]
        if part.persona.call == "voicemail" and not self._new(f"{conversation} {task.kind}"):
            self._done(task)
            return
        outcome = CallOutcome(part.persona.call)
        conversations.log_call(self.store, conversation, by, outcome)
        if outcome is CallOutcome.SPOKEN:
            conversations.recognise(self.store, conversation, by)
            conversations.add_note(
                self.store,
                conversation,
                by,
                "Appel de 20 min. Veut avancer, cherche un point d'appui.",
            )
            self._go_on(conversation, by, part)

    def _go_on(self, conversation: str, by: str, part: Part) -> None:
        if not self._new(f"after the call {conversation}"):
            return
        if part.persona.closes is not None:
            how = Outcome(part.persona.closes)
            self.stage.after(1, lambda: conversations.close(self.store, conversation, by, how))
        elif part.persona.place is not None:
            self.stage.at(
                self._working(self.stage.clock.now() + timedelta(days=2)),
                lambda: self._propose(conversation, by, part),
            )

    def _propose(self, conversation: str, by: str, part: Part) -> None:
        """The bot asks her, and follows her afterwards: the word goes back to it first."""
        service = self.services[part.persona.place or ""]
        conversations.hand_back(self.store, conversation, by, "relay")
        relays.propose(
            self.store, conversation, by, service.id, ["first_name", "phone"], authority="told"
        )

    def _consent(self, task: Handover) -> None:
        """She says it aloud to her aiguilleur."""
        found = self._open(task)
        if found is None:
            return
        conversation, by = found
        agrees = self.parts[conversation].persona.answers.get("youth.relay_offer") == "1"
        with self.store.reading() as session:
            query = select(Relay.id).where(
                Relay.conversation_id == conversation, Relay.status == "proposed"
            )
            proposed = session.exec(query).all()
        for relay_id in proposed:
            relays.consent(self.store, relay_id, by, agrees, "Oui, allons-y" if agrees else "Non")
        self._done(task)

    def _promise(self, task: Handover) -> None:
        found = self._open(task)
        if found is not None:
            conversations.promise_call(self.store, *found, self._tomorrow_afternoon())

    def _tomorrow_afternoon(self) -> datetime:
        """What the youths of the demo ask for, on the next working day."""
        tomorrow = self.stage.clock.now() + timedelta(days=1)
        day = self._working(tomorrow.replace(hour=13, minute=30, second=0, microsecond=0))
        return day.replace(hour=13, minute=30)

    def _answer(self, task: Handover, kind: TaskKind) -> None:
        found = self._open(task)
        if found is None:
            return
        conversation, by = found
        conversations.take_over(self.store, conversation, by)
        in_arabic = self.parts[conversation].language == "ar"
        text = (IN_ARABIC if in_arabic else TO_ANSWER[kind]).format(me=self._name(by))
        try:
            conversations.reply(self.store, conversation, by, text, confirm=True)
        except conversations.NotAllowed:
            conversations.end_task(self.store, task.id, by, "not_possible")
        part = self.parts[conversation]
        if part.persona.call == "spoken" and kind not in NOT_TO_CALL:
            conversations.promise_call(self.store, conversation, by, self._tomorrow_afternoon())

    def _danger(self, task: Handover) -> None:
        found = self._open(task)
        if found is None:
            return
        conversation, by = found
        conversations.take_over(self.store, conversation, by)
        conversations.log_call(self.store, conversation, by, CallOutcome.SPOKEN)
        tomorrow = self._working(self.stage.clock.now() + timedelta(days=1))
        conversations.settle_danger(self.store, conversation, by, "spoken", tomorrow)

    def _done(self, task: Handover) -> None:
        found = self._open(task)
        if found is not None:
            conversations.end_task(self.store, task.id, found[1], "done")

    def _name(self, aiguilleur_id: str) -> str:
        with self.store.reading() as session:
            return session.get_one(Aiguilleur, aiguilleur_id).name

    # --- structures

    def _packet_arrived(self, relay: Relay) -> None:
        part = self.parts.get(relay.conversation_id)
        for turn, says in enumerate(part.persona.structure if part else ()):
            at = self._working(self.stage.clock.now() + timedelta(days=2 + 5 * turn))
            self.stage.at(at, partial(self._structure, relay, StructureSays(says)))

    def _structure(self, relay: Relay, says: StructureSays) -> None:
        appointment = self._working(self.stage.clock.now() + timedelta(days=4))
        relays.answer(
            self.store,
            relay.id,
            says,
            reason="not_eligible" if says is StructureSays.NOT_FOR_US else None,
            appointment=appointment if says is StructureSays.EXPECTED else None,
        )
