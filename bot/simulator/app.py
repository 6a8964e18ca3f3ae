"""The simulator's Flask application: the provider's API, the control API and the phone page."""

from __future__ import annotations

from flask import Flask, Response

from bot.simulator.carrier import Carrier
from bot.simulator.control import control
from bot.simulator.page import page
from bot.simulator.provider import api
from bot.simulator.timetravel import TimeTravel

MAX_BODY = 8 * 1024 * 1024
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def create_app(carrier: Carrier, travel: TimeTravel | None = None) -> Flask:
    """An application over this carrier; `travel` moves the demo's time."""
    app = Flask(__name__, static_folder="static", template_folder="templates")
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.extensions["carrier"] = carrier
    app.extensions["timetravel"] = travel or TimeTravel(None, carrier.shown)
    app.register_blueprint(api)
    app.register_blueprint(control)
    app.register_blueprint(page)
    app.after_request(_headers)
    return app


def _headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("Cache-Control", "no-store")
    return response
