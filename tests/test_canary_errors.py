"""The canary of what goes wrong: every page of error, and what the carrier's client and simulator
say when they fail. The planted words of tests/test_canary.py must be nowhere.
"""

from __future__ import annotations

import logging
import sqlite3
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from bot.gateways import OutgoingText, SendError
from bot.gateways.twilio import TwilioGateway
from bot.web.guards import public
from tests.carrier import ACCOUNT, SENDER, Carried
from tests.cast import Cast
from tests.test_canary import PHONE, PLANTED, Places, app, places
from tests.web.conftest import signed_in
from tests.web.pressing import token

__all__ = ["app", "places"]  # fixtures

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WORD = PLANTED["zephirine"]
FORMS = ("text/html", "application/json")


@pytest.fixture
def breaking(app: Flask) -> Flask:
    """The web, with two doors that break in words that nobody may read."""

    @app.get("/panne")
    @public("breaks on purpose")
    def broken() -> str:
        raise ValueError(WORD, PHONE) from KeyError(PLANTED["hippocampe"])

    @app.get("/absente")
    @public("has no database, on purpose")
    def away() -> str:
        cause = sqlite3.OperationalError(PLANTED["mirabelle"])
        raise OperationalError("SELECT 1", {"body": PLANTED["turquoise"]}, cause)

    return app


def test_no_page_of_error_repeats_what_was_sent(
    places: Places, breaking: Flask, cast: Cast
) -> None:
    web, karim = breaking.test_client(), signed_in(breaking, cast.karim())
    login = {
        "csrf_token": token(karim),
        "email": PLANTED["quetzal"],
        "password": PLANTED["sarbacane"],
    }
    found = set()
    for accepts in FORMS:
        for answer in _asked(web, karim, login, {"headers": {"Accept": accepts}}):
            found.add(answer.status_code)
            if answer.status_code != 401:  # the sign-in form again, with her own e-mail in it
                places.keep("errors", f"{answer.headers} {answer.text}")
    assert {400, 403, 404, 405, 413, 429, 500, 503} <= found
    assert places.leaks() == set()


def _asked(
    web: FlaskClient, karim: FlaskClient, login: dict[str, str], how: dict[str, Any]
) -> list[Any]:
    """One request for each error, with a word in its address or in its body."""
    return [
        web.post("/connexion", data={"email": PLANTED["quetzal"]}, **how),
        karim.get(f"/pilotage?qui={WORD}", **how),
        web.get(f"/{WORD}?tel={PHONE}", **how),
        web.get(f"/api/v1/{WORD}", **how),
        karim.get(f"/inbox/{WORD}", **how),
        web.put(f"/connexion?qui={WORD}", data=PLANTED["turquoise"], **how),
        web.delete(f"/api/v1/referrals?qui={WORD}", **how),
        web.post("/connexion", data={"email": PLANTED["hippocampe"] * 60_000}, **how),
        web.get(f"/panne?qui={WORD}", **how),
        web.get(f"/absente?qui={WORD}", **how),
        *(karim.post("/connexion", data=login, **how) for _ in range(11)),
    ]


def test_no_log_repeats_what_the_carrier_s_client_was_to_send(
    places: Places, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The real client against the simulator: taken, refused, cut off; then nobody at home."""
    text = OutgoingText("id", PHONE, SENDER, "sms", PLANTED["turquoise"])
    # The simulator stands for the carrier, whose own journal knows the texts.
    with Carried(tmp_path_factory.mktemp("carrier")) as carried:
        carried.gateway.send(text)
        for fault in ("server_error", "cut_after", "invalid_number"):
            carried.fault(fault)
            _refused(carried.gateway, text)
    away = TwilioGateway(account_sid=ACCOUNT, auth_token="x", base_url="http://127.0.0.1:9")
    _refused(away, text)
    assert places.logs.getvalue().count('"send_failed"') == 4
    assert places.leaks() == set()


def _refused(gateway: TwilioGateway, text: OutgoingText) -> None:
    with pytest.raises(SendError):
        try:
            gateway.send(text)
        except SendError:
            logging.getLogger("sas.outbox").exception("send_failed")
            raise
