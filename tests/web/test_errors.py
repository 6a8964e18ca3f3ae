"""What a person or a program reads when something goes wrong, and what the logs keep of it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from bot import logs
from bot.store import Store, make_engine
from bot.web import create_app
from bot.web.guards import public
from tests.web.runtime import runtime_of


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is logged, as the product writes it."""
    stream = io.StringIO()
    root = logging.getLogger()
    before = root.handlers[:], root.level
    logs.configure(stream)
    yield stream
    root.handlers[:], root.level = before[0], before[1]


def test_an_unknown_page_is_said_in_french(web: FlaskClient) -> None:
    answer = web.get("/nulle-part")
    assert answer.status_code == 404
    assert "Il n'y a rien à cette adresse" in answer.text.replace("&#39;", "'")


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("fr", "Rien n'existe à cette adresse."),
        ("en-GB,en;q=0.8,fr;q=0.2", "Nothing exists at this address."),
        ("de", "Rien n'existe à cette adresse."),
        ("", "Rien n'existe à cette adresse."),
    ],
)
def test_the_api_says_its_problems_in_two_languages(
    web: FlaskClient, asked: str, title: str
) -> None:
    answer = web.get("/api/nowhere", headers={"Accept-Language": asked} if asked else {})
    assert answer.mimetype == "application/problem+json"
    said = json.loads(answer.text)
    assert said.pop("detail")  # in both languages: tests/web/test_api_refusals.py
    assert said == {"type": "urn:sas:problem:not_found", "title": title, "status": 404}


def test_a_wrong_method_says_which_exist(web: FlaskClient) -> None:
    answer = web.delete("/connexion")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_a_body_that_is_too_long_is_refused(web: FlaskClient) -> None:
    answer = web.post("/connexion", data={"email": "x" * 2_000_000})
    assert answer.status_code == 413


def test_a_bug_shows_a_reference_and_no_detail(store: Store, lines: io.StringIO) -> None:
    app = create_app(runtime_of(store))

    @app.get("/panne")
    @public("breaks on purpose")
    def broken() -> str:
        raise ValueError("Léa, +33639980001")

    answer = app.test_client().get("/panne")
    line = json.loads(lines.getvalue().splitlines()[-1])
    assert answer.status_code == 500
    assert line["reference"] in answer.text
    assert (line["what"], line["error"]) == ("unexpected", "ValueError")
    assert any("broken" in place for place in line["where"])
    assert "Léa" not in answer.text + lines.getvalue()
    assert "+33639980001" not in answer.text + lines.getvalue()


def test_a_library_is_logged_by_its_template_only(lines: io.StringIO) -> None:
    logging.getLogger("library").warning("sent %s to %s", "a text", "+33639980001")
    line = json.loads(lines.getvalue())
    assert line["what"] == "sent %s to %s"
    assert "+33639980001" not in lines.getvalue()


def test_a_database_that_is_away_is_answered_at_once(store: Store, lines: io.StringIO) -> None:
    away = make_engine("postgresql+psycopg://nobody@127.0.0.1:1/nowhere")
    gone = Store(away, store.clock, store.vault, replace(store.settings, demo=True))
    web = create_app(runtime_of(gone)).test_client()
    page = web.get("/connexion")
    assert page.status_code == 503
    assert page.headers["Retry-After"] == "5"
    assert "SAS revient dans un instant" in page.text
    assert web.get("/health/ready").status_code == 503
    assert web.get("/health/live").status_code == 200
    assert "nowhere" not in lines.getvalue()
