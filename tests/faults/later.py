"""A real time that a test moves on, for its own process and its carrier alike: else what we look
for in the carrier's list would stand there under another hour. `python -m tests.faults.later
FOLDER ...` is the carrier in that time."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import CLOCK_FILE, MovableClock
from bot.simulator.__main__ import main

LATER_FILE = "later"


class LaterClock(MovableClock):
    """Real time plus `ahead`: what a clock process does in some minutes is done now. Both times are
    in files of the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / CLOCK_FILE)
        self._later = MovableClock(folder / LATER_FILE)

    def real(self) -> datetime:
        """See Clock."""
        return self._later.now()

    @property
    def ahead(self) -> timedelta:
        """How far it is ahead of the processes that do not know of it."""
        return self._later.offset()

    @ahead.setter
    def ahead(self, span: timedelta) -> None:
        self._later.advance(span - self.ahead)


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:], LaterClock(Path(sys.argv[1]))))
