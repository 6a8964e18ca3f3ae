"""A small linear model, the second opinion on what the lexicon read: intents, danger, STOP.

It never decides STOP, START, a choice or a number. It adds a net for danger, doubts a STOP
phrase that looks like none, and weighs the intents that rules said. Trained by train.py on
the development part; its weights are in data/router.bin.gz, read once at first use.
"""

from __future__ import annotations

import gzip
import math
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from flows.reading import Intent, Question
from messages.understand.text import Text

WEIGHTS = Path(__file__).parent / "data" / "router.bin.gz"
DANGER = "danger"
STOP = "stop"
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
    Intent.THANKS,
    Intent.INSULT,
    Intent.HAS_SOLUTION,
    Intent.MOVED,
    Intent.LANGUAGE,
    Intent.PHONE_CHANGE,
    Intent.OTHER,
)
LABELS = (*(i.value for i in ROUTED), DANGER, STOP)
ALONE = frozenset({DANGER, STOP})  # judged without the question: the reflex does not know it
SCALE = 8  # a weight is a whole number of eighths, in one byte

RIVALS = (  # one of them said by a rule is enough
    frozenset({Intent.YES, Intent.NO, Intent.MAYBE}),
    frozenset({Intent.WHO, Intent.WRONG_NUMBER}),
)

# All in log-odds, measured on runs whose texts were not learnt (docs/understanding.md).
KEEP = -2.0  # an intent said by a rule holds unless the model is this sure that it does not
ADD = 0.25  # an intent no rule said is read from here
GUESS = -1.0  # when nothing holds, the likeliest is read if it falls short by no more than this
ALERT = 0.2  # a text worries from here: a human reads it the same day
ALERT_WORDS = 4  # shorter texts say too little: rules know them
UNLIKE_STOP = -3.0  # below, a STOP phrase is a doubt
LIKE_STOP = 0.5  # above, a word that may be of a STOP is one

_LENGTHS = (1, 2, 4, 8, 15)
_STEM = 5


def features(text: Text, asked: Question | None) -> frozenset[str]:
    """What the model sees: words, pairs, stems, how long; with a question, all beside it."""
    return wordy(text.plain) | _beside(text, asked)


def wordy(plain: str) -> frozenset[str]:
    """Words, pairs and stems of canonical words, and how many they are."""
    words = plain.split()[:40]
    found = {f"w:{w}" for w in words}
    found |= {f"p:{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)}
    found |= {f"t:{w[:_STEM]}" for w in words if len(w) > _STEM}
    found.add(f"l:{_long(words)}")
    return frozenset(found)


def _beside(text: Text, asked: Question | None) -> set[str]:
    if asked is None:
        return set()
    words = text.plain.split()[:40]
    found = {f"q:{asked.value}", f"q:{asked.value} l{_long(words)}"}
    found |= {f"q:{asked.value} {w}" for w in words}
    if text.asks:
        found |= {"?", f"q:{asked.value} ?"}
    return found


def _long(words: list[str]) -> int:
    return bisect_left(_LENGTHS, len(words))


@dataclass(frozen=True, slots=True)
class Model:
    """`keys`: sorted hashes of the features; `weights`: a row of LABELS for each, bytes."""

    keys: array[int]
    weights: array[int]
    bias: tuple[int, ...]

    def score(self, seen: Collection[str], label: str) -> float:
        """The log-odds of one label."""
        index, width = LABELS.index(label), len(LABELS)
        total = sum(self.weights[row * width + index] for row in self._rows(seen))
        return (total / math.sqrt(len(seen)) + self.bias[index]) / SCALE

    def scores(self, seen: Collection[str]) -> dict[str, float]:
        """The log-odds of every label."""
        width, totals = len(LABELS), [0] * len(LABELS)
        for row in self._rows(seen):
            for index, weight in enumerate(self.weights[row * width : row * width + width]):
                totals[index] += weight
        norm = math.sqrt(len(seen))
        return {
            label: (total / norm + bias) / SCALE
            for label, total, bias in zip(LABELS, totals, self.bias, strict=True)
        }

    def knows(self, plain: str) -> bool:
        """Was one of these words ever learnt? Without any, the question alone would answer."""
        return any(True for _ in self._rows(one for one in wordy(plain) if one[0] in "wt"))

    def _rows(self, seen: Iterable[str]) -> Iterable[int]:
        for name in seen:
            key = hashed(name)
            row = bisect_left(self.keys, key)
            if row < len(self.keys) and self.keys[row] == key:
                yield row


def hashed(name: str) -> int:
    """The number a feature is stored under; the same on every machine."""
    return crc32(name.encode())


def packed(model: Model) -> bytes:
    """The bytes of the file: how many features, bias, keys, weights; little-endian."""
    keys = array("I", model.keys)
    if sys.byteorder == "big":
        keys.byteswap()
    head = struct.pack(f"<I{len(LABELS)}h", len(keys), *model.bias)
    return head + keys.tobytes() + model.weights.tobytes()


def unpacked(data: bytes) -> Model:
    """The model written by `packed`."""
    count, *bias = struct.unpack_from(f"<I{len(LABELS)}h", data)
    start = struct.calcsize(f"<I{len(LABELS)}h")
    keys, weights = array("I"), array("b")
    keys.frombytes(data[start : start + 4 * count])
    weights.frombytes(data[start + 4 * count :])
    if sys.byteorder == "big":
        keys.byteswap()
    return Model(keys, weights, tuple(bias))


_held: list[Model] = []


def model() -> Model:
    """The learnt weights, less than 1 MB; one that knows nothing when the file is not there."""
    if not _held:
        use(
            unpacked(gzip.decompress(WEIGHTS.read_bytes()))
            if WEIGHTS.exists()
            else Model(array("I"), array("b"), (0,) * len(LABELS))
        )
    return _held[0]


def use(learnt: Model) -> None:
    """Judge with these weights from now on: those of the file, or those just learnt."""
    _held[:] = [learnt]


def weighed(text: Text, asked: Question | None, said: Collection[Intent]) -> frozenset[Intent]:
    """The intents that hold once rules (`said`) and model are heard; never empty."""
    if not text.plain or not model().keys:
        return frozenset(said) or frozenset({Intent.OTHER})
    if not said and not model().knows(text.plain):
        return frozenset({Intent.OTHER})
    odds = model().scores(features(text, asked))
    margin = {i: odds[i.value] - (KEEP if i in said else ADD) for i in ROUTED}
    held = {i for i in said if i not in margin}
    held |= {i for i in ROUTED if margin[i] > 0 and i is not Intent.OTHER}
    for rivals in RIVALS:
        if held & rivals & set(said):
            held -= rivals - set(said)
    if held:
        return frozenset(held)
    best = max(ROUTED, key=lambda i: margin[i])
    return frozenset({best if margin[best] > GUESS else Intent.OTHER})


def worries(plain: str) -> bool:
    """True when the text looks like those that a human must read the same day."""
    words = [w for w in plain.split() if w != "_"]  # a harmless figure was taken out there
    if len(words) < ALERT_WORDS or not model().keys:
        return False
    return model().score(wordy(" ".join(words)), DANGER) >= ALERT


def unlike_stop(plain: str) -> bool:
    """True when the text looks like none of those that ask us to stop."""
    return bool(plain and model().keys) and model().score(wordy(plain), STOP) < UNLIKE_STOP


def like_stop(plain: str) -> bool:
    """True when the text looks like those that ask us to stop."""
    return bool(plain and model().keys) and model().score(wordy(plain), STOP) >= LIKE_STOP
