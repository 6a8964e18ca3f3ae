"""The catalogue as it is: no fault, every key, the document and the .po files current."""

from __future__ import annotations

import pytest

from flows.contact.meaning import NUMBERS
from flows.keys import QUESTION_OF, Key
from flows.reading import Intent
from messages import check, document
from messages.catalog import SENTENCES
from messages.specimens import example, shown, specimens

MEANS = {
    "yes": Intent.YES,
    "later": Intent.LATER,
    "no": Intent.NO,
    "wrong_number": Intent.WRONG_NUMBER,
    "other_hour": Intent.AVAILABILITY,
    "in_writing": Intent.CHOICE,
    "housing": Intent.CHOICE,
    "work": Intent.CHOICE,
    "money": Intent.CHOICE,
    "other": Intent.CHOICE,
    "change": Intent.LATER,
    "talk": Intent.HUMAN,
}
OTHERS = ("en", "ar", "uk", "es", "prs", "ps")


def test_no_fault_in_any_language() -> None:
    assert list(check.faults()) == []


def test_the_document_is_current() -> None:
    assert document.PATH.read_text(encoding="utf-8") == document.page()


@pytest.mark.parametrize(
    ("language", "hour", "read"),
    [
        ("fr", "mardi 4 mars à 18 h 15.", "demain vers 9 h."),
        ("en", "Tuesday 4 March at 18:15.", "tomorrow around 9:00."),
        ("es", "el martes 4 de marzo a las 18:15.", "mañana hacia las 9:00."),
        ("uk", "вівторок 4 березня, 18:15,", "завтра ~9:00."),
        ("ar", "الثلاثاء 4 مارس 18:15،", "غدا نحو 9:00."),
    ],
)
def test_an_example_says_its_hours_whole(language: str, hour: str, read: str) -> None:
    said = {one.said.key: one for one in specimens(language) if one.form.name in ("", "lu")}
    assert hour in example(said["youth.slot_confirmed"]).body
    assert read in example(said["system.arrived"]).body


def test_each_number_means_what_the_flows_read() -> None:
    for key, question in QUESTION_OF.items():
        said = SENTENCES[key]
        meant = {i: MEANS[c] for i, c in enumerate(said.choices, 1)}
        if meant:
            assert meant.items() <= NUMBERS[question].items(), key


def test_a_text_that_offers_numbers_asks_a_question() -> None:
    asking = {Key(key) for key, said in SENTENCES.items() if said.choices}
    assert asking <= set(QUESTION_OF)


def test_every_language_covers_what_it_must() -> None:
    covered = ("youth.hello", "youth.call_", "youth.nudge_", "youth.wake_", "youth.slot_c")
    covered += ("youth.relay_", "youth.check_", "youth.human_coming", "system.")
    for code in OTHERS:
        spoken = {(one.said.key, one.form.name) for one in specimens(code)}
        for one in specimens("fr"):
            if one.said.key.startswith(covered):
                assert (one.said.key, one.form.name) in spoken, (code, one.name)


def test_the_ladder_is_worded_twice_in_every_language() -> None:
    for code in OTHERS:
        ladder = [one for one in specimens(code) if one.said.first_contact]
        texts = {(one.said.key, one.form.name): set[str]() for one in ladder}
        for one in ladder:
            texts[one.said.key, one.form.name].add(one.text)
        assert all(len(worded) >= 2 for worded in texts.values()), code


def test_the_demo_page_has_what_it_shows() -> None:
    pages = list(shown("fr", "ar"))
    hello = next(p for p in pages if p.name == "youth.hello|source|tu|1|fr")
    assert hello.costly == ()
    assert hello.sms.encoding == "GSM-7"
    assert [b.title for b in hello.whatsapp.buttons] == ["Oui", "Plus tard", "Non", "Faux numéro"]
    assert all(p.right_to_left and p.unread for p in pages if p.language == "ar")
