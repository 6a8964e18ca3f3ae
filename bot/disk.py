"""Is there room to write? A full disk stops SAS until somebody makes room: it is said by its name,
to whoever looks after the machine. Beside the path of a text."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

LEAST_ROOM = 1_000_000
"""Bytes. Below this the database cannot be relied on to grow; the alert leaves a little before."""

PROBE = "room"
_PROBE_SIZE = 4096
_WORDS = ("disk is full", "disk I/O error", "No space left", "File too large")


def is_full(error: BaseException) -> bool:
    """Does the database say that it had no room to write (SQLite, PostgreSQL)?"""
    words = str(error)
    return any(word in words for word in _WORDS)


def has_room(folder: Path) -> bool:
    """Can a file be written there, and is some room left? What is written is taken away."""
    probe = folder / f"{PROBE}.{os.getpid()}"
    try:
        probe.write_bytes(bytes(_PROBE_SIZE))
        return shutil.disk_usage(folder).free >= LEAST_ROOM
    except OSError:
        return False
    finally:
        probe.unlink(missing_ok=True)
