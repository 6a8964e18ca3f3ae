"""The web on the store of a test, without broker or workers; `alone` runs on SQLite only."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.models import Aiguilleur
from bot.store import Store
from tests.cast import Cast
from tests.web.runtime import runtime_of, web_of


@pytest.fixture
def app(store: Store) -> Flask:
    """The whole web of a development installation."""
    return web_of(runtime_of(store))


@pytest.fixture
def web(app: Flask) -> FlaskClient:
    """A browser that nobody has signed in with."""
    return app.test_client()


@pytest.fixture
def karim(app: Flask, cast: Cast) -> FlaskClient:
    """Karim's browser, signed in."""
    return signed_in(app, cast.karim())


def signed_in(app: Flask, who: Aiguilleur) -> FlaskClient:
    """A browser with this aiguilleur's session."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["who"], session["epoch"] = who.id, who.session_epoch
        session["since"] = int(app.extensions["sas"].store.clock.real().timestamp())
    return client
