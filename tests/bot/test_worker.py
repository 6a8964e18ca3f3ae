"""The worker and the clock as processes: a real Valkey, a carrier on loopback, signals, kills."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from bot import conversations, migrations, runtime, settings
from bot.broker import connection
from bot.clock import SystemClock, monotonic
from bot.conversations import Inbound
from bot.runtime import Runtime
from tests.cast import LEA_PHONE, SMS_SENDER, Cast

ROOT = Path(__file__).resolve().parent.parent.parent
WITHIN = 60.0
CLOCK = SystemClock()

pytestmark = pytest.mark.slow


class Carrier(ThreadingHTTPServer):
    """A carrier that takes every text; `slow` seconds pass before it answers."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.bodies: list[str] = []
        self.slow = 0.0
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Carrier

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        self.server.bodies.append(parse_qs(self.rfile.read(size).decode())["Body"][0])
        CLOCK.wait(self.server.slow)
        with suppress(OSError):  # the caller was killed meanwhile
            self._say(201, f'{{"sid": "SM{len(self.server.bodies):032x}", "status": "queued"}}')

    def do_GET(self) -> None:
        self._say(200, '{"messages": [], "next_page_uri": null}')

    def _say(self, status: int, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def carrier() -> Iterator[Carrier]:
    made = Carrier()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def environment(tmp_path: Path, valkey_url: str, carrier: Carrier) -> dict[str, str]:
    """What the processes of this test are told."""
    client = connection(valkey_url)
    client.flushall()
    client.close()
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{tmp_path / 'sas.db'}",
        "SAS_STATE_DIR": str(tmp_path),
        "REDIS_URL": valkey_url,
        "SAS_DEBOUNCE_SECONDS": "0",
        "SAS_SENDER_RATE": "1000",
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_AUTH_TOKEN": "a token of the tests",
        "SAS_TWILIO_BASE_URL": carrier.url,
        "SAS_SMS_SENDER": SMS_SENDER,
    }


@pytest.fixture
def rt(environment: dict[str, str]) -> Iterator[Runtime]:
    """This process, on the same database and broker."""
    made = runtime.build(settings.load(environment))
    migrations.upgrade(made.store.engine)
    yield made
    made.close()


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start `worker.py` with these arguments; whatever still runs is killed at the end."""
    running: list[subprocess.Popen[bytes]] = []

    def begin(*arguments: str, **more: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "worker.py", *arguments],
            cwd=ROOT,
            env={**environment, **more},
            stderr=subprocess.DEVNULL,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.wait()


def until(what: Callable[[], bool], within: float = WITHIN) -> bool:
    """Does it become true in time?"""
    end = monotonic() + within
    while monotonic() < end:
        if what():
            return True
        CLOCK.wait(0.02)
    return False


def writes(rt: Runtime, number: int = 1) -> None:
    """Léa writes "oui"."""
    conversations.receive(
        rt.store, Inbound(f"MM{number:032x}", SMS_SENDER, "sms", LEA_PHONE, "oui")
    )


def lea(rt: Runtime) -> Cast:
    cast = Cast(rt.store)
    person = cast.lea()
    assert person.flow is not None
    cast.change(person.flow, state="asked")
    return cast


def stops(process: subprocess.Popen[bytes], *signals: signal.Signals) -> float:
    """Seconds from the first signal to the end."""
    began = monotonic()
    for number in signals:
        process.send_signal(number)
        CLOCK.wait(0.2)
    assert process.wait(10) == 0
    return monotonic() - began


def test_a_text_is_read_and_answered_by_a_worker(
    rt: Runtime, carrier: Carrier, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    cast = lea(rt)
    worker = start()
    writes(rt)
    assert until(lambda: len(carrier.bodies) == 1)
    assert until(lambda: len(cast.said(cast.lea(), "accepted")) == 1)
    assert stops(worker, signal.SIGTERM) < 5


def test_a_stop_lets_the_send_in_hand_finish_and_bears_a_second_signal(
    rt: Runtime, carrier: Carrier, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    cast = lea(rt)
    carrier.slow = 1.5
    worker = start()
    writes(rt)
    assert until(lambda: len(carrier.bodies) == 1)
    assert stops(worker, signal.SIGTERM, signal.SIGINT, signal.SIGTERM) < 5
    assert len(cast.said(cast.lea(), "accepted")) == 1


def test_a_stop_ends_in_time_even_when_the_carrier_hangs(
    rt: Runtime, carrier: Carrier, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    cast = lea(rt)
    carrier.slow = 30
    worker = start()
    writes(rt)
    assert until(lambda: len(carrier.bodies) == 1)
    assert stops(worker, signal.SIGTERM) < 5
    assert len(cast.said(cast.lea(), "sending")) == 1


def test_without_a_broker_the_clock_does_the_work(
    rt: Runtime, carrier: Carrier, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    cast = lea(rt)
    clock = start("clock", REDIS_URL="redis://127.0.0.1:1/0")
    writes(rt)
    assert until(lambda: len(carrier.bodies) == 1)
    assert until(lambda: len(cast.said(cast.lea(), "accepted")) == 1)
    assert stops(clock, signal.SIGINT, signal.SIGINT) < 5


def test_a_worker_without_a_broker_waits_and_stops(
    rt: Runtime, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    worker = start(REDIS_URL="redis://127.0.0.1:1/0")
    assert until(lambda: ready(worker))
    CLOCK.wait(1.5)
    assert worker.poll() is None
    assert stops(worker, signal.SIGTERM) < 5


def ready(process: subprocess.Popen[bytes]) -> bool:
    """Does it handle SIGTERM already? (bit 15 of the caught signals)"""
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        pytest.skip("reads /proc to know when a process is ready")
    caught = next(line for line in status.read_text().splitlines() if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1)


def test_killed_while_it_sends_the_text_is_never_sent_again_blindly(
    rt: Runtime, carrier: Carrier, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    cast = lea(rt)
    carrier.slow = 30
    worker = start()
    writes(rt)
    assert until(lambda: len(carrier.bodies) == 1)
    worker.kill()
    worker.wait()
    carrier.slow = 0
    clock = start("clock")
    assert until(lambda: len(cast.said(cast.lea(), "uncertain")) == 1)
    assert len(carrier.bodies) == 1
    assert stops(clock, signal.SIGTERM) < 5
