"""The control of a worker: RQ as it comes, with jobs that do next to nothing.

`python -m tests.bench.bare_jobs work URL` works for ever; `... count URL` reads a number from
standard input, works off that many jobs that do nothing, and prints the seconds it took.
"""

from __future__ import annotations

import sys

import requests
from redis import Redis
from rq import Queue, Worker

from bot.clock import monotonic

BARE_QUEUE = "bare"
NOTHING = "tests.bench.bare_jobs.nothing"


def nothing() -> None:
    """A job that does nothing."""


def answer(provider: str, to: str) -> None:
    """Post one text, as a first version of any bot would."""
    requests.post(f"{provider}/Messages.json", data={"To": to, "Body": "Merci"}, timeout=5)


def count(url: str) -> None:
    """One line in, one line out, until standard input ends."""
    connection = Redis.from_url(url)
    queue = Queue(BARE_QUEUE, connection=connection)
    for line in sys.stdin:
        for _ in range(int(line)):
            queue.enqueue(NOTHING)
        worker = Worker([queue], connection=connection)
        began = monotonic()
        worker.work(burst=True, logging_level="ERROR")
        print(monotonic() - began, flush=True)


def work(url: str) -> None:
    """RQ's default worker, which forks for each job."""
    connection = Redis.from_url(url)
    Worker([Queue(BARE_QUEUE, connection=connection)], connection=connection).work(
        logging_level="ERROR"
    )


if __name__ == "__main__":
    {"count": count, "work": work}[sys.argv[1]](sys.argv[2])
