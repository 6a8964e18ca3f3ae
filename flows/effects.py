"""What a flow may ask for: imperatives, as data. The door turns them into rows, in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from flows.events import Event, Outcome
from flows.reading import Question


class Recipient(StrEnum):
    """To whom a text goes."""

    YOUTH = "youth"
    PRESCRIBER = "prescriber"
    STRUCTURE = "structure"


class Author(StrEnum):
    """Who speaks in a text (PRODUCT 3.2 and 3.9)."""

    BOT = "bot"
    SYSTEM = "system"
    AIGUILLEUR = "aiguilleur"
    YOUTH = "youth"


class Speaker(StrEnum):
    """Who holds the right to speak to the youth."""

    BOT = "bot"
    HUMAN = "human"
    NOBODY = "nobody"


class SayKind(StrEnum):
    """What the last gate must know of a text (PRODUCT section 4)."""

    STARTED = "started"  # we start: quiet hours and cap
    ANSWER = "answer"  # answers a text of hers: any hour
    SAFETY = "safety"  # danger and stop: never delayed
    ASKED = "asked"  # she asked for it (appointment, call-back): 08:00-21:00, outside the cap
    HUMAN_ACT = (
        "human_act"  # follows a human's act (missed call logged, slot confirmed): outside cap
    )
    NEWS = "news"  # e-mail to a prescriber or a structure


class Late(StrEnum):
    """What to do with a nudge that is late (PRODUCT section 4)."""

    SEND = "send"  # still useful
    DROP = "drop"  # drop and record


class Priority(IntEnum):
    """Order of human tasks: the promise broken soonest first."""

    DANGER = 0
    WAITING = 1  # a youth waits
    CALL = 2  # a call is due
    STRUCTURE = 3  # a structure is silent
    PRESCRIBER = 4  # a prescriber is owed news
    ROUTINE = 5


class TaskKind(StrEnum):
    """Why a human is asked for. Shown in words in the inbox."""

    DANGER = "danger"
    CONCERN = "concern"
    ANSWER = "answer"  # she waits for a human answer
    ASKED_HUMAN = "asked_human"
    NOT_UNDERSTOOD = "not_understood"
    STOP_DOUBT = "stop_doubt"
    WROTE_AFTER_STOP = "wrote_after_stop"
    WROTE_AFTER_CLOSE = "wrote_after_close"
    UNKNOWN_NUMBER = "unknown_number"
    CALL = "call"  # the day-1 call of the ladder
    CALL_BACK = "call_back"  # she called, or an hour was promised
    CALL_OVERDUE = "call_overdue"
    CALL_ONLY = "call_only"  # landline, foreign number, prefers the voice
    MEET = "meet"  # she moves: her next aiguilleur speaks to her first
    PLAN_SLOT = "plan_slot"  # she said yes: choose an hour
    TO_ANNOUNCE = "to_announce"
    HELD = "held"  # nobody present: first text held
    OTHER_NAME = "other_name"  # known number, other first name
    CONFIRM_FIELD_ACTOR = "confirm_field_actor"  # relatives and field actors are confirmed first
    WRONG_PERSON = "wrong_person"
    THIRD_PARTY = "third_party"
    PHONE_CHANGE = "phone_change"
    NUMBER_DEAD = "number_dead"
    TRUSTED_ADULT = "trusted_adult"  # day 21
    RELAY_AGAIN = "relay_again"  # back to aiguillage
    RELAY_CONSENT = "relay_consent"  # the yes must be taken by a human
    RELAY_SAY = "relay_say"  # the human speaks: what the relay would have asked her
    STRUCTURE_CALL = "structure_call"  # day 14
    STRUCTURE_INSTITUTION = "structure_institution"  # day 21
    DISAGREEMENT = "disagreement"
    PRESCRIBER_WROTE = "prescriber_wrote"
    PRESCRIBER_NEWS = "prescriber_news"  # no e-mail possible: tell them by phone
    DEATH = "death"
    PAUSED = "paused"
    DATA_REQUEST = "data_request"
    SEND_UNCERTAIN = "send_uncertain"
    SEND_BLOCKED = "send_blocked"
    SAFETY_NOT_SENT = "safety_not_sent"
    LOOP = "loop"
    BROKEN_STATE = "broken_state"
    PARKED = "parked"  # a turn that could not be taken
    LANGUAGE = "language"
    MEDIA = "media"
    MINOR_REPORT = "minor_report"  # information préoccupante: sent / not, why, by whom
    MINOR_NAMED = "minor_named"  # a named human within 1 working day
    ALL_SAID = "all_said"  # every wording of this step was said to her: other words are needed
    NO_STEP = "no_step"  # the ledger found nobody's turn
    HELP_LINES = "help_lines"


@dataclass(frozen=True, slots=True)
class Effect:
    """Base of all effects."""


@dataclass(frozen=True, slots=True)
class Say(Effect):
    """Queue one text, rendered by the door from the catalogue.

    `key` is a sentence of flows.keys.Key; `params` are its variables without the common ones
    (prenom, aig, service, source) that the door knows. `at` is the earliest instant. `question`
    is what the text asks: the next turn is read with it. `language`: of the text it answers, when
    that is to be said in it; the youth's otherwise.
    """

    key: str
    to: Recipient = Recipient.YOUTH
    author: Author = Author.BOT
    kind: SayKind = SayKind.ANSWER
    params: Mapping[str, str] = field(default_factory=dict)
    question: Question | None = None
    at: datetime | None = None
    late: Late = Late.SEND
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SetTimer(Effect):
    """One timer of this flow; setting a kind again replaces it. `due` is aware."""

    kind: str
    due: datetime
    late: Late = Late.SEND


@dataclass(frozen=True, slots=True)
class DropTimer(Effect):
    """Drop this flow's timer of that kind, if any. `kind` "*" drops them all."""

    kind: str = "*"


