"""What the carrier does later and elsewhere: statuses and webhooks, in real time.

One thread watches the hours, a few lanes do the work; what concerns one phone stays on one
lane and so in order.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import queue
import threading
import zlib
from collections.abc import Callable

from bot.clock import monotonic

log = logging.getLogger(__name__)

Job = Callable[[], None]


class Schedule:
    """Runs jobs after a delay (seconds). `stop` drops what has not begun."""

    def __init__(self, lanes: int = 8) -> None:
        self._due: list[tuple[float, int, str, Job]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        self._stopping = False
        self._open = 0
        self._lanes: list[queue.SimpleQueue[Job | None]] = [
            queue.SimpleQueue() for _ in range(lanes)
        ]
        for lane in self._lanes:
            threading.Thread(target=self._work, args=(lane,), daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()

    def after(self, seconds: float, lane: str, job: Job) -> None:
        """Run `job` in `seconds`, after what was put on the same lane for an earlier moment."""
        with self._changed:
            self._open += 1
            entry = (monotonic() + seconds, next(self._order), lane, job)
            heapq.heappush(self._due, entry)
            self._changed.notify()

    @property
    def idle(self) -> bool:
        """Nothing is planned and nothing is running."""
        with self._changed:
            return self._open == 0

    def stop(self) -> None:
        """Begin nothing more."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        for lane in self._lanes:
            lane.put(None)

    def _watch(self) -> None:
        while True:
            with self._changed:
                while not self._stopping and not self._ready():
                    self._changed.wait(self._pause())
                if self._stopping:
                    return
                _, _, lane, job = heapq.heappop(self._due)
            self._lanes[zlib.crc32(lane.encode()) % len(self._lanes)].put(job)

    def _ready(self) -> bool:
        return bool(self._due) and self._due[0][0] <= monotonic()

    def _pause(self) -> float | None:
        return max(0.0, self._due[0][0] - monotonic()) if self._due else None

    def _work(self, lane: queue.SimpleQueue[Job | None]) -> None:
        while (job := lane.get()) is not None:
            try:
                job()
            except Exception:
                log.exception("a job of the carrier failed")
            finally:
                with self._changed:
                    self._open -= 1
