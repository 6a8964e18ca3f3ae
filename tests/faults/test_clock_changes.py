"""Case 8: both nights when the hour changes, overseas time zones, a clock that jumps an hour either
way: nothing started outside the hours, nothing twice, nobody forgotten."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot import ledger, referrals
from bot.calendar import public_holidays
from bot.clock import FrozenClock
from bot.demo.stage import Stage, memory_gateways
from bot.holder import Holder
from bot.models import Message, Territory, Youth
from bot.store import Store
from tests.cast import Cast

Figures = dict[str, object]
COMMUNES = ("13004", "97209", "97411", "98818")  # Marseille, Fort-de-France, La Réunion, Nouméa
PARIS = ZoneInfo("Europe/Paris")
NIGHTS = {
    "spring": datetime(2026, 3, 26, 14, 0, tzinfo=PARIS),
    "autumn": datetime(2026, 10, 22, 14, 0, tzinfo=PARIS),
}


@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize(
    "jump",
    [
        pytest.param(0, id="no jump", marks=pytest.mark.fault),
        pytest.param(1, id="an hour on"),
        pytest.param(-1, id="an hour back", marks=pytest.mark.fault),
    ],
)
def test_a_fortnight_around_the_night(
    store: Store, clock: FrozenClock, holder: Holder, figures: Figures, night: str, jump: int
) -> None:
    clock.at = clock.real_at = NIGHTS[night]
    cast, stage = city(store, clock, holder)
    for day in range(14):
        stage.play(clock.now() + timedelta(days=1))
        if jump and day in (2, 5):
            clock.at += timedelta(hours=jump)
    started = texts(store)
    outside = [one for one in started if not lawful(*one[:2])]
    twice = [one for one, many in Counter(one[2:] for one in started).items() if many > 1]
    figures |= {"started": len(started), "outside the hours": len(outside), "twice": len(twice)}
    assert len(started) >= 2 * len(COMMUNES)
    assert outside == []
    assert twice == []
    assert ledger.check(store).holds, ledger.check(store).as_json()


def city(store: Store, clock: FrozenClock, holder: Holder) -> tuple[Cast, Stage]:
    """A youth in each time zone, referred on a Thursday afternoon before the night."""
    cast = Cast(store)
    cast.aiguilleur("Karim", max_new_per_day=1_000)
    for number, commune in enumerate(COMMUNES):
        given = {
            "first_name": "Léa",
            "phone": f"+3363998{1000 + number:04d}",
            "informed": True,
            "commune": commune,
        }
        read = referrals.read_referral(given, year=clock.now().year, production=False)
        referrals.refer(store, cast.mme_roux(), read)
    return cast, Stage(store, clock, memory_gateways(clock), holder, lambda: None)


def texts(store: Store) -> list[tuple[Territory, datetime, str, str]]:
    """(territory, when, youth, sentence) of each text that we started."""
    with store.reading() as session:
        query = (
            select(Territory, Message.sent_at, Message.youth_id, Message.key)
            .join(Youth, col(Youth.id) == col(Message.youth_id))
            .join(Territory, col(Territory.code) == col(Youth.territory_code))
            .where(Message.kind == "started", Message.state == "accepted")
        )
        return [
            (where, at, str(youth), str(key))
            for where, at, youth, key in session.exec(query).all()
            if at is not None
        ]


def lawful(where: Territory, at: datetime) -> bool:
    """From 9 to 20 where she lives, no Sunday, no public holiday."""
    local = at.astimezone(ZoneInfo(where.zone))
    free = public_holidays(where.holidays, local.year)
    return 9 <= local.hour < 20 and local.weekday() != 6 and local.date() not in free
