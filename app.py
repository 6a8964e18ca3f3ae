"""Web entry: `gunicorn 'app:create_web()'`, `flask run`, and the `flask sas` commands.

The web is made at the first need, so that commands start fast and need no setting.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from flask import Flask

from bot.commands import sas

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


@cache
def create_web() -> Flask:
    """The whole web on a runtime of its own."""
    made: Flask = import_module("bot.web.entry").create_web()
    return made


def _web(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    return create_web()(environ, start_response)


app = Flask("sas", static_folder=None)
app.cli.add_command(sas)
app.wsgi_app = _web  # type: ignore[method-assign]
