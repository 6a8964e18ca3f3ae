"""The carrier's memory on disk: one JSON line per fact, flushed to the disk before the answer.

It is the oracle of the fault tests (every line "accepted" is one text really accepted) and
what a restarted simulator starts from.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any


class Journal:
    """Append-only. `path` None keeps nothing (a test that needs no memory)."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._file: int | None = None
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
            self._file = os.open(path, flags, 0o600)
            _end_torn_line(self._file)

    def write(self, kind: str, *, durable: bool = True, **facts: Any) -> None:
        """Add one fact; with `durable` it is on the disk when this returns."""
        if self._file is None:
            return
        line = json.dumps({"kind": kind, **facts}, ensure_ascii=False, default=_plain) + "\n"
        with self._lock:
            if self._file is None:
                return
            os.write(self._file, line.encode())
            if durable:
                os.fsync(self._file)

    def lines(self) -> Iterator[dict[str, Any]]:
        """Every whole fact since the beginning; a line cut by a crash is passed over."""
        if self._path is None:
            return
        with self._path.open(encoding="utf-8") as file:
            for line in file:
                try:
                    yield json.loads(line)
                except ValueError:
                    continue

    def close(self) -> None:
        """No fact is written after this."""
        with self._lock:
            if self._file is not None:
                os.close(self._file)
                self._file = None


def _end_torn_line(file: int) -> None:
    """A crash in the middle of a line must not swallow the next one."""
    size = os.lseek(file, 0, os.SEEK_END)
    if size and os.pread(file, 1, size - 1) != b"\n":
        os.write(file, b"\n")


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"a journal line cannot hold {type(value).__name__}")
