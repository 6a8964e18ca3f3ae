"""What only the demo has: a mailbox page, the messages as phones show them, a movable time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot import accounts, mailbox, relays
from bot.clock import MovableClock
from bot.models import Relay
from bot.store import Store
from messages.catalog.languages import LANGUAGES
from messages.specimens import specimens
from tests.cast import Cast
from tests.web.runtime import runtime_of, web_of


@pytest.fixture
def demo(store: Store, tmp_path: Path) -> Flask:
    """The web of a demo; its time moves."""
    store.settings = replace(store.settings, demo=True)
    store.clock = MovableClock(tmp_path / "clock")
    return web_of(runtime_of(store))


@pytest.fixture
def visitor(demo: Flask) -> FlaskClient:
    """Somebody who looks at the demo."""
    return demo.test_client()


def move(visitor: FlaskClient, by: str, back: str = "/") -> Any:
    """Press a button of the time bar."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.get("/connexion").text)
    assert token is not None
    return visitor.post("/demo/heure", data={"csrf_token": token[1], "by": by, "back": back})


def test_the_first_page_leads_to_every_door(visitor: FlaskClient) -> None:
    page = visitor.get("/").text
    for door in ("/orienter", "/inbox", "/demo/courrier", "/demo/messages", "/pilotage"):
        assert f'href="{door}"' in page, door
    assert 'href="http://127.0.0.1:8001/"' in page


def door_of_the_structure(visitor: FlaskClient) -> str:
    """Where the first page's door for structures leads, "" when it is only words."""
    page = visitor.get("/").text
    assert "<strong>La structure</strong>" in page
    found = re.search(r'href="([^"]+)"><strong>La structure</strong>', page)
    return found[1] if found else ""


def test_the_structure_has_a_door_that_opens_a_page_to_answer(
    visitor: FlaskClient, cast: Cast, store: Store
) -> None:
    assert door_of_the_structure(visitor) == "/demo/courrier"
    karim = cast.karim()
    lea = cast.lea(recognised_at=cast.now, recognised_by=karim.id)
    made = relays.propose(
        store, lea.conversation.id, karim.id, cast.service().id, ["first_name"], need="Une chambre"
    )
    relays.consent(store, made, karim.id, True, "Oui")
    with store.transaction() as session:
        session.get_one(Relay, made).status = "sent"
    page = visitor.get(door_of_the_structure(visitor))
    assert page.status_code == 200
    assert "Nous l'attendons" in unescape(page.text)
    with store.transaction() as session:
        session.get_one(Relay, made).status = "expired"
    assert door_of_the_structure(visitor) == "/demo/courrier"


def test_outside_the_demo_the_structure_is_told_how_to_come_in(web: FlaskClient) -> None:
    assert door_of_the_structure(web) == ""
    assert "Lien perdu ?" in web.get("/").text


def test_outside_the_demo_none_of_it_exists(web: FlaskClient) -> None:
    for path in ("/demo/courrier", "/demo/messages"):
        assert web.get(path).status_code == 404
    assert "Démonstration" not in web.get("/").text


def test_the_mailbox_shows_what_would_have_left(visitor: FlaskClient, cast: Cast) -> None:
    mailbox.send_sign_in_link(cast.store, cast.karim())
    page = visitor.get("/demo/courrier").text
    assert "Votre lien pour ouvrir SAS" in page
    assert re.search(r'<a href="http://127.0.0.1:8000/connexion/lien/', page)


@pytest.mark.parametrize("code", list(LANGUAGES))
@pytest.mark.parametrize("channel", ["sms", "whatsapp"])
def test_every_message_is_shown_as_a_phone_shows_it(
    visitor: FlaskClient, code: str, channel: str
) -> None:
    answer = visitor.get(f"/demo/messages?langue={code}&ton=vous&canal={channel}")
    assert answer.status_code == 200
    assert answer.text.count('class="phone-text"') > 10


def test_the_short_wordings_are_shown_with_their_price(visitor: FlaskClient) -> None:
    """By SMS only: WhatsApp has room."""
    short = "Plus court : ce qui part quand les noms sont les plus longs."
    expected = sum(1 for one in specimens("fr") if one.short and one.tone == "tu")
    sms = visitor.get("/demo/messages?langue=fr&ton=tu").text
    assert sms.count(short) == expected > 10
    assert sms.count("2 SMS</strong> · 0,16 €") >= expected
    assert short not in visitor.get("/demo/messages?langue=fr&ton=tu&canal=whatsapp").text


def test_the_time_moves_for_everybody(visitor: FlaskClient, store: Store) -> None:
    accounts.add_aiguilleur(store, name="Karim", email="karim@exemple.fr")
    before = store.clock.now()
    assert move(visitor, "1d", "/connexion").headers["Location"] == "/connexion"
    assert store.clock.now() - before >= timedelta(days=1)


@pytest.mark.parametrize("by", ["", "tomorrow", "next"])
def test_a_time_that_does_not_move_is_said(visitor: FlaskClient, store: Store, by: str) -> None:
    before = store.clock.now()
    assert move(visitor, by, "//ailleurs.example").headers["Location"] == "/"
    assert store.clock.now() - before < timedelta(minutes=5)
    assert "pas bougé" in visitor.get("/").text
