"""What can happen to a flow: facts, in the past tense. The door (bot.conversations) makes them.

Every event is frozen data without a text, a number or a name in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flows.reading import Danger, Question, Reading, Safety


class CallOutcome(StrEnum):
    """How a call of the aiguilleur ended. Only SPOKEN makes the human the speaker (PRODUCT 3.4)."""

    SPOKEN = "spoken"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong_number"
    CALL_BACK = "call_back"


class Outcome(StrEnum):
    """How a conversation is closed."""

    TAKEN_IN_CHARGE = "taken_in_charge"
    OWN_SOLUTION = "own_solution"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    WRONG_PERSON = "wrong_person"
    OPTED_OUT = "opted_out"
    MOVED = "moved"
    DIED = "died"
    ERASED = "erased"
    DUPLICATE = "duplicate"
    OTHER = "other"


class StructureSays(StrEnum):
    """What a structure answers on its link (PRODUCT section 13)."""

    EXPECTED = "expected"  # accepted, with an appointment date
    MET = "met"
    NO_SHOW = "no_show"
    NOT_FOR_US = "not_for_us"
    STILL_FOLLOWED = "still_followed"
    NOT_FOLLOWED = "not_followed"


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events; the class name is the event's name."""


# --- beginning and time


@dataclass(frozen=True, slots=True)
class Referred(Event):
    """A referral was stored. `informed` False: *à prévenir*, nothing may be sent."""

    informed: bool
    textable: bool = True  # False: a landline or a foreign number, a call task instead
    known_other_name: bool = False  # same number, other first name: a human decides
    to_confirm: bool = False  # a relative or a field actor: a human confirms first (PRODUCT 12.6)


@dataclass(frozen=True, slots=True)
class StrangerWrote(Event):
    """A text or a call from a number nobody referred opened this conversation: answered politely
    once, shown to a human, who holds the word from the start."""

    called: bool = False  # nothing was written: `CallMissed` follows


@dataclass(frozen=True, slots=True)
class Informed(Event):
    """The prescriber told the youth, or she wrote first with her card's code."""

    wrote_first: bool = False


@dataclass(frozen=True, slots=True)
class TimerDue(Event):
    """A timer of this flow came due. `late` is how long ago, in seconds of SAS time."""

    kind: str
    late: float = 0.0


@dataclass(frozen=True, slots=True)
class HumanAvailable(Event):
    """Somebody is present the next working day with room: what was held may start."""


# --- what the youth does


@dataclass(frozen=True, slots=True)
class TextsReceived(Event):
    """One turn: all texts of a burst, read together. `late_tap`: a button of a question after which
    the flow that asked it has asked another one. `asked`: the question of the text that she replied
    to, or whose button she tapped. `asked_at`: when it left, else our last question that did."""

    reading: Reading
    count: int = 1
    late_tap: bool = False
    asked: Question | None = None
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallMissed(Event):
    """She called us: an answer, it stops the ladder (PRODUCT section 5)."""


@dataclass(frozen=True, slots=True)
class DangerRead(Event):
    """Reflex: a sign of danger on any inbound, whatever the state."""

    kind: Danger
    level: Safety
    recognised: bool = True
    language: str | None = None  # of the text, when it is sure (flows.reading.danger_language)


@dataclass(frozen=True, slots=True)
class StopRead(Event):
    """Reflex: she asked us to stop. `doubtful`: the bot pauses and a human looks."""

    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class StartRead(Event):
    """REPRENDRE / START: she lifts her stop."""


# --- what the carrier tells


