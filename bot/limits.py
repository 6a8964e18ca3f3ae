"""How long one piece of work may take. A limit in two steps: an exception first, then, when even
that cannot be raised (a hang inside a library), the end of the process, which the supervisor
starts again; what was in hand is in the database."""

from __future__ import annotations

import faulthandler
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from bot.clock import monotonic

STDERR = 2
GATE_LIMIT = 5.0  # seconds of one last gate; three tries and their pauses fit in a minute
GRACE = 5.0  # seconds between the exception and the end of the process


class TookTooLong(Exception):
    """The work at hand passed its limit."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the work after `seconds`, end the process 5 s later. Only in a main
    thread; elsewhere it limits nothing. One within another: both hold."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def too_long(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, too_long)
    began = monotonic()
    outer, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=STDERR)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, before)
        if outer:
            left = max(0.001, outer - (monotonic() - began))
            signal.setitimer(signal.ITIMER_REAL, left)
            faulthandler.dump_traceback_later(left + GRACE, exit=True, file=STDERR)
