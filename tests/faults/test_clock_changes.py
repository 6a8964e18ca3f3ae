"""Case 8: both nights when the hour changes, overseas time zones, a clock that jumps an hour either
way: nothing started outside the hours, nothing twice, nobody forgotten."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, func, select

from bot import ledger, referrals
from bot.calendar import public_holidays
from bot.clock import FrozenClock
from bot.demo.stage import Stage, memory_gateways
from bot.holder import Holder
from bot.models import Message, Territory, Timer, Youth
from bot.store import Store
from bot.territories import NAMES, OLD_LAW, OVERSEAS
from flows.keys import Key
from tests.cast import Cast
from tests.faults.conftest import scaled
from tests.faults.ground import Ground, until

Figures = dict[str, object]
COMMUNES = ("13004", "97209", "97411", "98818")  # Marseille, Fort-de-France, La Réunion, Nouméa
LADDER = {Key.HELLO.value, Key.NUDGE_DAY3.value, Key.NUDGE_DAY10.value}
_number = count()
Started = list[tuple[Territory, datetime, str, str]]
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
    assert said(started) == [LADDER] * len(COMMUNES)
    assert outside == []
    assert twice == []
    assert ledger.check(store).holds, ledger.check(store).as_json()


def city(store: Store, clock: FrozenClock, holder: Holder) -> tuple[Cast, Stage]:
    """A youth in each time zone, referred on a Thursday afternoon before the night."""
    cast = Cast(store)
    cast.aiguilleur("Karim", max_new_per_day=1_000)
    for commune in COMMUNES:
        refer(cast, commune)
    return cast, stage_of(store, clock, holder)


def stage_of(store: Store, clock: FrozenClock, holder: Holder) -> Stage:
    """Where time is played."""
    return Stage(store, clock, memory_gateways(clock), holder, lambda: None)


def refer(cast: Cast, commune: str) -> None:
    """Mme Roux refers a youth of that commune, now."""
    given = {
        "first_name": "Léa",
        "phone": f"+3363998{1000 + next(_number) % 8000:04d}",
        "informed": True,
        "commune": commune,
    }
    read = referrals.read_referral(given, year=cast.store.clock.now().year, production=False)
    referrals.refer(cast.store, cast.mme_roux(), read)


def said(started: Started) -> list[set[str]]:
    """The sentences each youth was started with."""
    each = defaultdict(set)
    for _, _, youth, key in started:
        each[youth].add(key)
    return list(each.values())


def texts(store: Store) -> Started:
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


@pytest.mark.fault
@pytest.mark.parametrize("night", NIGHTS)
def test_the_clock_of_a_running_system_jumps(
    ground: Callable[..., Ground], figures: Figures, night: str
) -> None:
    """The same fortnight through real processes, whose clock jumps an hour on and an hour back
    again and again."""
    g, chance, jumps = ground(), Random(8), 0
    g.clock.set(NIGHTS[night])
    g.cast.aiguilleur("Karim", max_new_per_day=1_000)
    youths = scaled(3, 1) * len(COMMUNES)
    for number in range(youths):
        refer(g.cast, COMMUNES[number % len(COMMUNES)])
    g.start("carrier", "web", "worker", "clock", "clock2")
    end = NIGHTS[night] + timedelta(days=14)
    while (at := next_due(g)) is not None and at < end:
        g.clock.set(max(at, g.clock.now()))
        until(lambda: not due(g))
        for hours in chance.choice([(), (1,), (-1,), (1, -1), (-1, 1)]):
            g.clock.advance(timedelta(hours=hours))
            jumps += 1
            until(lambda: not due(g))
    started = texts(g.rt.store)
    outside = [one for one in started if not lawful(*one[:2])]
    twice = [one for one, many in Counter(one[2:] for one in started).items() if many > 1]
    figures |= {"youths": youths, "jumps": jumps, "started": len(started)}
    figures |= {"outside the hours": len(outside), "twice": len(twice)}
    figures["skipped"] = youths * len(LADDER) - len(started)
    assert said(started) == [LADDER] * youths
    assert outside == []
    assert twice == []
    assert g.books().holds, g.books().as_json()


def next_due(g: Ground) -> datetime | None:
    """When the next timer or text is due."""
    with g.rt.store.reading() as session:
        timer = session.scalar(select(func.min(Timer.due)).where(Timer.state == "set"))
        text = session.scalar(select(func.min(Message.not_before)).where(Message.state == "queued"))
    return min((at for at in (timer, text) if at is not None), default=None)


def due(g: Ground) -> bool:
    """Is anything due, or in hand?"""
    at = next_due(g)
    return g.count("sending") > 0 or (at is not None and at <= g.clock.now())


def holidays_of_a_year() -> list[tuple[datetime, str]]:
    """(hour, commune): the evening before each public holiday of each territory, where she lives,
    and before a Sunday; in order."""
    communes = {code: f"{code}09" if len(code) == 3 else f"{code}004" for code in NAMES}
    found = []
    for code in ("13", *OLD_LAW, *OVERSEAS):
        zone, days = OVERSEAS.get(code, ("Europe/Paris", OLD_LAW.get(code, "")))
        for day in sorted(public_holidays(days, 2026) | {date(2026, 6, 7)}):
            eve = datetime.combine(day, time(18, 30), ZoneInfo(zone)) - timedelta(days=1)
            if BEGIN < day < BEGIN + timedelta(days=365):
                found.append((eve, communes[code]))
    return sorted(found)


BEGIN = date(2026, 3, 15)


@pytest.mark.parametrize(
    "every", [pytest.param(1, marks=pytest.mark.fault, id="each"), pytest.param(80, id="some")]
)
def test_no_holiday_and_no_sunday_in_any_territory(
    store: Store, clock: FrozenClock, holder: Holder, figures: Figures, every: int
) -> None:
    """A youth referred on the eve of each holiday, where she lives: her first text comes after it,
    at a lawful hour, and so do all that follow."""
    cast, eves = Cast(store), holidays_of_a_year()[::every]
    cast.aiguilleur("Karim", max_new_per_day=1_000)
    stage = stage_of(store, clock, holder)
    for eve, commune in eves:
        stage.play(eve)
        refer(cast, commune)
    stage.play(clock.now() + timedelta(days=14))
    started = texts(store)
    outside = [one for one in started if not lawful(*one[:2])]
    figures |= {"eves": len(eves), "territories": len({commune for _, commune in eves})}
    figures |= {"started": len(started), "outside the hours": len(outside)}
    assert outside == []
    assert [one for one in said(started) if Key.HELLO.value not in one] == []
    assert len(said(started)) == len(eves)
