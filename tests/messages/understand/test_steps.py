"""The steps of PRODUCT section 8: their order, their page, and what each alone adds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flows.reading import Question
from messages.understand.draft import Draft, Turn
from messages.understand.steps import STEPS
from tests.messages.understand.reads import reads

ORDER = (
    "normalise",
    "danger",
    "opt-out",
    "media",
    "button payload",
    "script and language",
    "what the last question expected",
    "general lexicon",
    "careful fuzzy",
    "unknown",
)
PAGE = Path(__file__).parents[3] / "docs" / "understanding.md"


def test_the_order_is_that_of_the_product_and_of_the_page() -> None:
    assert ("normalise", *(name for name, _ in STEPS)) == ORDER
    table = PAGE.read_text().split("## The steps, in order")[1].split("\n## ")[0]
    assert tuple(re.findall(r"^\| ([a-z -]*[a-z]) \|", table, re.MULTILINE))[1:] == ORDER


def alone(name: str, turn: Turn) -> Draft:
    """A draft on which that step alone has worked."""
    draft = Draft(turn)
    dict(STEPS)[name](draft)
    return draft


@pytest.mark.parametrize(
    ("name", "turn", "rules"),
    [
        (
            "danger",
            Turn(["je veux mourir"], Question.OPEN),
            {"distress": "danger.suicide.intent"},
        ),
        ("danger", Turn(["oui"], Question.OPEN), {}),
        ("opt-out", Turn(["oui", "stop"], Question.OPEN), {"stop": "stop.word"}),
        ("opt-out", Turn(["j'ai stoppé l'école"], Question.OPEN), {}),
        ("media", Turn([""], Question.OPEN, media=True), {"media_only": "media.alone"}),
        ("media", Turn(["oui"], Question.OPEN, media=True), {}),
        ("media", Turn([""], Question.MENU4, media=True, payload="2"), {}),
        ("button payload", Turn([""], Question.OPEN, payload="2"), {"choice": "payload.number"}),
        ("button payload", Turn([""], Question.OPEN, payload="stop"), {"stop": "payload.word"}),
        ("button payload", Turn(["1"], Question.OPEN, payload="x"), {}),
        (
            "script and language",
            Turn(["yes please call me"], Question.OPEN),
            {"language": "language.en", "yes": "en.yes", "human": "en.human"},
        ),
        ("script and language", Turn(["oui"], Question.OPEN), {}),
        (
            "what the last question expected",
            Turn(["1 non pardon 2"], Question.MENU4),
            {"choice": "expected.number"},
        ),
        (
            "what the last question expected",
            Turn(["logement"], Question.MENU4),
            {"choice": "expected.menu_word"},
        ),
        ("what the last question expected", Turn(["logement"], Question.OPEN), {}),
        ("general lexicon", Turn(["oui"], Question.OPEN), {"yes": "yes.word"}),
        ("general lexicon", Turn(["yes please call me"], Question.OPEN), {}),
        ("unknown", Turn(["?"], Question.OPEN), {"who": "question.mark"}),
        ("unknown", Turn(["zzz"], Question.OPEN), {"other": "unknown"}),
    ],
)
def test_what_each_step_adds(name: str, turn: Turn, rules: dict[str, str]) -> None:
    draft = alone(name, turn)
    assert {intent.value: rule for intent, rule in draft.intents.items()} == rules


def test_the_model_is_heard_last_and_never_on_a_number_or_a_danger() -> None:
    words = ["faudrait voir avec celui d avant je crois"]
    assert alone("careful fuzzy", Turn(words, Question.OPEN)).intents
    for text in ("1", "je veux mourir", "yes please call me"):
        draft = Draft(Turn([text], Question.FIRST_CONTACT))
        for name, step in STEPS[:-1]:
            before = dict(draft.intents)
            step(draft)
            assert name != "careful fuzzy" or draft.intents == before


def test_a_stop_beside_a_picture_is_a_stop() -> None:
    """Without one word: the sign alone says it."""
    assert {one.value for one in reads("🛑", media=["image/jpeg"]).intents} == {"stop"}
