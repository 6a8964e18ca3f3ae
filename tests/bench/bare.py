"""The control of a webhook: Flask, the carrier's signature check, one durable insert, no more.

It uses the drivers themselves, with one connection for each thread.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable

import psycopg
from flask import Flask, Response, abort, request
from redis import Redis
from rq import Queue
from twilio.request_validator import RequestValidator

INBOUND = "/webhooks/twilio/inbound"
BARE_QUEUE, ANSWER = "bare", "tests.bench.bare_jobs.answer"
COLUMNS = ("MessageSid", "From", "To", "Body")
TABLE = (
    "CREATE TABLE IF NOT EXISTS inbound (id TEXT PRIMARY KEY, sender TEXT NOT NULL,"
    " recipient TEXT NOT NULL, body TEXT NOT NULL)"
)
Insert = Callable[[tuple[str, ...]], None]


def create_web(
    database: str, public_url: str, token: str, broker: str = "", provider: str = ""
) -> Flask:
    """The bare web on that database (a URL of SQLite or of PostgreSQL). With a broker, it also
    asks an RQ worker to answer by that provider."""
    app = Flask("bare")
    jobs = Queue(BARE_QUEUE, connection=Redis.from_url(broker)) if broker else None
    insert = on_sqlite(database) if database.startswith("sqlite") else on_postgres(database)
    validator = RequestValidator(token)

    @app.post(INBOUND)
    def inbound() -> Response:
        signature = request.headers.get("X-Twilio-Signature", "")
        if not validator.validate(public_url + INBOUND, request.form, signature):
            abort(403)
        insert(tuple(request.form[name] for name in COLUMNS))
        if jobs is not None:
            jobs.enqueue(ANSWER, provider, request.form["From"])
        return Response(status=204)

    return app


def on_sqlite(database: str) -> Insert:
    """WAL, synchronous=FULL: as durable as ours."""
    own = threading.local()
    path = database.removeprefix("sqlite:///")

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(path, isolation_level=None, timeout=10)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            made.execute(f"PRAGMA {pragma}")
        return made

    def insert(row: tuple[str, ...]) -> None:
        if not hasattr(own, "connection"):
            own.connection = connect()
        own.connection.execute("INSERT INTO inbound VALUES (?, ?, ?, ?)", row)

    connect().execute(TABLE)
    return insert


def on_postgres(database: str) -> Insert:
    """Autocommit: the insert returns once it is on the disk."""
    own = threading.local()

    def insert(row: tuple[str, ...]) -> None:
        if not hasattr(own, "connection"):
            own.connection = psycopg.connect(database, autocommit=True)
        own.connection.execute("INSERT INTO inbound VALUES (%s, %s, %s, %s)", row)

    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(TABLE)
    return insert
