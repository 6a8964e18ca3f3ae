"""The simulator as `make run` starts it: a process of its own, quick to start and to stop."""

from __future__ import annotations

import contextlib
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from bot.clock import monotonic
from tests.carrier import eventually

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def running(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and what it said first on standard error."""
    words = [sys.executable, "-m", "bot.simulator", *options]
    process = subprocess.Popen(words, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        yield process, process.stderr.readline()
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_on_a_signal_and_bears_a_second_one(tmp_path: Path, stop: signal.Signals) -> None:
    with running("--port=0", f"--journal={tmp_path / 'j'}") as (process, said):
        url = re.search(r"http://\S+", said)[0]  # type: ignore[index]
        assert requests.get(f"{url}/health", timeout=5).json() == {"up": True}
        before = monotonic()
        process.send_signal(stop)
        process.send_signal(stop)
        assert process.wait(5) == 0
        assert monotonic() - before < 5


def test_it_stops_while_a_client_hangs(tmp_path: Path) -> None:
    with running("--port=0", "--auth-token=t") as (process, said):
        url = re.search(r"http://\S+", said)[0]  # type: ignore[index]
        account = "AC" + "0" * 31 + "1"
        faults = {"fault": "hang_after", "value": 60}
        requests.post(f"{url}/sim/phones/all/faults", json=faults, timeout=5)

        def hang() -> None:
            with contextlib.suppress(requests.RequestException):
                requests.post(
                    f"{url}/2010-04-01/Accounts/{account}/Messages.json",
                    data={"To": "+33639980001", "From": "+33937000000", "Body": "x"},
                    auth=(account, "t"),
                    timeout=30,
                )

        client = threading.Thread(target=hang, daemon=True)
        client.start()
        eventually(lambda: requests.get(f"{url}/sim/state", timeout=5).json()["phones"])
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 0


def test_a_taken_port_is_one_clear_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running(f"--port={port}") as (process, said):
            assert process.wait(5) == 1
    assert f"port {port}" in said


def test_it_starts_within_a_second_or_so() -> None:
    before = monotonic()
    with running("--port=0") as (_, said):
        assert "listens" in said
        assert monotonic() - before < 5  # a loaded machine; alone it takes about half a second
