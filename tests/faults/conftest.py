"""Fixtures of the fault tests: `ground` builds an installation, `figures` collects what each case
measured; they are printed at the end of the run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.ground import Ground

SCALE = float(os.environ.get("SAS_FAULTS_SCALE", "0.2"))
"""1 takes the numbers of the promises; the default, a fifth, ends within minutes."""

FIGURES = "figures"


def scaled(full: int, least: int = 1) -> int:
    """That number, as far as this run goes."""
    return max(least, round(full * SCALE))


@pytest.fixture
def ground(tmp_path: Path, database_url: str) -> Iterator[Callable[..., Ground]]:
    """Makes an installation on an empty database; `proxied=True` puts the breakable network before
    the database too."""
    with ExitStack() as ends:

        def make(**more: str) -> Ground:
            return ends.enter_context(Ground(tmp_path, database_url, **more))

        yield make


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Iterator[dict[str, object]]:
    """What the case measured, by name."""
    found: dict[str, object] = {}
    yield found
    line = " · ".join(f"{name} {value}" for name, value in found.items())
    request.node.user_properties.append((FIGURES, line))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures of every case, also of those that failed."""
    lines = [
        f"{report.nodeid.rpartition('::')[2]}: {value}"
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "teardown" or getattr(report, "failed", False)
        for name, value in getattr(report, "user_properties", ())
        if name == FIGURES
    ]
    if lines:
        terminalreporter.section("what the faults did")
        for line in sorted(set(lines)):
            terminalreporter.write_line(line)
