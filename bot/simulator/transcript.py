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
    Karim takes over            somebody does something: the forms of acts.py
    Karim takes over (Sam)      the same, about Sam and not about who was named last
    Léa (WhatsApp) sends a photo

A name is words with capitals, perhaps after a title (Léa, Marie Claire, Mme Roux, M. Petit). A
text goes on over the next lines that begin with two spaces. In what SAS says, "..." stands for
any words. The channel of a text is checked too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.simulator.acts import NAME, Form, form_of

PARIS = ZoneInfo("Europe/Paris")
SAS = "SAS"
CHANNEL = r"(?: \((?P<channel>SMS|WhatsApp)\))?"
SAYS = re.compile(rf"(?P<who>{NAME})(?: to (?P<to>{NAME}))?{CHANNEL}:(?: (?P<text>.*))?", re.DOTALL)
DOES = re.compile(rf"(?P<who>{NAME}){CHANNEL} (?P<what>\S.*?)(?: \((?P<about>{NAME})\))?")
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
    """Somebody does something of the table of acts.py. `given`: the words in the slots of the form;
    `channel` matters to what a youth sends; `about` only where it was named."""

    who: str
    form: Form
    given: Mapping[str, str] = field(default_factory=dict)
    channel: str = "sms"
    about: str | None = None


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
        case Done():
            about = f" ({step.about})" if step.about else ""
            return f"{step.who}{_by(step.channel)} {step.form.fill(step.given)}{about}"
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
    text = re.sub(r"\s*\n\s*", "\n  ", said.text.strip())
    return f"{said.who}{to}{_by(said.channel)}: {text}".rstrip()


def _by(channel: str) -> str:
    return " (WhatsApp)" if channel == "whatsapp" else ""


def _lines(page: str) -> Iterator[tuple[int, str]]:
    """Whole lines with their number, continuations joined, blanks left out."""
    number, held = 0, ""
    for count, raw in enumerate(page.split("\n"), 1):
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
    if (found := DOES.fullmatch(words)) and (act := form_of(found["what"])):
        return Done(found["who"], *act, _channel(found), found["about"])
    if found := SAYS.fullmatch(words):
        return Said(found["who"], found["text"] or "", _channel(found), found["to"])
    raise TranscriptError(f"line {number}: nobody says or does anything in {words!r}")


def _channel(found: re.Match[str]) -> str:
    return (found["channel"] or "sms").lower()


def _moment(number: int, words: str) -> datetime:
    try:
        return datetime.strptime(words, "%Y-%m-%d %H:%M").replace(tzinfo=PARIS)
    except ValueError:
        raise TranscriptError(f"line {number}: an hour reads 2026-03-10 10:00") from None


def _even(text: str) -> str:
    return " ".join(text.split())
