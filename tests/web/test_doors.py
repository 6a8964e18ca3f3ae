"""A walk over every route: guarded, protected from forged forms, carrying its headers; and a GET
that changes nothing but the access record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import SQLModel, select
from werkzeug.routing import Rule

from bot import accounts, relays
from bot.models import Relay
from bot.referrals import read_referral, refer
from bot.store import Store
from bot.web import create_app, guards
from bot.web.guards import Kind, guard_of
from tests.cast import Cast
from tests.web.conftest import signed_in
from tests.web.runtime import runtime_of, web_of

OPEN = {
    "/": "says what SAS is",
    "/health/live": "a load balancer asks whether the process answers",
    "/health/ready": "a load balancer asks whether work gets done; codes and ages only",
    "/metrics": "figures for the monitoring; no label holds a person, a place or an organisation",
    "/connexion": "the sign-in page itself",
    "/connexion/lien": "asking for a one-time link by e-mail; the answer is the same for everybody",
    "/static/<path:filename>": "our style sheets, scripts and pictures",
    "/bootstrap/static/<path:filename>": "Bootstrap's style sheets and scripts",
}
"""Every door that needs nothing at all. A new one is added here on purpose, with its reason."""

OPEN_OF_PRESCRIBERS_AND_PUBLIC = ("/orienter", "/stats", "/api/v1/openapi.json")


def rules(app: Flask, method: str = "GET") -> Iterator[Rule]:
    """Every route that answers to this method."""
    for rule in app.url_map.iter_rules():
        if rule.methods and method in rule.methods:
            yield rule


def address(rule: Rule) -> str:
    """An address of this route, with an id that nobody has."""
    url = rule.rule
    for name in rule.arguments:
        for form in (f"<{name}>", f"<path:{name}>", f"<string:{name}>"):
            url = url.replace(form, quote("0190b7a4-0000-7000-8000-000000000000"))
        url = url.replace(f"<int:{name}>", "1")
    return url


def well(status: int, rule: Rule) -> bool:
    """No answer is a fault of ours; readiness is 503 here, since no clock passes in a test."""
    return status < 500 or rule.endpoint == "health.ready"


def kind(app: Flask, rule: Rule) -> Kind:
    """Its guard's kind."""
    found = guard_of(app, rule.endpoint)
    assert found is not None, rule.rule
    return found.kind


def test_a_route_without_a_guard_stops_the_start() -> None:
    bare = Flask("bare", static_folder=None)
    bare.add_url_rule("/secret", "secret", lambda: "")
    with pytest.raises(guards.UnguardedRoute, match="/secret"):
        guards.check_routes(bare)


def test_an_unguarded_view_is_refused_even_when_it_slipped_in(store: Store) -> None:
    app = create_app(runtime_of(store))
    app.add_url_rule("/secret", "secret", lambda: "the secret")
    answer = app.test_client().get("/secret")
    assert answer.status_code == 403
    assert "the secret" not in answer.text


def test_the_doors_that_need_nothing_are_these(app: Flask) -> None:
    found = {r.rule for r in app.url_map.iter_rules() if kind(app, r) is Kind.PUBLIC}
    unexpected = {
        rule for rule in found - set(OPEN) if not rule.startswith(OPEN_OF_PRESCRIBERS_AND_PUBLIC)
    }
    assert not unexpected


