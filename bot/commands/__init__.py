"""`flask sas ...`: the operator's door. Results alone on standard output, logs on standard error.

Each command's module is imported when it is called, so that `understand` and `segments` start
fast and need no setting, database or broker.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

_PLACES = {
    "understand": "bot.commands.texts:understand",
    "segments": "bot.commands.texts:segments",
    "prescriber": "bot.commands.people:prescriber",
    "aiguilleur": "bot.commands.people:aiguilleur",
    "team": "bot.commands.teams:team",
    "structure": "bot.commands.teams:structure",
    "clock": "bot.commands.times:clock",
    "tick": "bot.commands.times:tick",
    "ledger": "bot.commands.state:ledger",
    "tasks": "bot.commands.state:tasks",
    "corrections": "bot.commands.state:corrections",
    "migrate": "bot.commands.state:migrate",
    "organisation": "bot.commands.organisations:organisation",
    "erase": "bot.commands.erasing:erase",
    "keys": "bot.commands.state:keys",
}


class LateGroup(click.Group):
    """A group that imports a command when it is asked for, and says foreseen errors in a line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """See click.Group."""
        return sorted(_PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """See click.Group."""
        if cmd_name not in _PLACES:
            return None
        module, _, name = _PLACES[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Foreseen errors become one line on standard error and exit code 1."""
        try:
            return super().invoke(ctx)
        except click.exceptions.ClickException:
            raise
        except Exception as error:
            words = _foreseen(error)
            if words is None:
                raise
            raise click.ClickException(words) from error


def _foreseen(error: Exception) -> str | None:
    """What to say of an error that an operator can mend; None for a bug. The classes are looked
    up among what is loaded, since a pure command loads neither settings nor database."""
    ours = {
        "bot.settings": ("SettingsError",),
        "bot.accounts": ("BadAccount",),
        "bot.teams": ("BadTeam",),
        "bot.territories": ("UnknownTerritory",),
        "bot.timetravel": ("NoTravel",),
    }
    for module, names in ours.items():
        loaded = sys.modules.get(module)
        if loaded and isinstance(error, tuple(getattr(loaded, name) for name in names)):
            return str(error)
    alchemy = sys.modules.get("sqlalchemy.exc")
    if alchemy and isinstance(error, alchemy.OperationalError | alchemy.ProgrammingError):
        if "no such table" in str(error.orig) or "does not exist" in str(error.orig):
            return "The database has no tables yet: run `.venv/bin/flask sas migrate` first."
        return (
            f"The database cannot be used ({type(error.orig).__name__}): check DATABASE_URL and "
            "that its folder is writable."
        )
    return None


sas = LateGroup("sas", help="SAS: people, time, invariants, texts.")
