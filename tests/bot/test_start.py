"""`make run`, for real: what it prints, what it leaves, how it stops, and why it may refuse."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from bot.clock import CLOCK_FILE, MovableClock, SystemClock, monotonic
from bot.frenchtime import PARIS
from bot.prepare import begin_at_a_working_hour, good_start
from bot.settings import ROOT
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
    away = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x", "SAS_STATE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "bot.prepare"],
        cwd=ROOT, env=environment(tmp_path, **away),
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "The database 127.0.0.1:1/x cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


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
