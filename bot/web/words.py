"""How pages say dates and spans: plain French, SAS time, never a figure to decode."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from flask import Flask

from bot.web.context import get_settings, get_store

PARIS = ZoneInfo("Europe/Paris")
DAY = timedelta(days=1)


def install(app: Flask) -> None:
    """Give every template `|moment`, `|hour`, `|since`, and the facts the frame needs."""
    app.jinja_env.filters.update(moment=moment, hour=hour, since=since_filter)
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


def moment(at: datetime | None, zone: ZoneInfo = PARIS) -> str:
    """'jeudi 26 novembre à 18 h 15' ('' for None); `at` aware."""
    if at is None:
        return ""
    here = at.astimezone(zone)
    return f"{format_datetime(here, 'EEEE d MMMM', locale='fr')} à {hour(at, zone)}"


def hour(at: datetime | None, zone: ZoneInfo = PARIS) -> str:
    """'18 h 15', '9 h' ('' for None)."""
    if at is None:
        return ""
    here = at.astimezone(zone)
    return f"{here.hour} h {here.minute:02d}" if here.minute else f"{here.hour} h"


def since(at: datetime, now: datetime) -> str:
    """'à l'instant', 'depuis 12 min', 'depuis 3 h', 'depuis 2 jours'; both aware."""
    span = now - at
    if span < timedelta(minutes=1):
        return "à l'instant"
    if span < timedelta(hours=1):
        return f"depuis {span // timedelta(minutes=1)} min"
    if span < DAY:
        return f"depuis {span // timedelta(hours=1)} h"
    days = span // DAY
    return f"depuis {days} jour{'s' if days > 1 else ''}"


def since_filter(at: datetime | None) -> str:
    """`since` against SAS time."""
    return since(at, get_store().clock.now()) if at else ""
