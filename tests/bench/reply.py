"""`reply`: from her text to our answer in the carrier's hands, in real processes.

The control is what one would write first: a bare web that asks RQ's own worker to post a text.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence
from datetime import timedelta

from bot.clock import monotonic
from tests.bench.client import Line, inbound
from tests.bench.figures import AT_MOST, Figure, median, quantile
from tests.bench.place import HOST, POSTGRESQL, SQLITE, Place, stop
from tests.bench.provider import PROVIDER, Provider
from tests.bench.world import TOKEN, World, make_world
from tests.ports import free_port

WARM, IDLE = 20, 60
PER_SECOND, SECONDS = 20, 20
LINES = 8
PAUSE = 0.05  # between two texts when idle


def run(place: Place) -> list[Figure]:
    """SAS on both databases, then the control on SQLite."""
    provider = Provider(place.converse(PROVIDER, {}))
    control = _measured(provider, *_bare(place, provider))
    figures = []
    for kind in (SQLITE, POSTGRESQL):
        idle, loaded = _ours(place, provider, kind)
        figures += [
            Figure(f"{kind}: idle, p50", median(idle), "ms", median(control[0]), (AT_MOST, 60)),
            Figure(
                f"{kind}: {PER_SECOND}/s for {SECONDS} s, p99",
                quantile(loaded, 0.99),
                "ms",
                quantile(control[1], 0.99),
                (AT_MOST, 500),
            ),
            Figure(f"{kind}: {PER_SECOND}/s, p50", median(loaded), "ms", median(control[1])),
        ]
    return figures


def _ours(place: Place, provider: Provider, kind: str) -> tuple[list[float], list[float]]:
    world, stops = started(place, provider, kind)
    phones = world.talkers(WARM + IDLE + PER_SECOND * SECONDS)
    try:
        return _measured(provider, world.port, world.settings.public_url, phones)
    finally:
        for process in stops:
            stop(process)


def started(
    place: Place, provider: Provider, kind: str
) -> tuple[World, list[subprocess.Popen[bytes]]]:
    """A world whose web, worker and clock run, and those processes."""
    world = make_world(place, kind, REDIS_URL=place.broker(), SAS_TWILIO_BASE_URL=provider.url)
    world.live(timedelta(hours=2.5))
    world.show_time()
    web = place.web("app:create_web()", world.environment)
    worker = place.start(["worker.py"], world.environment)
    clock = place.start(["worker.py", "clock"], world.environment)
    return world, [web, worker, clock]


def _bare(place: Place, provider: Provider) -> tuple[int, str, list[str]]:
    port, broker = free_port(), place.broker()
    public = f"http://{HOST}:{port}"
    given = (place.database(SQLITE, "bare"), public, TOKEN, broker, provider.url)
    environment = {"PORT": str(port), "SAS_DEMO": "1", "SAS_STATE_DIR": str(place.folder)}
    place.web(f"tests.bench.bare:create_web{given!r}", environment)
    place.start(["-m", "tests.bench.bare_jobs", "work", broker], {})
    return port, public, [f"+3363998{n:04d}" for n in range(WARM + IDLE + PER_SECOND * SECONDS)]


def _measured(
    provider: Provider, port: int, public: str, phones: Sequence[str]
) -> tuple[list[float], list[float]]:
    """Milliseconds when idle, and at a steady pace; each phone writes once."""
    provider.forget()
    requests = [inbound(public, phone, "oui") for phone in phones]
    spans = _idle(provider, port, requests[: WARM + IDLE], phones)
    return spans[WARM:], _paced(provider, port, requests[WARM + IDLE :], phones[WARM + IDLE :])


def _idle(
    provider: Provider, port: int, requests: Sequence[bytes], phones: Sequence[str]
) -> list[float]:
    spans, rest = [], threading.Event()
    with Line(port) as line:
        for request, phone in zip(requests, phones, strict=False):
            began = monotonic()
            line.post(request)
            spans.append((provider.first_to(phone, 20) - began) * 1000)
            rest.wait(PAUSE)
    return spans


def _paced(
    provider: Provider, port: int, requests: Sequence[bytes], phones: Sequence[str]
) -> list[float]:
    """Each text leaves at its own hour, whatever became of the others."""
    start = monotonic() + 0.2
    due = [start + number / PER_SECOND for number in range(len(requests))]

    def send(first: int) -> None:
        rest = threading.Event()
        with Line(port) as line:
            for number in range(first, len(requests), LINES):
                rest.wait(max(0.0, due[number] - monotonic()))
                line.post(requests[number])

    threads = [threading.Thread(target=send, args=(first,)) for first in range(LINES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [
        (provider.first_to(phone, 60) - hour) * 1000
        for phone, hour in zip(phones, due, strict=True)
    ]
