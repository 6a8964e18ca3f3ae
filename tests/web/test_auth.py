"""Signing in: one-time links, a password with a second factor, the demo's choice, and the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pyotp
import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from bot import accounts, mailbox
from bot.clock import FrozenClock
from bot.models import Aiguilleur, RateWindow, SignInLink
from bot.store import Store
from bot.web import create_app
from tests.cast import FULL_COST, Cast
from tests.web.conftest import signed_in
from tests.web.runtime import runtime_of

WORDS = "cheval pile agrafe correct"


def form(client: FlaskClient, page: str, to: str | None = None, **fields: str) -> Any:
    """Open `page`, then post its form (to `to`, else to itself) as a browser would."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get(page).text)
    assert token is not None, page
    return client.post(to or page, data={"csrf_token": token[1], **fields})


def inside(client: FlaskClient) -> bool:
    """Signed in?"""
    return client.get("/compte/securite").status_code == 200


def welcome(store: Store, name: str = "Karim") -> accounts.Welcome:
    """A new aiguilleur with a one-time link."""
    return accounts.add_aiguilleur(store, name=name, email=f"{name}@exemple.fr")


def with_password(store: Store, who: Aiguilleur) -> pyotp.TOTP:
    """Give a password and a second factor; gives the telephone's part."""
    secret = accounts.new_secret()
    phone = pyotp.TOTP(secret)
    code = phone.at(store.clock.real())
    accounts.set_up(store, who.id, password=WORDS, secret=secret, code=code)
    return phone


def test_passwords_are_kept_at_full_cost() -> None:
    """The other tests ask less of argon2 (tests/cast.py); the product does not."""
    kept = FULL_COST.hash(WORDS)
    assert extract_parameters(kept) == RFC_9106_LOW_MEMORY
    assert FULL_COST.fits(kept, WORDS)
    assert not FULL_COST.fits(kept, "autre chose")
    assert not FULL_COST.fits(None, "nobody"), "nobody has a password"
    assert extract_parameters(FULL_COST.nobody) == RFC_9106_LOW_MEMORY
    with pytest.raises(VerifyMismatchError):
        PasswordHasher().verify(FULL_COST.nobody, "nobody")


def test_opening_a_link_does_nothing_its_button_signs_in_once(
    web: FlaskClient, store: Store
) -> None:
    page = f"/connexion/lien/{welcome(store).token}"
    assert "Bonjour Karim" in web.get(page).text
    assert not inside(web)
    answer = form(web, page)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/inbox")
    assert inside(web)
    assert web.get(page).status_code == 410


def test_a_link_spent_in_one_browser_does_not_open_another(app: Flask, store: Store) -> None:
    page = f"/connexion/lien/{welcome(store).token}"
    first, second = app.test_client(), app.test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', second.get(page).text)
    assert token is not None
    form(first, page)
    assert second.post(page, data={"csrf_token": token[1]}).status_code == 410
    assert not inside(second)


def test_a_link_dies_after_a_day(web: FlaskClient, store: Store, clock: FrozenClock) -> None:
    page = f"/connexion/lien/{welcome(store).token}"
    clock.advance(timedelta(hours=25))
    assert web.get(page).status_code == 410


def test_a_session_ends_after_twelve_hours(app: Flask, cast: Cast, clock: FrozenClock) -> None:
    karim = signed_in(app, cast.karim())
    clock.advance(timedelta(hours=11, minutes=59))
    assert inside(karim)
    clock.advance(timedelta(minutes=2))
    assert not inside(karim)


def test_a_password_needs_its_second_factor(web: FlaskClient, store: Store) -> None:
    who = welcome(store).aiguilleur
    phone = with_password(store, who)
    good = phone.at(store.clock.real())
    mail = "karim@exemple.fr"
    assert form(web, "/connexion", email=mail, password=WORDS, code="000000").status_code == 401
    assert form(web, "/connexion", email=mail, password="wrong", code=good).status_code == 401
    assert form(web, "/connexion", email=mail, password=WORDS, code=good).status_code == 303
    assert inside(web)


@pytest.mark.parametrize("email", ["nobody@exemple.fr", "karim@exemple.fr", "", "é" * 300])
def test_what_was_wrong_is_not_said(web: FlaskClient, store: Store, email: str) -> None:
    welcome(store)
    answer = form(web, "/connexion", email=email, password="x", code="1")
    assert answer.status_code == 401
    assert "L'adresse, le mot de passe ou le code" in answer.text.replace("&#39;", "'")


