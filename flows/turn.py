"""One step being taken: the snapshot it started from, and the effects asked for so far.

Acts write here in the words of the trade (say, ask a human, set a timer); flows.step turns the
result into a new snapshot and a tuple of effects.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from flows.effects import (
    Author,
    CallHuman,
    CancelPlanned,
    DropTimer,
    Effect,
    EndTask,
    GiveWord,
    Late,
    Note,
    Priority,
    Recipient,
    Say,
    SayKind,
    SetTimer,
    Speaker,
    TaskKind,
    Tell,
)
from flows.events import Event
from flows.hours import Hours
from flows.keys import ALWAYS_SYSTEM, QUESTION_OF, Key
from flows.reading import Question
from flows.snapshot import Snapshot

Fact = str | int | float | bool | None
LASTING = "due."  # memory prefix of timers that outlive a change of state
HELD_BY = "held_by"  # the aiguilleur who took the word; nobody while HUMAN is only awaited


class BotOverHuman(RuntimeError):
    """A flow asked the bot to speak to the youth without the word: a bug, stopped here first."""


class Turn:
    """The effects of one step, in order, and what the flow will remember. Not kept after it."""

    __slots__ = (
        "answered",
        "effects",
        "epoch",
        "memory",
        "misunderstood",
        "question",
        "resume",
        "s",
        "speaker",
    )

    def __init__(self, snapshot: Snapshot) -> None:
        self.s = snapshot
        self.effects: list[Effect] = []
        self.memory: dict[str, Fact] = dict(snapshot.memory)
        self.epoch = snapshot.epoch
        self.resume = snapshot.resume
        self.speaker = snapshot.speaker
        self.question = snapshot.question
        self.answered = snapshot.answers
        self.misunderstood = snapshot.misunderstood

    @property
    def now(self) -> datetime:
        """The instant of this step, aware."""
        return self.s.now

    @property
    def hours(self) -> Hours:
        """The calendar of the youth."""
        return self.s.hours

    def ask(self, effect: Effect) -> None:
        """Add one effect as it is."""
        self.effects.append(effect)

    def snapshot(self, state: str) -> Snapshot:
        """The snapshot after this step."""
        return replace(
            self.s,
            state=state,
            epoch=self.epoch,
            resume=self.resume,
            memory=self.memory,
            speaker=self.speaker,
            question=self.question,
            answers=self.answered,
            misunderstood=self.misunderstood,
        )

    def answers(self, question: Question) -> None:
        """What she writes answers this question, and not the last one."""
        self.s = replace(self.s, question=question)

    # --- memory

    def moment(self, name: str) -> datetime | None:
        """A remembered instant."""
        value = self.memory.get(name)
        return datetime.fromisoformat(value) if isinstance(value, str) else None

    def remember(self, name: str, value: datetime | Fact) -> None:
        """Keep a fact for later steps; None forgets it."""
        if value is None:
            self.memory.pop(name, None)
        else:
            self.memory[name] = value.isoformat() if isinstance(value, datetime) else value

    def within(self, name: str, span: timedelta) -> bool:
        """Was the remembered instant less than `span` ago?"""
        last = self.moment(name)
        return last is not None and self.now - last < span

    # --- words

    def say(
        self,
        key: Key,
        kind: SayKind = SayKind.ANSWER,
        *,
        to: Recipient = Recipient.YOUTH,
        author: Author | None = None,
        question: Question | None = None,
        at: datetime | None = None,
        late: Late = Late.SEND,
        more: Mapping[str, str] | None = None,
        language: str | None = None,
        **params: str,
    ) -> None:
        """Queue one text. What it asks is `question`, else the sentence's own (QUESTION_OF).
        Raises BotOverHuman when the bot has not the word."""
        who = author or (Author.SYSTEM if key in ALWAYS_SYSTEM else Author.BOT)
        asks = question or QUESTION_OF.get(key)
        if to is Recipient.YOUTH:
            if who is Author.BOT and self.speaker is not Speaker.BOT:
                raise BotOverHuman(key)
            if asks is not None:
                self.question, self.answered = asks, key
        self.ask(Say(key, to, who, kind, {**(more or {}), **params}, asks, at, late, language))

    def give(self, speaker: Speaker) -> None:
        """Give the word, if it changes hands."""
        if speaker is not Speaker.HUMAN:
            self.remember(HELD_BY, None)
        if speaker is not self.speaker:
            self.speaker = speaker
            self.ask(GiveWord(speaker))

    def cancel(self, reason: str, *, receipts: bool = False) -> None:
        """Cancel what the bot had planned to say to the youth."""
        self.ask(CancelPlanned(reason, receipts))

    # --- timers

    def timer(self, kind: str, due: datetime, late: Late = Late.SEND) -> None:
        """One timer of the present stage: the next change of stage drops it."""
        self.ask(SetTimer(kind, due, late))

    def lasting(self, kind: str, due: datetime) -> None:
        """One timer that outlives changes of stage: a promise made to a person."""
        self.remember(LASTING + kind, due)
        self.ask(SetTimer(kind, due))

    def drop(self, *kinds: str) -> None:
        """Drop timers by kind."""
        for kind in kinds:
            self.memory.pop(LASTING + kind, None)
            self.ask(DropTimer(kind))

    def fresh(self) -> None:
        """A new stage: timers of before are void (epoch), but promises to persons are kept."""
        self.epoch += 1
        self.ask(DropTimer())
        for name in [n for n in self.memory if n.startswith(LASTING)]:
            due = self.moment(name)
            if due is not None:
                self.ask(SetTimer(name.removeprefix(LASTING), due))

    def forget_promises(self) -> None:
        """Nobody waits for anything any more: even lasting timers go with the next fresh()."""
        for name in [n for n in self.memory if n.startswith(LASTING)]:
            del self.memory[name]

    # --- people

    def task(
        self,
        kind: TaskKind,
        priority: Priority = Priority.ROUTINE,
        due: datetime | None = None,
        *codes: str,
        to_lead: bool = False,
        alert: bool = False,
    ) -> None:
        """Open a human task; `due` is when the promise breaks."""
        self.ask(CallHuman(kind, priority, due, codes, to_lead, alert))

    def end(self, *kinds: TaskKind, outcome: str = "done", own: bool = False) -> None:
        """Close open tasks of these kinds, in the whole conversation or this flow's own."""
        for kind in kinds:
            self.ask(EndTask(kind, outcome, own))

    def tell(self, flow: str, event: Event) -> None:
        """Pass a fact to the sibling flows of that kind."""
        self.ask(Tell(flow, event))

    def note(self, code: str, **data: Fact) -> None:
        """A journal line: a code and small non-personal data."""
        self.ask(Note(code, data))

    # --- spans that several flows use

    def read_by(self) -> datetime:
        """When a text received now is read at the latest: 2 working hours (PRODUCT 3.6)."""
        return self.hours.add_work(self.now, timedelta(hours=2))

    def working_days(self, count: int) -> datetime:
        """The same wall-clock hour, `count` working days on, in working time."""
        day = self.hours.local(self.hours.next_work(self.now))
        for _ in range(count):
            day = self.hours.on(self.hours.next_working_day(day.date()), day.time())
        return day
