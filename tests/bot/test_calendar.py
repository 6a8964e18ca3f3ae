"""Public holidays: our table against the package that knows every country, in every territory."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from bot.calendar import ALSO, easter, public_holidays
from bot.territories import OLD_LAW, OVERSEAS

CODES = ("", *sorted({code for _, code in OVERSEAS.values()} | set(OLD_LAW.values())))


@pytest.mark.parametrize("code", CODES)
def test_the_days_are_those_of_the_territory(code: str) -> None:
    for year in range(2025, 2060):
        given = holidays.country_holidays("FR", subdiv=code or None, years=range(year, year + 3))
        assert public_holidays(code, year) == frozenset(given), year


def test_every_territory_has_its_days() -> None:
    assert set(CODES) == {"", *ALSO}


def test_an_unknown_part_of_france_is_refused() -> None:
    with pytest.raises(KeyError):
        public_holidays("XX", 2026)


def test_easter() -> None:
    assert [easter(year) for year in (2025, 2026, 2038, 2049)] == [
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
        date(2049, 4, 18),
    ]
