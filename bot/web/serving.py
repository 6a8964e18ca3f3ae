"""How gunicorn serves the web: `gunicorn -c python:bot.web.serving 'app:create_web()'`."""

from __future__ import annotations

from bot import settings

_loaded = settings.load()

bind = f"{'127.0.0.1' if _loaded.demo else '0.0.0.0'}:{_loaded.port}"
worker_class = "gthread"
threads = 8
timeout = 30
graceful_timeout = 3
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