def test_a_link_asks_for_the_second_factor_once_there_is_one(
    web: FlaskClient, store: Store
) -> None:
    made = welcome(store)
    phone = with_password(store, made.aiguilleur)
    page = f"/connexion/lien/{made.token}"
    assert form(web, page).status_code == 401
    assert form(web, page, code=phone.at(store.clock.real())).status_code == 303


def test_setting_up_ends_the_other_sessions(app: Flask, cast: Cast) -> None:
    here, there = signed_in(app, cast.karim()), signed_in(app, cast.karim())
    page = here.get("/compte/securite").text
    secret = re.search(r'name="secret" value="([^"]+)"', page)
    assert secret is not None
    code = pyotp.TOTP(secret[1]).at(cast.store.clock.real())
    short = form(here, "/compte/securite", password="court", secret=secret[1], code=code)
    assert short.status_code == 422
    answer = form(here, "/compte/securite", password=WORDS, secret=secret[1], code=code)
    assert answer.status_code == 303
    assert inside(here)
    assert not inside(there)


def test_signing_out_everywhere_ends_every_session(app: Flask, cast: Cast) -> None:
    here, there = signed_in(app, cast.karim()), signed_in(app, cast.karim())
    form(here, "/compte/securite", "/deconnexion", everywhere="1")
    assert not inside(here)
    assert not inside(there)


def test_somebody_who_left_is_out_at_once(app: Flask, cast: Cast) -> None:
    karim = signed_in(app, cast.karim())
    with cast.store.transaction() as session:
        row = session.get(Aiguilleur, cast.karim().id)
        assert row is not None
        row.active = False
        session.add(row)
    assert not inside(karim)


def test_asking_for_a_link_says_the_same_to_everybody(web: FlaskClient, store: Store) -> None:
    welcome(store)
    pages = [
        form(web, "/connexion", "/connexion/lien", email=mail)
        for mail in ("karim@exemple.fr", "nobody@exemple.fr")
    ]
    assert [page.status_code for page in pages] == [303, 303]
    (mail,) = mailbox.recent(store)
    assert mail.to == "karim@exemple.fr"
    link = re.search(r"http://\S+(/connexion/lien/\S+)", mail.body)
    assert link is not None
    assert form(web, link[1]).status_code == 303


def test_the_eleventh_try_of_a_quarter_of_an_hour_is_refused(
    web: FlaskClient, store: Store, clock: FrozenClock
) -> None:
    def try_once() -> tuple[int, str | None]:
        answer = form(web, "/connexion", email="karim@exemple.fr", password="x", code="1")
        return answer.status_code, answer.headers.get("Retry-After")

    clock.advance(timedelta(minutes=2))
    assert [try_once() for _ in range(11)] == [(401, None)] * 10 + [(429, "780")]
    clock.advance(timedelta(minutes=13))
    assert try_once() == (401, None)
    with store.reading() as session:
        assert "karim" not in repr(session.exec(select(RateWindow)).all())


def test_only_a_place_of_ours_follows_the_sign_in(store: Store, app: Flask) -> None:
    for there, then in (
        ("/inbox/x", "/inbox/x"),
        ("https://ailleurs.example", "/inbox"),
        ("//ailleurs.example", "/inbox"),
        ("/\\ailleurs.example", "/inbox"),
    ):
        page = f"/connexion/lien/{welcome(store).token}"
        answer = form(app.test_client(), page, next=there)
        assert answer.headers["Location"] == then


def test_in_the_demo_one_chooses_whom_to_be(store: Store) -> None:
    store.settings = replace(store.settings, demo=True)
    karim = welcome(store).aiguilleur
    client = create_app(runtime_of(store)).test_client()
    assert "Karim" in client.get("/connexion").text
    assert form(client, "/connexion", "/connexion/demo", who="nobody").status_code == 404
    assert form(client, "/connexion", "/connexion/demo", who=karim.id).status_code == 303
    assert inside(client)


def test_in_production_nothing_opens_before_the_second_factor(store: Store) -> None:
    store.settings = replace(store.settings, production=True)
    who = welcome(store).aiguilleur
    client = signed_in(create_app(runtime_of(store)), who)
    answer = client.get("/inbox")
    assert answer.headers["Location"] == "/compte/securite"


def test_no_link_is_kept_in_clear(store: Store) -> None:
    made = welcome(store)
    with store.reading() as session:
        assert made.token not in repr(session.exec(select(SignInLink)).all())
