"""`nudges`: how many due nudges one process sends, against jobs that do nothing on RQ's own worker.

The clock process works alone, without a broker: it fires each timer, passes the last gate, claims,
posts and records, everything durable. What it posts is counted at the carrier's. Two worlds, one
with a multitude of timers behind, and the control take turns: each ratio is of one round, a minute
of the machine at most.
"""

from __future__ import annotations

import subprocess
from datetime import timedelta

from tests.bench.figures import AT_LEAST, Figure, paired
from tests.bench.place import POSTGRESQL, SQLITE, Place, stop
from tests.bench.provider import PROVIDER, Provider
from tests.bench.world import World, make_world

NUDGES = 500
BATCH = 100  # what one pass of the clock takes: the first one is not counted
JOBS = 200
ROUNDS = 5
BEHIND = 100_000
WITHIN = 120.0
BEFORE_DAY_3 = timedelta(days=3, hours=8, minutes=5)  # after the referral of Monday 10:00
DAY_3 = timedelta(minutes=30)


def run(place: Place) -> list[Figure]:
    """On both databases: alone, and with a multitude of timers behind."""
    provider = Provider(place.converse(PROVIDER, {}))
    jobs = place.converse(["-m", "tests.bench.bare_jobs", "count", place.broker()], {})
    figures = []
    for kind in (SQLITE, POSTGRESQL):
        figures += _on(place, provider, jobs, kind)
    return figures


def _on(place: Place, provider: Provider, jobs: subprocess.Popen[str], kind: str) -> list[Figure]:
    alone, crowded = (_world(place, provider, kind, name) for name in ("alone", "crowded"))
    crowded.multitude(BEHIND // crowded.timers() + 1)
    clocks = [place.start(["worker.py", "clock"], one.environment) for one in (alone, crowded)]
    # Not counted: it warms what a process and a database keep, and PostgreSQL writes a whole page
    # for its first change after a checkpoint.
    for one in (alone, crowded):
        _nudges(one, provider)
    rounds = [
        (_jobs(jobs), _nudges(alone, provider), _nudges(crowded, provider)) for _ in range(ROUNDS)
    ]
    for clock in clocks:
        stop(clock)
    bare, free, behind = (list(found) for found in zip(*rounds, strict=True))
    return [
        paired(f"{kind}: nudges", free, "/s", bare, (AT_LEAST, 1)),
        paired(f"{kind}: with {BEHIND:,} timers behind", behind, "/s", free, (AT_LEAST, 0.9)),
    ]


def _world(place: Place, provider: Provider, kind: str, name: str) -> World:
    """A morning on which the nudges of day 3 are due."""
    world = make_world(place, kind, name=name, SAS_TWILIO_BASE_URL=provider.url)
    world.live(BEFORE_DAY_3)
    world.clock.advance(DAY_3)
    world.show_time()
    return world


def _nudges(world: World, provider: Provider) -> float:
    """Nudges per second, whole passes of the clock from the second one on."""
    provider.forget()
    world.talkers(NUDGES)
    came = provider.came(NUDGES, WITHIN)
    return (NUDGES - BATCH) / (came[NUDGES - 1] - came[BATCH - 1])


def _jobs(process: subprocess.Popen[str]) -> float:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(f"{JOBS}\n")
    process.stdin.flush()
    return JOBS / float(process.stdout.readline())
