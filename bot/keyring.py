"""Do the keys fit the database, and rotation of SAS_DATA_KEYS. Before any text.

To rotate is to wrap every youth's data key again by the key that writes now.
"""

from __future__ import annotations

import logging

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from bot import unusable
from bot.crypto import SealBroken
from bot.models import Address, Youth
from bot.settings import SettingsError
from bot.store import Store, unseal, youth_key

log = logging.getLogger("sas.keyring")

BATCH = 200

_YOUTH = select(Youth).where(col(Youth.data_key).is_not(None)).order_by(col(Youth.id).desc())
_STAFF = (  # sealed by the common key, which is made of SAS_INDEX_KEY
    select(Address)
    .where(
        Address.channel == "mail",
        col(Address.youth_id).is_(None),
        col(Address.value_sealed).is_not(None),
    )
    .order_by(col(Address.id).desc())
)


def check(store: Store) -> None:
    """Open the newest youth's data key and the newest e-mail of somebody else, if there are any.
    Raises SealBroken when the keys are those of another database."""
    with store.reading() as session:
        youth = session.exec(_YOUTH.limit(1)).first()
        staff = session.exec(_STAFF.limit(1)).first()
    if youth is not None:
        youth_key(store.vault, youth)
    if staff is not None:
        unseal(store.vault.common, staff.value_sealed, staff.id, "value")


def refuse_others(store: Store) -> None:
    """`check` at a start. Raises SettingsError; a database that is away is waited for, as ever."""
    try:
        check(store)
    except SealBroken as error:
        raise SettingsError(unusable.why(unusable.code_of(error), store.settings)) from error
    except SQLAlchemyError:
        log.warning("keys_not_checked")


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
