"""`make run`, for real: what it prints, what it leaves, how it stops, and why it may refuse."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest
from sqlalchemy.exc import OperationalError

from bot import settings, unusable
from bot.clock import CLOCK_FILE, MovableClock, SystemClock, monotonic
from bot.crypto import SealBroken
from bot.demo import city
from bot.demo.personas import PARTS
from bot.frenchtime import PARIS
from bot.prepare import begin_at_a_working_hour, good_start
from bot.settings import ROOT, Provider, SettingsError
from bot.start import ACCOUNT, _page, _wait_until_ready
from flows.hours import Hours
from tests.ports import HOST, free_ports


def environment(folder: Path, **more: str) -> dict[str, str]:
    """A state folder of its own, a free port, and nothing of ours from outside."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("SAS_", "TWILIO_"))}
    for name in ("DATABASE_URL", "REDIS_URL", "PORT"):
        kept.pop(name, None)
    given = {
        "SAS_DEMO": "1",
        "SAS_DEMO_DATA": "0",
        "DATABASE_URL": f"sqlite:///{folder}/sas.db",
        "PORT": str(free_ports()),
    }
    return {**kept, **given, **more}


def refused(env: dict[str, str]) -> str:
    """What is said when it does not start: one error and no trace."""
    done = subprocess.run(
        [sys.executable, "-m", "bot.start"],
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


@contextmanager
def started(env: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The whole system in a process group of its own, and the page it printed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.start"],
        cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    late = threading.Timer(150, os.killpg, [process.pid, signal.SIGKILL])
    late.start()
    assert process.stdout is not None
    page = ""
    while "Journaux" not in page:
        line = process.stdout.readline()
        assert line, page
        page += line
    process.stdout.readline()  # the empty line that ends the page
    try:
        yield process, page
    finally:
        late.cancel()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()


def members(group: int) -> dict[int, str]:
    """The processes of a group that still live, with their command lines."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            words = stat.with_name("cmdline").read_text().replace("\0", " ")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found[int(stat.parent.name)] = words
    return found


def test_one_command_starts_everything_and_one_signal_ends_it(tmp_path: Path) -> None:
    env = environment(tmp_path)
    with started(env) as (process, page):
        run_file = json.loads((tmp_path / "run.json").read_text())
        assert run_file["SAS_DEMO"] == "1"
        assert (tmp_path / "run.json").stat().st_mode & 0o777 == 0o600
        assert f"http://{HOST}:{env['PORT']}/" in page
        for words in members(process.pid).values():  # which everybody on the machine reads
            assert run_file["TWILIO_AUTH_TOKEN"] not in words
        ready = f"http://{HOST}:{env['PORT']}/health/ready"
        with build_opener(ProxyHandler({})).open(ready, timeout=5) as answer:
            assert answer.status == 200
        _another_shell_meets_it(tmp_path)
        _a_dead_worker_is_replaced(process)
        began = monotonic()
        os.killpg(process.pid, signal.SIGINT)
        os.killpg(process.pid, signal.SIGTERM)
        assert process.wait(timeout=20) == 0
        assert monotonic() - began < 5
        assert not members(process.pid)
        assert not (tmp_path / "run.json").exists()


def _another_shell_meets_it(folder: Path) -> None:
    """Only DATABASE_URL is known there; demo mode and broker come from run.json."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", "sas", "clock", "show"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{folder}/sas.db"},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    shown = datetime.fromisoformat(done.stdout.strip())
    assert shown.weekday() < 5
    assert 9 <= shown.hour < 18


def _a_dead_worker_is_replaced(process: subprocess.Popen[str]) -> None:
    worker = next(p for p, w in members(process.pid).items() if w.endswith("worker.py "))
    os.kill(worker, signal.SIGKILL)
    assert process.stdout is not None
    assert re.match(r"worker s'est arrêté \(code -9\)", process.stdout.readline())
    assert "worker est relancé" in process.stdout.readline()


def test_a_port_without_a_next_one_is_said(tmp_path: Path) -> None:
    assert "PORT: say at most 65534" in refused({**environment(tmp_path), "PORT": "65535"})


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    env = environment(tmp_path)
    with socket.create_server((HOST, int(env["PORT"]) + 1)):
        said = refused(env)
    assert f"Port {int(env['PORT']) + 1} is taken" in said
    assert "PORT=" in said


def test_two_systems_on_one_database_are_refused(tmp_path: Path) -> None:
    lock = "import fcntl,sys;f=open(sys.argv[1],'w');fcntl.flock(f,2);print(flush=True);input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", lock, str(tmp_path / "run.lock")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout is not None
    holder.stdout.readline()
    assert "already runs" in refused(environment(tmp_path))
    holder.communicate("\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"DATABASE_URL": "sqlite:////proc/sas/sas.db"}, "cannot be written"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"SAS_ENV": "production"}, "refused in production"),
        ({"TWILIO_ACCOUNT_SID": "AC1"}, "TWILIO_AUTH_TOKEN is missing"),
        (
            {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "x", "SAS_SMS_SENDER": "36000"},
            "a demo can never text a real person",
        ),
    ],
)
def test_what_cannot_start_says_why_in_words(
    tmp_path: Path, given: dict[str, str], said: str
) -> None:
    assert said in refused(environment(tmp_path, **given))


def test_a_database_that_is_away_is_said(tmp_path: Path) -> None:
    away = {"DATABASE_URL": "postgresql://u:secret@127.0.0.1:1/x", "SAS_STATE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "bot.prepare"],
        cwd=ROOT, env=environment(tmp_path, **away),
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "The database 127.0.0.1:1/x does not answer: start PostgreSQL" in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


SQLITE, POSTGRES = "sqlite:////var/sas/sas.db", "postgresql://u:secret@host:5432/sas"


@pytest.mark.parametrize(
    ("url", "problems", "said"),
    [
        (SQLITE, ["database_not_writable"], "The database /var/sas/sas.db cannot be written: make"),
        (SQLITE, ["database_away"], "The database /var/sas/sas.db cannot be written: make"),
        (SQLITE, ["database_away", "disk_full"], "is full: make room"),
        (
            SQLITE,
            ["keys_of_another"],
            "The keys do not open what is in the database /var/sas/sas.db",
        ),
        (POSTGRES, ["database_away"], "The database host:5432/sas does not answer: start"),
        (POSTGRES, ["database_not_writable", "clock_not_passing"], "is read only: let the user"),
    ],
)
def test_a_second_start_says_what_stops_it(
    tmp_path: Path, url: str, problems: list[str], said: str
) -> None:
    """What was prepared before serves at once: only the web sees that nothing can be stored."""
    with unready(problems) as port:
        env = environment(tmp_path, DATABASE_URL=url, PORT=str(port), SAS_STATE_DIR=str(tmp_path))
        with pytest.raises(SettingsError) as refusal:
            _wait_until_ready(settings.load(env), SystemClock(), stays=0)
    assert said in str(refusal.value)
    assert "secret" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


@contextmanager
def unready(problems: list[str]) -> Iterator[int]:
    """A web that answers as /health/ready does when it is not; its port."""

    class Unready(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(503)
            self.end_headers()
            self.wfile.write(json.dumps({"problems": problems}).encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer((HOST, 0), Unready)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk_full"),
        (PermissionError(errno.EACCES, "Permission denied"), "database_not_writable"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "database_not_writable"),
        (sqlite3.OperationalError("database or disk is full"), "disk_full"),
        (sqlite3.OperationalError("unable to open database file"), "database_away"),
    ],
)
def test_what_stops_a_first_start_has_the_same_words(error: Exception, code: str) -> None:
    assert unusable.code_of(error) == code
    assert unusable.code_of(OperationalError("INSERT", {}, error)) == code


def test_keys_of_another_database_stop_a_first_start() -> None:
    assert unusable.code_of(SealBroken("data key")) == "keys_of_another"


# --- an older Python

OLD = "import sys; sys.version_info = (3, 9, 2, 'final', 0); "


def test_make_says_which_python_it_needs(tmp_path: Path) -> None:
    """The Makefile's own check, run by a Python that says it is 3.9."""
    fake = tmp_path / "python3.9"
    run = f'exec {sys.executable} -c "{OLD}exec(sys.argv[1])" "$2"'
    fake.write_text(f"#!/bin/sh\n{run}\n")
    fake.chmod(0o700)
    done = subprocess.run(
        ["make", "-s", ".environment", "LOCK=requirements.txt", f"VENV={tmp_path}/venv"],
        cwd=ROOT, env={**os.environ, "PYTHON": str(fake)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "SAS needs Python 3.11 or newer: install it, or say PYTHON=" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_an_older_python_is_told_so_and_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"{OLD}import runpy; runpy.run_module('bot.start')"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("SAS needs Python 3.11 or newer")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("people", [True, False])
def test_the_page_names_people_who_are_there_and_needs_a_browser_alone(
    tmp_path: Path, people: bool
) -> None:
    env = environment(tmp_path, SAS_DEMO_DATA=str(int(people)))
    simulated = Provider(account_sid=ACCOUNT, auth_token="x", sms_sender="+33937000000")
    page = _page(replace(settings.load(env), provider=simulated))
    named = {one.name for one in city.STAFF} | {"Mme Roux", "choisissez Léa"}
    assert all(name in page for name in named) is people
    assert ("flask sas" in page) is not people
    assert "Mme Roux" in {one.name for one in city.REFERRERS}
    assert "Léa" in {part.name for part in PARTS if part.days_ago >= 3}, "she has her first text"


def test_the_demo_begins_at_a_working_hour_once(tmp_path: Path) -> None:
    clock = MovableClock(tmp_path / CLOCK_FILE)
    begin_at_a_working_hour(clock, tmp_path)
    assert good_start(Hours(zone=PARIS), clock.now())
    night = datetime(2026, 3, 14, 3, tzinfo=UTC)
    clock.set(night)
    begin_at_a_working_hour(clock, tmp_path)
    assert clock.now().date() == night.date()


def test_a_time_that_does_not_move_is_left_alone(tmp_path: Path) -> None:
    begin_at_a_working_hour(SystemClock(), tmp_path)
    assert not (tmp_path / "started").exists()
