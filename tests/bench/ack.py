"""`ack`: how long until an inbound text is durably ours, against the least that could be done.

Same server, same workers and threads, same durability; blocks of one and the other alternate, so
that a noisy machine is unfair to both.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from tests.bench.client import Line, texts, together
from tests.bench.figures import AT_LEAST, AT_MOST, Figure, median
from tests.bench.place import HOST, POSTGRESQL, SQLITE, Place, stop
from tests.bench.world import TOKEN, World, make_world
from tests.ports import free_port

PHONES = 300
BLOCKS, ONE_BY_ONE = 8, 60
LINES, AT_ONCE = 8, 400
WARM = 40


def run(place: Place) -> list[Figure]:
    """On SQLite, then on PostgreSQL."""
    return [*_on(place, SQLITE), *_on(place, POSTGRESQL)]


def _on(place: Place, kind: str) -> list[Figure]:
    world = make_world(place, kind, REDIS_URL=place.broker())
    world.live(timedelta(hours=2.5))
    phones = world.talkers(PHONES)
    world.show_time()
    web = place.web("app:create_web()", world.environment)
    control, port = _bare(place, world, place.database(kind, "bare"))
    public = world.settings.public_url
    sent = {world.port: texts(public, phones), port: texts(f"http://{HOST}:{port}", phones)}
    for each, requests in sent.items():
        together(each, list(islice(requests, WARM)), LINES)
    spans = _one_by_one(sent)
    rates = _at_once(sent)
    stop(web)
    stop(control)
    return [
        Figure(
            f"{kind}: acknowledged, p50",
            median(spans[world.port]),
            "ms",
            median(spans[port]),
            (AT_MOST, 2),
            ratio=True,
        ),
        Figure(
            f"{kind}: {LINES} at once",
            median(rates[world.port]),
            "/s",
            median(rates[port]),
            (AT_LEAST, 0.5),
            ratio=True,
        ),
    ]


def _bare(place: Place, world: World, database: str) -> tuple[subprocess.Popen[bytes], int]:
    """The control, and where it listens."""
    port = free_port()
    environment = {**world.environment, "PORT": str(port)}
    app = f"tests.bench.bare:create_web({database!r}, 'http://{HOST}:{port}', {TOKEN!r})"
    return place.web(app, environment), port


def _one_by_one(sent: dict[int, Iterator[bytes]]) -> dict[int, list[float]]:
    spans: dict[int, list[float]] = {port: [] for port in sent}
    for _ in range(BLOCKS):
        for port, requests in sent.items():
            with Line(port) as line:
                line.post(next(requests))
                spans[port] += [line.post(one) for one in islice(requests, ONE_BY_ONE)]
    return spans


def _at_once(sent: dict[int, Iterator[bytes]]) -> dict[int, list[float]]:
    rates: dict[int, list[float]] = {port: [] for port in sent}
    for _ in range(BLOCKS // 2):
        for port, requests in sent.items():
            rates[port].append(together(port, list(islice(requests, AT_ONCE)), LINES))
    return rates
