"""`step`: what the pure core costs, against a bare state machine of the same library.

The control is a machine of ten states as DESIGN section 3 lists them, with the same settings: made
at the stored state, given one event, thrown away. Reading and rendering are shown apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from statemachine import State, StateChart

from bot.clock import monotonic
from flows.events import Delivered, Event, HumanSpoke, Referred, TextsReceived, TimerDue
from flows.keys import Key
from flows.reading import Intent, Question
from flows.snapshot import FlowKind, Snapshot
from flows.step import step
from messages.render import render
from messages.understand import read
from tests.bench.figures import AT_MOST, Figure, median
from tests.bench.place import Place
from tests.flows.play import HOURS, KARIM, MONDAY, at
from tests.flows.play import read as reading

BLOCKS, TIMES = 15, 20

STEPS: tuple[tuple[str, Event, Question | None], ...] = (
    ("new", Referred(True), None),
    ("waiting", TimerDue("hello"), None),
    ("asked", Delivered(Key.HELLO), Question.FIRST_CONTACT),
    ("asked", TextsReceived(reading(Intent.YES)), Question.FIRST_CONTACT),
    ("asked", TextsReceived(reading(Intent.WHO)), Question.FIRST_CONTACT),
    ("asked", TimerDue("day3"), Question.FIRST_CONTACT),
    ("talking", HumanSpoke("karim", "text"), None),
)
"""An ordinary life: referred, greeted, arrived, answered, asked, nudged, taken over."""

TEXTS = (
    "oui",
    "1",
    "plus tard svp je suis au taf",
    "c qui vous ??",
    "nan c bon merci",
    "jeudi aprem ça me va, pas avant 14h",
    "je cherche un logement et un taf en fait",
    "j'ai plus de thunes et je dors chez un pote",
)
PARAMS = {
    "prenom": "Léa",
    "aig": "Karim",
    "service": "Relais Jeunes",
    "source": "Mme Roux",
    "fin": "1000",
    "minor": "",
    "question": "first_contact",
    "quand": at("17:00", 24).isoformat(),
}


class Bare(StateChart):  # type: ignore[type-arg]
    """A contact as one would first write it."""

    allow_event_without_transition = False
    catch_errors_as_events = False
    atomic_configuration_update = True

    waiting = State(initial=True)
    asked = State()
    nudged = State()
    talking = State()
    with_human = State()
    resting = State()
    unreachable = State()
    wrong_person = State()
    opted_out = State()
    closed = State(final=True)

    greet = waiting.to(asked)
    nudge = asked.to(nudged) | nudged.to.itself()
    engage = asked.to(talking) | nudged.to(talking) | resting.to(talking)
    hand = asked.to(with_human) | nudged.to(with_human) | talking.to(with_human)
    rest = nudged.to(resting) | with_human.to(resting)
    lose = asked.to(unreachable) | nudged.to(unreachable)
    mistake = asked.to(wrong_person) | talking.to(wrong_person)
    stop = asked.to(opted_out) | talking.to(opted_out) | nudged.to(opted_out)
    end = closed.from_(with_human, resting, opted_out, unreachable, wrong_person)


BARE = (
    ("waiting", "greet"),
    ("asked", "engage"),
    ("asked", "nudge"),
    ("nudged", "rest"),
    ("talking", "hand"),
    ("asked", "stop"),
    ("with_human", "end"),
)


def run(_place: Place) -> Sequence[Figure]:
    """Milliseconds per step, per text, per sentence."""
    snapshots = [(_snapshot(state, question), event) for state, event, question in STEPS]
    ours, control, reads, renders = _interleaved(
        lambda: [step(snapshot, event) for snapshot, event in snapshots],
        lambda: [_bare(state, event) for state, event in BARE],
        lambda: [_read(text) for text in TEXTS],
        lambda: [render(Key.HELLO, PARAMS, now=MONDAY, zone=HOURS.zone)],
    )
    return [
        Figure(
            "flows.step",
            ours / len(STEPS),
            "ms",
            control / len(BARE),
            (AT_MOST, 1.5),
            ratio=True,
        ),
        Figure("reading one text", reads / len(TEXTS), "ms"),
        Figure("rendering one text", renders, "ms"),
    ]


def _snapshot(state: str, question: Question | None) -> Snapshot:
    now = MONDAY + timedelta(minutes=5)
    return Snapshot(FlowKind.CONTACT, state, now, HOURS, human=KARIM, question=question, memory={})


def _bare(state: str, event: str) -> str:
    machine = Bare(start_value=state)
    machine.send(event)
    return str(machine.current_state_value)


def _read(text: str) -> object:
    return read([text], asked=Question.FIRST_CONTACT, now=MONDAY, tz=HOURS.zone)


def _interleaved(*works: Callable[[], object]) -> list[float]:
    """Milliseconds of one call of each: the median of blocks that take turns."""
    spans: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    for _ in range(BLOCKS):
        for work, found in zip(works, spans, strict=True):
            began = monotonic()
            for _ in range(TIMES):
                work()
            found.append((monotonic() - began) * 1000 / TIMES)
    return [median(found) for found in spans]
