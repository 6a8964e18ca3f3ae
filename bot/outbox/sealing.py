"""Opening and sealing the personal columns of rows that the outbox handles."""

from __future__ import annotations

import json
from typing import Any

from bot.crypto import DataKey
from bot.models import Address, Message, Youth
from bot.store import Store, seal, unseal, youth_key


def key_of(store: Store, youth: Youth | None) -> DataKey:
    """Her key, or the common one for rows of no youth. Raises SealBroken after erasure."""
    return youth_key(store.vault, youth) if youth is not None else store.vault.common


def owner_of(message: Message, youth: Youth | None) -> Youth | None:
    """Whose key seals this text: hers when the row is hers (`youth_id`), else nobody's."""
    return youth if message.youth_id is not None else None


def body_of(store: Store, message: Message, youth: Youth | None) -> str:
    """The text as it leaves."""
    key = key_of(store, owner_of(message, youth))
    return unseal(key, message.body_sealed, message.id, "body")


def value_of(store: Store, address: Address, youth: Youth | None) -> str:
    """The phone number, WhatsApp identity or e-mail."""
    key = key_of(store, youth if address.youth_id is not None else None)
    return unseal(key, address.value_sealed, address.id, "value")


def seal_ways(key: DataKey, ways: dict[str, Any], row: str) -> bytes | None:
    """The same text in its other ways (template, SMS)."""
    return seal(key, json.dumps(ways, ensure_ascii=False), row, "ways") if ways else None


def ways_of(store: Store, message: Message, youth: Youth | None) -> dict[str, Any]:
    """The same text in its other ways: `template` {sid, variables, body}, `sms` {body}."""
    key = key_of(store, owner_of(message, youth))
    sealed = unseal(key, message.ways_sealed, message.id, "ways")
    return dict(json.loads(sealed)) if sealed else {}
