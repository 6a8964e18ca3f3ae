"""How often somebody may knock: counts in windows of real time, kept as rows.

Names hold a keyed hash or an id, never a number or an address. What cannot be counted is refused.
"""

from __future__ import annotations

import logging
import math

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.store import Store

log = logging.getLogger("sas.rates")

_COUNT = text(
    'INSERT INTO ratewindow (name, "window", count) VALUES (:name, :window, 1) '
    'ON CONFLICT (name, "window") DO UPDATE SET count = ratewindow.count + 1 RETURNING count'
)
_FORGET = text('DELETE FROM ratewindow WHERE name = :name AND "window" < :window')


UNCOUNTED = 60  # seconds to wait when nothing can be counted


def allowed(store: Store, name: str, limit: int, seconds: int) -> bool:
    """Count one knock at `name` and say whether it is within `limit` per `seconds` of real time.
    Fails closed: False when the count cannot be kept."""
    return wait(store, name, limit, seconds) == 0


def wait(store: Store, name: str, limit: int, seconds: int) -> int:
    """`allowed`, as the whole seconds to wait before the next knock: 0 when this one is allowed."""
    now = store.clock.real().timestamp()
    window = int(now) // seconds
    try:
        with store.transaction() as session:
            count = session.connection().execute(_COUNT, {"name": name, "window": window}).scalar()
            if count == 1:
                session.connection().execute(_FORGET, {"name": name, "window": window})
    except SQLAlchemyError:
        log.exception("rate_not_counted")
        return UNCOUNTED
    if count is not None and count <= limit:
        return 0
    return max(1, math.ceil((window + 1) * seconds - now))
