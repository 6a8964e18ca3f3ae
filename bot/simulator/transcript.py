"""A conversation as a page anyone can read: written by the phone in the terminal, read by the
scenario tests.

The grammar, one thing a line, blank lines anywhere:

    # words                     a remark, kept, without effect
    = Léa says yes              the title, once, at the top
    @ 2026-03-10 10:00          SAS time is set (Paris time)
    +1 day                      SAS time passes: minute(s), hour(s), day(s), week(s)
    Léa: oui                    somebody writes; the channel is SMS unless named:
    Léa (WhatsApp): oui
    SAS: Bonjour Léa...         SAS writes to the youth who spoke or was named last
    SAS to Léa: Bonjour         the same, naming her
    Karim takes over            somebody does something, in the words the runner knows
    Léa calls                   her missed call; also: sends a photo, sends a voice note,
    Léa taps 1 oui              a button of the last WhatsApp text
    SAS is silent               nothing was sent since the line before

A name is one word with a capital, or a title and a word (Mme Roux, M. Petit). A text goes on
over the next lines that begin with two spaces. In what SAS says, "..." stands for any words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
SAS = "SAS"
NAME = r"(?:(?:Mme|Mlle|M\.) )?[^\W\d_][\w'’-]*"
SAYS = re.compile(
    rf"(?P<who>{NAME})(?: to (?P<to>{NAME}))?(?: \((?P<channel>SMS|WhatsApp)\))?:(?: (?P<text>.*))?"
)
DOES = re.compile(rf"(?P<who>{NAME}) (?P<what>\S.*)")
PASSES = re.compile(r"\+\s*(?P<count>\d+) (?P<unit>minute|hour|day|week)s?")
UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}


class TranscriptError(ValueError):
    """A line that is none of these; the message names the line and its number."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the story is about."""

    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """For the reader only."""

    words: str


@dataclass(frozen=True, slots=True)
class Clock:
    """SAS time is set; aware, Paris."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Passed:
    """SAS time passes."""

    span: timedelta


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody writes. `channel` is "sms" or "whatsapp"; `to` only where it was named."""

    who: str
    text: str
    channel: str = "sms"
    to: str | None = None

    def matches(self, text: str) -> bool:
        """Whether these words are that text; "..." stands for any words, spaces count once."""
        pieces = [re.escape(_even(piece)) for piece in self.text.split("...")]
        return re.fullmatch(r"\s*.*?\s*".join(pieces), _even(text), re.DOTALL) is not None


@dataclass(frozen=True, slots=True)
class Done:
    """Somebody does something."""

    who: str
    what: str


Step = Title | Remark | Clock | Passed | Said | Done


def parse(page: str) -> list[Step]:
    """The steps of a page, in order. Raises TranscriptError."""
    return [_step(number, line) for number, line in _lines(page)]


def show(steps: Iterable[Step]) -> str:
    """A page that `parse` reads back as the same steps."""
    return "".join(line(step) + "\n" for step in steps)


def line(step: Step) -> str:
    """One step as it is written."""
    match step:
        case Title(words):
            return f"= {words}"
        case Remark(words):
            return f"# {words}".rstrip()
        case Clock(at):
            return f"@ {at.astimezone(PARIS):%Y-%m-%d %H:%M}"
        case Passed(span):
            return _passed(span)
        case Done(who, what):
            return f"{who} {what}"
        case Said():
            return _said(step)


def _passed(span: timedelta) -> str:
    for name, unit in reversed(UNITS.items()):
        if span and span % unit == timedelta():
            count = span // unit
            return f"+{count} {name}{'s' if count > 1 else ''}"
    raise TranscriptError(f"a span is a whole number of minutes, not {span}")


def _said(said: Said) -> str:
    to = f" to {said.to}" if said.to else ""
    channel = " (WhatsApp)" if said.channel == "whatsapp" else ""
    text = re.sub(r"\s*\n\s*", "\n  ", said.text.strip())
    return f"{said.who}{to}{channel}: {text}".rstrip()


def _lines(page: str) -> Iterator[tuple[int, str]]:
    """Whole lines with their number, continuations joined, blanks left out."""
    number, held = 0, ""
    for count, raw in enumerate(page.splitlines(), 1):
        if raw.startswith("  ") and held and raw.strip():
            held += "\n" + raw[2:].rstrip()
            continue
        if held:
            yield number, held
        number, held = count, raw.strip()
    if held:
        yield number, held


def _step(number: int, words: str) -> Step:
    if words.startswith("#"):
        return Remark(words[1:].strip())
    if words.startswith("="):
        return Title(words[1:].strip())
    if words.startswith("@"):
        return Clock(_moment(number, words[1:].strip()))
    if found := PASSES.fullmatch(words):
        return Passed(int(found["count"]) * UNITS[found["unit"]])
    if found := re.compile(SAYS.pattern, re.DOTALL).fullmatch(words):
        channel = (found["channel"] or "sms").lower()
        return Said(found["who"], found["text"] or "", channel, found["to"])
    if (found := DOES.fullmatch(words)) and found["who"][0].isupper():
        return Done(found["who"], found["what"])
    raise TranscriptError(f"line {number}: nobody says or does anything in {words!r}")


def _moment(number: int, words: str) -> datetime:
    try:
        return datetime.strptime(words, "%Y-%m-%d %H:%M").replace(tzinfo=PARIS)
    except ValueError:
        raise TranscriptError(f"line {number}: an hour reads 2026-03-10 10:00") from None


def _even(text: str) -> str:
    return " ".join(text.split())
