"""`flask sas ...`: results alone on standard output, one clear line for what can be mended."""

from __future__ import annotations

import base64
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlmodel import select

from bot.commands import sas
from bot.commands.context import the_runtime
from bot.crypto import Vault, digest
from bot.inbox import acts
from bot.models import Aiguilleur, Handover, Organisation, Prescriber, Team
from bot.settings import ROOT
from bot.store import Store, first_name
from tests.cast import Cast

Say = Callable[..., Result]


OLD, NEW = (base64.b64encode(letter * 32).decode() for letter in (b"1", b"2"))


@pytest.fixture
def env(database_url: str, tmp_path: Path) -> dict[str, str]:
    """The environment of a demo on the database and with the keys of the test."""
    return {
        "DATABASE_URL": database_url.replace("+psycopg", ""),
        "SAS_STATE_DIR": str(tmp_path),
        "SAS_DEMO": "1",
        "SAS_SECRET_KEY": "a secret of the tests",
        "SAS_DATA_KEYS": f"k1:{OLD}",
        "SAS_INDEX_KEY": "an index key of the tests",
        "PORT": "8123",
    }


@pytest.fixture
def say(env: dict[str, str]) -> Iterator[Say]:
    """Runs `flask sas <words>` in this process; `env` may be changed before."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    the_runtime.cache_clear()

    def run(*words: str, given: str | None = None) -> Result:
        return CliRunner().invoke(sas, words, input=given, env=env)

    yield run
    if the_runtime.cache_info().currsize:
        the_runtime().close()
    the_runtime.cache_clear()
    root.handlers[:], root.level = before[0], before[1]


def last(result: Result) -> str:
    """The last line of standard output of a command that went well."""
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()[-1]


def test_a_prescriber_gets_a_key_alone_on_the_last_line(say: Say, store: Store) -> None:
    words = ("prescriber", "add", "--organisation", "Mission Locale d'Arles", "--kind", "ml")
    key = last(say(*words, "--email", "Roux@ML.example", "--territory", "13"))
    assert " " not in key
    assert len(key) > 30
    with store.reading() as session:
        roux = session.exec(select(Prescriber)).one()
        home = session.exec(select(Organisation)).one()
    assert roux.key_digest == digest(key)
    assert roux.email_index != "roux@ml.example"
    assert (home.kind, home.territory_code) == ("ML", "13")


def test_a_known_prescriber_gets_a_new_key(say: Say, store: Store) -> None:
    words = ("prescriber", "add", "--organisation", "ML", "--kind", "ML", "--email", "r@ml.example")
    first, second = last(say(*words)), last(say(*words))
    assert first != second
    with store.reading() as session:
        assert session.exec(select(Prescriber)).one().key_digest == digest(second)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "XYZ", "--email", "a@b.example"), "XYZ"),
        (("--kind", "ML", "--email", "nobody"), "--email"),
        (("--kind", "ML", "--email", "a@b.example", "--territory", "999"), "999"),
    ],
)
def test_a_wrong_option_is_said_in_one_line(say: Say, words: tuple[str, ...], said: str) -> None:
    result = say("prescriber", "add", "--organisation", "ML", *words)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_the_first_aiguilleur_makes_an_empty_demo_ready_to_work(say: Say, store: Store) -> None:
    link = last(say("aiguilleur", "add", "--name", "Karim", "--email", "karim@sas.example"))
    assert link.startswith("http://127.0.0.1:8123/connexion/lien/")
    with store.reading() as session:
        team = session.exec(select(Team)).one()
        karim = session.exec(select(Aiguilleur)).one()
    assert team.danger_plan["written"]
    assert (karim.team_id, karim.lead, team.lead_id) == (team.id, True, karim.id)


def test_aiguilleurs_join_the_team_they_are_told(say: Say, store: Store) -> None:
    for name, team in (("Karim", "Arles"), ("Nadia", "Arles"), ("Sam", "Nice")):
        words = ("--name", name, "--email", f"{name}@sas.example", "--team", team)
        last(say("aiguilleur", "add", *words, "--phone", "+33639980010"))
    with store.reading() as session:
        names = {team.id: team.name for team in session.exec(select(Team))}
        found = {one.name: names[one.team_id] for one in session.exec(select(Aiguilleur))}
    assert found == {"Karim": "Arles", "Nadia": "Arles", "Sam": "Nice"}


def test_the_clock_is_shown_set_and_advanced(say: Say) -> None:
    say("aiguilleur", "add", "--name", "Karim", "--email", "karim@sas.example")
    moved = say("clock", "set", "2026-03-10T10:00:00+01:00")
    assert (moved.stdout, moved.stderr[:16]) == ("", "2026-03-10T10:00"), "people read where it is"
    shown = datetime.fromisoformat(last(say("clock", "show")))
    assert shown.isoformat()[:16] == "2026-03-10T10:00"
    for span, then in (("3d", "03-13T10:00"), ("-1w", "03-06T10:00"), ("90m", "03-06T11:30")):
        assert say("clock", "advance", span).exit_code == 0
        assert then in last(say("clock", "show"))
    assert say("clock", "set", "2026-01-05T09:00").exit_code == 0
    assert last(say("clock", "show")).endswith("+01:00")


@pytest.mark.parametrize(
    "words", [("set", "demain"), ("advance", "3 days"), ("advance", ""), ("set", "9999-12-31")]
)
def test_a_time_that_cannot_be_is_refused_in_one_line(say: Say, words: tuple[str, ...]) -> None:
    result = say("clock", *words)
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr


def test_outside_the_demo_the_time_does_not_move(say: Say, env: dict[str, str]) -> None:
    env["SAS_DEMO"] = "0"
    result = say("clock", "advance", "1d")
    assert result.exit_code == 1
    assert "make run" in result.stderr


def test_the_ledger_holds_and_tasks_are_lines(say: Say, cast: Cast) -> None:
    now = cast.store.clock.now()
    task = Handover(team_id=cast.team().id, kind="call", priority=2, opened_at=now)
    with cast.store.transaction() as session:
        session.add(task)
    assert json.loads(last(say("ledger")))["holds"] is True
    (line,) = (json.loads(one) for one in say("tasks").stdout.splitlines())
    assert set(line) == {"id", "kind", "priority", "conversation", "since"}
    assert (line["id"], line["kind"]) == (task.id, "call")
    assert datetime.fromisoformat(line["since"]) == now


def test_corrections_are_lines_without_the_text(say: Say, cast: Cast) -> None:
    lea = cast.lea()
    text = cast.wrote(lea, "c pas moi mdr")
    acts.correct_reading(
        cast.store, lea.conversation.id, cast.karim().id, text.id, ["wrong_number"], "none"
    )
    said = say("corrections").stdout
    (line,) = (json.loads(one) for one in said.splitlines())
    assert (line["message"], line["intents"]) == (text.id, ["wrong_number"])
    assert set(line) == {
        "conversation", "at", "message", "intents", "safety", "safety_read", "rules", "asked"
    }  # fmt: skip
    assert "mdr" not in said


def test_books_that_do_not_hold_exit_with_one(say: Say, cast: Cast) -> None:
    cast.lea()  # an open conversation without a timer, a task or a text on its way
    result = say("ledger")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["holds"] is False


def test_an_empty_database_is_migrated_by_command(
    say: Say, env: dict[str, str], tmp_path: Path
) -> None:
    env["DATABASE_URL"] = f"sqlite:///{tmp_path}/new.db"
    before = say("tasks")
    assert (before.exit_code, "flask sas migrate" in before.stderr) == (1, True)
    assert say("migrate").exit_code == 0
    assert say("tasks").exit_code == 0


def test_rotation_wraps_every_key_again(say: Say, env: dict[str, str], cast: Cast) -> None:
    lea = cast.lea()
    env["SAS_DATA_KEYS"] = f"k2:{NEW},k1:{OLD}"
    assert json.loads(last(say("keys", "rotate"))) == {"rewrapped": 1, "unreadable": 0}
    assert json.loads(last(say("keys", "rotate"))) == {"rewrapped": 0, "unreadable": 0}
    youth = cast.fresh(lea.youth)
    vault = Vault({"k2": b"2" * 32}, cast.store.settings.index_key)
    assert first_name(vault, youth) == "Léa"


LINES = '{"id": 1, "text": "oui", "asked": "first_contact"}\n{"id": "b", "text": "STOP"}\n'


def test_texts_are_understood_without_any_setting(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "SAS_ENV": "production", "DATABASE_URL": "nonsense"}
    done = subprocess.run(
        [sys.executable, "-m", "flask", "sas", "understand"],
        cwd=ROOT, env=env, input=LINES, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first == {"id": 1, "intents": ["yes"], "safety": "none", "choice_values": []}
    assert (second["id"], second["intents"]) == ("b", ["stop"])
    assert list(tmp_path.iterdir()) == []


def test_the_pure_commands_load_no_database() -> None:
    loads = "import sys, app, bot.commands.texts; print('sqlmodel' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loads], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_segments_are_counted_and_a_bad_line_is_said_apart(say: Say) -> None:
    result = say("segments", given='{"id": 7, "text": "ç"}\nnot json\n{"id": 8, "text": "a"}\n')
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in found] == [7, 8]
    assert found[0] == {"id": 7, "encoding": "UCS-2", "segments": 1, "units": 1}
    assert result.exit_code == 1
    assert json.loads(result.stderr)["line"] == 2


def test_erase_says_first_what_it_would_do(say: Say, store: Store, cast: Cast) -> None:
    lea = cast.lea()
    would = json.loads(last(say("erase", lea.conversation.id, "--dry-run")))
    assert would["dry_run"] and would["rows"]["referrals"] == 1
    assert cast.fresh(lea.youth).data_key is not None
    done = json.loads(last(say("erase", lea.conversation.id)))
    assert done == {**would, "dry_run": False}
    assert cast.fresh(lea.youth).data_key is None
    assert say("erase", "nothing").exit_code == 1
