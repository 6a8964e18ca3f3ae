"""`worker.py` runs an RQ worker, `worker.py clock` the clock. No rule inside.

Both stop within 5 s of SIGINT or SIGTERM, finish the send in hand if it ends in time, and bear a
second signal. What a stop cuts is in the database, and looked into by the others.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import threading
from types import FrameType
from typing import Any

from redis.exceptions import RedisError
from rq.exceptions import StopRequested
from rq.serializers import JSONSerializer
from rq.timeouts import BaseDeathPenalty
from rq.worker import SimpleWorker

from bot import clockwork, jobs, keyring, logs, reviews, runtime
from bot.broker import SENDS, TURNS, connection, queue
from bot.calendar import public_holidays
from bot.clock import SystemClock, monotonic
from bot.runtime import Runtime
from bot.settings import SettingsError, load
from flows.keys import Key
from messages.render import render

log = logging.getLogger("sas.worker")

STOP_WITHIN = 4.5  # seconds; then the process ends where it is
BROKER_AGAIN = 1.0
BEAT = 5.0  # seconds between two signs of life at the broker, where they last 90
EVERY = 1.0  # seconds between two passes of the clock


class NoLimit(BaseDeathPenalty):
    """The jobs have limits of their own, of which a text that is leaving knows nothing."""

    def setup_death_penalty(self) -> None:
        """Nothing starts."""

    def cancel_death_penalty(self) -> None:
        """Nothing stops."""


class Worker(SimpleWorker):
    """RQ's worker without a fork and without books per job: a job is a row of ours, which counts
    its attempts before it starts, so a process that dies with it loses nothing, and what RQ would
    write about it (some twenty exchanges with the broker) nobody reads."""

    death_penalty_class = NoLimit
    max_connection_wait_time = 2.0
    log_result_lifespan = False

    def __init__(self, stop: Stop, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stop = stop
        self._busy = False
        self._beaten = 0.0
        self._said: str | None = None

    def _install_signal_handlers(self) -> None:
        """`Stop` has them: a handler must not ask a broker that may be silent."""
        self._stop.when_asked(self._asked)

    def _asked(self) -> None:
        self._stop_requested = True
        if not self._busy:
            raise StopRequested

    def execute_job(self, job: Any, into: Any) -> None:
        """Do it. The broker forgets it before: who dies with it leaves nothing there."""
        self._busy = True
        try:
            self.connection.delete(job.key)
            job.perform()
        except RedisError:
            raise
        except Exception:
            log.exception("job_failed", extra={"job": job.func_name})
        finally:
            self._busy = False

    def heartbeat(self, timeout: int | None = None, pipeline: Any = None) -> None:
        """Every few seconds: RQ says several times per job that the worker lives."""
        if timeout is None and pipeline is None and monotonic() - self._beaten < BEAT:
            return
        self._beaten = monotonic()
        super().heartbeat(timeout, pipeline)

    def set_state(self, state: Any, pipeline: Any = None) -> None:
        """Only when it changes."""
        if state != self._said or pipeline is not None:
            super().set_state(state, pipeline)
        self._said = state

    def handle_warm_shutdown_request(self) -> None:
        """Said by `Stop`."""


class Stop:
    """A stop that was asked for: once, with a last limit, whatever is in hand."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self._then: Any = None
        signal.signal(signal.SIGINT, self._signal)
        signal.signal(signal.SIGTERM, self._signal)

    def over(self) -> None:
        """Nothing is left to stop: a late signal must not end the interpreter's own end."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)

    def when_asked(self, then: Any) -> None:
        """Called in the main thread, in the signal's handler, at the first signal."""
        self._then = then

    def _signal(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked.is_set():
            return
        self.asked.set()
        last = threading.Timer(STOP_WITHIN, os._exit, [0])
        last.daemon = True
        last.start()
        if self._then is not None:
            self._then()


def work(rt: Runtime, stop: Stop) -> None:
    """Work until asked to stop. A broker that is away is waited for."""
    jobs.bind(rt)
    if rt.settings.redis_url is None:
        log.warning("no_broker: the clock works alone")
    while not stop.asked.is_set():
        if rt.settings.redis_url is not None:
            try:
                _one_life(rt, stop, rt.settings.redis_url)
            except RedisError as error:
                log.warning("broker_away", extra={"error": type(error).__name__})
            except StopRequested:
                return
            finally:
                stop.when_asked(None)
        stop.asked.wait(BROKER_AGAIN)


def _one_life(rt: Runtime, stop: Stop, url: str) -> None:
    """One registration at the broker, until it is lost or we stop."""
    broker = connection(url, connect=1.0, answer=None)
    worker = Worker(
        stop,
        [queue(TURNS, broker), queue(SENDS, broker)],
        connection=broker,
        serializer=JSONSerializer,
        worker_ttl=30,
        maintenance_interval=15,
        log_job_description=False,
    )
    worker.work(logging_level="WARNING")


def clock(rt: Runtime, stop: Stop) -> None:
    """Pass about once a second until asked to stop."""
    while not stop.asked.is_set():
        began = monotonic()
        busy = False
        try:
            done = clockwork.lead_pass(rt)
            busy = done is not None and done.busy
        except Exception:
            log.exception("clock_pass_failed")
        if not busy:
            stop.asked.wait(max(0.05, EVERY - (monotonic() - began)))
    try:
        clockwork.yield_lease(rt)
    except Exception:
        log.exception("lease_not_yielded")


def warm(rt: Runtime) -> None:
    """Load now what the first turn would load under a lock: public holidays, the sentences."""
    public_holidays("", rt.store.clock.now().year)
    render(Key.THANKS, {"prenom": ""})
    gc.collect()
    gc.freeze()


def main(arguments: list[str]) -> int:
    """Run what the arguments say; 1 after one clear line when it cannot start."""
    logs.configure()
    if arguments not in ([], ["clock"]):
        print("Say `worker.py` or `worker.py clock`.", file=sys.stderr)  # noqa: T201
        return 2
    try:
        loaded = load()
        reviews.refuse_overdue(loaded, SystemClock().real().date())
        rt = runtime.build(loaded)
        keyring.refuse_others(rt.store)
    except SettingsError as error:
        print(f"SAS: {error}", file=sys.stderr)  # noqa: T201
        return 1
    stop = Stop()
    rt.stopping = stop.asked.is_set
    warm(rt)
    if arguments == ["clock"]:
        clock(rt, stop)
    else:
        work(rt, stop)
    rt.close()
    stop.over()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
