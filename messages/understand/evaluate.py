"""Scores the reading on labelled replies: python -m messages.understand.evaluate [FILE ...]."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from flows.reading import Question, Reading, Safety
from messages.understand.pipeline import read

DATA = Path(__file__).parent / "data"
_NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
_PARIS = ZoneInfo("Europe/Paris")
Row = dict[str, Any]


@dataclass(slots=True)
class Score:
    """Counts over a set of labelled rows."""

    rows: int = 0
    exact: int = 0
    stops: int = 0
    stops_missed: int = 0
    stops_forbidden: int = 0
    emergencies: int = 0
    emergencies_missed: int = 0
    harmless: int = 0
    false_alerts: int = 0
    numbers: int = 0
    numbers_wrong: int = 0
    hit: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def f1(self) -> dict[str, float]:
        """F1 of each intent that is wanted at least once."""
        wanted = sorted(set(self.hit) | set(self.missed))
        return {
            i: 2 * self.hit[i] / (2 * self.hit[i] + self.missed[i] + self.wrong[i]) for i in wanted
        }

    def macro_f1(self) -> float:
        """Mean of the F1 of the intents."""
        values = self.f1().values()
        return sum(values) / len(values) if values else 0.0


def load(path: Path) -> list[Row]:
    """The labelled rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def understood(row: Row) -> Reading:
    """The reading of one labelled row."""
    media = [row["media"]] if row.get("media") else []
    return read([row["text"]], asked=Question(row["asked"]), now=_NOW, tz=_PARIS, media=media)


def judge(rows: Iterable[Row]) -> Score:
    """Read every row and count."""
    score = Score()
    for row in rows:
        began = time.process_time()
        reading = understood(row)
        score.times.append(time.process_time() - began)
        _count(score, row, reading)
    return score


def _count(score: Score, row: Row, reading: Reading) -> None:
    got = {i.value for i in reading.intents}
    wanted, optional = set(row["intents"]), set(row["optional_intents"])
    if row.get("match") == "any":
        optional |= wanted
        wanted = (wanted & got) or wanted
    forbidden = got & set(row["forbidden_intents"])
    missed, extra = wanted - got, got - wanted - optional
    right = not missed and not extra and not forbidden
    right = right and reading.safety.value in row["safety_accept"] and _numbers_right(row, reading)
    score.rows += 1
    score.exact += right
    score.hit.update(wanted & got)
    score.missed.update(missed)
    score.wrong.update(extra)
    score.confused.update((m, e) for m in missed for e in extra)
    _critical(score, row, reading, got)
    if not right:
        score.errors.append(_explain(row, reading, got))


def _numbers_right(row: Row, reading: Reading) -> bool:
    return "choice_values" not in row or list(reading.choices) == row["choice_values"]


def _critical(score: Score, row: Row, reading: Reading, got: set[str]) -> None:
    score.stops += "stop" in row["intents"]
    score.stops_missed += "stop" in row["intents"] and "stop" not in got
    score.stops_forbidden += "stop" in row["forbidden_intents"] and "stop" in got
    emergency = row["safety"] == "emergency"
    score.emergencies += emergency
    score.emergencies_missed += emergency and reading.safety is Safety.NONE
    harmless = row["safety_accept"] == ["none"]
    score.harmless += harmless
    score.false_alerts += harmless and reading.safety is not Safety.NONE
    if row.get("choice_values") and row["text"].strip().isdigit():
        score.numbers += 1
        score.numbers_wrong += not _numbers_right(row, reading)


def _explain(row: Row, reading: Reading, got: set[str]) -> str:
    want = "+".join(row["intents"]) + (
        f" ({'+'.join(row['optional_intents'])})" if row["optional_intents"] else ""
    )
    return (
        f"{row['id']} [{row['asked']}] {row['text']!r}: {want} {row['safety']} "
        f"{row.get('choice_values', '')} | read {'+'.join(sorted(got))} {reading.safety.value} "
        f"{list(reading.choices) or ''} {' '.join(reading.rules)}"
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def report(name: str, score: Score, out: TextIO) -> None:
    """Print the figures of docs/understanding.md."""
    out.write(f"{name}: {score.rows} rows, exactly right {score.exact / max(1, score.rows):.1%}, ")
    out.write(f"macro-F1 {score.macro_f1():.3f}\n")
    out.write(
        f"  STOP missed {score.stops_missed}/{score.stops}, "
        f"where forbidden {score.stops_forbidden}\n"
    )
    out.write(f"  emergencies without alert {score.emergencies_missed}/{score.emergencies}, ")
    out.write(f"false alerts {score.false_alerts}/{score.harmless}\n")
    out.write(f"  plain numbers wrong {score.numbers_wrong}/{score.numbers}, ")
    out.write(f"p95 {percentile(score.times, 0.95) * 1000:.2f} ms\n")
    by_f1 = sorted(score.f1().items(), key=lambda item: item[1])
    out.write("  F1: " + ", ".join(f"{i} {f:.2f}" for i, f in by_f1) + "\n")
    worst = ", ".join(f"{m} read {e} ({n})" for (m, e), n in score.confused.most_common(8))
    out.write(f"  confusions: {worst or 'none'}\n")


def main(arguments: Sequence[str] | None = None, out: TextIO = sys.stdout) -> int:
    """Score files (default: the locked test part); --errors prints the rows read wrongly."""
    parser = argparse.ArgumentParser(prog="python -m messages.understand.evaluate")
    parser.add_argument("files", nargs="*", type=Path, default=[DATA / "replies_test.jsonl"])
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args(arguments)
    for path in chosen.files:
        score = judge(load(path))
        report(path.name, score, out)
        if chosen.errors:
            out.write("\n".join(score.errors) + "\n")
    return 0


__all__ = ["Score", "judge", "load", "main", "percentile", "report"]

if __name__ == "__main__":
    raise SystemExit(main())
