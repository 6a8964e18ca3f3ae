"""What a text costs, and what is done to make it cheaper."""

import json
import sys
from pathlib import Path
from unicodedata import category, name

import pytest
import smsutil
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.sms import EXTENSION, GSM, Measure, costly_letters, measure, prepare

GIVEN = Path(__file__).parents[3] / "shared" / "data" / "sms_segments.jsonl"
LETTERS = st.sampled_from(sorted(GSM | EXTENSION)) | st.sampled_from("ç’…œêа😀👍🏽م\ud83d")


def test_agrees_on_the_given_lines() -> None:
    if not GIVEN.exists():
        pytest.skip("../shared/data/sms_segments.jsonl is not on this machine")
    for row in map(json.loads, GIVEN.read_text("utf-8").splitlines()):
        expected = Measure(row["encoding"], row["units"], row["segments"])
        assert measure(row["text"]) == expected, row["id"]


@settings(max_examples=3000, deadline=None)
@given(st.text(LETTERS, max_size=500))
def test_agrees_with_an_independent_package(text: str) -> None:
    assert measure(text).segments == len(smsutil.split(text).parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" * 160, Measure("GSM-7", 160, 1)),
        ("a" * 161, Measure("GSM-7", 161, 2)),
        ("a" * 159 + "€", Measure("GSM-7", 161, 2)),
        ("a" * 152 + "€" + "b" * 152, Measure("GSM-7", 306, 3)),  # 306 / 153 would say 2
        ("ç" * 70, Measure("UCS-2", 70, 1)),
        ("ç" * 66 + "😀" + "é" * 66, Measure("UCS-2", 134, 3)),  # 134 / 67 would say 2
    ],
)
def test_parts_are_packed_not_divided(text: str, expected: Measure) -> None:
    assert measure(text) == expected


def test_a_mark_is_kept_when_losing_it_saves_nothing() -> None:
    assert prepare("Ça va, Françoise ?") == "Ça va, Françoise ?"


def test_a_first_name_loses_its_mark_only_when_it_saves_a_part() -> None:
    long = "Bonjour Anaïs. " + "a" * 100
    assert prepare(long, first_names=["Anaïs"]).startswith("Bonjour Anais.")
    assert prepare("Bonjour Anaïs.", first_names=["Anaïs"]) == "Bonjour Anaïs."


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Əli", "Eli"),
        ("Ŋone", "None"),
        ("Þóra", "Thora"),
        ("Ħamid", "Hamid"),
        ("Ɗalha", "Dalha"),
        ("Ŧomas", "Tomas"),
        ("Ǥabo", "Gabo"),
        ("Rẞ", "RSS"),
        ("Ĳsbrand", "IJsbrand"),
        ("ŉko", "'nko"),
        ("M\u0327atea", "Matea"),
        ("ʻOkina", "'Okina"),
    ],
)
def test_a_letter_that_has_no_mark_to_lose_has_a_plain_form_too(name: str, plain: str) -> None:
    long = f"Bonjour {name}. " + "a" * 100
    assert prepare(long, first_names=[name]) == f"Bonjour {plain}. " + "a" * 100


def test_no_latin_letter_of_unicode_makes_a_text_dearer() -> None:
    """Whatever the first name, its SMS copy is in the alphabet of SMS when that saves a part."""
    named = [c for c in map(chr, range(sys.maxunicode + 1)) if name(c, "").startswith("LATIN ")]
    letters = [c for c in named if category(c)[0] == "L"]
    assert len(letters) > 1200
    dear = [c for c in letters if measure(prepare(f"Bonjour {c}. " + "a" * 140)).segments > 1]
    assert dear == []


def test_letters_of_the_alphabet_of_sms_stay_as_they_are() -> None:
    assert prepare("Søren et Øyvind, ça va ? " + "a" * 100).startswith("Søren et Øyvind, ca va")


def test_the_name_keeps_its_mark_when_it_costs_nothing() -> None:
    text = "Bonjour José, ton rendez-vous à la forêt " + "a" * 60
    assert "José" in prepare(text, first_names=["José"]) and "foret" in prepare(text)


def test_typography_becomes_plain() -> None:
    assert prepare("C’est noté… jeudi à 14\u202fh\u00a0?") == "C'est noté... jeudi à 14 h ?"


@pytest.mark.parametrize("text", ["Привіт, як справи?", "سلام عليكم", "Bravo 👩🏽\u200d🎓 !"])
def test_other_scripts_and_emoji_are_left_alone(text: str) -> None:
    assert prepare(text) == text


@given(st.text(max_size=300))
def test_preparing_never_costs_more(text: str) -> None:
    assert measure(prepare(text)).segments <= measure(text).segments
    assert prepare(prepare(text)) == prepare(text)


def test_costly_letters_are_named_once() -> None:
    assert costly_letters("forêt, être, ç") == ("ê", "ç")
