"""The laws of the house that a machine can hold: import contracts, and who may read what."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    path for folder in ("flows", "messages", "bot") for path in (ROOT / folder).rglob("*.py")
) + [ROOT / "app.py", ROOT / "worker.py"]

Trees = Mapping[str, ast.Module]

ONLY_IN = {
    "datetime.now": {"bot/clock.py"},
    "time.sleep": {"bot/clock.py"},
    "uuid": {"bot/ids.py"},
    "secrets": {"bot/ids.py", "bot/crypto.py"},
    "os.environ": {"bot/settings.py", "bot/supervisor.py"},  # the latter hands it on
    "flows.step": {"bot/conversations/door.py"},
}


@pytest.fixture(scope="module")
def trees() -> Trees:
    """Each source by its path from the root, read once."""
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text()) for path in SOURCES}


def test_imports_go_downwards() -> None:
    # In a process of its own: the linter silences every logger of the process it runs in.
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_module_says_where_it_stands(trees: Trees) -> None:
    silent = [path for path, tree in trees.items() if not ast.get_docstring(tree)]
    assert silent == [], "every module opens with where it stands on the path of a text"


def test_no_import_inside_a_function(trees: Trees) -> None:
    found = [
        f"{path}:{inner.lineno}"
        for path, tree in trees.items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_one_reader_each_of_time_chance_and_environment(trees: Trees) -> None:
    users: dict[str, set[str]] = {what: set() for what in ONLY_IN}
    for path, tree in trees.items():
        if not _is_simulator(path):
            for what in _names(tree) & ONLY_IN.keys():
                users[what].add(path)
    assert {
        what: found - ONLY_IN[what] for what, found in users.items() if found - ONLY_IN[what]
    } == {}


def _is_simulator(path: str) -> bool:
    """The simulator plays the carrier: a system of its own, in real time."""
    return "/simulator/" in path


def _names(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Attribute):
            found.add(ast.unparse(node))
    return found


def test_the_web_loads_neither_the_carrier_s_client_nor_a_driver_it_does_not_use() -> None:
    """15 MB of each web process (docs/benchmarks.md)."""
    heavy = "{'requests', 'psycopg', 'alembic'}"
    asked = f"import sys, bot.web.entry; print({heavy} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
