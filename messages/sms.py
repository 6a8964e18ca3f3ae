"""The last thing done to a text before it is stored as an SMS: cheap letters, exact size.

Alphabet and sizes: 3GPP TS 23.038 (GSM 7-bit default alphabet and its extension
table) and TS 23.040 (concatenation: 153 septets or 67 UTF-16 units per part).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Encoding = Literal["GSM-7", "UCS-2"]

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("^{}\\[~]|€\f")
_SEVEN = GSM | EXTENSION
GSM_ONE, GSM_PART = 160, 153
UCS_ONE, UCS_PART = 70, 67

_PUNCTUATION = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʻʹʾʿ‛′´`", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2008\u2002\u2003\u2006\t", " "),
        **dict.fromkeys("•·‣", "-"),
        "‚": ",",
        "‹": "<",
        "›": ">",
        "×": "x",
        "\u200b": "",
        "\u2060": "",
        "\u00ad": "",
        "\ufeff": "",
    }
)
_WIDER = {"…": "...", "№": "No", "‼": "!!", "⁇": "??"}
_SOFT = {"œ": "oe", "Œ": "OE", "ẞ": "SS", "Þ": "Th", "þ": "th"} | dict(
    zip("ðÐəƏŋŊʃƩʒƷʔɂɁꞌꞋ", "dDeEnNsSzZ'''''", strict=True)
)
"""The letters that people have in their names, and whose own name does not say the plain one."""
_NAMED = re.compile(r"LATIN (?P<case>\w+) (?:.*? )??(?P<letter>[A-Z][\w-]*)(?: DIGRAPH| WITH .*)?")
"""A Latin letter in its Unicode name: the T of "LATIN CAPITAL LETTER T WITH STROKE"."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a text costs: encoding, units (septets or UTF-16 units), parts billed."""

    encoding: Encoding
    units: int
    segments: int


def measure(text: str) -> Measure:
    """The exact size of `text` as given, without preparing it.

    A part never ends inside an escaped character or a surrogate pair, so parts are
    packed one after the other: dividing is wrong at the boundaries. An empty text
    counts as one part of no unit.
    """
    if _SEVEN.issuperset(text):
        return _pack("GSM-7", [2 if c in EXTENSION else 1 for c in text], GSM_ONE, GSM_PART)
    return _pack("UCS-2", [2 if ord(c) > 0xFFFF else 1 for c in text], UCS_ONE, UCS_PART)


def _pack(encoding: Encoding, costs: Sequence[int], one: int, part: int) -> Measure:
    units = sum(costs)
    if units <= one:
        return Measure(encoding, units, 1)
    segments, filled = 1, 0
    for cost in costs:
        if filled + cost > part:
            segments, filled = segments + 1, 0
        filled += cost
    return Measure(encoding, units, segments)


def prepare(text: str, *, first_names: Sequence[str] = ()) -> str:
    """The SMS copy of `text`: same words, cheapest letters (PRODUCT section 7).

    Always: NFC, typographic punctuation and no-break spaces in their plain form. Soft
    letters (ç ê î ô û ë œ, accented capitals...) lose their mark only when that saves a
    part; those of `first_names` only when nothing less does. Other scripts and emoji
    stay as they are.
    """
    plain = unicodedata.normalize("NFC", text).translate(_PUNCTUATION)
    wide = "".join(_WIDER.get(c, c) for c in plain)
    if wide != plain and measure(wide).segments <= measure(plain).segments:
        plain = wide
    before = measure(plain)
    if before.encoding == "GSM-7":
        return plain
    for attempt in (_soften_around(wide, first_names), _soften(wide)):
        if measure(attempt).segments < before.segments:
            return attempt
    return plain


def costly_letters(text: str) -> tuple[str, ...]:
    """The characters that alone push `text` out of GSM-7, each once, in order."""
    return tuple(dict.fromkeys(c for c in text if c not in GSM and c not in EXTENSION))


def _soften(text: str) -> str:
    return "".join(_plain_letter(c) for c in text)


def _plain_letter(letter: str) -> str:
    """A Latin letter without what SMS has no room for, whatever the letter; others as they are."""
    if letter in _SEVEN:
        return letter
    if letter in _SOFT:
        return _SOFT[letter]
    if "\u0300" <= letter <= "\u036f":
        return ""  # a mark that has no letter of its own with the one before it
    if unicodedata.category(letter)[0] != "L":
        return letter
    bare = unicodedata.normalize("NFKD", letter).translate(_PUNCTUATION)
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return bare if bare.isascii() else _named(bare) or letter


def _named(letter: str) -> str | None:
    """What a Latin letter is called, when that is one or two plain letters; else the first of
    them: "t" for ŧ, "g" for ɣ (gamma)."""
    found = _NAMED.fullmatch(unicodedata.name(letter, "")) if len(letter) == 1 else None
    if found is None:
        return None
    plain = found["letter"] if len(found["letter"]) <= 2 else found["letter"][0]
    return plain if found["case"] == "CAPITAL" else plain.lower()


def _soften_around(text: str, names: Iterable[str]) -> str:
    """Soften everything but the whole words that are first names."""
    kept = sorted({unicodedata.normalize("NFC", n) for n in names if n}, key=len, reverse=True)
    if not kept:
        return _soften(text)
    pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, kept)) + r")(?!\w)")
    pieces = pattern.split(text)
    return "".join(p if i % 2 else _soften(p) for i, p in enumerate(pieces))
