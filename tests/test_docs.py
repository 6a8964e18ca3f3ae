"""What the documents name exists: links, files, commands, settings, and the lines of the inbox."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import click
import pytest

from bot import ledger, settings, vitals
from bot.commands import sas
from bot.inbox import tasks

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]
WRITTEN = [page for page in PAGES if page.name != "messages.md" and page.parent.name != "flows"]
WATCHED = [*PAGES, ROOT / "Makefile", ROOT / "Procfile", ROOT / ".ci" / "run"]

_FOLDERS = "bot|flows|messages|tests|docs"
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FILE = re.compile(
    rf"(?<![\w/.-])(?:\.\./)?((?:{_FOLDERS})/[\w./-]*\w|"
    r"(?:app|worker)\.py|Makefile|Procfile|pyproject\.toml)"
)
_MODULE = re.compile(r"python3? -m ((?:bot|flows|messages|tests)[\w.]*)")
_MAKE = re.compile(r"\bmake ([a-z][a-z-]*)\b(?! [a-z]+ )")
_COMMAND = re.compile(r"flask sas ((?:[a-z-]+ ?){1,2})")
_SETTING = re.compile(r"\b(?:SAS_|TWILIO_)[A-Z_]+\b|\b(?:DATABASE_URL|REDIS_URL|PORT)\b")
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_HERE = re.compile(r"/(?:work|home|root|tmp|Users|opt)/\w")
_REGISTRY = re.compile(
    r"--(?:extra-)?index-url|https?://[^\s)\"'`]*(?:pypi|artifactory|nexus)[^\s]*"
)


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def code(page: Path) -> str:
    """What stands between backquotes."""
    return "\n".join(_CODE.findall(page.read_text()))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    links = [one.partition("#")[0] for one in _LINK.findall(page.read_text())]
    inside = [one for one in links if one and "://" not in one and not one.startswith("mailto:")]
    assert [one for one in inside if not (page.parent / one).exists()] == []


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_every_file_that_is_named_exists(page: Path) -> None:
    named = {one.rstrip(".") for one in _FILE.findall(code(page))}
    assert [one for one in sorted(named) if not _there(one)] == []


def _there(path: str) -> bool:
    """A file, a folder, or a module named without its ending."""
    return (ROOT / path).exists() or (ROOT / f"{path}.py").exists()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_module_that_is_run_exists(page: Path) -> None:
    modules = [one.rstrip(".").replace(".", "/") for one in _MODULE.findall(page.read_text())]
    assert [one for one in modules if not _there(one)] == []


def test_the_processes_of_the_procfile_exist() -> None:
    named = re.findall(r"python:([\w.]+)|python (\w+)\.py|'(\w+):", (ROOT / "Procfile").read_text())
    modules = {one.replace(".", "/") for found in named for one in found if one}
    assert modules >= {"app", "worker"}
    assert [one for one in modules if not _there(one)] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_target_exists(page: Path) -> None:
    rules = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(_MAKE.findall(code(page))) <= rules


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_exists(page: Path) -> None:
    named = [one.split() for one in _COMMAND.findall(page.read_text())]
    assert [words for words in named if not _is_command(words)] == []


def _is_command(words: list[str]) -> bool:
    context = click.Context(sas)
    found = sas.get_command(context, words[0])
    if isinstance(found, click.Group) and len(words) > 1:
        return found.get_command(context, words[1]) is not None
    return found is not None


def test_the_settings_documented_are_the_settings_read() -> None:
    page = (ROOT / "docs" / "operations.md").read_text()
    table = re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE)
    assert len(table) == len(set(table))
    assert set(table) == _read_settings()


def _read_settings() -> set[str]:
    """Names of settings among the texts of bot/settings.py; sentences are not names."""
    tree = ast.parse(inspect.getsource(settings))
    texts = [one.value for one in ast.walk(tree) if isinstance(one, ast.Constant)]
    return {one for one in texts if isinstance(one, str) and _SETTING.fullmatch(one)}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_setting_is_named_that_nothing_reads(page: Path) -> None:
    """SAS_FAULTS_SCALE is no setting of SAS: `make faults` alone reads it (tests/faults)."""
    assert set(_SETTING.findall(code(page))) <= _read_settings() | {"SAS_FAULTS_SCALE"}


def test_every_line_of_the_inbox_is_explained_to_the_aiguilleur() -> None:
    page = (ROOT / "docs" / "aiguilleur.md").read_text()
    said = {kind: tasks.why(kind.value, "Léa") for kind in tasks.TASKS}
    opened = {kind: words for kind, words in said.items() if kind.value != "help_lines"}
    assert {kind: words for kind, words in opened.items() if f"| {words} |" not in page} == {}
    asked = [tasks.why("plan_slot", "Léa", [code]) for code in tasks.NOT_AGREED]
    assert [words for words in asked if f"| {words} |" not in page] == []


def test_every_code_of_the_ledger_and_of_health_is_explained() -> None:
    books = set(re.findall(r'_broken\("(\w+)"', inspect.getsource(ledger)))
    page = (ROOT / "docs" / "reliability.md").read_text()
    assert books == {one for one in books if f"| `{one}` |" in page} != set()
    found = inspect.getsource(vitals)
    codes = set(re.findall(r'(?:append|Vitals)\(\(?\[?"(\w+)"', found)) | {"migrations_not_current"}
    page = (ROOT / "docs" / "operations.md").read_text()
    assert codes == {one for one in codes if f"| `{one}` |" in page}


@pytest.mark.parametrize("page", WATCHED, ids=name)
def test_nothing_names_a_machine_or_a_registry(page: Path) -> None:
    text = page.read_text()
    assert _HERE.findall(text) == []
    assert _REGISTRY.findall(text) == []
