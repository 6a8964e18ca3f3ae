"""A production does not start with help lines that nobody has checked in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import reviews
from bot.settings import Settings, SettingsError
from messages.help_lines import help_lines

LAST_DAY = min(line.review_due for line in help_lines().values())


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_overdue_review_stops_a_production_and_names_the_numbers(settings: Settings) -> None:
    production = replace(settings, production=True)
    late = LAST_DAY + timedelta(days=1)
    with pytest.raises(SettingsError, match=r"review of the help lines [\d, ]+ is overdue"):
        reviews.refuse_overdue(production, late)
    reviews.refuse_overdue(production, LAST_DAY)
    reviews.refuse_overdue(settings, late)  # a newcomer's tests pass