def test_every_open_door_says_why(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        guard = guard_of(app, rule.endpoint)
        assert guard is not None
        assert guard.why or guard.kind in (Kind.AIGUILLEUR, Kind.LEAD, Kind.API_KEY), rule.rule


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_without_signing_in_no_closed_door_opens(app: Flask, web: FlaskClient, method: str) -> None:
    for rule in rules(app, method):
        answer = web.open(address(rule), method=method)
        match kind(app, rule):
            case Kind.AIGUILLEUR | Kind.LEAD:
                assert answer.status_code == 303, rule.rule
                assert answer.headers["Location"].startswith("/connexion")
            case Kind.API_KEY:
                assert answer.status_code == 401, rule.rule
                assert answer.mimetype == "application/problem+json"
            case Kind.SIGNED:
                assert answer.status_code == 403, rule.rule
            case Kind.DEMO:
                assert answer.status_code == 404, rule.rule
            case Kind.TOKEN if method == "GET":
                assert answer.status_code in (404, 410), rule.rule
            case _:
                assert well(answer.status_code, rule), rule.rule


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_no_form_is_taken_without_our_own_token(city: City, method: str) -> None:
    """By the lead, in a demo: no door is shut to her for another reason."""
    for rule in rules(city.app, method):
        if kind(city.app, rule) not in (Kind.SIGNED, Kind.API_KEY):
            assert city.nadia.open(address(rule), method=method).status_code == 400, rule.rule


def test_every_answer_carries_the_strict_headers(app: Flask, karim: FlaskClient) -> None:
    for rule in rules(app):
        answer = karim.get(address(rule))
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        if "static" not in rule.endpoint:
            assert answer.headers["Cache-Control"] == "no-store", rule.rule


def test_no_page_has_a_script_or_a_style_inside(app: Flask, karim: FlaskClient) -> None:
    for rule in rules(app):
        answer = karim.get(address(rule))
        if answer.mimetype == "text/html":
            assert " style=" not in answer.text, rule.rule
            assert "<script>" not in answer.text, rule.rule
            assert " onclick=" not in answer.text, rule.rule


def everything(store: Store) -> dict[str, str]:
    """A fingerprint of each table but the access record."""
    found = {}
    with store.reading() as session:
        for table in SQLModel.metadata.sorted_tables:
            if table.name != "access":
                rows = sorted(
                    repr(tuple(row)) for row in session.connection().execute(select(table))
                )
                found[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


@dataclass(frozen=True)
class City:
    """A demo at work, in which every link is alive; Nadia leads, and is signed in."""

    app: Flask
    cast: Cast
    nadia: FlaskClient
    live: dict[str, str]
    """Route with an id or a token -> an address of it that shows something."""


NO_PAGE = {
    "/static/<path:filename>": "static/sas.css",
    "/bootstrap/static/<path:filename>": "bootstrap/static/css/bootstrap.min.css",
}


@pytest.fixture
def city(cast: Cast, store: Store) -> City:
    """Léa, referred by Mme Roux, at the moment when the Maison des Jeunes has her packet."""
    store.settings = replace(store.settings, demo=True)
    lead, karim = cast.lead(), cast.karim()
    lea = cast.lea(recognised_at=cast.now, recognised_by=karim.id)
    relay_id = relays.propose(
        store, lea.conversation.id, karim.id, cast.service().id, ["first_name"]
    )
    relays.consent(store, relay_id, karim.id, True, "Oui")
    given = read_referral(
        {"first_name": "Karim", "phone": "+33639980077", "informed": False},
        year=cast.now.year,
        production=False,
    )
    receipt = refer(store, cast.mme_roux(), given)
    with store.transaction() as session:
        relay = session.get_one(Relay, relay_id)
        relay.status = "sent"
        assert relay.token_sealed is not None
        structure = store.vault.common.open(relay.token_sealed, f"{relay_id}.token")
        sign_in = accounts.new_link(session, store, lead.id)
    follow = urlsplit(receipt.answer["tracking_url"]).path
    live = {
        "/api/v1/referrals/<referral_id>": f"/api/v1/referrals/{receipt.referral_id}",
        "/connexion/lien/<token>": f"/connexion/lien/{sign_in}",
        "/inbox/<conversation>": f"/inbox/{lea.conversation.id}",
        "/inbox/<conversation>/effacer": f"/inbox/{lea.conversation.id}/effacer",
        "/inbox/<conversation>/nouvelles": f"/inbox/{lea.conversation.id}/nouvelles",
        "/relais/<token>": f"/relais/{structure}",
        "/suivi/<token>": follow,
        "/suivi/<token>/carte": f"{follow}/carte",
        **{rule: f"/{file}" for rule, file in NO_PAGE.items()},
    }
    app = web_of(runtime_of(store))
    return City(app, cast, signed_in(app, lead), live)


def test_opening_any_page_changes_nothing_but_the_access_record(city: City) -> None:
    """Every door that opens, opened by who may; a new one with an id is added to the city."""
    walked = {rule.rule for rule in rules(city.app) if rule.arguments}
    assert walked == set(city.live), "say in the city how this page is shown"
    headers = {"Authorization": "Bearer the key of Mme Roux"}
    before = everything(city.cast.store)
    for rule in rules(city.app):
        shown = city.live.get(rule.rule, rule.rule)
        for url, opens in ((shown, True), (address(rule), not rule.arguments)):
            answer = city.nadia.get(url, headers=headers)
            answer.close()  # of a file, it would stay open
            assert well(answer.status_code, rule), url
            if opens and rule.endpoint != "health.ready":
                assert answer.status_code == 200, url
            assert everything(city.cast.store) == before, url


def test_any_host_is_answered_and_nothing_leads_to_https(web: FlaskClient) -> None:
    answer = web.get("/", headers={"Host": "sas.exemple.fr", "X-Forwarded-Proto": "http"})
    assert answer.status_code == 200
    answer = web.get("/inbox", headers={"Host": "sas.exemple.fr"})
    assert not answer.headers.get("Location", "").startswith("https")


def test_the_cookie_is_strict_and_works_on_plain_http(karim: FlaskClient, web: FlaskClient) -> None:
    web.get("/connexion")
    cookie = web.get_cookie("sas")
    assert cookie is not None
    assert cookie.http_only
    assert not cookie.secure
    assert cookie.same_site == "Lax"
