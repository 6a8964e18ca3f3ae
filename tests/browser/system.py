"""The whole system as `make run` starts it, in a folder and on ports of its own, for one test."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot import runtime, settings, timetravel
from bot.runtime import Runtime
from bot.settings import ROOT
from tests.ports import HOST, free_ports

PATIENCE = 150.0  # seconds of a machine that has other things to do


@dataclass(frozen=True, slots=True)
class System:
    """Where its web and its phones answer, and a runtime beside it that may move its time."""

    web: str
    phones: str
    rt: Runtime

    def at(self, moment: datetime) -> None:
        """Let SAS time come to that instant, and what is due be done."""
        timetravel.travel(self.rt, moment)

    def later(self, **span: float) -> None:
        """Let SAS time pass."""
        timetravel.advance(self.rt, timedelta(**span))


@contextmanager
def running(folder: Path) -> Iterator[System]:
    """The system, empty of demo data, quick to answer; stopped and gone at the end."""
    port = free_ports()
    env = {name: value for name, value in os.environ.items() if not _ours(name)}
    env |= {
        "SAS_DEMO": "1",
        "SAS_DEMO_DATA": "0",
        "SAS_DEBOUNCE_SECONDS": "0.2",
        "SAS_SENDER_RATE": "1000",
        "DATABASE_URL": f"sqlite:///{folder}/sas.db",
        "PORT": str(port),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.start"],
        cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    # A loaded machine must not leave it behind.
    late = threading.Timer(PATIENCE * 2, os.killpg, [process.pid, signal.SIGKILL])
    late.start()
    try:
        _wait_for_its_page(process)
        rt = runtime.build(settings.load(env))
        yield System(f"http://{HOST}:{port}", f"http://{HOST}:{port + 1}", rt)
        rt.close()
    finally:
        late.cancel()
        _stop(process)


def _ours(name: str) -> bool:
    names = {"DATABASE_URL", "REDIS_URL", "PORT"}
    return name in names or name.startswith(("SAS_", "TWILIO_"))


def _wait_for_its_page(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    said = ""
    while "Journaux" not in said:
        line = process.stdout.readline()
        assert line, f"it stopped after: {said!r}"
        said += line


def _stop(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
