"""Build time only: learns the weights of router.py. python -m messages.understand.train [--check]

Logistic regression, one label against the rest, plain Python, AdaGrad, fixed order: the same
development file always gives the same weights. --check learns without the texts of each
run in turn and prints how those are read; it writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
import sys
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flows.reading import Question
from messages.understand import foreign, router
from messages.understand.evaluate import DATA, judge, load, report
from messages.understand.router import ALONE, DANGER, LABELS, SCALE, Model, hashed
from messages.understand.text import normalise

EPOCHS, RATE, DECAY, LEAST = 14, 0.6, 5e-6, 2
OTHER_HANDS = re.compile("(?:c[4-9]|d[1-9])-")  # ids of the replies that independent runs wrote
THEIR_WEIGHT = 3.0  # the rules were not made for these rows: they say more
Weights = list[dict[str, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """One reply: its features beside the question and without, what it is, what it may be."""

    beside: tuple[str, ...]
    alone: tuple[str, ...]
    labels: frozenset[str]
    unsure: frozenset[str]  # optional intents: neither right nor wrong, not learnt
    weight: float


def examples(rows: Sequence[dict[str, Any]]) -> list[Example]:
    """The replies that the reader takes for French."""
    out = []
    for row in rows:
        text = normalise(row["text"])
        if not text.plain or foreign.language_of(text.folded) != "fr":
            continue
        labels = set(row["intents"])
        if row["safety"] != "none":
            labels.add(DANGER)
        out.append(
            Example(
                tuple(sorted(router.features(text, Question(row["asked"])))),
                tuple(sorted(router.wordy(text.plain))),
                frozenset(labels),
                frozenset(row["optional_intents"]) - labels,
                THEIR_WEIGHT if OTHER_HANDS.match(row["id"]) else 1.0,
            )
        )
    return out


def learn(rows: Sequence[Example]) -> Weights:
    """One weight map per label; "bias" is a feature like another."""
    counts = Counter(f for row in rows for f in row.beside)
    kept = {f for f, n in counts.items() if n >= LEAST}
    ready = [(row, _known(row.beside, kept), _known(row.alone, kept)) for row in rows]
    weights: Weights = [{} for _ in LABELS]
    squares: Weights = [{} for _ in LABELS]
    for _ in range(EPOCHS):
        for row, beside, alone in ready:
            for index, label in enumerate(LABELS):
                if label not in row.unsure:
                    used = alone if label in ALONE else beside
                    _step(weights[index], squares[index], used, label in row.labels, row.weight)
    return weights


def _known(seen: tuple[str, ...], kept: set[str]) -> tuple[list[str], float]:
    return [f for f in seen if f in kept], 1 / math.sqrt(max(1, len(seen)))


def _step(
    weight: dict[str, float],
    square: dict[str, float],
    used: tuple[list[str], float],
    truth: bool,
    count: float,
) -> None:
    names, norm = used
    total = weight.get("bias", 0.0) + norm * sum(weight.get(n, 0.0) for n in names)
    error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - truth
    if abs(error) < 0.02:
        return
    for name, size in (*((n, norm) for n in names), ("bias", 1.0)):
        slope = count * error * size + DECAY * weight.get(name, 0.0)
        square[name] = square.get(name, 1e-6) + slope * slope
        weight[name] = weight.get(name, 0.0) - RATE * slope / math.sqrt(square[name])


def rounded(weights: Weights) -> Model:
    """The weights in whole numbers, without the features that weigh nothing."""
    rows: dict[int, list[int]] = {}
    for index, weight in enumerate(weights):
        for name, value in weight.items():
            whole = max(-127, min(127, round(value * SCALE)))
            if name != "bias" and abs(whole) >= 1:
                rows.setdefault(hashed(name), [0] * len(LABELS))[index] = whole
    keys = sorted(rows)
    flat = [w for key in keys for w in rows[key]]
    bias = tuple(round(w.get("bias", 0.0) * SCALE) for w in weights)
    return Model(array("I", keys), array("b", flat), bias)


def check(rows: list[dict[str, Any]]) -> None:
    """Read the texts of each run with a model that has not learnt them."""
    for hand in sorted({m[0] for r in rows if (m := OTHER_HANDS.match(r["id"]))}):
        router.use(rounded(learn(examples([r for r in rows if not r["id"].startswith(hand)]))))
        report(hand, judge(r for r in rows if r["id"].startswith(hand)), sys.stdout)


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn from the development part and write the weights, or check."""
    parser = argparse.ArgumentParser(prog="python -m messages.understand.train")
    parser.add_argument("--check", action="store_true")
    rows = load(DATA / "replies_dev.jsonl")
    if parser.parse_args(arguments).check:
        check(rows)
        return 0
    learnt = rounded(learn(examples(rows)))
    with gzip.GzipFile(router.WEIGHTS, "wb", mtime=0) as file:
        file.write(router.packed(learnt))
    sys.stdout.write(f"{len(learnt.keys)} features from {len(rows)} replies\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
