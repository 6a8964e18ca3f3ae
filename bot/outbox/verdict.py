"""What the last gate answers, in the words that rows, journal and flows use (PRODUCT section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Why(StrEnum):
    """The gate's word, kept on the row. The first group is final, the second is for later."""

    ERASED = "erased"
    DECEASED = "deceased"
    OPTED_OUT = "opted_out"
    SPEAKER = "speaker"
    LEGAL_BASIS = "legal_basis"
    PAUSED = "paused"
    OVERTAKEN = "overtaken"
    LATE = "late"  # a nudge that is no longer useful
    LOOP_GUARD = "loop_guard"
    REPEATED = "repeated"  # a SYSTEM text said already for this cause, or too soon
    DEAD_ADDRESS = "dead_address"
    NOT_HERS = "not_hers"  # somebody else's address
    SHE_WRITES = "she_writes"  # she says when to write: no machine
    SENDER = "sender"

    QUIET_HOURS = "quiet_hours"
    CAP = "cap"
    NUMBER_IN_DOUBT = "number_in_doubt"  # another first name on it waits for a decision
    RATE = "rate"
    BREAKER = "breaker"
    NO_CARRIER = "no_carrier"

    WINDOW = "window"
    NO_WHATSAPP = "no_whatsapp"
    NOT_TEXTABLE = "not_textable"


class Way(StrEnum):
    """How a text leaves."""

    AS_IS = "as_is"
    TEMPLATE = "template"
    SMS = "sms"
    HELD = "held"  # it does not: a human task, until she writes on WhatsApp


@dataclass(frozen=True, slots=True)
class Refused:
    """Final: kept with its reason, and returned to the flow as an event."""

    why: Why


@dataclass(frozen=True, slots=True)
class Later:
    """Stays queued; every check runs again at `until` (SAS time)."""

    until: datetime
    why: Why


@dataclass(frozen=True, slots=True)
class Pass:
    """It may leave, by this way; `why` says why another than the planned one."""

    way: Way = Way.AS_IS
    why: Why | None = None


Verdict = Refused | Later | Pass
