"""Before the processes of `make run` serve: migrations, a working hour, a team, demo data.

Run by bot/start.py in a process of its own, so that the supervisor stays small.
"""

from __future__ import annotations

import logging
import sys
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy.exc import InternalError, OperationalError

from bot import accounts, demo, keyring, logs, migrations, runtime, settings, unusable
from bot.calendar import hours_from
from bot.clock import Clock, MovableClock
from bot.crypto import SealBroken, Vault
from bot.demo.phones import show_on_phones
from bot.runtime import Runtime
from bot.settings import Settings, SettingsError
from bot.store import make_engine
from flows.hours import Hours

TEN = time(10)


def main() -> int:
    """Exit code 1, after one clear line, when the state cannot be prepared."""
    logs.configure()
    # Nobody follows the texts of the demo's lives, some hundred lines on a newcomer's screen.
    for name in ("sas.inbound", "sas.demo"):
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        _prepare(settings.load())
    except SettingsError as error:
        print(f"SAS: {error}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _prepare(loaded: Settings) -> None:
    """Raises SettingsError when the database, its keys or the disk cannot serve."""
    try:
        rt = _current(loaded)
        keyring.check(rt.store)
        begin_at_a_working_hour(rt.store.clock, loaded.state_dir)
        if loaded.demo_data:
            demo.seed(rt)
        if loaded.demo:
            show_on_phones(rt)
        (loaded.state_dir / settings.PREPARED).write_text(settings.prepared_for(loaded))
        rt.close()
    except (OperationalError, InternalError, OSError, SealBroken) as error:
        raise SettingsError(unusable.why(unusable.code_of(error), loaded)) from error


def _current(loaded: Settings) -> Runtime:
    """The runtime on a database with the current tables and a team."""
    engine = make_engine(loaded.database_url)
    migrations.upgrade(engine, Vault(loaded.data_keys, loaded.index_key))
    engine.dispose()
    rt = runtime.build(loaded)
    with rt.store.transaction() as session:
        accounts.bootstrap(session, rt.store)
    return rt


def begin_at_a_working_hour(clock: Clock, folder: Path) -> None:
    """At the very first start of this state, SAS time moves to an hour when people work and will
    work the next day: 10:00, unless it is such an hour already."""
    mark = folder / "started"
    if mark.exists() or not isinstance(clock, MovableClock):
        return
    now = clock.now()
    hours = hours_from({}, None, now.year)
    if not good_start(hours, now):
        day = hours.next_working_day(hours.local(now).date())
        while not good_start(hours, hours.on(day, TEN)):
            day = hours.next_working_day(day)
        clock.set(hours.on(day, TEN))
    mark.touch()


def good_start(hours: Hours, at: datetime) -> bool:
    """From 9:00 to 16:00, at work, and somebody reads the answers tomorrow."""
    here = hours.local(at)
    tomorrow = here.date() + timedelta(days=1)
    return hours.at_work(at) and here.hour < 16 and hours.working_day(tomorrow)


if __name__ == "__main__":
    sys.exit(main())
