"""What a benchmark found: a figure, its control, its goal, and whether the goal is met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

AT_MOST, AT_LEAST = "at most", "at least"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `unit` is that of `measured` and `control`. The goal is about
    `judged`: the measured value itself, or its ratio to the control when `ratio`; `times` when the
    two were measured in turns (`paired`)."""

    name: str
    measured: float
    unit: str
    control: float | None = None
    goal: tuple[str, float] | None = None
    ratio: bool = False
    times: float | None = None

    @property
    def judged(self) -> float:
        """What the goal is about."""
        if self.times is not None:
            return self.times
        return self.measured / self.control if self.ratio and self.control else self.measured

    @property
    def met(self) -> bool | None:
        """None: shown for information, without a goal."""
        if self.goal is None:
            return None
        word, limit = self.goal
        return self.judged <= limit if word == AT_MOST else self.judged >= limit

    def as_json(self) -> dict[str, Any]:
        """Everything, for `--json`."""
        return {**asdict(self), "judged": self.judged, "met": self.met}

    def cells(self) -> tuple[str, ...]:
        """The line of the table."""
        control = "" if self.control is None else _number(self.control, self.unit)
        judged = f"{self.judged:.2f}x" if self.ratio else ""
        met = {None: "", True: "yes", False: "NO"}[self.met]
        return self.name, _goal(self), control, _number(self.measured, self.unit), judged, met


HEADS = ("figure", "goal", "control", "measured", "to control", "met")


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table of plain text, also valid in Markdown."""
    rows = [HEADS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADS))]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in rows
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)


def quantile(values: Iterable[float], share: float) -> float:
    """The value below which that share lies (nearest rank). Raises ValueError without values."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("nothing was measured")
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Iterable[float]) -> float:
    """The middle one."""
    return quantile(values, 0.5)


def paired(
    name: str,
    measured: Sequence[float],
    unit: str,
    control: Sequence[float],
    goal: tuple[str, float] | None = None,
) -> Figure:
    """Of values measured in turns with their controls: the middle ones, and the middle ratio. A
    machine that is slow for a while is slow for both of a pair."""
    ratios = [one / other for one, other in zip(measured, control, strict=True)]
    middle = median(measured), unit, median(control), goal
    return Figure(name, *middle, ratio=True, times=median(ratios))


def _goal(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    word, limit = figure.goal
    return f"{word} {limit:g}x" if figure.ratio else f"{word} {_number(limit, figure.unit)}"


def _number(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit}"
