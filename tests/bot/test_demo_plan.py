"""Who is planned in the demo's city, read without living it; no history is inserted."""

from __future__ import annotations

import ast
import re

import pytest

from bot import models
from bot.demo import city
from bot.demo.personas import PARTS
from bot.demo.play import MOBILE, TO_ANSWER
from bot.settings import ROOT
from tests.bot.test_demo import FICTION

SOURCES = sorted((ROOT / "bot" / "demo").glob("*.py"))


def test_about_forty_youths_each_with_a_name_and_a_fiction_number_of_her_own() -> None:
    assert 38 <= len(PARTS) <= 50
    assert len({part.name for part in PARTS}) == len(PARTS)
    phones = [MOBILE.format(number) for number in range(len(PARTS))]
    assert len(set(phones)) == len(PARTS)
    assert all(FICTION.fullmatch(phone) for phone in phones)


def test_they_are_of_every_kind_from_today_to_half_a_year_ago() -> None:
    days = [part.days_ago for part in PARTS]
    assert (min(days), max(days)) == (0, 188)
    places = {part.persona.place for part in PARTS} - {None}
    assert places == {place.code for place in city.PLACES}
    assert {part.by for part in PARTS} == {who.code for who in city.REFERRERS}
    said = {one for part in PARTS for one in part.persona.structure}
    assert said == {"expected", "met", "still_followed", "no_show", "not_for_us"}
    assert {part.language for part in PARTS} == {"fr", "en", "ar"}
    assert {part.tone for part in PARTS} == {"tu", "vous"}
    assert {part.persona.channel for part in PARTS} == {"sms", "whatsapp"}
    assert len([part for part in PARTS if part.this_morning]) >= 5, "an inbox with something in it"
    assert {part.informed for part in PARTS} == {True, False}
    assert any(part.birth_year_ago < 18 for part in PARTS), "minors"
    assert any(part.persona.carrier for part in PARTS), "a dead number"
    assert any(part.persona.closes == "own_solution" for part in PARTS)
    assert len(city.STAFF) == 3


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_no_row_is_made_by_the_demo_itself(source: object) -> None:
    """No table class is called, and nothing that inserts is imported: what is there was lived."""
    tree = ast.parse(source.read_text())  # type: ignore[attr-defined]
    called = {
        node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    }
    assert called & (set(models.__all__) | {"insert", "bulk_insert_mappings", "add_all"}) == set()


def test_an_aiguilleur_answers_in_words_for_tu_and_for_vous() -> None:
    chosen = re.compile(r"\b(tu|te|toi|ton|ta|tes|vous|votre|vos)\b|\b[tT]'")
    assert [words for words in TO_ANSWER.values() if chosen.search(words)] == []
