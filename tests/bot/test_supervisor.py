"""`make run` keeps its processes alive, and stops them all within five seconds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.clock import SystemClock, monotonic
from bot.settings import ROOT

PROGRAM = """
import sys
from pathlib import Path
from bot.clock import SystemClock
from bot.supervisor import Stopping, Supervisor
here = Path(sys.argv[1])
supervisor = Supervisor(SystemClock(), here, here, lambda text: print(text, flush=True))
supervisor.catch_signals()
try:
    deaf = [sys.executable, "-c", sys.argv[2]]
    for name, words in (("sleeper", ["sleep", "60"]), ("deaf", deaf)):
        child = supervisor.start(name, words)
        print(name, child.process.pid, flush=True)
    supervisor.watch()
except Stopping:
    pass
finally:
    supervisor.stop()
print("over", flush=True)
"""
DEAF = "import signal,time\nsignal.signal(signal.SIGTERM,signal.SIG_IGN)\ntime.sleep(60)"
GENTLE = "import time\ntime.sleep(60)"


@contextmanager
def running(folder: Path, second: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, int]]]:
    """A supervisor with two children, in a process group of its own; the pids of the children."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), second],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    late = threading.Timer(30, process.kill)
    late.start()
    assert process.stdout is not None
    pids = dict(process.stdout.readline().split() for _ in range(2))
    try:
        yield process, {name: int(pid) for name, pid in pids.items()}
    finally:
        late.cancel()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()


def lives(pid: int) -> bool:
    """Does this process exist (and is not just waiting to be forgotten)?"""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_a_process_that_dies_is_started_again_and_said_so(tmp_path: Path) -> None:
    with running(tmp_path, GENTLE) as (process, pids):
        assert process.stdout is not None
        os.kill(pids["sleeper"], signal.SIGKILL)
        said = process.stdout.readline()
        assert "sleeper s'est arrêté (code -9) : relance dans 0.5 s" in said
        assert "sleeper est relancé" in process.stdout.readline()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_stops_everything_within_five_seconds(
    tmp_path: Path, number: signal.Signals
) -> None:
    with running(tmp_path, DEAF) as (process, pids):
        began = monotonic()
        os.killpg(process.pid, number)
        assert process.wait(timeout=10) == 0
        assert monotonic() - began < 5
        assert not any(lives(pid) for pid in pids.values())


def test_a_second_signal_changes_nothing(tmp_path: Path) -> None:
    with running(tmp_path, DEAF) as (process, _pids):
        os.kill(process.pid, signal.SIGTERM)
        SystemClock().wait(0.2)
        os.kill(process.pid, signal.SIGINT)
        assert process.wait(timeout=10) == 0
        assert process.stdout is not None
        assert process.stdout.read().strip() == "over"
