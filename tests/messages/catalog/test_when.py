"""Dates and hours as one says them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from messages.catalog.languages import LANGUAGES, LONGEST, WORST_NAMES
from messages.catalog.sentence import TONES
from messages.render import render
from messages.when import longest_span, say_read, say_span, say_when

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2025, 3, 3, 12, 0, tzinfo=PARIS)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 3, day, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        (at(3, 18, 15), "fr", "aujourd'hui à 18 h 15"),
        (at(4, 9), "fr", "demain à 9 h"),
        (at(11, 18, 15), "fr", "mardi 11 mars à 18 h 15"),
        (at(11, 18, 15), "en", "Tuesday 11 March at 18:15"),
        (at(11, 18, 15), "es", "el martes 11 de marzo a las 18:15"),
        (at(11, 18, 15), "uk", "вівторок 11 березня, 18:15"),
        (at(4, 9), "ar", "غدا 9:00"),
        (at(4, 9), "prs", "فردا ساعت 9:00"),
        (at(4, 9), "ps", "سبا پر 9:00"),
    ],
)
def test_an_hour_in_words(moment: datetime, language: str, words: str) -> None:
    assert say_when(moment, NOW, PARIS, language) == words


def test_the_day_is_hers_not_ours() -> None:
    reunion = ZoneInfo("Indian/Reunion")
    assert say_when(at(3, 22), NOW, reunion) == "demain à 1 h"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (at(3, 16, 10), "aujourd'hui vers 16 h 30"),
        (at(4, 9), "demain vers 9 h"),
        (at(3, 23, 45), "demain vers 0 h"),
        (at(10, 9), "lundi 10 mars"),
    ],
)
def test_a_promise_to_read_is_no_finer_than_the_work(moment: datetime, words: str) -> None:
    assert say_read(moment, NOW, PARIS) == words


@pytest.mark.parametrize(
    ("start", "end", "language", "words"),
    [
        (at(4, 13), at(4, 18), "fr", "demain après-midi"),
        (at(4, 8), at(4, 12), "fr", "demain matin"),
        (at(4, 12), at(4, 14), "fr", "demain midi"),
        (at(4, 8), at(4, 20), "fr", "demain"),
        (at(10, 8), at(10, 20), "fr", "lundi 10 mars"),
        (at(10, 18), at(10, 21), "fr", "lundi 10 mars soir"),
        (at(3, 18), at(3, 21), "fr", "ce soir"),
        (at(3, 12), at(3, 20), "fr", "aujourd'hui"),
        (at(3, 12), at(3, 14), "fr", "ce midi"),
        (at(4, 17), at(4, 21), "fr", "demain après 17 h"),
        (at(4, 8), at(4, 10), "fr", "demain avant 10 h"),
        (at(4, 14), at(4, 16, 30), "fr", "demain entre 14 h et 16 h 30"),
        (at(4, 14), at(4, 15), "fr", "demain à 14 h"),
        (at(10, 8), at(14, 20), "fr", "du lundi 10 mars au vendredi 14 mars"),
        (at(4, 13), at(4, 18), "en", "tomorrow at 13:00-18:00"),
        (at(10, 8), at(10, 20), "en", "on Monday 10 March"),
    ],
)
def test_a_span_in_words(start: datetime, end: datetime, language: str, words: str) -> None:
    assert say_span(start, end, NOW, PARIS, language) == words


def test_what_is_left_of_an_afternoon_is_still_this_afternoon() -> None:
    later = at(3, 14, 37)
    assert say_span(later, at(3, 18), later, PARIS) == "cet après-midi"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WORST_NAMES)
def test_the_longest_echo_stays_in_two_segments(language: str, name: str) -> None:
    params = {**LONGEST, "aig": name, "quand": longest_span(language), "lu": ""}
    for tone in TONES:
        said = [
            render("youth.slot_noted", params, tone=tone, language=language, variant=v)
            for v in (0, 1)
        ]
        assert max(text.segments for text in said) <= 2
