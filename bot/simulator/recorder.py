"""What is played on the phones, as a scenario that tests/scenarios plays again: it reads what the
carrier knows of each phone, and writes whole pages, so that nothing is lost by a Ctrl-C.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.simulator.acts import (
    CALLS,
    FAULT,
    NAME,
    NEXT,
    NO_FAULT,
    OWNS,
    PHOTO,
    RANKS,
    REFERS,
    SETTLED,
    TAPS,
    TAPS_RANK,
    UNREACHED,
    VOICE,
    WEEK,
)
from bot.simulator.faults import EXPLAINED, Fault
from bot.simulator.transcript import PARIS, SAS, Clock, Done, Passed, Said, Step, Title, show
from messages.content import tapped

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
USUAL_PRESCRIBER, USUAL_AGE = "Mme Roux", 20
EVERYBODY = "Everybody"
ARRIVED = frozenset({"delivered", "read"})
OVER = ARRIVED | {"undelivered", "failed"}
Item = Mapping[str, Any]
Seen = Mapping[str, Any]


@dataclass(slots=True)
class Line:
    """One phone of the page: what of it is written already."""

    name: str
    opening: int  # where it is said who refers her
    items: set[str] = field(default_factory=set)
    reads: bool = True
    faults: dict[str, float] = field(default_factory=dict)
    empty: bool = True


class Recorder:
    """`born`: her year of birth, of everybody on this page. `now`: SAS time, None when the carrier
    does not know it. Every phone is given as the control API shows it. Raises OSError."""

    def __init__(
        self, path: Path, first: Seen, now: datetime | None, who: str = "", born: str = ""
    ) -> None:
        self.path = path
        self._who = who or USUAL_PRESCRIBER
        self._now: datetime | None = None
        self._whom = ""
        self._lines: dict[str, Line] = {}
        self._all_faults: dict[str, float] = {}
        past = [item for item in first["items"] if item["kind"] == "text"]
        begun = _begun(past) or now or datetime.now(PARIS)
        self._born = born or str(begun.year - USUAL_AGE)
        self._steps: list[Step] = [Title(f"{name_of(first)} écrit")]
        self._time(begun)
        self._join(first)
        self.hear(first)

    @property
    def phones(self) -> tuple[str, ...]:
        """The keys of the phones on this page."""
        return tuple(self._lines)

    def join(self, phone: Seen, now: datetime | None) -> None:
        """One more phone; its past is left out, time being further already."""
        if phone["key"] not in self._lines:
            self._pass_to(now)
            line = self._join(phone)
            line.items = {item["sid"] for item in phone["items"] if _over(item)}
            self._write()

    def _join(self, phone: Seen) -> Line:
        line = Line(name_of(phone), len(self._steps))
        number = {"number": phone["number"]}
        said = {"name": line.name, **number, "year": self._born}
        stranger = bool(phone["items"]) and phone["items"][0]["inbound"]
        self._add(Done(line.name, OWNS, number) if stranger else Done(self._who, REFERS, said))
        line.empty = not phone["items"]
        line.reads = not phone["reads"]  # so that it is written
        self._lines[phone["key"]] = line
        self._whom = line.name
        self._habits(line, phone)
        return line

    def hear(self, phone: Seen) -> None:
        """Write what is new on a phone of this page."""
        line = self._lines[phone["key"]]
        self._habits(line, phone)
        for item in phone["items"]:
            if item["sid"] in line.items or not _over(item):
                continue
            line.items.add(item["sid"])
            if line.empty and item["inbound"]:  # nobody has referred her
                self._steps[line.opening] = Done(line.name, OWNS, {"number": phone["number"]})
            line.empty = False
            self._item(line, item, phone["items"])
        self._write()

    def hear_all(self, faults: Mapping[str, Mapping[str, Any]]) -> None:
        """The faults of everybody."""
        self._all_faults = self._faults(EVERYBODY, self._all_faults, faults)
        self._write()

    def note(self, steps: Iterable[Step], now: datetime | None) -> None:
        """What somebody did elsewhere."""
        self._pass_to(now)
        for step in steps:
            self._add(step)
        self._write()

    def passed(self, span: timedelta | None) -> None:
        """Time has been moved; None: to the next due thing."""
        if span is None:
            self._add(Done(SAS, NEXT))
            self._now = None
        else:
            self._add(Passed(span))
            self._now = self._now + span if self._now is not None else None
        self._write()

    def _habits(self, line: Line, phone: Seen) -> None:
        if phone["reads"] != line.reads:
            line.reads = phone["reads"]
            self._add(Done(line.name, SETTLED, {"habit": "reads" if line.reads else "receives"}))
        line.faults = self._faults(line.name, line.faults, phone["faults"])

    def _faults(
        self, name: str, before: Mapping[str, float], on: Mapping[str, Mapping[str, Any]]
    ) -> dict[str, float]:
        now = {fault: float(switch["value"]) for fault, switch in on.items()}
        for fault in before.keys() - now.keys():
            self._add(Done(name, NO_FAULT, {"fault": fault}))
        for fault, value in now.items():
            if before.get(fault) != value:
                valued = {"value": f"{value:g}"} if EXPLAINED[Fault(fault)].value else {}
                self._add(Done(name, FAULT, {"fault": fault, **valued}))
        return now

    def _item(self, line: Line, item: Item, items: list[Item]) -> None:
        self._pass_to(datetime.fromisoformat(item["shown_at"]))
        if item["inbound"]:
            self._whom = line.name
            for step in _sent_by_her(line.name, item, items):
                self._add(step)
        elif item["kind"] == "text":
            to = line.name if line.name != self._whom else None
            self._whom = line.name
            self._add(Said(SAS, item["body"], item["channel"], to))
            if item["status"] not in ARRIVED and item["error"]:
                self._add(Done(line.name, UNREACHED, {"code": str(item["error"])}))

    def _pass_to(self, at: datetime | None) -> None:
        """What happened within a minute is played at its end."""
        if at is not None:
            even = at.replace(second=0, microsecond=0)
            self._time(even if even == at else even + MINUTE)

    def _time(self, at: datetime) -> None:
        if self._now is None or at > self._now:
            self._now = at
            self._add(Clock(at))

    def _add(self, step: Step) -> None:
        self._steps.append(step)

    def _write(self) -> None:
        self.path.write_text(show(self._steps), encoding="utf-8")


def name_of(phone: Seen) -> str:
    """Her name as a scenario can write it: words with a capital."""
    words = re.findall(r"[^\W\d_][\w'’-]*", phone["name"] or "")
    name = " ".join(word[:1].upper() + word[1:] for word in words)
    return name if re.fullmatch(NAME, name) else f"Jeune-{phone['number'][-4:]}"


def _begun(past: list[Item]) -> datetime | None:
    """When the story began: she is referred one hour before the first text of SAS, whose good hour
    is then the same."""
    if not past:
        return None
    first = datetime.fromisoformat(past[0]["shown_at"]).replace(second=0, microsecond=0)
    return first if past[0]["inbound"] else first - HOUR


def _over(item: Item) -> bool:
    """A text that is still on its way is not written yet."""
    return item["kind"] == "call" or item["inbound"] or item["status"] in OVER


def _sent_by_her(name: str, item: Item, items: list[Item]) -> Iterable[Step]:
    if item["kind"] == "call":
        yield Done(name, CALLS)
        return
    if item["button"] is not None:
        yield _tap(name, item, items)
        return
    for media in item["media"]:
        form = PHOTO if media["type"].startswith("image/") else VOICE
        yield Done(name, form, channel=item["channel"])
    if item["body"]:
        yield Said(name, item["body"], item["channel"])


def _tap(name: str, item: Item, items: list[Item]) -> Done:
    """Of the last question, or of which one by its day."""
    given = {"choice": tapped(item["button"])[0]}
    asked = [one for one in items if one.get("buttons") and one["at"] <= item["at"]]
    bound = next((one for one in asked if one["sid"] == item["reply_to"]), None)
    if bound is None or bound is asked[-1]:
        return Done(name, TAPS, given, "whatsapp")
    given["day"] = _day(bound, item)
    same = [one for one in asked if _date(one) == _date(bound)]
    if bound is same[-1]:
        return Done(name, TAPS, given, "whatsapp")
    return Done(name, TAPS_RANK, given | {"rank": RANKS[same.index(bound)]}, "whatsapp")


def _date(item: Item) -> datetime:
    here = datetime.fromisoformat(item["shown_at"]).astimezone(PARIS)
    return here.replace(hour=0, minute=0, second=0, microsecond=0)


def _day(asked: Item, tapped: Item) -> str:
    """The day of the week within a week, else the date."""
    day = _date(asked)
    return WEEK[day.weekday()] if (_date(tapped) - day).days < 7 else f"{day:%Y-%m-%d}"
