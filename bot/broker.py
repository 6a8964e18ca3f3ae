"""The poke that wakes workers after a commit. Only a hint: what is lost is found by the clock.

The caller never waits: ids go into a bounded list, a small thread hands them to RQ with short
time-outs, and a broker that is away costs nothing but a log line (DESIGN section 5).
"""

from __future__ import annotations

import logging
import threading

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from rq import Queue
from rq.queue import EnqueueData
from rq.serializers import JSONSerializer

from bot.clock import monotonic

log = logging.getLogger("sas.broker")

TURNS, SENDS = "sas-turns", "sas-sends"
QUEUE_OF = {"turn": TURNS, "send": SENDS}
JOB_OF = {"turn": "bot.jobs.turn", "send": "bot.jobs.send"}
JOB_TIMEOUT = 60  # seconds; the jobs have shorter limits of their own
KEEP_FAILED = 7 * 24 * 3600
MOST_WAITING = 10_000
SILENCE = 1.0  # seconds of rest after the broker did not answer
BREATH = 0.02  # seconds of rest after a burst: those who poke meanwhile share the next one
TYPING_AT_MOST = 10.0  # a burst is read after this long even when she goes on typing
EARLY = 0.05  # a debounce is asked for a little late, never a little early


class Broker:
    """One per process. `url` None: nobody to poke. `debounce` (seconds) delays turns, so that
    "oui" and "mais pas mardi" are read together."""

    def __init__(self, url: str | None, debounce: float = 0.0) -> None:
        self.url = url
        self._delay = debounce + EARLY if debounce else 0.0
        self._waiting: dict[tuple[str, str], tuple[float, float]] = {}  # (due, latest)
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = threading.Event()
        self._connection = connection(url) if url else None
        self._again: set[tuple[str, str]] = set()
        self.dropped = 0

    def poke(self, kind: str, subject_id: str) -> None:
        """Wake the workers for ("turn", conversation id) or ("send", message id), soon."""
        if self._connection is None:
            return
        now = monotonic()
        due = now + (self._delay if kind == "turn" else 0.0)
        with self._changed:
            known = self._waiting.get((kind, subject_id))
            if known is None and len(self._waiting) >= MOST_WAITING:
                self.dropped += 1
                return
            latest = known[1] if known is not None else now + TYPING_AT_MOST
            self._waiting[kind, subject_id] = (min(due, latest), latest)
            self._start()
            self._changed.notify()

    def answers(self) -> bool:
        """Does the broker answer now? At most half a second. True when none is configured for
        lack of need is never said: without a broker the clock works alone, slower."""
        if self._connection is None:
            return False
        try:
            return bool(self._connection.ping())
        except RedisError:
            return False

    def flush(self, seconds: float = 1.0) -> bool:
        """Wait until what is due has been handed over; False when the broker does not take it."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting, seconds)

    def close(self) -> None:
        """Stop the thread; what waits is left to the clock."""
        with self._changed:
            self._closed.set()
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(1.0)
        if self._connection is not None:
            self._connection.close()

    def _start(self) -> None:
        """The thread begins with the first poke: after any fork of a web server."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="sas-poke", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        assert self._connection is not None
        queues = {kind: queue(name, self._connection) for kind, name in QUEUE_OF.items()}
        while True:
            with self._changed:
                if self._closed.is_set():
                    return
                batch, wait = self._due()
                if not batch:
                    self._changed.wait(wait)
                    continue
            self._closed.wait(BREATH if self._hand_over(queues, batch) else SILENCE)

    def _due(self) -> tuple[list[tuple[str, str]], float | None]:
        now = monotonic()
        batch = [one for one, (due, _) in self._waiting.items() if due <= now]
        for one in batch:
            del self._waiting[one]
        if not self._waiting:
            self._changed.notify_all()
        ahead = min((due for due, _ in self._waiting.values()), default=None)
        return batch, None if ahead is None else max(ahead - now, 0.001)

    def _hand_over(self, queues: dict[str, Queue], batch: list[tuple[str, str]]) -> bool:
        for kind, into in queues.items():
            ids = [subject_id for of_kind, subject_id in batch if of_kind == kind]
            try:
                enqueue(into, kind, ids)
            except RedisError as error:
                log.warning("broker_away", extra={"error": type(error).__name__})
                self._keep(batch)
                return False
            batch = [one for one in batch if one[0] != kind]
        return True

    def _keep(self, batch: list[tuple[str, str]]) -> None:
        """What was not taken is offered again after a silence, once; a second poke harms nobody,
        and what is lost in the end is found by the clock."""
        now = monotonic()
        with self._changed:
            for one in batch:
                if one in self._again or len(self._waiting) >= MOST_WAITING:
                    self._again.discard(one)
                    self.dropped += 1
                else:
                    self._again.add(one)
                    self._waiting.setdefault(one, (now + SILENCE, now + SILENCE))


def enqueue(into: Queue, kind: str, ids: list[str]) -> None:
    """One job for each id, ids only, in one exchange with the broker. Raises RedisError."""
    if ids:
        into.enqueue_many([_job(kind, subject_id) for subject_id in ids])


def _job(kind: str, subject_id: str) -> EnqueueData:
    return Queue.prepare_data(
        JOB_OF[kind],
        (subject_id,),
        timeout=JOB_TIMEOUT,
        result_ttl=0,
        failure_ttl=KEEP_FAILED,
    )


def queue(name: str, to: Redis) -> Queue:
    """An RQ queue whose jobs are JSON."""
    return Queue(name, connection=to, serializer=JSONSerializer)


def connection(url: str, *, connect: float = 0.5, answer: float | None = 0.5) -> Redis:
    """A connection that gives up soon (seconds)."""
    return Redis.from_url(
        url,
        socket_connect_timeout=connect,
        socket_timeout=answer,
        retry=Retry(NoBackoff(), 0),
    )
