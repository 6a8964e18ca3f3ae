"""The web of one process: settings, logs, runtime, application."""

from __future__ import annotations

from flask import Flask

from bot import logs, runtime, settings
from bot.web import create_app


def create_web() -> Flask:
    """Raises SettingsError when the configuration cannot be used."""
    logs.configure()
    return create_app(runtime.build(settings.load()))
