"""Dates and hours as one says them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from messages.when import say_read, say_when

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
