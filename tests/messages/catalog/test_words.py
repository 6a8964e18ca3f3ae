"""What may not be told of who gave the number, and the help lines' reviews."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from messages.help_lines import help_lines, overdue
from messages.prices import sms_price
from messages.templates import numbered
from messages.words import forbidden_word


@pytest.mark.parametrize(
    ("say_from", "word"),
    [
        ("Mme Roux", None),
        ("Karim", None),
        ("France", None),
        ("M. Émile", None),
        ("l'ASE", "ase"),
        ("A.S.E.", "ase."),
        ("S P I P", "spip"),
        ("ta cpip", "cpip"),
        ("Éduc Paul", "educ"),
        ("Dr Martin", "dr"),
        ("Mission Locale", "mission locale"),
        ("Paul (PJJ)", "pjj"),
        ("Psychologue", "psychologue"),
        ("le foyer", "foyer"),
        ("France Travail", "france travail"),
    ],
)
def test_a_source_is_a_person_never_an_organisation(say_from: str, word: str | None) -> None:
    found = forbidden_word(say_from)
    assert found == (word.rstrip(".") if word else None)


def test_an_overdue_review_is_found() -> None:
    line = help_lines()["3114"]
    assert overdue(line.review_due) == []
    assert line in overdue(line.review_due + timedelta(days=1))


def test_each_line_says_who_checked_it_and_where() -> None:
    for line in help_lines().values():
        assert line.source and line.owner and line.hours
        assert date(2026, 1, 1) < line.checked < line.review_due


def test_a_price_in_words() -> None:
    assert sms_price(2) == "0,16 €"


def test_a_template_body_is_numbered() -> None:
    assert numbered("Bonjour {prenom}. {aig} lit, {prenom}.") == "Bonjour {{1}}. {{2}} lit, {{1}}."
