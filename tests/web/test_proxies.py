"""Behind proxies of ours: whose address is counted, and that no header moves a signature."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask, request

from bot import settings
from bot.settings import SettingsError
from bot.store import Store
from bot.web import create_app
from bot.web.guards import public
from tests.cast import Cast
from tests.web.runtime import runtime_of
from tests.web.test_hooks import INBOUND, post, stored, text

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def behind(store: Store, proxies: int) -> Flask:
    """The web behind so many trusted proxies, with a door that says who knocks."""
    store.settings = replace(store.settings, trusted_proxies=proxies)
    app = create_app(runtime_of(store))

    @app.get("/qui")
    @public("says who knocks, in a test")
    def who() -> str:
        return f"{request.remote_addr} {request.scheme} {request.host}"

    return app


@pytest.mark.parametrize(
    ("proxies", "seen"), [(0, "127.0.0.1"), (1, "203.0.113.7"), (2, "198.51.100.9")]
)
def test_as_many_addresses_are_believed_as_there_are_proxies(
    store: Store, proxies: int, seen: str
) -> None:
    headers = {
        "X-Forwarded-For": "10.0.0.1, 198.51.100.9, 203.0.113.7",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "elsewhere.example",
    }
    answer = behind(store, proxies).test_client().get("/qui", headers=headers)
    assert answer.text == f"{seen} http localhost"


def test_a_signature_is_of_the_public_address_whatever_a_proxy_says(
    store: Store, cast: Cast
) -> None:
    cast.lea()
    headers = {
        "X-Forwarded-For": "203.0.113.7",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "elsewhere.example",
        "X-Forwarded-Prefix": "/sas",
    }
    app = behind(store, 1)
    assert post(app, INBOUND, text(), **headers).status_code == 204
    forged = {**headers, "X-Twilio-Signature": "forged"}
    assert post(app, INBOUND, text("SM2"), **forged).status_code == 403
    assert len(stored(store)) == 1


@pytest.mark.parametrize("given", ["-1", "one"])
def test_a_number_of_proxies_that_is_none_is_refused(store: Store, given: str) -> None:
    with pytest.raises(SettingsError, match="SAS_TRUSTED_PROXIES"):
        settings.load(
            {"SAS_TRUSTED_PROXIES": given, "SAS_STATE_DIR": str(store.settings.state_dir)}
        )
