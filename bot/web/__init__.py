"""The web: composes the pages and doors of SAS into one Flask application.

Default deny: a route without a guard stops the start (bot/web/guards.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Flask
from flask_babel import Babel
from flask_bootstrap import Bootstrap5
from flask_wtf.csrf import CSRFProtect

from bot.web import errors, guards, security, words
from bot.web.auth import auth
from bot.web.demo import demo
from bot.web.health import health
from bot.web.home import home
from bot.web.hooks import hooks
from bot.web.inbox import inbox
from bot.web.referrals import api
from bot.web.referrals_pages import pages as orienter
from bot.web.relays import structures
from bot.web.stats import stats

if TYPE_CHECKING:
    from bot.runtime import Runtime

BLUEPRINTS: tuple[Blueprint, ...] = (
    hooks,
    health,
    home,
    auth,
    demo,
    api,
    orienter,
    structures,
    inbox,
    stats,
)
"""Every face of the web; each owns its routes, templates and guards."""


def create_app(runtime: Runtime) -> Flask:
    """The web application on this runtime. Raises guards.UnguardedRoute."""
    app = Flask(__name__)
    app.extensions["sas"] = runtime
    security.configure(app, runtime.store.settings)
    guards.install(app)
    errors.install(app)
    csrf = CSRFProtect(app)
    Bootstrap5(app)
    Babel(app, locale_selector=lambda: "fr", timezone_selector=lambda: "Europe/Paris")
    words.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for view in guards.exempt_from_csrf(app):
        csrf.exempt(view)
    guards.check_routes(app)
    return app
