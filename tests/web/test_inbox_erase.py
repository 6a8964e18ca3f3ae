"""Erasing from the inbox: a page asks first, a button posts, and the file then says so."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.store import Store
from flows.effects import Priority, TaskKind
from tests.cast import Cast
from tests.inbox import task
from tests.web.pressing import press, token


def test_a_request_leads_to_a_page_that_asks_then_to_a_file_that_says_so(
    cast: Cast, karim: FlaskClient, store: Store
) -> None:
    lea = cast.lea()
    task(cast, lea, TaskKind.DATA_REQUEST, Priority.ROUTINE)
    page = f"/inbox/{lea.conversation.id}"
    assert f"{page}/effacer" in karim.get(page).text
    asked = karim.get(f"{page}/effacer")
    assert asked.status_code == 200 and "Léa" in asked.text
    assert cast.fresh(lea.youth).data_key is not None, "a GET erases nothing"
    assert re.search(r'<label[^>]*for="erase-sure"', asked.text)
    unsure = press(karim, lea, "erase")
    assert unsure.status_code == 422 and cast.fresh(lea.youth).data_key is not None
    assert press(karim, lea, "erase", sure="1").status_code == 303
    assert cast.fresh(lea.youth).data_key is None and cast.tasks(lea) == []
    told = karim.get(page).text
    assert "Dossier effacé" in told and "Léa" not in told
    assert f'action="{page}' not in told, "no act is offered any more"
    assert "déjà effacé" in karim.get(f"{page}/effacer").text
    found = karim.post("/inbox/recherche", data={"csrf_token": token(karim), "q": "Léa"})
    assert "Léa</" not in found.text and page not in found.text
    assert karim.get("/inbox?tray=all").status_code == 200


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("take", {}),
        ("send", {"body": "Bonjour", "confirm": "1"}),
        ("note", {"note": "un mot"}),
        ("number", {"number": "06 39 98 12 34"}),
        ("close", {"outcome": "other"}),
        ("erase", {"sure": "1"}),
    ],
)
def test_nothing_more_is_done_on_an_erased_file(
    cast: Cast, karim: FlaskClient, act: str, fields: dict[str, str]
) -> None:
    lea = cast.lea()
    press(karim, lea, "erase", sure="1")
    assert press(karim, lea, act, **fields).status_code in (303, 422)
    assert cast.fresh(lea.youth).data_key is None


def test_a_draft_that_comes_late_is_told_that_the_file_has_changed(
    cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    press(karim, lea, "erase", sure="1")
    assert press(karim, lea, "brouillon", body="Bonjour").status_code == 409


def test_an_open_danger_is_said(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    words = "Un danger est ouvert"
    assert words in karim.get(f"/inbox/{lea.conversation.id}/effacer").text
    refused = press(karim, lea, "erase", sure="1")
    assert refused.status_code == 422 and words in refused.text
    assert cast.fresh(lea.youth).data_key is not None


def test_nobody_erases_without_signing_in(app: Flask, cast: Cast) -> None:
    lea = cast.lea()
    anybody = app.test_client()
    assert anybody.get(f"/inbox/{lea.conversation.id}/effacer").status_code in (302, 303, 401)
    answer = anybody.post(f"/inbox/{lea.conversation.id}/erase", data={"sure": "1"})
    assert answer.status_code in (302, 303, 400, 401, 403)
    assert cast.fresh(lea.youth).data_key is not None
