"""`memory`: what web, worker and clock hold after work, beside a bare web and RQ's worker.

PSS: pages that several processes share are counted once among them. The web is gunicorn's master
and its child together.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.bench.client import texts, together
from tests.bench.figures import AT_MOST, Figure
from tests.bench.place import HOST, SQLITE, Place
from tests.bench.provider import PROVIDER, Provider
from tests.bench.reply import started
from tests.bench.world import TOKEN
from tests.ports import free_port

TALKERS, TEXTS, LINES = 200, 600, 8
PAGES = ("/", "/orienter", "/connexion", "/stats", "/health/ready", "/metrics")


def run(place: Place) -> list[Figure]:
    """Megabytes, after a few hundred texts with their answers and a few pages."""
    provider = Provider(place.converse(PROVIDER, {}))
    world, (web, worker, clock) = started(place, provider, SQLITE)
    port = free_port()
    public = f"http://{HOST}:{port}"
    given = (place.database(SQLITE, "bare"), public, TOKEN)
    bare = place.web(
        f"tests.bench.bare:create_web{given!r}", {**world.environment, "PORT": str(port)}
    )
    rq = place.start(["-m", "tests.bench.bare_jobs", "work", place.broker()], {})
    phones = world.talkers(TALKERS)
    for each, url in ((world.port, world.settings.public_url), (port, public)):
        together(each, list(islice(texts(url, phones), TEXTS)), LINES)
    for page in PAGES:
        _get(world.port, page)
    provider.came(TALKERS, 120)
    place.clock.wait(2)
    return [
        Figure("web (PSS)", pss(web.pid), "MB", pss(bare.pid), (AT_MOST, 120)),
        Figure("worker (PSS)", pss(worker.pid), "MB", pss(rq.pid), (AT_MOST, 110)),
        Figure("clock (PSS)", pss(clock.pid), "MB", pss(rq.pid), (AT_MOST, 110)),
        Figure("web, the child that serves (PSS)", *_children(web.pid, bare.pid)),
        Figure("web's largest process (RSS)", rss(web.pid), "MB", rss(bare.pid)),
        Figure("worker (RSS)", rss(worker.pid), "MB", rss(rq.pid)),
    ]


def _get(port: int, page: str) -> None:
    try:
        with urlopen(f"http://{HOST}:{port}{page}", timeout=10) as answer:
            answer.read()
    except HTTPError as not_ready:  # at this instant; a page all the same
        not_ready.read()


def pss(pid: int) -> float:
    """Megabytes of that process and its children."""
    return sum(_field(one, "Pss") for one in _family(pid))


def rss(pid: int) -> float:
    """Megabytes of the largest of them, with all it shares."""
    return max(_field(one, "Rss") for one in _family(pid))


def _children(ours: int, bare: int) -> tuple[float, str, float]:
    return pss(_family(ours)[1]), "MB", pss(_family(bare)[1])


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _field(pid: int, name: str) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise ValueError(name)
