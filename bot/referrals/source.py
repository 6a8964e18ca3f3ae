"""What a first text may say of who gave the number: a first name or "Mme X", nothing sensitive."""

from __future__ import annotations

import re

from messages.words import forbidden_word

MOST_LETTERS = 12

_SHAPE = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’-])*")


def fits(text: str) -> bool:
    """At most 12 characters (the budget of the first text), shaped like a name."""
    return len(text) <= MOST_LETTERS and bool(_SHAPE.fullmatch(text))


def tells_too_much(text: str) -> bool:
    """Does it hold a word that names an organisation, a trade or a sensitive fact, also when it is
    written in pieces ("A.S.E") or in one ("LeSPIP")?"""
    joined = re.sub(r"[\W\d_]+", "", text)
    parts = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", text)
    return any(forbidden_word(one) is not None for one in (text, joined, parts))