@dataclass(frozen=True, slots=True)
class SendRefused(Event):
    """The last gate refused a text of this flow for good; `reason` is the gate's word."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class SendFailed(Event):
    """The carrier could not deliver. `dead`: this number will never work."""

    key: str
    dead: bool
    code: int | None = None
    opted_out: bool = False
    safety: bool = False  # it was a danger line: one must call


@dataclass(frozen=True, slots=True)
class Delivered(Event):
    """The carrier says that a text of ours arrived."""

    key: str


# --- what a human does


@dataclass(frozen=True, slots=True)
class HumanSpoke(Event):
    """An aiguilleur took, wrote, or spoke with her: the human is the speaker."""

    by: str
    how: str = "text"  # take, text, call


@dataclass(frozen=True, slots=True)
class CallLogged(Event):
    """An aiguilleur logged a call. `next_at`: the hour she accepted for the next one."""

    by: str
    outcome: CallOutcome
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallPromised(Event):
    """The aiguilleur accepted an hour for a call: only now may a text name it."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HandedBack(Event):
    """The human gives the word back to the bot, at a chosen step."""

    by: str
    step: str


@dataclass(frozen=True, slots=True)
class Transferred(Event):
    """Another aiguilleur owns the conversation now."""

    to: str


@dataclass(frozen=True, slots=True)
class Closed(Event):
    """A human closes the conversation."""

    by: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Recognised(Event):
    """A human ticked "c'est bien elle"."""

    by: str


@dataclass(frozen=True, slots=True)
class SomebodyElse(Event):
    """A human or a sure reading says that this phone is not hers."""


@dataclass(frozen=True, slots=True)
class AddressReplaced(Event):
    """A confirmed new number, from the prescriber or from her."""


@dataclass(frozen=True, slots=True)
class DeathTold(Event):
    """Anyone told that she has died (PRODUCT 3.11)."""


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """Prison or hospital: nothing is sent until that date."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Erased(Event):
    """Her data key was destroyed; nothing passes any more."""


@dataclass(frozen=True, slots=True)
class OptOutLifted(Event):
    """Her yes, to a human, lifts the stop."""

    by: str


@dataclass(frozen=True, slots=True)
class LoopSuspected(Event):
    """Too many automatic texts crossed: another robot, or an abuse. Its `count` texts are the
    turn, and nothing in them is read as an answer."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class DangerSettled(Event):
    """A human closes the danger: spoken, services_told, handed_to or two_failed (PRODUCT 9)."""

    by: str
    outcome: str
    next_at: datetime | None = None  # the contact of the next day that she accepted


@dataclass(frozen=True, slots=True)
class SilenceLifted(Event):
    """A human decides, with a recorded reason, to write again after violence (PRODUCT 9)."""

    by: str


# --- relay


@dataclass(frozen=True, slots=True)
class RelayProposed(Event):
    """The aiguilleur proposes one service, with the fields she would pass on."""

    by: str


@dataclass(frozen=True, slots=True)
class ConsentGiven(Event):
    """Her yes to this relay: by text, or said aloud to `by`."""

    by: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentRefused(Event):
    """Her no to this relay."""

    by: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn(Event):
    """She takes her yes back; possible at any time."""

    by: str | None = None


@dataclass(frozen=True, slots=True)
class StructureAnswered(Event):
    """The structure answered by its link, or on the phone to an aiguilleur."""

    says: StructureSays
    reason: str | None = None
    appointment: datetime | None = None


@dataclass(frozen=True, slots=True)
class YouthAnswered(Event):
    """The youth said whether she is really followed (by text or to an aiguilleur)."""

    followed: bool


@dataclass(frozen=True, slots=True)
class RelayEnded(Event):
    """A relay tells the contact flow how it ended: taken_in_charge (the last check has passed),
    returned, expired, refused, declined or withdrawn (her aiguilleur has her again)."""

    how: str


# --- prescriber


@dataclass(frozen=True, slots=True)
class NewsArose(Event):
    """Something of the conversation that a prescriber may be owed (PRODUCT 12.3).

    `news` is one of: number_good, number_dead, attempted, in_contact, relayed,
    followed_30, held, closed.
    """

    news: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PrescriberWrote(Event):
    """The prescriber answered: a human reads it."""


@dataclass(frozen=True, slots=True)
class NumberGiven(Event):
    """The prescriber gave another number on the follow-up page."""


FACTS: tuple[type[Event], ...] = tuple(
    found
    for found in list(globals().values())
    if isinstance(found, type) and issubclass(found, Event) and found is not Event
)
"""Every fact there is, in the order of this file: tables, drawings and tests walk it."""
