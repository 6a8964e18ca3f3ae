"""Build time only: learns the weights of router.py. python -m messages.understand.train [--check]

Logistic regression, one label against the rest, plain Python, AdaGrad, fixed order: the same
development file always gives the same weights. --check prints five-fold figures and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from flows.reading import Question
from messages.understand.evaluate import DATA, load
from messages.understand.router import DANGER, LABELS, SCALE, WEIGHTS, features
from messages.understand.text import normalise

EPOCHS, RATE, DECAY, LEAST = 14, 0.6, 2e-5, 2
Example = tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]
Weights = list[dict[str, float]]


def examples(rows: Sequence[dict[str, Any]]) -> list[Example]:
    """(features with the question, features without, labels) of the French rows."""
    out = []
    for row in rows:
        plain = normalise(row["text"]).plain
        if (
            not plain
            or row["lang"] != "fr"
            or "language" in row["intents"]
            and len(row["intents"]) > 1
        ):
            continue
        labels = set(row["intents"]) & set(LABELS)
        if row["safety"] != "none":
            labels.add(DANGER)
        asked = Question(row["asked"])
        out.append((features(plain, asked), features(plain, None), frozenset(labels)))
    return out


def learn(rows: Sequence[Example]) -> Weights:
    """One weight map per label; "bias" is a feature like another."""
    counts = Counter(f for seen, _, _ in rows for f in seen)
    kept = {f for f, n in counts.items() if n >= LEAST}
    ready = [(_known(s, kept), _known(p, kept), labels) for s, p, labels in rows]
    weights: Weights = [{} for _ in LABELS]
    squares: Weights = [{} for _ in LABELS]
    for _ in range(EPOCHS):
        for seen, plain, labels in ready:
            for index, label in enumerate(LABELS):
                used = plain if label == DANGER else seen
                _step(weights[index], squares[index], used, label in labels)
    return weights


def _known(seen: tuple[str, ...], kept: set[str]) -> tuple[list[str], float]:
    return [f for f in sorted(seen) if f in kept], 1 / math.sqrt(max(1, len(seen)))


def _step(
    weight: dict[str, float], square: dict[str, float], used: tuple[list[str], float], truth: bool
) -> None:
    names, norm = used
    total = weight.get("bias", 0.0) + norm * sum(weight.get(n, 0.0) for n in names)
    error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - truth
    if abs(error) < 0.02:
        return
    for name, size in (*((n, norm) for n in names), ("bias", 1.0)):
        slope = error * size + DECAY * weight.get(name, 0.0)
        square[name] = square.get(name, 1e-6) + slope * slope
        weight[name] = weight.get(name, 0.0) - RATE * slope / math.sqrt(square[name])


def save(weights: Weights) -> int:
    """Write the weights worth keeping as whole numbers; returns how many features."""
    table: dict[str, list[int]] = {}
    for index, weight in enumerate(weights):
        for name, value in weight.items():
            rounded = round(value * SCALE)
            if abs(rounded) >= 12:
                table.setdefault(name, []).extend((index, rounded))
    with gzip.GzipFile(WEIGHTS, "wb", mtime=0) as file:
        file.write(
            json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        )
    return len(table)


def _score(weight: dict[str, float], seen: tuple[str, ...]) -> float:
    total = weight.get("bias", 0.0) + sum(weight.get(n, 0.0) for n in seen) / math.sqrt(
        max(1, len(seen))
    )
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def check(rows: list[Example]) -> None:
    """Five folds: how often the sure label is right, and the net for danger by threshold."""
    routed: Counter[str] = Counter()
    danger: list[tuple[float, bool]] = []
    for fold in range(5):
        weights = learn([r for i, r in enumerate(rows) if i % 5 != fold])
        for seen, plain, labels in rows[fold::5]:
            scores = {label: _score(weights[i], seen) for i, label in enumerate(LABELS[:-1])}
            best = max(scores, key=lambda label: scores[label])
            for least in (0.5, 0.6, 0.7, 0.8):
                if scores[best] >= least:
                    routed[f"{least} {'right' if best in labels else 'wrong'}"] += 1
            danger.append((_score(weights[-1], plain), DANGER in labels))
    sys.stdout.write(f"{dict(sorted(routed.items()))}\n")
    for least in (0.4, 0.5, 0.6, 0.7, 0.8):
        caught = sum(p >= least for p, true in danger if true) / sum(true for _, true in danger)
        false = sum(p >= least for p, true in danger if not true) / sum(
            not true for _, true in danger
        )
        sys.stdout.write(f"danger >= {least}: caught {caught:.1%}, false {false:.1%}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn from the development part and write the weights, or check."""
    parser = argparse.ArgumentParser(prog="python -m messages.understand.train")
    parser.add_argument("--check", action="store_true")
    rows = examples(load(DATA / "replies_dev.jsonl"))
    if parser.parse_args(arguments).check:
        check(rows)
    else:
        sys.stdout.write(f"{save(learn(rows))} features from {len(rows)} replies\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
