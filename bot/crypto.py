"""Keys: what is personal is sealed at rest, looked up by a keyed hash, and destroyed by erasure.

Each youth has a data key of her own, wrapped by one of SAS_DATA_KEYS (the first writes). Rotation
re-wraps the data keys; erasure destroys one. The blind index and the suppression hash use
SAS_INDEX_KEY, which does not rotate with them (DESIGN section 4).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class SealBroken(Exception):
    """A sealed value does not open: wrong key, wrong row, or damaged."""


class DataKey:
    """One youth's key (or the common key of rows that belong to no youth)."""

    def __init__(self, raw: bytes) -> None:
        self._aead = AESGCM(raw)

    def seal(self, text: str, row: str) -> bytes:
        """Seal `text`; it opens only with the same `row` (the row's id and field)."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._aead.encrypt(nonce, text.encode(), row.encode())

    def open(self, sealed: bytes, row: str) -> str:
        """The text back. Raises SealBroken."""
        try:
            return self._aead.decrypt(sealed[:_NONCE], sealed[_NONCE:], row.encode()).decode()
        except InvalidTag as wrong:
            raise SealBroken(row) from wrong


class Vault:
    """The keys of this installation. `data_keys` maps key ids to 32 raw bytes; the first writes."""

    def __init__(self, data_keys: Mapping[str, bytes], index_key: bytes) -> None:
        self._keys = {name: AESGCM(raw) for name, raw in data_keys.items()}
        self._writes = next(iter(data_keys))
        self._index = hmac.new(index_key, digestmod="sha256")  # made ready once, then copied
        # Rows of no youth (staff, organisations): one key derived from the index key, so that
        # rotation of SAS_DATA_KEYS needs no rewriting of them.
        self.common = DataKey(hashlib.sha256(b"sas common rows\0" + index_key).digest())

    def new_key(self) -> bytes:
        """A fresh data key, wrapped: `id`, NUL, nonce, sealed key."""
        return self._wrap(secrets.token_bytes(32))

    def unwrap(self, wrapped: bytes) -> DataKey:
        """The data key. Raises SealBroken when its key id is unknown or it was destroyed."""
        return DataKey(self._raw(wrapped))

    def rewrap(self, wrapped: bytes) -> bytes:
        """The same data key under the key that writes now."""
        return self._wrap(self._raw(wrapped))

    def is_current(self, wrapped: bytes) -> bool:
        """Wrapped by the key that writes now?"""
        return wrapped.startswith(self._writes.encode() + b"\0")

    def index(self, value: str) -> str:
        """The keyed hash by which a phone number or e-mail is looked up (hex)."""
        made = self._index.copy()
        made.update(value.encode())
        return made.hexdigest()

    def _wrap(self, raw: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        head = self._writes.encode() + b"\0"
        return head + nonce + self._keys[self._writes].encrypt(nonce, raw, head)

    def _raw(self, wrapped: bytes) -> bytes:
        name, _, rest = wrapped.partition(b"\0")
        aead = self._keys.get(name.decode(errors="replace"))
        if aead is None:
            raise SealBroken("unknown data key")
        try:
            return aead.decrypt(rest[:_NONCE], rest[_NONCE:], name + b"\0")
        except InvalidTag as wrong:
            raise SealBroken("data key") from wrong


def digest(value: str) -> str:
    """SHA-256 in hex, for tokens and API keys that are themselves random (never for numbers)."""
    return hashlib.sha256(value.encode()).hexdigest()


def random_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(32)


def same(one: str, other: str) -> bool:
    """Compare without telling by the time taken."""
    return hmac.compare_digest(one.encode(), other.encode())
