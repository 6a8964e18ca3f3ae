"""What a flow may know when it steps: facts, gathered by the door, without text or number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from flows.effects import Speaker
from flows.hours import Hours
from flows.reading import Question

Memory = Mapping[str, str | int | float | bool | None]


class FlowKind(StrEnum):
    """The three machines a conversation runs: one contact, n relays, n prescribers."""

    CONTACT = "contact"
    RELAY = "relay"
    PRESCRIBER = "prescriber"


@dataclass(frozen=True, slots=True)
class Person:
    """What the flow may know of the youth."""

    informed: bool = True
    textable: bool = True
    minor: bool = False
    opted_out: bool = False
    erased: bool = False
    deceased: bool = False
    recognised: bool = False
    prefers_voice: bool = False
    has_source: bool = False  # say_from was given
    best_time: str | None = None  # morning, noon, evening
    trusted_adult: bool = False  # named by the youth herself
    address: str = "good"  # good, doubtful, dead, someone_else, shared, she_writes
    paused_until: datetime | None = None
    last_inbound_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Human:
    """The named aiguilleur (or her substitute) and whether she can take a new contact."""

    id: str
    name: str
    present: bool = True  # present the next working day, with room
    free_from: datetime | None = None  # when not: the first working day with room


@dataclass(frozen=True, slots=True)
class Duty:
    """The danger plan at this instant: is somebody on duty, else when the text will be read."""

    on_duty: bool
    read_at: datetime
    rings_lead: bool = False  # in the hours of the plan, but nobody of the team is there


@dataclass(frozen=True, slots=True)
class RelayFacts:
    """What the relay flow may know of its relay."""

    service: str = ""  # its name, said only to a recognised youth and in e-mails
    fields: str = ""  # what would be passed on, in plain words ("ton prénom, ton numéro")
    consent_at: datetime | None = None
    sent_at: datetime | None = None  # when the packet left: day 0
    met: bool = False
    capacity_known: bool = True
    parental_ok: bool = True  # minors: authority recorded, told or why not
    has_mailbox: bool = True


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """What the prescriber flow may know of its referral."""

    made_at: datetime | None = None
    news_allowed: bool = True  # False: SPIP, PJJ and whoever decides on her allowance: tally only
    youth_agrees: bool = False  # she agreed that "en lien", "relayée" be told
    has_email: bool = True
    number_good: bool = False  # known when it was made: she was referred before
    attempted: bool = False  # likewise


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One running machine and the facts around it, at `now` (aware, SAS time)."""

    kind: FlowKind
    state: str
    now: datetime
    hours: Hours
    version: int = 1
    epoch: int = 0
    resume: str | None = None
    memory: Memory = field(default_factory=dict)
    person: Person = Person()
    human: Human | None = None
    speaker: Speaker = Speaker.BOT
    question: Question | None = None  # of our last text that left and asked something
    answers: str | None = None  # the sentence she answers: the one she tapped, else that last one
    spoken_to: bool = True  # did a text of ours ever leave for her? Known where a turn is read
    misunderstood: int = 0  # how often the bot said "je n'ai pas compris" in this conversation
    duty: Duty | None = None
    all_said: frozenset[str] = frozenset()
    """Sentences of first contact whose every wording she has had: they are not said again. Known
    where a first text may leave."""
    number_in_doubt: bool = False
    """Another first name on her number waits for a person's decision, and nobody has recognised her
    there. Known where a timer may start something."""
    relay: RelayFacts | None = None
    referral: ReferralFacts | None = None
