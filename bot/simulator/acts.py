"""What somebody can do in a scenario, beside writing: the one table of these lines, read by
transcript.py, written by the phone in the terminal, played by tests/scenarios, shown in
docs/simulator.md.

In a form, {slot} stands for a word or some, and [ ] holds what may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from bot.simulator.faults import Fault

NAME = r"(?:(?:Mme|Mlle|M\.) )?[^\W\d_a-zß-ÿ][\w'’-]*(?: [^\W\d_a-zß-ÿ][\w'’-]*)*"
"""A title perhaps, then one or more words with a capital: Léa, Mme Roux, Marie Claire."""
WORD = r"[a-z][a-z0-9_]*"
WORDS = r"[^\s()](?:[^()\n]*[^\s()])?"
RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SLOTS: Mapping[str, str] = {
    "name": NAME,
    "number": r"\+\d(?: ?\d){5,14}",
    "year": r"\d{4}",
    "untold": "not told yet",
    "choice": r"\S+(?: \S+)*?",
    "day": "|".join((*WEEK, r"\d{4}-\d\d-\d\d")),
    "rank": "|".join(RANKS),
    "code": r"\d{5}",
    "span": r"\d+ (?:minute|hour|day|week)s?",
    "answer": "yes|no",
    "habit": "receives|reads",
    "fault": "|".join(Fault),
    "value": r"\d+(?:\.\d+)?",
    "service": WORDS,
    "reason": WORDS,
}
"""What each slot takes; any other one is a word of SAS in small letters, such as with_human."""


class Actor(StrEnum):
    """Who does such a thing: the chapters of the table."""

    PRESCRIBER = "Who refers"
    YOUTH = "A youth"
    CARRIER = "Her carrier"
    SAS = "SAS"
    AIGUILLEUR = "An aiguilleur"
    STRUCTURE = "A structure"


@dataclass(frozen=True)
class Form:
    """One kind of line: how it is written, and what it means. Named by `words`."""

    actor: Actor
    words: str
    means: str = field(compare=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What reads it, each slot a group."""
        return re.compile("".join(_piece(piece) for piece in self._pieces), re.DOTALL)

    @property
    def _pieces(self) -> list[str]:
        return re.findall(r"\{\w+\}|[\[\]]|[^\[\]{}]+", self.words)

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots, in order."""
        return tuple(re.findall(r"\{(\w+)\}", self.words))

    def fill(self, given: Mapping[str, str]) -> str:
        """The line with these words; an optional part without its words is left out."""

        def part(found: re.Match[str]) -> str:
            asked = re.findall(r"\{(\w+)\}", found[1])
            return found[1] if all(name in given for name in asked) else ""

        return re.sub(r"\[(.*?)\]", part, self.words).format_map(given)

    def read(self, line: str) -> dict[str, str] | None:
        """The words in its slots, None when the line is of another form."""
        found = self.pattern.fullmatch(line)
        if found is None:
            return None
        return {name: word for name, word in found.groupdict().items() if word is not None}


def _piece(piece: str) -> str:
    if piece in "[]":
        return "(?:" if piece == "[" else ")?"
    if piece.startswith("{"):
        return f"(?P<{piece[1:-1]}>{SLOTS.get(piece[1:-1], WORD)})"
    return re.escape(piece)


_P, _Y, _C, _S, _A, _M = Actor
REFERS = Form(
    _P,
    "refers {name}[, {number}][, born in {year}][, {untold}]",
    "A referral. Without a number: that of the cast. Without a year: she is 20.",
)
TOLD = Form(_P, "told {name}", "She has announced SAS to her.")
READS = Form(_P, "reads {status}", "What her follow-up page says of the youth.")
MAILED = Form(_P, "is mailed {mail}", "The last e-mail to her, or to the structure.")
PHOTO = Form(_Y, "sends a photo", "Without words.")
VOICE = Form(_Y, "sends a voice note", "Without words.")
TAPS_RANK = Form(
    _Y,
    "taps {choice} on the {rank} question of {day}",
    "The same, when SAS asked several questions that day.",
)
TAPS = Form(
    _Y,
    "taps {choice}[ on the question of {day}]",
    "A button or a line of a list, on WhatsApp: of the last question, or of the last one of a day.",
)
CALLS = Form(_Y, "calls", "A missed call.")
OWNS = Form(_Y, "has the number {number}", "The phone of somebody whom nobody referred.")
SETTLED = Form(_Y, "{habit} every text", "What becomes of each text to her: receives, or reads.")
REACHED = Form(_C, "is reached", "The last text to her arrived.")
READ = Form(_C, "has read it", "She has read the last text to her.")
UNREACHED = Form(_C, "cannot be reached: {code}", "The last text did not arrive, with this code.")
FAULT = Form(_C, "has a fault: {fault}[ {value}]", "A fault of her phone; `Everybody`: of all.")
NO_FAULT = Form(_C, "has no more fault[: {fault}]", "That one is over, or all are.")
SILENT = Form(_S, "is silent", "Nothing was sent to her since the line before.")
NEXT = Form(_S, "waits for the next due thing", "Time passes until SAS has something to do.")
HAS_TO = Form(_A, "has to {task}", "A task of that kind is open in the inbox.")
IDLE = Form(_A, "has nothing to do", "No task about her is open.")
TAKES = Form(_A, "takes over", "The conversation is hers or his.")
RECOGNISES = Form(_A, "recognises {name}", '"C\'est bien elle."')
HANDS_BACK = Form(_A, "hands back at {step}", "The bot speaks again, from that step.")
CLOSES = Form(_A, "closes: {outcome}", "The conversation ends so.")
LOGS = Form(_A, "logs a call: {outcome}", "spoken, voicemail, wrong_number or call_back.")
PROMISES = Form(_A, "promises a call in {span}", "An hour is promised to her.")
PROPOSES = Form(_A, "proposes {service}", "A relay to that service of the structure.")
AUTHORITY = Form(_A, "records the authority", "Who holds parental authority was told.")
NOTES = Form(_A, "notes her {answer}", "Her yes or no to the relay, said aloud.")
WITHDRAWS = Form(_A, "withdraws her yes", "She takes it back.")
AWAY = Form(_A, "is away for {span}", "From today; nobody stands in.")
PAUSES = Form(_A, "pauses for {span}: {reason}", "Nothing is sent to her until then.")
DEATH = Form(_A, "is told of a death", "Everything stops.")
ANSWERS = Form(_M, "answers {says}", "By the link of its e-mail.")
IS = Form(_Y, "is {state}", "The state of her contact, or of the relay for the structure.")

FORMS: tuple[Form, ...] = (
    *(REFERS, TOLD, READS, MAILED),
    *(PHOTO, VOICE, TAPS, TAPS_RANK, CALLS, OWNS, IS),
    *(SETTLED, REACHED, READ, UNREACHED, FAULT, NO_FAULT),
    *(SILENT, NEXT),
    *(HAS_TO, IDLE, TAKES, RECOGNISES, HANDS_BACK, CLOSES, LOGS, PROMISES, PROPOSES),
    *(AUTHORITY, NOTES, WITHDRAWS, AWAY, PAUSES, DEATH),
    ANSWERS,
)
"""In the order of the table of docs/simulator.md."""


def form_of(line: str) -> tuple[Form, dict[str, str]] | None:
    """The form of that line with its words: the one that leaves least to its slots."""
    found = [(form, given) for form in FORMS if (given := form.read(line)) is not None]
    return min(found, key=lambda one: sum(map(len, one[1].values())), default=None)


def table() -> str:
    """The table of docs/simulator.md."""
    rows = "".join(f"| {f.actor} | `{f.words}` | {f.means} |\n" for f in FORMS)
    return "| who | what | means |\n| --- | --- | --- |\n" + rows
