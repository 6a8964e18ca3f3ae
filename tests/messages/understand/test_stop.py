"""STOP is ours: every way to say it is heard, and nothing else is taken for it."""

# ruff: noqa: E501  (tables of texts)
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.understand import scan
from tests.messages.understand.reads import intents

HEARD = [
    "STOP", "stop", "Stop. Merci", "stop svp", "arretez", "arrêtez de m'écrire", "ne m'écrivez plus",
    "jveux plus de vos msg", "laissez moi tranquille", "lachez moi", "désabonnez moi", "oubliez moi",
    "supprimez mon numéro", "merci de ne plus me contacter", "non merci stop", "stooop", "arettez",
    "unsubscribe", "leave me alone", "no me escribas más", "не пишіть мені", "لا تراسلني", "بس کنید",
    "مه لیکئ", "barka", "je vous ai dit stop", "plus de sms svp",
]  # fmt: skip
NOT_STOP = [
    "j'ai stoppé l'école", "j'ai arrêté la formation", "je suis à l'arrêt de bus", "arrêt maladie",
    "j'ai pas dit stop hein", "n'arrêtez pas", "je veux arrêter de fumer", "ça s'arrête quand",
    "annulé", "c'est la fin de mon contrat", "non je veux pas arrêter", "c'est quoi stop",
    "je bosse sans arrêt", "me lachez pas svp", "rappelez moi plus tard", "oui", "1",
]  # fmt: skip


@pytest.mark.parametrize("text", HEARD)
def test_stop_is_heard(text: str) -> None:
    assert scan(text).stop
    assert "stop" in intents(text, asked="first_contact")


@pytest.mark.parametrize("text", NOT_STOP)
def test_stop_is_not_invented(text: str) -> None:
    assert not scan(text).stop
    assert "stop" not in intents(text, asked="first_contact")


@pytest.mark.parametrize(
    "text", ["START", "reprendre", "vous pouvez me réécrire", "annulez le stop"]
)
def test_start_lifts_it(text: str) -> None:
    assert scan(text).start and not scan(text).stop


def test_stop_in_any_text_of_a_burst_is_heard() -> None:
    assert "stop" in intents("oui", "non finalement", "stop")


def test_a_laughed_arrete_is_a_doubt_and_not_an_order() -> None:
    assert scan("arrete mdr").doubt and not scan("arrete mdr").stop


ALONE = [
    "stop", "arrêtez", "desabonnez moi", "unsubscribe", "leave me alone", "basta", "dejadme en paz",
    "стоп", "отпишите меня", "توقف", "بس کنید", "بند کړئ", "barka", "smettetela",
    "me deixem em paz", "opriti", "beni rahat bırakın",
]  # fmt: skip
AROUND = ["", ".", " !!", "…", " 🙏", "\n", " 😡😡", " ,"]
QUOTED = ["{}", "« {} »", '"{}"', "({})", "{0} {0}", "{0}, {0}, {0}"]


@given(
    st.sampled_from(ALONE),
    st.sampled_from([str, str.upper, str.capitalize]),
    st.sampled_from(QUOTED),
    st.sampled_from(AROUND),
)
def test_stop_alone_is_stop_in_every_language_and_dress(
    word: str, case: Callable[[str], str], quoted: str, after: str
) -> None:
    text = quoted.format(case(word)) + after
    assert scan(text).stop
    assert "stop" in intents(text, asked="first_contact")


def test_the_stop_sign_alone_is_stop() -> None:
    assert scan("🛑").stop and not scan("jarrive 🛑 au feu").stop


@given(st.sampled_from(["stop", "STOP", "Stop"]), st.text(" .!?\n", max_size=6))
def test_stop_alone_survives_any_punctuation(word: str, around: str) -> None:
    assert scan(around + word + around).stop


@pytest.mark.parametrize(
    "text",
    [
        "mon père me parle plus",
        "elle m'écrit plus",
        "ma soeur m'appelle plus",
        "mes potes m'appellent plus",
    ],
)
def test_who_does_not_write_to_her_any_more_is_no_stop_of_hers(text: str) -> None:
    assert not scan(text).stop
    assert scan("ne m'écrivez plus").stop
