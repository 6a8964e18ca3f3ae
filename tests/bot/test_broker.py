"""The poke: a real Valkey, and a broker that is silent."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from redis import Redis

from bot.broker import SENDS, TURNS, Broker, connection, queue
from bot.clock import monotonic


@pytest.fixture
def valkey(valkey_url: str) -> Iterator[Redis]:
    """An empty broker."""
    client = connection(valkey_url)
    client.flushall()
    yield client
    client.close()


def waiting(valkey: Redis, name: str) -> list[tuple[str, tuple[str, ...]]]:
    """What RQ holds: function names and ids, nothing else."""
    return [(job.func_name, tuple(job.args)) for job in queue(name, valkey).jobs]


def test_a_poke_becomes_a_job_with_an_id_and_nothing_else(valkey: Redis, valkey_url: str) -> None:
    broker = Broker(valkey_url)
    broker.poke("turn", "conversation-1")
    broker.poke("send", "message-1")
    assert broker.flush()
    broker.close()
    assert waiting(valkey, TURNS) == [("bot.jobs.turn", ("conversation-1",))]
    assert waiting(valkey, SENDS) == [("bot.jobs.send", ("message-1",))]


def test_a_burst_becomes_one_turn(valkey: Redis, valkey_url: str) -> None:
    broker = Broker(valkey_url, debounce=0.1)
    for _ in range(20):
        broker.poke("turn", "conversation-1")
    assert broker.flush()
    broker.close()
    assert len(waiting(valkey, TURNS)) == 1


@contextmanager
def silent() -> Iterator[str]:
    """A broker that takes the connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        held: list[socket.socket] = []
        stop = threading.Event()

        def hold() -> None:
            server.settimeout(0.1)
            while not stop.is_set():
                try:
                    held.append(server.accept()[0])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=hold)
        thread.start()
        try:
            yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"
        finally:
            stop.set()
            thread.join()
            for one in held:
                one.close()


def test_a_silent_broker_stops_nobody() -> None:
    with silent() as url:
        broker = Broker(url)
        began = monotonic()
        for number in range(20_000):
            broker.poke("turn", f"conversation-{number}")
        assert monotonic() - began < 2.0
        assert broker.dropped > 0
        broker.close()


def test_a_silent_broker_is_said_within_a_second() -> None:
    with silent() as url:
        broker = Broker(url)
        began = monotonic()
        assert not broker.answers()
        assert monotonic() - began < 1.5
        broker.close()


def test_no_broker_at_all_is_no_trouble() -> None:
    broker = Broker(None)
    broker.poke("turn", "conversation-1")
    assert not broker.answers()
    broker.close()
