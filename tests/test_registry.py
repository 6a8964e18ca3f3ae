"""A walk over the registries: no state, fact, effect, sentence, task or refusal is left to chance.
Where something is still owed, it is named here, and the test fails as soon as it is paid."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import inbox
from bot.clock import FrozenClock
from bot.conversations.rows import APPLY
from bot.crypto import Vault
from bot.inbox.reasons import WHY
from bot.inbox.tasks import TASKS
from bot.outbox.verdict import Why
from bot.simulator import transcript
from bot.store import Store
from flows import effects
from flows.effects import TaskKind
from flows.events import FACTS
from flows.keys import Key
from flows.registry import FLOWS
from flows.snapshot import FlowKind
from messages.catalog import SENTENCES
from tests.cast import MORNING, Cast, settings_for
from tests.databases import Engines, SqliteFiles
from tests.scenarios.player import Player
from tests.scenarios.test_scenarios import PAGES, kept, lived

ROOT = Path(inbox.__file__).resolve().parents[2]

NOBODY_MAKES: dict[str, str] = {}
NOBODY_OPENS = {TaskKind.HELP_LINES: "an overdue help line is a warning of /health/ready"}
NOBODY_SAYS = {Key.MAIL_TALLY: "the tally is on the receipt's page"}


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    """Path from the root, and text, of each module of these folders."""
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            yield path.relative_to(ROOT).as_posix(), path.read_text()


CODE = dict(sources("bot", "flows"))


def named(pattern: str, *, but: tuple[str, ...], where: str = "") -> bool:
    """Does any module say this, beside those that only define or word it?"""
    return any(
        re.search(pattern, text)
        for path, text in CODE.items()
        if path.startswith(where) and not path.startswith(but)
    )


def members(of: str, *, but: tuple[str, ...]) -> set[str]:
    """Which members of this enumeration any module names, beside those."""
    texts = (text for path, text in CODE.items() if not path.startswith(but))
    return {name for text in texts for name in re.findall(rf"\b{of}\.(\w+)", text)}


SAID = members("Key", but=("flows/keys.py",))
OPENED = members("TaskKind", but=("flows/effects.py", "bot/inbox/"))


# --- facts and effects


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.__name__)
def test_every_fact_has_a_producer(fact: type) -> None:
    """The door and its callers make facts; some are told by one flow to another."""
    made = named(rf"\b{fact.__name__}\(", but=("flows/events.py",), where="bot/")
    told = named(rf"tell\([^)]*\b{fact.__name__}\(", but=("flows/events.py",), where="flows/")
    told = told or named(rf"(?s)Tell\([^)]*\b{fact.__name__}\(", but=(), where="flows/")
    if fact.__name__ in NOBODY_MAKES:
        assert not made, "paid: take it off the list"
    else:
        assert made or told


def test_every_effect_becomes_rows() -> None:
    """`Tell` alone is no row: the door passes it on to the sibling flows."""
    asked = {
        one
        for one in vars(effects).values()
        if isinstance(one, type) and issubclass(one, effects.Effect)
    }
    assert set(APPLY) == asked - {effects.Effect, effects.Tell}


# --- sentences, tasks, refusals


def test_every_sentence_is_in_the_catalogue_and_no_other() -> None:
    assert set(SENTENCES) == {key.value for key in Key}


@pytest.mark.parametrize("key", Key)
def test_every_sentence_is_said_by_somebody(key: Key) -> None:
    assert (key.name in SAID) != (key in NOBODY_SAYS)


@pytest.mark.parametrize("kind", TaskKind)
def test_every_task_is_opened_somewhere_and_has_its_words(kind: TaskKind) -> None:
    assert (kind.name in OPENED) != (kind in NOBODY_OPENS)
    assert TASKS[kind].why
    assert TASKS[kind].todo


@pytest.mark.parametrize("why", Why)
def test_every_answer_of_the_gate_has_its_words(why: Why) -> None:
    assert WHY[why.value]


# --- states, by living


@pytest.mark.slow
def test_every_state_is_lived_in_a_story(
    sqlite_files: SqliteFiles, engines: Engines, tmp_path: Path, run_folder: Path
) -> None:
    """Every story of tests/scenarios, through the real doors; the journal says where they went.
    A story that a process of this run has played already is not played again."""
    reached: set[tuple[str, str]] = set()
    for page in PAGES:
        told = kept(run_folder, page)
        if told.exists():
            reached |= {(flow, state) for flow, state in json.loads(told.read_text())}
        else:
            reached |= _lived(page, sqlite_files.again(), engines, tmp_path)
            engines.rest()
    wanted = {(kind.value, state) for kind in FlowKind for state in FLOWS[kind].pool.states}
    born = {(kind.value, "new") for kind in FlowKind}  # left at once, by the first fact
    assert wanted - reached - born == set()


def _lived(page: Path, url: str, engines: Engines, folder: Path) -> set[tuple[str, str]]:
    settings = settings_for(url, folder)
    clock = FrozenClock(MORNING)
    vault = Vault(settings.data_keys, settings.index_key)
    store = Store(engines.of(url), clock, vault, settings)
    player = Player(store, clock, Cast(store))
    player.play(transcript.parse(page.read_text()))
    player.stage.holder.release()
    return lived(store)
