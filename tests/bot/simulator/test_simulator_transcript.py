"""Transcripts: what is written is read back, and what cannot be read is named."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
Léa taps 1 oui
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
    Done("Karim", "takes over"),
    Done("Mme Roux", "refers Léa"),
    Done("Léa", "taps 1 oui"),
    Done("SAS", "is silent"),
]


def test_a_page_is_read() -> None:
    assert parse(PAGE) == STEPS


def test_what_is_shown_reads_the_same() -> None:
    assert parse(show(STEPS)) == STEPS
    assert show(STEPS).splitlines()[:4] == PAGE.replace("\n\n", "\n").splitlines()[:4]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1
)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@given(TEXTS, st.sampled_from(["sms", "whatsapp"]), st.sampled_from([None, "Léa", "Mme Roux"]))
def test_any_text_survives(text: str, channel: str, to: str | None) -> None:
    said = Said("SAS", text, channel, to)
    assert parse(show([said])) == [said]
    assert said.matches(text) or "..." in text


@given(st.integers(1, 5_000).map(lambda count: Passed(timedelta(minutes=count))))
def test_any_span_survives(passed: Passed) -> None:
    assert parse(show([passed])) == [passed]


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


@pytest.mark.parametrize("wrong", ["oui", "+1 year", "@ demain", ": oui", "léa dit oui", "Léa"])
def test_a_line_that_says_nothing_is_named(wrong: str) -> None:
    with pytest.raises(TranscriptError, match="line 2|an hour"):
        parse(f"= T\n{wrong}\n")
