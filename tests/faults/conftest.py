"""Fixtures of the fault tests: `ground` builds an installation, `figures` collects what each case
measured. At the end of the run they are one table, printed and kept in build/faults.md with the
commit it was measured on, so that the page on reliability is of one run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.faults.ground import Ground

SCALE = float(os.environ.get("SAS_FAULTS_SCALE", "0.2"))
"""1 takes the numbers of the promises; the default, a fifth, ends within minutes."""

FIGURES = "figures"
TABLE = ROOT / "build" / "faults.md"
HEAD = ("case", "database", "faults injected and what was seen", "lost", "doubled")
HEAD_END = ("out of order", "recovery", "took", "")
LOST, DOUBLED, ORDER = ("lost", "skipped"), ("doubled", "twice"), ("out of order",)
RECOVERY = " in s"
LONGEST = (
    "test_worker_killed.py", "test_restarts.py", "test_week.py", "test_carrier_answers.py",
    "test_clock_changes.py", "test_poison.py", "test_broker_gone.py", "test_database_gone.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, in a run of the faults alone: several processes should end together."""
    if all("tests/faults/" in item.nodeid for item in items):
        place = {name: at for at, name in enumerate(LONGEST)}
        items.sort(key=lambda item: place.get(item.path.name, len(LONGEST)))


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
    database = "PostgreSQL" if "postgres" in request.fixturenames else "SQLite"
    if "database_url" in request.fixturenames:
        url = str(request.getfixturevalue("database_url"))
        database = "SQLite" if url.startswith("sqlite") else "PostgreSQL"
    kept = {name: str(value) for name, value in found.items()}
    request.node.user_properties.append((FIGURES, {"database": database, "found": kept}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures of every case, also of those that failed."""
    rows = _rows(terminalreporter)
    if not rows:
        return
    lines = [_line((*HEAD, *HEAD_END)), _line(["---"] * (len(HEAD) + len(HEAD_END)))]
    lines += [_line(row) for row in sorted(rows)]
    run = f"SAS_FAULTS_SCALE={SCALE:g} make faults"
    intro = f"`{run}`, commit {_commit()}, {os.cpu_count()} cores: {len(rows)} cases"
    terminalreporter.section("what the faults did")
    terminalreporter.write_line(intro)
    for line in lines:
        terminalreporter.write_line(line)
    if terminalreporter.config.option.markexpr == "fault":
        TABLE.parent.mkdir(exist_ok=True)
        TABLE.write_text("\n".join([intro, "", *lines, ""]))


def _rows(terminalreporter: pytest.TerminalReporter) -> list[tuple[str, ...]]:
    """One row for each case that measured something."""
    reports = [one for many in terminalreporter.stats.values() for one in many]
    calls = {one.nodeid: one for one in reports if getattr(one, "when", "") == "call"}
    rows = []
    for report in reports:
        measured = dict(getattr(report, "user_properties", ())).get(FIGURES)
        if getattr(report, "when", "") == "teardown" and measured is not None:
            rows.append(_row(report, calls.get(report.nodeid, report), measured))
    return rows


def _row(
    report: pytest.TestReport, call: pytest.TestReport, measured: Mapping[str, object]
) -> tuple[str, ...]:
    found = measured["found"]
    assert isinstance(found, dict)
    rest = dict(found)
    columns = [_taken(rest, names) for names in (LOST, DOUBLED, ORDER)]
    spans = [f"{name} {rest.pop(name)}" for name in found if name.endswith(RECOVERY)]
    name = report.nodeid.rpartition("::")[2].removeprefix("test_")
    seen = " · ".join(f"{name} {value}" for name, value in rest.items())
    ends = [*columns, " · ".join(spans) or "-", f"{call.duration:.0f} s"]
    return (name, str(measured["database"]), seen, *ends, "FAILED" if call.failed else "")


def _taken(rest: dict[str, str], names: tuple[str, ...]) -> str:
    values = [rest.pop(name) for name in names if name in rest]
    return " · ".join(values) or "-"


def _line(cells: object) -> str:
    assert isinstance(cells, list | tuple)
    return "| " + " | ".join(cells) + " |"


def _commit() -> str:
    """The commit, and whether anything had changed since."""
    git = ("git", "-C", str(ROOT))
    try:
        head = subprocess.check_output([*git, "rev-parse", "--short", "HEAD"], text=True).strip()
        changed = subprocess.check_output([*git, "status", "--porcelain", "-uno"], text=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return head + (" with changes" if changed.strip() else "")
