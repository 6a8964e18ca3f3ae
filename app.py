"""Web entry: `gunicorn 'app:create_web()'`, `flask run`, and the `flask sas` commands.

The web is made at the first need, so that commands start fast and need no setting.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
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
    # On a stack of its own: as deep as gunicorn calls, compiling the lexicon asked the system for
    # the same 16 kB 140,000 times, a second of processor.
    with ThreadPoolExecutor(1) as aside:
        entry = aside.submit(import_module, "bot.web.entry").result()
    made: Flask = entry.create_web()
    return made


def _web(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    return create_web()(environ, start_response)


app = Flask("sas", static_folder=None)
app.cli.add_command(sas)
app.wsgi_app = _web  # type: ignore[method-assign]
