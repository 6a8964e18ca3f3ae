"""The only maker of new ids and tokens."""

from __future__ import annotations

import secrets
import time
import uuid


def new_id() -> str:
    """A unique id that sorts by the time it was made (UUID version 7, RFC 9562)."""
    millis, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000  # a quarter of a microsecond: rows of one turn keep order
    value = (millis & ((1 << 48) - 1)) << 80 | 0x7 << 76 | fraction << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def token() -> str:
    """An unguessable token of 256 bits for a link, safe in a URL."""
    return secrets.token_urlsafe(32)


def code(length: int = 6) -> str:
    """A short code a person can copy: no letter that looks like a digit."""
    return "".join(secrets.choice("ABCDEFGHJKMNPQRSTUVWXYZ23456789") for _ in range(length))
