"""Transcripts: what is written is read back, and what cannot be read is named."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.settings import ROOT
from bot.simulator.acts import (
    FORMS,
    NAME,
    REFERS,
    SILENT,
    SLOTS,
    TAKES,
    TAPS,
    WORD,
    Form,
    form_of,
    table,
)
from bot.simulator.transcript import (
    PARIS,
    Clock,
    Done,
    Passed,
    Remark,
    Said,
    Step,
    Title,
    TranscriptError,
    parse,
    show,
)

PAGE = """\
= Léa says yes
# The first contact, on a Tuesday.
@ 2026-03-10 12:15

SAS to Léa: Bonjour Léa. Mme Roux nous a donné...
Léa: oui mais
  pas mardi
Léa (WhatsApp): c'est qui ?
+1 day
+30 minutes
Karim takes over
Mme Roux refers Léa
Léa (WhatsApp) taps 1 oui
Karim takes over (Sam)
SAS is silent
"""
STEPS: list[Step] = [
    Title("Léa says yes"),
    Remark("The first contact, on a Tuesday."),
    Clock(datetime(2026, 3, 10, 12, 15, tzinfo=PARIS)),
    Said("SAS", "Bonjour Léa. Mme Roux nous a donné...", to="Léa"),
    Said("Léa", "oui mais\npas mardi"),
    Said("Léa", "c'est qui ?", "whatsapp"),
    Passed(timedelta(days=1)),
    Passed(timedelta(minutes=30)),
    Done("Karim", TAKES),
    Done("Mme Roux", REFERS, {"name": "Léa"}),
    Done("Léa", TAPS, {"choice": "1 oui"}, "whatsapp"),
    Done("Karim", TAKES, about="Sam"),
    Done("SAS", SILENT),
]


def test_a_page_is_read() -> None:
    assert parse(PAGE) == STEPS


def test_what_is_shown_reads_the_same() -> None:
    assert parse(show(STEPS)) == STEPS
    assert show(STEPS).splitlines()[:4] == PAGE.replace("\n\n", "\n").splitlines()[:4]


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"])
TEXTS = st.lists(st.text(LETTERS, min_size=1), min_size=1, max_size=5).map(" ".join)
NAMES = st.one_of(
    st.sampled_from(["Léa", "Mme Roux", "M. Petit", "Marie Claire", "Jean-Luc", "D'Arcy"]),
    st.from_regex(NAME, fullmatch=True),
)
CHANNELS = st.sampled_from(["sms", "whatsapp"])
MINUTES = st.integers(0, 20_000_000).map(
    lambda count: (datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=count)).astimezone(PARIS)
)
SLOT = {
    name: st.from_regex(pattern, fullmatch=True)
    for name, pattern in {**SLOTS, "choice": r"[\w-]+( \d)?"}.items()
} | {"name": NAMES}
"""A choice may be any words; those of another form are read as that form."""


@st.composite
def acts(draw: st.DrawFn) -> Done:
    """Any form with any words in its slots, the optional ones there or not."""
    form = draw(st.sampled_from(FORMS))
    needed = form.fill(dict.fromkeys(form.slots, "?"))
    assert "[" not in needed
    words = st.from_regex(rf"{WORD}_[a-z]", fullmatch=True)
    given = {name: draw(SLOT.get(name, words)) for name in form.slots}
    for part in re.findall(r"\[(.*?)\]", form.words):
        if draw(st.booleans()):
            for name in re.findall(r"\{(\w+)\}", part):
                del given[name]
    about = draw(st.none() | NAMES)
    return Done(draw(NAMES), form, given, draw(CHANNELS), about)


STEP: st.SearchStrategy[Step] = st.one_of(
    acts(),
    st.builds(Title, TEXTS),
    st.builds(Remark, TEXTS),
    st.builds(Clock, MINUTES.filter(lambda at: at.fold == 0)),
    st.builds(Passed, st.integers(1, 5_000).map(lambda count: timedelta(minutes=count))),
    st.builds(Said, NAMES, TEXTS, CHANNELS, st.none() | NAMES),
)


@given(st.lists(STEP, max_size=4))
@settings(max_examples=60)
def test_whatever_is_written_is_read_back(steps: list[Step]) -> None:
    assert parse(show(steps)) == steps


@given(TEXTS)
def test_any_text_is_itself(text: str) -> None:
    assert Said("SAS", text).matches(text) or "..." in text


def test_the_manual_has_the_table() -> None:
    """docs/simulator.md says what these lines are; write it again with acts.table()."""
    assert table() in (ROOT / "docs" / "simulator.md").read_text()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.words)
def test_each_line_of_the_table_is_read_as_itself(form: Form) -> None:
    words = {"name": "Léa", "number": "+33 6 39 98 00 01", "year": "2006", "choice": "2"}
    words |= {"untold": "not told yet", "day": "Monday", "rank": "first", "code": "30005"}
    words |= {"span": "3 days", "answer": "yes", "fault": "slow", "value": "3", "habit": "reads"}
    given = {name: words.get(name, "some_word") for name in form.slots}
    assert form_of(form.fill(given)) == (form, given)


@pytest.mark.parametrize(
    ("pattern", "text", "same"),
    [
        ("Bonjour", "Bonjour", True),
        ("Bonjour", "Bonjour Léa", False),
        ("Bonjour...", "Bonjour Léa", True),
        ("...ok ?...", "Demain, ok ? 1 oui", True),
        ("Bonjour  Léa", "Bonjour\nLéa", True),
        ("1.oui", "1xoui", False),
    ],
)
def test_dots_stand_for_any_words(pattern: str, text: str, same: bool) -> None:
    assert Said("SAS", pattern).matches(text) is same


@pytest.mark.parametrize(
    "wrong", ["oui", "+1 year", "@ demain", ": oui", "léa dit", "Léa", "Léa dances"]
)
def test_a_line_that_says_nothing_is_named(wrong: str) -> None:
    with pytest.raises(TranscriptError, match="line 2|an hour"):
        parse(f"= T\n{wrong}\n")
