"""A hand-driven machine for tests: Léa's conversation, Karim beside it, and a tiny ledger that
replays effects into timers, tasks and texts, as the door would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows import effects as f
from flows import events as e
from flows.hours import Hours
from flows.keys import Key
from flows.reading import Danger, Intent, Question, Reading, Safety, Sureness, When
from flows.snapshot import (
    Duty,
    FlowKind,
    Human,
    Person,
    ReferralFacts,
    RelayFacts,
    Snapshot,
)
from flows.step import FLOWS, begin, step

PARIS = ZoneInfo("Europe/Paris")
HOURS = Hours(PARIS, holidays=frozenset())
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=PARIS)
KARIM = Human("karim", "Karim")


def at(hour: str, day: int = 23, month: int = 11, year: int = 2026) -> datetime:
    """An instant in Paris, as in at("12:15", 24)."""
    hours, minutes = (int(part) for part in hour.split(":"))
    return datetime(year, month, day, hours, minutes, tzinfo=PARIS)


def read(*intents: Intent, choices: Sequence[int] = (), **more: Any) -> Reading:
    """A sure reading of these intents."""
    return Reading(
        frozenset(intents) or frozenset({Intent.OTHER}),
        tuple(choices),
        **{"sureness": Sureness.ACT, **more},
    )


@dataclass
class Play:
    """One machine, stepped by facts; `last` are the effects of the last one."""

    snapshot: Snapshot
    last: tuple[f.Effect, ...] = ()
    timers: dict[str, tuple[datetime, int]] = field(default_factory=dict)
    tasks: dict[f.TaskKind, f.CallHuman] = field(default_factory=dict)
    texts: list[f.Say] = field(default_factory=list)
    outcome: e.Outcome | None = None

    @classmethod
    def of(cls, kind: FlowKind = FlowKind.CONTACT, now: datetime = MONDAY, **facts: Any) -> Play:
        """A machine just born, with Karim present and Léa's usual facts."""
        state, version = begin(kind)
        known: dict[str, Any] = {"human": KARIM, "hours": HOURS, **facts}
        return cls(Snapshot(kind, state, now=now, version=version, **known))

    @property
    def state(self) -> str:
        """Where the machine is."""
        return self.snapshot.state

    @property
    def speaker(self) -> f.Speaker:
        """Who has the word."""
        return self.snapshot.speaker

    def facts(self, **facts: Any) -> Play:
        """Change facts around the machine (now, person, human, duty, relay, referral...)."""
        self.snapshot = replace(self.snapshot, **facts)
        return self

    def she(self, **facts: Any) -> Play:
        """Change facts of the youth."""
        return self.facts(person=replace(self.snapshot.person, **facts))

    def on(self, event: e.Event, now: datetime | None = None) -> Play:
        """One fact, at `now` if given."""
        if now is not None:
            self.facts(now=now)
        self.snapshot, self.last = step(self.snapshot, event)
        for effect in self.last:
            self._keep(effect)
        return self

    def due(self, kind: str) -> Play:
        """Let the clock come to that timer, and fire it."""
        moment, epoch = self.timers.pop(kind)
        assert epoch == self.snapshot.epoch, f"{kind} is void"
        return self.on(e.TimerDue(kind), max(moment, self.snapshot.now))

    def writes(self, *intents: Intent, choices: Sequence[int] = (), **more: Any) -> Play:
        """Léa writes something that was read so."""
        return self.on(e.TextsReceived(read(*intents, choices=choices, **more)))

    def _keep(self, effect: f.Effect) -> None:
        if isinstance(effect, f.SetTimer):
            self.timers[effect.kind] = (effect.due, self.snapshot.epoch)
        elif isinstance(effect, f.DropTimer):
            gone = list(self.timers) if effect.kind == "*" else [effect.kind]
            for kind in gone:
                self.timers.pop(kind, None)
        elif isinstance(effect, f.DropAllFlows):
            self.timers.clear()
        elif isinstance(effect, f.CallHuman):
            # as the desk does: one task a kind, asked again it adds its codes
            open_already = self.tasks.get(effect.kind, effect)
            codes = tuple(dict.fromkeys((*open_already.codes, *effect.codes)))
            self.tasks[effect.kind] = replace(effect, codes=codes)
        elif isinstance(effect, f.EndTask):
            self.tasks.pop(effect.kind, None)
        elif isinstance(effect, f.Say):
            self.texts.append(effect)
        elif isinstance(effect, f.CloseConversation):
            self.outcome = effect.outcome

    # --- what the last step asked for

    def said(self) -> list[Key]:
        """The sentences of the last step, in order."""
        return [Key(effect.key) for effect in self.last if isinstance(effect, f.Say)]

    def text(self) -> f.Say:
        """The only sentence of the last step."""
        (only,) = [effect for effect in self.last if isinstance(effect, f.Say)]
        return only

    def asked_for(self) -> set[f.TaskKind]:
        """The human tasks of the last step."""
        return {effect.kind for effect in self.last if isinstance(effect, f.CallHuman)}

    def all(self, kind: type[f.Effect]) -> list[Any]:
        """The effects of that kind, of the last step."""
        return [effect for effect in self.last if isinstance(effect, kind)]

    def told(self, flow: str) -> list[e.Event]:
        """What the last step passed on to that flow."""
        return [x.event for x in self.last if isinstance(x, f.Tell) and x.flow == flow]

    def marks(self) -> list[str]:
        """Statuses, addresses and facts set by the last step."""
        found = []
        for effect in self.last:
            if isinstance(effect, f.MarkRelay | f.MarkReferral):
                found.append(effect.status)
            elif isinstance(effect, f.MarkAddress):
                found.append(effect.state)
            elif isinstance(effect, f.MarkYouth):
                found.append(effect.fact)
        return found

    def has_next_step(self) -> bool:
        """Nobody without a next step: a live timer, an open task, or a closed outcome."""
        live = any(epoch == self.snapshot.epoch for _, epoch in self.timers.values())
        return live or bool(self.tasks) or self.state in FLOWS[self.snapshot.kind].closed


