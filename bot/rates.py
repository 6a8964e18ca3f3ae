"""How often somebody may knock: counts in windows of real time, kept as rows.

Names hold a keyed hash or an id, never a number or an address. What cannot be counted is refused.
"""

from __future__ import annotations

import logging

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.store import Store

log = logging.getLogger("sas.rates")

_COUNT = text(
    'INSERT INTO ratewindow (name, "window", count) VALUES (:name, :window, 1) '
    'ON CONFLICT (name, "window") DO UPDATE SET count = ratewindow.count + 1 RETURNING count'
)
_FORGET = text('DELETE FROM ratewindow WHERE name = :name AND "window" < :window')


def allowed(store: Store, name: str, limit: int, seconds: int) -> bool:
    """Count one knock at `name` and say whether it is within `limit` per `seconds` of real time.
    Fails closed: False when the count cannot be kept."""
    window = int(store.clock.real().timestamp()) // seconds
    try:
        with store.transaction() as session:
            count = session.connection().execute(_COUNT, {"name": name, "window": window}).scalar()
            if count == 1:
                session.connection().execute(_FORGET, {"name": name, "window": window})
    except SQLAlchemyError:
        log.exception("rate_not_counted")
        return False
    return count is not None and count <= limit
