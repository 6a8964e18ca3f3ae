"""The numbers that danger texts may give, each with its source and the date of its last check."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

PATH = Path(__file__).parent / "help_lines.toml"
VIOLENCE = frozenset({"17", "112", "114"})  # all that a text about violence may name (PRODUCT 9)


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One number: what it is, when it answers, who checked it, and when to check again."""

    number: str
    name: str
    hours: str
    by_text: bool
    source: str
    checked: date
    owner: str
    review_due: date
    note: str = ""


@cache
def help_lines() -> Mapping[str, HelpLine]:
    """All lines by number. Raises when the file lacks a field: a build error, not a state."""
    with PATH.open("rb") as file:
        rows = tomllib.load(file)["line"]
    return {row["number"]: HelpLine(**row) for row in rows}


def overdue(today: date) -> list[HelpLine]:
    """The lines whose review is past due on that day: a warning on /health/ready, and a refusal to
    start in production. Empty when all is well."""
    return [line for line in help_lines().values() if line.review_due < today]
