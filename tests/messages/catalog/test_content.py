"""The buttons and the list of a question on WhatsApp, within the provider's limits."""

from __future__ import annotations

import pytest

from messages.content import content_of, contents, fits, name_of, session_sids, tapped
from messages.render import Button, buttons_of, render
from messages.specimens import LONGEST, Specimen, params_of, specimens
from messages.when import longest_read, longest_when

THREE = "On t'appelle ?\n1 oui\n2 plus tard\n3 non"
FOUR = f"{THREE}\n4 erreur"


def longest(one: Specimen) -> str:
    quand, lu = longest_when(one.language.code), longest_read(one.language.code)
    done = render(
        one.said.key,
        params_of(one, LONGEST, quand, lu),
        tone=one.tone,
        language=one.language.code,
        channel="whatsapp",
        variant=one.variant,
    )
    return done.body


def test_each_question_of_the_catalogue_has_room_with_its_longest_values() -> None:
    asked = [body for one in specimens() if not one.said.mail and buttons_of(body := longest(one))]
    assert len(asked) > 300
    assert [body for body in asked if not fits(body, buttons_of(body))] == []


def test_three_choices_are_buttons_that_name_their_text_and_their_number() -> None:
    content = content_of(THREE, "fr", "0199", {name_of(3): "HX3"})
    assert content is not None
    assert (content.sid, content.variables) == (
        "HX3",
        {
            "1": THREE,
            "2": "1 Oui",
            "3": "1:0199",
            "4": "2 Plus tard",
            "5": "2:0199",
            "6": "3 Non",
            "7": "3:0199",
        },
    )


@pytest.mark.parametrize(("language", "opens"), [("fr", "Choisir"), ("ar", "1 2 3 4")])
def test_four_choices_are_a_list_that_opens_without_an_unread_word(
    language: str, opens: str
) -> None:
    content = content_of(FOUR, language, "0199")
    assert content is not None
    assert (content.variables["8"], content.variables["9"]) == ("4 Erreur", "4:0199")
    assert content.variables["10"] == opens


@pytest.mark.parametrize(
    "body",
    ["Bonjour Léa.", "Choisis.\n1 oui\n2 un choix de vingt lettres", f"{'a' * 1024}\n1 oui\n2 non"],
    ids=["no choice", "a title too long", "a body too long"],
)
def test_what_whatsapp_has_no_room_for_leaves_as_text(body: str) -> None:
    assert content_of(body, "fr", "0199") is None


def test_a_line_of_a_list_is_longer_than_a_button() -> None:
    lines = tuple(Button(str(i), "a" * 22) for i in range(1, 5))
    assert fits("", lines) and not fits("", lines[:3])


def test_an_operator_without_contents_sends_text() -> None:
    assert session_sids() == {}
    assert content_of(THREE, "fr", "0199", session_sids()) is None


@pytest.mark.parametrize(
    ("payload", "names"),
    [("2:0199", ("2", "0199")), ("2", ("2", None)), ("stop", ("stop", None)), ("", ("", None))],
)
def test_a_tapped_button_is_read(payload: str, names: tuple[str, str | None]) -> None:
    assert tapped(payload) == names


def test_there_is_one_content_for_each_number_of_choices() -> None:
    assert [one["friendly_name"] for one in contents()] == [name_of(n) for n in (2, 3, 4)]
