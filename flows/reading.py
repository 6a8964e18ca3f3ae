"""Between messages.understand (which makes a Reading) and the flows (which act on it).

A Reading says what a turn of the youth was understood to mean. It is data: no
text of the youth is in it, so that it can be journalled and logged by its rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Intent(StrEnum):
    """What a text does (PRODUCT section 8). Several may hold at once."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"
    LATER = "later"
    STOP = "stop"
    START = "start"
    WHO = "who"
    WRONG_NUMBER = "wrong_number"
    THIRD_PARTY = "third_party"
    HUMAN = "human"
    CHOICE = "choice"
    PHONE_CHANGE = "phone_change"
    AVAILABILITY = "availability"
    THANKS = "thanks"
    INSULT = "insult"
    DISTRESS = "distress"
    HAS_SOLUTION = "has_solution"
    MOVED = "moved"
    LANGUAGE = "language"
    MEDIA_ONLY = "media_only"
    OTHER = "other"


class Safety(StrEnum):
    """How much a text worries us: read by a human at once, the same day, or no sign."""

    NONE = "none"
    CONCERN = "concern"
    EMERGENCY = "emergency"


class Danger(StrEnum):
    """The kind of danger, which chooses the fixed text (PRODUCT section 9)."""

    SUICIDE = "suicide"
    VIOLENCE = "violence"
    NOWHERE = "nowhere"
    MEDICAL = "medical"
    HARM_OTHERS = "harm_others"
    CHILD = "child"
    OTHER = "other"


class Sureness(StrEnum):
    """What the confidence allows (PRODUCT section 8, last lines)."""

    ACT = "act"
    ECHO = "echo"
    ASK = "ask"
    HUMAN = "human"


class Question(StrEnum):
    """What the bot asked last: it changes what "1", "demain" or "ok merci" mean."""

    FIRST_CONTACT = "first_contact"
    MENU4 = "menu4"
    SLOT = "slot"
    REMINDER = "reminder"
    FOLLOWUP = "followup"
    OPEN = "open"
    RELAY_OFFER = "relay_offer"
    CALL_ANNOUNCED = "call_announced"


@dataclass(frozen=True, slots=True)
class When:
    """A span the youth proposed, aware, in her own time zone; start <= end."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """What one turn (all texts of a burst, in order) was understood to mean.

    `rules` names the rules that fired, so that an aiguilleur sees why and can
    correct it. `death` is set when somebody tells that the youth has died
    (PRODUCT 3.11). `loop_suspect` when the text looks sent by another robot.
    """

    intents: frozenset[Intent] = frozenset({Intent.OTHER})
    choices: tuple[int, ...] = ()
    safety: Safety = Safety.NONE
    danger: Danger | None = None
    when: tuple[When, ...] = ()
    phones: tuple[str, ...] = ()
    language: str = "fr"
    sureness: Sureness = Sureness.HUMAN
    rules: tuple[str, ...] = ()
    death: bool = False
    away: str | None = None  # "prison" or "hospital", told by the youth or another person
    request: str | None = None  # "see" or "erase" her data (PRODUCT section 10)
    loop_suspect: bool = False
    media: bool = field(default=False)
    voice: bool = False  # a note that somebody must listen to, among the media
    plain_yes: bool = False  # a yes, or the button 1, and nothing else: what a consent asks for

    def has(self, *intents: Intent) -> bool:
        """True when any of these intents was read."""
        return any(i in self.intents for i in intents)


def danger_language(language: str, rules: Iterable[str]) -> str | None:
    """The language that a danger was written in, when that is sure: its own list of dangers heard
    it. French is what a text is taken for when nothing says otherwise, so it is never sure."""
    own = f"danger.{language}."
    return language if any(rule.startswith(own) for rule in rules) else None
