"""`python -m tests.bench [NAME...] [--json FILE]`: runs the benchmarks and prints one table each.

Never a test: a goal that is missed is shown as such, and the exit code stays 0. It is 1 only when
a benchmark could not run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.clock import monotonic
from tests.bench import ack, ledger, memory, nudges, reply, step
from tests.bench.figures import Figure, table
from tests.bench.place import Place, commit_cost

BENCHES: dict[str, Callable[[Place], Sequence[Figure]]] = {
    "step": step.run,
    "ack": ack.run,
    "reply": reply.run,
    "nudges": nudges.run,
    "memory": memory.run,
    "ledger": ledger.run,
}


def main(arguments: Sequence[str]) -> int:
    """Run what was named, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    wish = parser.parse_args(arguments)
    unknown = [name for name in wish.names if name not in BENCHES]
    if unknown:
        parser.error(f"unknown benchmark {', '.join(unknown)}: choose from {', '.join(BENCHES)}")
    warnings.simplefilter("ignore")
    print(_machine(), flush=True)
    found: dict[str, list[Figure]] = {}
    for name in wish.names or BENCHES:
        found[name] = _one(name)
    if wish.json:
        content = {name: [one.as_json() for one in figures] for name, figures in found.items()}
        wish.json.write_text(json.dumps(content, indent=1))
    return 0 if all(found.values()) else 1


def _one(name: str) -> list[Figure]:
    """One benchmark in a place of its own; empty when it could not run."""
    began = monotonic()
    print(f"\n## {name}\n", flush=True)
    try:
        with Place() as place:
            figures = list(BENCHES[name](place))
    except Exception:
        traceback.print_exc()
        return []
    print(table(figures))
    print(f"\n({monotonic() - began:.0f} s)", flush=True)
    return figures


def _machine() -> str:
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    with Place() as place:
        disk = commit_cost(place.folder)
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, load {load}, "
        f"a durable write of 4 kB takes {disk:.2f} ms (median).\n"
        "A load above 0.5 per core, or other work meanwhile, makes every figure a guess."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
