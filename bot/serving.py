"""How gunicorn serves the web: `gunicorn -c python:bot.serving 'app:create_web()'`."""

from __future__ import annotations

import os
import sys
from typing import Any

from bot import reviews, settings
from bot.clock import SystemClock
from bot.settings import Settings, SettingsError


def _checked() -> Settings:
    """The settings, or the end of the start with one clear word for each thing that is wrong."""
    try:
        loaded = settings.load()
        reviews.refuse_overdue(loaded, SystemClock().real().date())
    except SettingsError as error:
        sys.exit(f"SAS: {error}")
    return loaded


_loaded = _checked()

bind = f"{'127.0.0.1' if _loaded.demo else '0.0.0.0'}:{_loaded.port}"
worker_class = "gthread"
threads = 8
timeout = 30
graceful_timeout = 3  # a stop is over in five
keepalive = 5
control_socket_disable = True
accesslog = None
loglevel = "warning"
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"sas": {"()": "bot.logs.JsonLines"}},
    "handlers": {"sas": {"class": "logging.StreamHandler", "formatter": "sas"}},
    "root": {"level": "WARNING", "handlers": ["sas"]},
    "loggers": {
        "gunicorn.error": {"level": "WARNING", "handlers": ["sas"], "propagate": False},
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        "sas": {"level": "INFO"},
    },
}


def post_fork(_server: Any, _worker: Any) -> None:
    """One core for each process. Its threads take turns whatever the cores, and on two they begin
    each turn with what the other core left cold: a text costs 1.2 ms of processor, on one 0.8 ms
    (docs/decisions/0011). Others may use the core too."""
    if hasattr(os, "sched_setaffinity"):  # Linux
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[os.getpid() % len(cores)]})


def worker_exit(_server: Any, _worker: Any) -> None:
    """Every request has been answered: leave at once, without taking apart a heap that the
    system frees faster (it costs a second of the five a stop may take)."""
    os._exit(0)