@dataclass(frozen=True, slots=True)
class DropAllFlows(Effect):
    """Drop every timer of all flows of the conversation, and every text not yet sent (a death, an
    erasure)."""


@dataclass(frozen=True, slots=True)
class CallHuman(Effect):
    """Open a human task; one open task per kind and flow. `due` is when the promise breaks."""

    kind: TaskKind
    priority: Priority
    due: datetime | None = None
    codes: tuple[str, ...] = ()
    to_lead: bool = False
    alert: bool = False  # outside the inbox too (danger)


@dataclass(frozen=True, slots=True)
class EndTask(Effect):
    """Close this conversation's open tasks of that kind, with the outcome's code; `own`: only those
    of this flow, since a youth may have several relays at once."""

    kind: TaskKind
    outcome: str = "done"
    own: bool = False


@dataclass(frozen=True, slots=True)
class GiveWord(Effect):
    """Set the conversation's speaker. To HUMAN: what the bot planned to say is cancelled,
    visibly, and the step to resume from is kept (PRODUCT 3.5)."""

    speaker: Speaker


@dataclass(frozen=True, slots=True)
class CancelPlanned(Effect):
    """Cancel queued bot texts to the youth, with this reason; with `receipts`, also what only says
    that her text has arrived: a danger line or the confirmation of a stop says it better."""

    reason: str
    receipts: bool = False


@dataclass(frozen=True, slots=True)
class OptOut(Effect):
    """She opted out, on every channel; a keyed hash keeps it alive after erasure."""


@dataclass(frozen=True, slots=True)
class LiftOptOut(Effect):
    """Her stop is lifted."""


@dataclass(frozen=True, slots=True)
class MarkAddress(Effect):
    """The address in use is now: good, doubtful, dead, someone_else, shared, she_writes."""

    state: str


@dataclass(frozen=True, slots=True)
class MarkYouth(Effect):
    """Set one dated fact of the youth: recognised, deceased, prefers_voice, language:<code>,
    paused, seen (a sign of life)."""

    fact: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class MarkRelay(Effect):
    """Set this relay's status and dated step: the row that pages and figures read."""

    status: str
    reason: str | None = None
    appointment: datetime | None = None


@dataclass(frozen=True, slots=True)
class MarkReferral(Effect):
    """Set the referral's public status (DESIGN section 7) and date the step."""

    status: str


@dataclass(frozen=True, slots=True)
class Tell(Effect):
    """Pass an event to the sibling flows of that kind (contact, relay, prescriber)."""

    flow: str
    event: Event


@dataclass(frozen=True, slots=True)
class Note(Effect):
    """A journal line of its own: a code and small non-personal data."""

    code: str
    data: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CloseConversation(Effect):
    """A closed outcome: the conversation has no next step any more."""

    outcome: Outcome
