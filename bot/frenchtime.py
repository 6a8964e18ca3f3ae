"""How dates and spans are said: plain French, the place's own hour, never a figure to decode."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

PARIS = ZoneInfo("Europe/Paris")
DAY = timedelta(days=1)


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
