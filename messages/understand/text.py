"""First step of understanding: a raw text becomes the few forms that the rules look at."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from messages.understand.spelling import FILLERS, STANDARD, glue

LONGEST = 1600  # characters of one piece; a longer text is a document, and a human reads it
OVERLAP = 200  # characters that two pieces share: a phrase cut in one is whole in the next

_QUOTES = str.maketrans(dict.fromkeys("’‘ʼ‛′´`", "'"))
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufe0e\ufe0f\u0640]")
_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ې": "ي", "ۍ": "ي"}
    | {"ک": "ك", "ګ": "گ", "ة": "ه", "ۀ": "ه", "ۂ": "ه", "ؤ": "و"}
    | {chr(0x6F0 + i): str(i) for i in range(10)}
    | {chr(0x660 + i): str(i) for i in range(10)}
)
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_PLUS = re.compile(r"\+ ?(?=d[e' ])")  # "+ de sms"
_TAIL = re.compile(r"([aiou])\1+\b")
_CLAUSES = re.compile(r"[.,;:!?\n\r()/…]+(?!\d)|\s[-–—]\s|\s(?:mais|et puis|par contre|sauf que)\s")
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?|[^\w\s]")
EMOJI = re.compile(
    "[\u203c\u2049\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
)
_LAUGH = re.compile(
    r"\b(?:m+d+r+|mdr\w*|p?tdr+|lo+l+|lmao+|ptdrr*|xd+|(?:ha|ah){2,}h?|(?:he|eh){2,}|hihi\w*"
    r"|jrigole|cest une blague|jdec+|je deconne(?! pas)|rigole(?! pas)|jk|ههه+|(?:جك){2,})\b"
)
_LAUGH_EMOJI = frozenset("😂🤣😹😆😅😝😜🤪😁😄😃💀☠")


@dataclass(frozen=True)
class Text:
    """One inbound text in the forms the rules use. Nothing is ever lost from `raw`."""

    raw: str
    folded: str  # lower case, no Latin accents, plain quotes, digits unified, kept punctuation
    plain: str  # canonical words of the whole text, one space between, no punctuation
    clauses: tuple[str, ...]  # the same, cut at punctuation and at "mais"
    emoji: tuple[str, ...]

    @cached_property
    def core(self) -> str:
        """`plain` without greetings and politeness: what is left decides."""
        return strip_fillers(self.plain)

    @cached_property
    def cores(self) -> tuple[str, ...]:
        """Each clause without fillers, the empty ones left out."""
        return tuple(c for c in map(strip_fillers, self.clauses) if c)

    @cached_property
    def laughs(self) -> bool:
        """True when the writer laughs: letters or a laughing emoji."""
        return bool(_LAUGH.search(self.plain)) or not _LAUGH_EMOJI.isdisjoint(self.emoji)

    @property
    def asks(self) -> bool:
        """True when there is a question mark."""
        return "?" in self.folded or "؟" in self.folded


def pieces(raw: str) -> list[str]:
    """`raw` in pieces that can be read: danger and STOP are heard to the end of any text."""
    step = LONGEST - OVERLAP
    return [raw[at : at + LONGEST] for at in range(0, max(1, len(raw) - OVERLAP), step)]


def strip_fillers(words: str) -> str:
    """`words` without greetings, politeness and tone words."""
    return " ".join(w for w in words.split() if w not in FILLERS)


def fold(raw: str) -> str:
    """Lower case, compatibility forms, no Latin accents; Cyrillic and Arabic letters kept."""
    text = _KEYCAP.sub(r" \1 ", raw[:LONGEST]).translate(_QUOTES)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()
    text = text.replace("œ", "oe").replace("æ", "ae").translate(_ARABIC)
    if text.isascii():
        return text
    pieces = []
    for letter in text:
        if unicodedata.category(letter) == "Mn":
            continue
        if "\u00c0" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff":
            letter = unicodedata.normalize("NFD", letter)[0]
        pieces.append(letter)
    return "".join(pieces)


def canonical(piece: str) -> str:
    """The words of `piece` in their standard spelling, glued as the rules expect them."""
    piece = _PLUS.sub("plus ", piece)
    piece = _TAIL.sub(r"\1", _REPEATED.sub(r"\1", piece))
    words: list[str] = []
    for word in _WORDS.findall(piece.replace("'", " ' ")):
        if word != "'" and (word[0].isalnum()):
            words.append(word)
    return glue(words)


@lru_cache(maxsize=512)
def normalise(raw: str) -> Text:
    """Read `raw` into a Text. Never raises, whatever the characters."""
    folded = fold(raw)
    emoji = tuple(EMOJI.findall(folded))
    bare = EMOJI.sub(" ", folded)
    spaced = re.sub(r"(?<=[a-z])(?=\d+\s*$)", " ", bare)
    clauses = tuple(c for c in map(canonical, _CLAUSES.split(spaced)) if c)
    return Text(raw, folded, canonical(spaced), clauses, emoji)


__all__ = ["STANDARD", "Text", "canonical", "fold", "normalise", "pieces", "strip_fillers"]
