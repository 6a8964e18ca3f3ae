"""How pages say dates and spans: plain French, SAS time, never a figure to decode."""

from __future__ import annotations

import math
from datetime import datetime

from flask import Flask
from markupsafe import Markup, escape

from bot.frenchtime import hour, moment, since
from bot.rates import TooMany
from bot.web.context import get_settings, get_store


def install(app: Flask) -> None:
    """Give every template `|moment`, `|hour`, `|since`, and the facts the frame needs."""
    app.jinja_env.filters.update(moment=moment, hour=hour, since=since_filter, marked=marked)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(_frame)


def _frame() -> dict[str, object]:
    settings = get_settings()
    return {
        "demo": settings.demo,
        "simulator_url": simulator_url(settings.port),
        "now": get_store().clock.now,
    }


def simulator_url(port: int) -> str:
    """Where the phone of the demo is: it takes the next port."""
    return f"http://127.0.0.1:{port + 1}/"


def since_filter(at: datetime | None) -> str:
    """`since` against SAS time."""
    return since(at, get_store().clock.now()) if at else ""


def again(many: TooMany) -> str:
    """When to come again, in whole minutes."""
    return f"Réessayez dans {math.ceil(many.after / 60)} min."


def marked(text: str, letters: tuple[str, ...]) -> Markup:
    """The text with each of these letters marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(c) if c in letters else escape(c) for c in text
    )
