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


class TooMany(Exception):
    """A rate limit refuses, or cannot count. `after`: the whole seconds to wait."""

    def __init__(self, after: int) -> None:
        self.after = after
        super().__init__(f"{after} s")


def knock(store: Store, name: str, limit: int, seconds: int) -> None:
    """Count one knock at `name`. Raises TooMany beyond `limit` per `seconds` of real time, and when
    the count cannot be kept (PRODUCT 12.6: it fails closed)."""
    now = store.clock.real().timestamp()
    window = int(now) // seconds
    try:
        with store.transaction() as session:
            count = session.connection().execute(_COUNT, {"name": name, "window": window}).scalar()
            if count == 1:
                session.connection().execute(_FORGET, {"name": name, "window": window})
    except SQLAlchemyError as error:
        log.exception("rate_not_counted")
        raise TooMany(UNCOUNTED) from error
    if count is None or count > limit:
        raise TooMany(max(1, math.ceil((window + 1) * seconds - now)))