# --- Léa at the usual places


def referred(**facts: Any) -> Play:
    """A referral has just come."""
    return Play.of(**facts).on(e.Referred(informed=True))


def asked(**facts: Any) -> Play:
    """The first text has left."""
    return referred(**facts).due("hello")


def talking(**facts: Any) -> Play:
    """She said yes; the bot asked when."""
    return asked(**facts).writes(Intent.YES, choices=[1])


def with_karim(**facts: Any) -> Play:
    """Karim holds the word."""
    return talking(**facts).on(e.HumanSpoke("karim", "take"))


def opted_out(**facts: Any) -> Play:
    """She wrote STOP after the first text."""
    return asked(**facts).on(e.StopRead())


def emergency(kind: Danger = Danger.SUICIDE) -> e.DangerRead:
    """An emergency is read in a text of hers."""
    return e.DangerRead(kind, Safety.EMERGENCY)


def concern() -> e.DangerRead:
    """A worrying text is read."""
    return e.DangerRead(Danger.OTHER, Safety.CONCERN)


def closed(**facts: Any) -> Play:
    """Karim closed her file."""
    return asked(**facts).on(e.Closed("karim", e.Outcome.OTHER))


def wrong_person(**facts: Any) -> Play:
    """The phone is not hers."""
    return asked(**facts).writes(Intent.WRONG_NUMBER)


def deceased(**facts: Any) -> Play:
    """Somebody told that she has died."""
    return asked(**facts).on(e.DeathTold())


def paused(**facts: Any) -> Play:
    """Nothing is sent until March."""
    return talking(**facts).on(e.Paused(at("9:00", 1, 3, 2027), "away"))


EVERYWHERE = {
    "waiting": referred,
    "held": lambda: referred(human=None),
    "to_announce": lambda: Play.of().on(e.Referred(informed=False)),
    "undecided": lambda: Play.of().on(e.Referred(informed=True, to_confirm=True)),
    "asked": asked,
    "nudged": lambda: asked().due("call_task"),
    "talking": talking,
    "in_relay": lambda: talking().on(e.ConsentGiven()),
    "with_human": with_karim,
    "resting": lambda: asked().writes(Intent.NO),
    "unreachable": lambda: asked().on(e.SendFailed(Key.HELLO, dead=True)),
    "paused": paused,
    "closed": closed,
    "opted_out": opted_out,
    "wrong_person": wrong_person,
}


def recognised() -> Person:
    """Léa, whom Karim has recognised."""
    return Person(recognised=True)


def proposed(**facts: Any) -> Play:
    """A relay has been proposed to a recognised Léa while the bot speaks."""
    known = {"person": recognised(), "relay": RelayFacts(service="La Halte", fields="ton prénom")}
    return Play.of(FlowKind.RELAY, **{**known, **facts}).on(e.RelayProposed("karim"))


def agreed(**facts: Any) -> Play:
    """She agreed, said aloud to Karim."""
    return proposed(**facts).on(e.ConsentGiven("karim"))


def sent(**facts: Any) -> Play:
    """The packet left."""
    return agreed(**facts).on(e.Delivered(Key.MAIL_PACKET))


def met(**facts: Any) -> Play:
    """The structure met her."""
    return sent(**facts).on(e.StructureAnswered(e.StructureSays.MET))


def owed(**facts: Any) -> Play:
    """Mme Roux has her receipt."""
    known = {"referral": ReferralFacts(made_at=MONDAY)}
    return Play.of(FlowKind.PRESCRIBER, **{**known, **facts}).on(e.Referred(informed=True))


__all__ = [
    "EVERYWHERE",
    "closed",
    "concern",
    "deceased",
    "emergency",
    "paused",
    "wrong_person",
    "HOURS",
    "KARIM",
    "MONDAY",
    "PARIS",
    "Danger",
    "Duty",
    "FlowKind",
    "Hours",
    "Human",
    "Intent",
    "Key",
    "Person",
    "Play",
    "Question",
    "ReferralFacts",
    "RelayFacts",
    "Safety",
    "Sureness",
    "When",
    "agreed",
    "asked",
    "at",
    "e",
    "f",
    "met",
    "opted_out",
    "owed",
    "proposed",
    "read",
    "recognised",
    "referred",
    "sent",
    "talking",
    "timedelta",
    "with_karim",
]
