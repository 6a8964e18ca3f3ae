"""The web on the store of a test, without broker or workers; `alone` runs on SQLite only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from bot.models import Aiguilleur
from bot.store import Store
from bot.web import create_app
from tests.cast import Cast
from tests.web.runtime import runtime_of


class Compiled(BytecodeCache):
    """The templates that this process has compiled, for each next application."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled from the same source."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


@pytest.fixture
def app(store: Store) -> Iterator[Flask]:
    """The whole web of a development installation."""
    made = create_app(runtime_of(store))
    made.jinja_env.bytecode_cache = COMPILED
    yield made


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
