"""Starts the simulated carrier: `python -m bot.simulator --port 8001 --web-url ...`."""

from __future__ import annotations

import argparse
import logging
import os
import shlex
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.clock import Clock, MovableClock, SystemClock
from bot.simulator.app import create_app
from bot.simulator.carrier import Account, Carrier
from bot.simulator.journal import Journal
from bot.simulator.restore import restore
from bot.simulator.schedule import Schedule
from bot.simulator.server import HOST, Server
from bot.simulator.timetravel import Run, TimeTravel, by_command, by_web
from bot.simulator.webhooks import Webhooks

log = logging.getLogger("bot.simulator")


def options(words: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8001, help="0 takes a free one")
    parser.add_argument("--web-url", default="http://127.0.0.1:8000", help="where webhooks go")
    parser.add_argument("--account-sid", default="AC" + "0" * 31 + "1")
    parser.add_argument(
        "--auth-token",
        default=os.environ.get("TWILIO_AUTH_TOKEN", "simulator"),
        help="better in TWILIO_AUTH_TOKEN: everybody on the machine reads a command line",
    )
    parser.add_argument("--sms-sender", default="+33937000000")
    parser.add_argument("--whatsapp-sender", default="+33937000000")
    parser.add_argument("--journal", type=Path, help="file of accepted requests, kept")
    parser.add_argument("--pace", type=float, default=0.5, help="seconds between two statuses")
    parser.add_argument("--clock-file", type=Path, help="offset of SAS time, read only")
    parser.add_argument(
        "--clock-command",
        help='such as "flask sas clock": moves the time instead of asking the web',
    )
    return parser.parse_args(words)


def build(given: argparse.Namespace, clock: Clock | None = None) -> tuple[Server, Carrier]:
    """The carrier and its server, listening but not yet serving, in a test's own time if it has
    one. Raises OSError."""
    account = Account(
        sid=given.account_sid,
        token=given.auth_token,
        web_url=given.web_url.rstrip("/"),
        own_url=f"http://{HOST}:{given.port}",
        sms_sender=given.sms_sender,
        whatsapp_sender=given.whatsapp_sender.removeprefix("whatsapp:"),
        pace=given.pace,
    )
    clock = clock or (MovableClock(given.clock_file) if given.clock_file else SystemClock())
    carrier = Carrier(
        account,
        now=clock.real,
        shown=clock.now,
        journal=Journal(given.journal),
        schedule=Schedule(),
        webhooks=Webhooks(given.auth_token),
    )
    app = create_app(carrier, TimeTravel(_mover(given), clock.now))
    server = Server(app, given.port)
    carrier.listening_on(f"http://{HOST}:{server.port}")
    restore(carrier)
    return server, carrier


def _mover(given: argparse.Namespace) -> Run | None:
    """How this demo's time is moved, None when it is not."""
    if given.clock_command:
        return by_command(shlex.split(given.clock_command))
    if given.clock_file:
        return by_web(Webhooks(given.auth_token, patience=60.0), given.web_url.rstrip("/"))
    return None


def main(words: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Serve until SIGINT or SIGTERM. Gives the exit code."""
    logging.basicConfig(level=logging.INFO, format="%(name)s %(levelname)s %(message)s")
    given = options(sys.argv[1:] if words is None else words)
    try:
        server, carrier = build(given, clock)
    except OSError as error:
        log.error("port %s or journal not usable: %s", given.port, error.strerror)
        return 1

    def stop(*_: object) -> None:
        carrier.stopping.set()
        server.stop()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    log.info("the carrier listens on http://%s:%d", HOST, server.port)
    server.serve()
    carrier.schedule.stop()
    carrier.journal.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
