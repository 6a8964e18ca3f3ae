"""A turn that says yes and no: a correction makes the last answer hold, as for numbers; what stays
contradictory is asked of a human, never acted on (PRODUCT 8)."""

# ruff: noqa: E501  (tables of texts)
from __future__ import annotations

import pytest

from flows.reading import Sureness
from tests.messages.understand.reads import intents, reads

CALL, MEET, THEN, HOUR = "first_contact", "reminder", "followup", "call_announced"

HOLDS = [
    (CALL, "oui pardon non", "no"), (CALL, "oui enfin non", "no"), (CALL, "oui mais non", "no"), (CALL, "oui euh non", "no"),
    (CALL, "oui non en fait non", "no"), (CALL, "oui attendez non", "no"), (CALL, "oui finalement non", "no"),
    (CALL, "bien sur que non", "no"), (CALL, "ok enfin non", "no"), (CALL, "ouais nan en fait nan", "no"),
    (CALL, "oui\nen fait non", "no"), (CALL, "je vois pas pourquoi je dirais oui", "no"), (HOUR, "oui mais non", "no"),
    (MEET, "oui je serai pas la", "no"), (MEET, "oui mais je peux pas venir", "no"), (MEET, "oui je viens, je serai pas en retard", "yes"),
    (THEN, "oui mais plus maintenant", "no"), (THEN, "oui plus du tout", "no"), (THEN, "oui ca va", "yes"),
    (CALL, "non pardon oui", "yes"), (CALL, "non enfin oui", "yes"), (CALL, "non mais oui", "yes"), (CALL, "non attends si", "yes"),
    (CALL, "nan jrigole oui", "yes"), (CALL, "non jai dit oui", "yes"), (CALL, "non non c bon tkt appelez", "yes"),
    (CALL, "oui je veux bien. En fait non", "no"), (CALL, "bonjour oui mais non", "no"), (CALL, "non si t'es pas dispo", "no"),
    (CALL, "oui non pas de souci", "yes"), (CALL, "oui mais no stress", "yes"), (CALL, "ok non", "no"),
    (CALL, "oui en fait laisse tomber", "no"), (CALL, "non en fait je veux bien", "yes"), (CALL, "oui allez y", "yes"),
    (CALL, "non c bon appelez pas", "no"), (CALL, "non c bon", "no"), (CALL, "mais oui", "yes"), (CALL, "si si", "yes"),
]  # fmt: skip

CONTRARY = [
    (CALL, "oui... non"), (CALL, "oui\nnon"), (CALL, "non\noui"), (CALL, "jdis pas oui"), (CALL, "j'ai pas dit non"), (CALL, "pas oui"),
    (CALL, "oui jdec"), (CALL, "oui 👎"), (CALL, "4 je déconne"), (CALL, "sí pero no"), (CALL, "1\nnon"), (THEN, "ouais nan"),
    (THEN, "1 non"), (MEET, "1 mais je peux pas venir"), (MEET, "2 oui"), (HOUR, "oui non"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "text", "holds"), HOLDS)
def test_a_correction_makes_the_last_answer_hold(asked: str, text: str, holds: str) -> None:
    reading = reads(text, asked=asked)
    assert {i.value for i in reading.intents} == {holds}
    assert reading.sureness is Sureness.ACT


@pytest.mark.parametrize(("asked", "text"), CONTRARY)
def test_what_stays_contradictory_is_never_acted_on(asked: str, text: str) -> None:
    assert reads(text, asked=asked).sureness in (Sureness.ASK, Sureness.HUMAN)


@pytest.mark.parametrize(
    ("asked", "text", "number", "means"),
    [
        (CALL, "4 je déconne 1", 1, {"yes"}), (CALL, "1 euh 2", 2, {"later"}), (CALL, "2. ah non 1", 1, {"yes"}),
        (CALL, "1 non 4", 4, {"wrong_number"}), ("menu4", "2... euh 1", 1, set()), (THEN, "2 euh non 1", 1, {"yes"}),
    ],
)  # fmt: skip
def test_a_later_number_corrects(asked: str, text: str, number: int, means: set[str]) -> None:
    assert reads(text, asked=asked).choices == (number,)
    assert intents(text, asked=asked) == {"choice"} | means


@pytest.mark.parametrize(
    ("asked", "means"),
    [(MEET, "yes"), (HOUR, "yes"), (CALL, "maybe"), (THEN, "maybe"), ("relay_offer", "maybe"), ("slot", "maybe")],
)  # fmt: skip
def test_c_bon_agrees_to_a_meeting_and_is_a_doubt_where_it_may_refuse(
    asked: str, means: str
) -> None:
    assert intents("c bon", asked=asked) == {means}
