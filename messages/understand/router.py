"""A small linear model that reads what the lexicon did not: routing and one more net for danger.

It never decides STOP, START, a choice or a number. Trained by train.py on the development
part; its weights are whole numbers in data/router.json.gz, read once at first use.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from array import array
from functools import lru_cache
from pathlib import Path

from flows.reading import Intent, Question

WEIGHTS = Path(__file__).parent / "data" / "router.json.gz"
DANGER = "danger"
ROUTED = (
    Intent.YES,
    Intent.NO,
    Intent.MAYBE,
    Intent.LATER,
    Intent.WHO,
    Intent.WRONG_NUMBER,
    Intent.THIRD_PARTY,
    Intent.HUMAN,
    Intent.AVAILABILITY,
    Intent.INSULT,
    Intent.HAS_SOLUTION,
    Intent.MOVED,
    Intent.LANGUAGE,
    Intent.PHONE_CHANGE,
    Intent.OTHER,
)
LABELS = (*(i.value for i in ROUTED), DANGER)
SCALE = 100
SURE = 0.8  # below, the text goes to a human as "other"
ALERT = 0.75  # see docs/understanding.md

NONE = array("h")
_ENTRY = re.compile(r'("(?:[^"\\]|\\.)*"): ?\[([^]]+)\]')  # of one JSON object


def features(plain: str, asked: Question | None) -> tuple[str, ...]:
    """What the model sees of canonical words: words, pairs, pieces of words, the question."""
    words = plain.split()[:40]
    found = {f"w:{w}" for w in words}
    found |= {f"p:{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)}
    for word in words:
        padded = f"<{word}>"
        found |= {f"c:{padded[i : i + n]}" for n in (3, 4) for i in range(len(padded) - n + 1)}
    if asked is not None:
        found.add(f"q:{asked.value}")
        found |= {f"q:{asked.value} {w}" for w in words}
    return tuple(found)


@lru_cache(maxsize=1)
def _weights() -> dict[str, array[int]]:
    """For each feature label, weight, label, weight... as numbers of two bytes, read one by one:
    as lists of Python's whole numbers they leave 8 MB in each process. Empty without the file."""
    if not WEIGHTS.exists():
        return {}
    text = gzip.decompress(WEIGHTS.read_bytes()).decode()
    return {
        json.loads(entry[1]): array("h", map(int, entry[2].split(",")))
        for entry in _ENTRY.finditer(text)
    }


def _by_label(flat: array[int]) -> dict[int, int]:
    return dict(zip(flat[::2], flat[1::2], strict=True))


def _weight(flat: array[int], label: int) -> int:
    """The same for one label, without a dictionary: this is read at every text."""
    for i in range(0, len(flat), 2):
        if flat[i] == label:
            return flat[i + 1]
    return 0


def likelihoods(plain: str, asked: Question | None) -> dict[str, float]:
    """For each label how likely it is, 0 to 1; {} when there is nothing to read."""
    if not plain or not _weights():
        return {}
    weights = _weights()
    seen = features(plain, asked)
    norm = 1 / math.sqrt(len(seen))
    totals = [0] * len(LABELS)
    for name in seen:
        for label, weight in _by_label(weights.get(name, NONE)).items():
            totals[label] += weight
    bias = _by_label(weights.get("bias", NONE))
    return {
        label: _likely(t * norm + bias.get(i, 0))
        for i, (label, t) in enumerate(zip(LABELS, totals, strict=True))
    }


def route(plain: str, asked: Question | None) -> Intent | None:
    """The one intent the model is sure of, or None: then a human reads."""
    scores = likelihoods(plain, asked)
    best = max(ROUTED, key=lambda i: scores.get(i.value, 0.0))
    return best if scores.get(best.value, 0.0) >= SURE and best is not Intent.OTHER else None


def worries(plain: str) -> bool:
    """True when the text looks like those that a human must read the same day."""
    if not plain or not _weights():
        return False
    weights, seen, label = _weights(), features(plain, None), LABELS.index(DANGER)
    total = sum(_weight(weights[name], label) for name in seen if name in weights)
    bias = _weight(weights.get("bias", NONE), label)
    return _likely(total / math.sqrt(len(seen)) + bias) >= ALERT


def _likely(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score / SCALE))))
