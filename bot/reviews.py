"""What keeps a production from starting although its settings are right: help lines whose review is
overdue (PRODUCT section 9). Asked by each process before it serves, sends or fires.
"""

from __future__ import annotations

from datetime import date

from bot.settings import Settings, SettingsError
from messages import help_lines


def refuse_overdue(settings: Settings, today: date) -> None:
    """Raises SettingsError in production when a danger text may name a number that nobody has
    checked in time. Elsewhere `/health/ready` warns, and a newcomer's tests pass."""
    overdue = help_lines.overdue(today)
    if settings.production and overdue:
        numbers = ", ".join(line.number for line in overdue)
        raise SettingsError(f"the review of the help lines {numbers} is overdue: check them first.")
