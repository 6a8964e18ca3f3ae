"""What a rule of the lexicon is: a name an aiguilleur can read, and the phrases that fire it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# "d un" may be written so in a phrase: the canonical text has "dun".
_ELIDED = re.compile(r"(?<![\w\\?])([jlmtdsn]|qu) (?=[aeiouyh])")


@dataclass(frozen=True, slots=True)
class Rule:
    """`phrases` in canonical words; `name` is stored with the reading when it fires."""

    name: str
    phrases: re.Pattern[str]

    def found(self, words: str) -> re.Match[str] | None:
        """The first place where the rule fires in canonical `words`."""
        return self.phrases.search(words)


def rule(name: str, block: str, *, whole: bool = False) -> Rule:
    """A rule from one phrase (a regular expression on canonical words) per line.

    `whole`: the phrase must be all the words; otherwise it may stand anywhere, between
    word boundaries.
    """
    lines = [
        _ELIDED.sub(r"\1 ?", line.strip()) for line in block.strip().splitlines() if line.strip()
    ]
    body = "|".join(lines)
    if whole:
        return Rule(name, re.compile(rf"^(?:{body})$"))
    return Rule(name, between(NO_LETTER, body))


NO_LETTER = r"\w"


def between(beside: str, body: str) -> re.Pattern[str]:
    """`body` where no `beside` stands before it or after it."""
    return re.compile(rf"(?<!{beside})(?:{body})(?!{beside})")


def any_of(patterns: Iterable[re.Pattern[str]], beside: str = NO_LETTER) -> re.Pattern[str]:
    """Finds something wherever one of these finds something; all made by `between`. Most texts hold
    none of them, which one look tells five times sooner than a look for each."""
    before, after = f"(?<!{beside})(?:", f")(?!{beside})"
    bodies = [pattern.pattern.removeprefix(before).removesuffix(after) for pattern in patterns]
    return between(beside, "|".join(dict.fromkeys(bodies)))


def words(block: str) -> list[str]:
    """The words of a list written as plain text."""
    return block.split()
