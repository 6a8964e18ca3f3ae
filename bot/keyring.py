"""Rotation of SAS_DATA_KEYS: every youth's data key is wrapped again by the key that writes now."""

from __future__ import annotations

from sqlmodel import col, select

from bot.crypto import SealBroken
from bot.models import Youth
from bot.store import Store

BATCH = 200


def rewrap_all(store: Store) -> tuple[int, int]:
    """(keys wrapped again, keys that no known key opens). Short transactions; can be repeated."""
    done, broken, last = 0, 0, ""
    while True:
        with store.transaction() as session:
            query = select(Youth).where(Youth.id > last, col(Youth.data_key).is_not(None))
            youths = session.exec(query.order_by(col(Youth.id)).limit(BATCH)).all()
            for youth in youths:
                last = youth.id
                if youth.data_key is None or store.vault.is_current(youth.data_key):
                    continue
                try:
                    youth.data_key = store.vault.rewrap(youth.data_key)
                except SealBroken:
                    broken += 1
                    continue
                session.add(youth)
                done += 1
        if len(youths) < BATCH:
            return done, broken
