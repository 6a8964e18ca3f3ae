"""`ack`: how long until an inbound text is durably ours, against the least that could be done.

Same server, same workers and threads, same durability; blocks of one and the other alternate, so
that a noisy machine is unfair to both.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain, islice

from tests.bench.client import Line, texts, together
from tests.bench.figures import AT_LEAST, AT_MOST, Figure, median
from tests.bench.place import HOST, POSTGRESQL, SQLITE, Place, stop
from tests.bench.world import TOKEN, World, make_world
from tests.ports import free_port

PHONES = 300
BIRTHS = 5  # a process keeps the luck it is born with: 0.46x to 0.67x for the same code
BLOCKS, ONE_BY_ONE = 4, 60
LINES, AT_ONCE, ROUNDS = 8, 400, 4
WARM = 40


def run(place: Place) -> list[Figure]:
    """On SQLite, then on PostgreSQL."""
    return [*_on(place, SQLITE), *_on(place, POSTGRESQL)]


def _on(place: Place, kind: str) -> list[Figure]:
    world = make_world(place, kind, REDIS_URL=place.broker())
    world.live(timedelta(hours=2.5))
    phones = world.talkers(PHONES)
    world.show_time()
    bare = place.database(kind, "bare")
    met = [_born(place, world, bare, phones) for _ in range(BIRTHS)]
    spans, bare_spans, rates, bare_rates = (list(chain(*each)) for each in zip(*met, strict=True))
    return [
        Figure(
            f"{kind}: acknowledged, p50",
            median(spans),
            "ms",
            median(bare_spans),
            (AT_MOST, 2),
            ratio=True,
        ),
        Figure(
            f"{kind}: {LINES} at once",
            median(rates),
            "/s",
            median(bare_rates),
            (AT_LEAST, 0.5),
            ratio=True,
        ),
    ]


def _born(
    place: Place, world: World, bare: str, phones: Sequence[str]
) -> tuple[list[float], list[float], list[float], list[float]]:
    """Spans of ours and of the control, then rates of both, by processes that are new."""
    web = place.web("app:create_web()", world.environment)
    control, port = _bare(place, world, bare)
    public = world.settings.public_url
    sent = {world.port: texts(public, phones), port: texts(f"http://{HOST}:{port}", phones)}
    for each, requests in sent.items():
        together(each, list(islice(requests, WARM)), LINES)
    spans, rates = _one_by_one(sent), _at_once(sent)
    stop(web)
    stop(control)
    return spans[world.port], spans[port], rates[world.port], rates[port]


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
    for _ in range(ROUNDS):
        for port, requests in sent.items():
            rates[port].append(together(port, list(islice(requests, AT_ONCE)), LINES))
    return rates
