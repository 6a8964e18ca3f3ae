"""The structure's page: a GET shows, a button posts, and only what she agreed to is there."""

from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from bot import relays
from bot.models import Access, Relay
from bot.relays import answers
from bot.store import Store
from tests.cast import Cast


@pytest.fixture
def relay_id(cast: Cast, store: Store) -> str:
    """Léa agreed, aloud, to the Maison des Jeunes: her first name and what she looks for."""
    karim = cast.karim()
    lea = cast.lea(recognised_at=cast.now, recognised_by=karim.id)
    made = relays.propose(
        store,
        lea.conversation.id,
        karim.id,
        cast.service().id,
        ["first_name", "need"],
        need="Une chambre",
    )
    relays.consent(store, made, karim.id, True, "Oui")
    return made


@pytest.fixture
def where(store: Store, relay_id: str) -> str:
    """The link in the structure's mailbox."""
    sealed = fresh(store, relay_id).token_sealed
    assert sealed is not None
    return f"/relais/{store.vault.common.open(sealed, f'{relay_id}.token')}"


def fresh(store: Store, relay_id: str) -> Relay:
    with store.reading() as session:
        return session.get_one(Relay, relay_id)


def post(web: FlaskClient, where: str, **data: str) -> int:
    page = web.get(where).text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    return web.post(where, data={"csrf_token": found[1], **data}).status_code


def test_the_page_shows_what_she_agreed_to_and_nothing_else(web: FlaskClient, where: str) -> None:
    page = web.get(where)
    assert page.status_code == 200
    for shown in ("Léa", "Une chambre", "Karim"):
        assert shown in page.text
    for hidden in ("06 39 98", "Mme Roux", "Mission Locale", "2007"):
        assert hidden not in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_looking_changes_nothing_but_the_record_of_views(
    web: FlaskClient, store: Store, where: str, relay_id: str
) -> None:
    before = fresh(store, relay_id)
    for _ in range(2):
        web.get(where)
    assert fresh(store, relay_id) == before
    with store.reading() as session:
        assert len(session.exec(select(Access)).all()) == 2


def test_an_appointment_is_read_in_the_structures_own_time(
    web: FlaskClient, store: Store, where: str, relay_id: str
) -> None:
    status = post(web, where, says="expected", day="2026-03-16", hour="10:30", person="Inès")
    assert status == 303
    kept = fresh(store, relay_id)
    assert kept.status == "accepted"
    assert kept.appointment_at is not None
    assert kept.appointment_at.isoformat() == "2026-03-16T09:30:00+00:00"
    assert "lundi 16 mars" in web.get(where).text


def test_a_bad_answer_is_said_and_nothing_moves(
    web: FlaskClient, store: Store, where: str, relay_id: str
) -> None:
    wrong: list[dict[str, str]] = [
        {"says": "not_for_us"},
        {"says": "not_for_us", "reason": "because"},
        {"says": "expected", "day": "2020-01-01", "hour": "10:00"},
        {"says": "expected", "day": "demain"},
        {"says": "expected", "day": "2026-03-16"},  # no hour is invented for her
        {"says": "expected", "hour": "10:00"},
        {"says": "perhaps"},
        {},
    ]
    for data in wrong:
        assert post(web, where, **data) == 422, data
    assert fresh(store, relay_id).status == "agreed"


def test_who_answers_too_often_reads_when_to_come_again(
    web: FlaskClient, store: Store, where: str, relay_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "ANSWERS_PER_HOUR", 0)
    page = web.get(where).text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    sent = {"csrf_token": found[1], "says": "expected", "day": "2026-03-16", "hour": "10:30"}
    answer = web.post(where, data=sent)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
    assert "Réessayez dans 60 min." in answer.text and 'value="2026-03-16"' in answer.text
    assert fresh(store, relay_id).status == "agreed"


def test_a_no_is_thanked_and_ends_it(
    web: FlaskClient, store: Store, where: str, relay_id: str
) -> None:
    assert post(web, where, says="not_for_us", reason="session_full") == 303
    page = web.get(where).text
    assert "Merci" in page and "terminée" in page and "Léa" not in page
    assert fresh(store, relay_id).refusal == "session_full"


def test_answered_twice_says_that_the_page_has_changed(
    web: FlaskClient, store: Store, where: str
) -> None:
    page = web.get(where).text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    data = {"csrf_token": found[1], "says": "not_for_us", "reason": "other"}
    web.post(where, data=data)
    again = web.post(where, data=data, follow_redirects=True)
    assert again.status_code == 200 and "changé" in again.text


def test_withdrawn_is_said_with_care(
    web: FlaskClient, store: Store, cast: Cast, where: str, relay_id: str
) -> None:
    relays.withdraw(store, relay_id, cast.karim().id)
    page = web.get(where).text
    assert "repris son accord" in page and "Léa" not in page and "<form" not in page


def test_expired_is_said_with_care(
    web: FlaskClient, cast: Cast, store: Store, where: str, relay_id: str
) -> None:
    cast.change(fresh(store, relay_id), status="expired")
    page = web.get(where).text
    assert "Trente jours" in page and "Léa" not in page


def test_after_the_meeting_it_asks_for_anybody_not_for_a_name(web: FlaskClient, where: str) -> None:
    assert post(web, where, says="met", person="Inès") == 303
    assert "quelqu'un de chez vous suit encore" in html.unescape(web.get(where).text)


def test_an_unknown_link_is_404(web: FlaskClient, cast: Cast) -> None:
    assert web.get("/relais/nobody").status_code == 404
    assert web.post("/relais/nobody", data={"says": "met"}).status_code in (400, 404)
