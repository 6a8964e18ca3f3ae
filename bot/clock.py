"""The only reader of the time. SAS time is what persons live in; real time rules machines.

SAS time (movable in the demo): due dates, quiet hours, caps, windows, what persons read.
Real time: leases, claims, time-outs, back-off, rate limits, sessions, health (DESIGN section 2).
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

CLOCK_FILE = "clock"  # in the state folder


class Clock(Protocol):
    """What the rest of SAS may ask about time. Every datetime is aware, in UTC."""

    def now(self) -> datetime:
        """SAS time."""

    def real(self) -> datetime:
        """Real time."""

    def wait(self, seconds: float) -> None:
        """Let real time pass."""


class SystemClock:
    """SAS time is real time: production, and development outside the demo."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def real(self) -> datetime:
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        time.sleep(seconds)


class MovableClock(SystemClock):
    """The demo's time: real time plus an offset that lives in one small file, so that every
    process sees a jump at once."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[int, int] | None = None
        self._offset = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset()

    def offset(self) -> timedelta:
        """How far SAS time is from real time."""
        try:
            stat = os.stat(self._file)  # noqa: PTH116 - on the path of every action
        except FileNotFoundError:
            return timedelta()
        mark = (stat.st_mtime_ns, stat.st_ino)
        if mark != self._seen:
            self._offset = timedelta(seconds=float(self._file.read_text() or 0))
            self._seen = mark
        return self._offset

    def set(self, to: datetime) -> None:
        """Jump to `to` (aware), forwards or backwards; time then runs on."""
        self._move(to - datetime.now(UTC))

    def advance(self, span: timedelta) -> None:
        """Jump by `span`, which may be negative."""
        self._move(self.offset() + span)

    def _move(self, offset: timedelta) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(f".{os.getpid()}")
        fresh.write_text(str(offset.total_seconds()))
        fresh.replace(self._file)


class FrozenClock:
    """A clock for tests: both times stand still until moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.real_at = at

    def now(self) -> datetime:
        return self.at

    def real(self) -> datetime:
        return self.real_at

    def wait(self, seconds: float) -> None:
        self.real_at += timedelta(seconds=seconds)

    def advance(self, span: timedelta) -> None:
        """Both times move together."""
        self.at += span
        self.real_at += span


def monotonic() -> float:
    """Seconds on a clock that never jumps, for measuring spans."""
    return time.monotonic()
