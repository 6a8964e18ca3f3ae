"""Demo data: a city with its people, whose histories are played through the real doors.

Nothing is inserted: 190 days are lived in fast motion, up to the hour at which the demo starts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sqlmodel import col, select

from bot import accounts, directory
from bot.clock import FrozenClock
from bot.demo import city
from bot.demo.personas import PARTS, Part
from bot.demo.play import Play
from bot.demo.stage import Stage, memory_gateways
from bot.holder import Holder
from bot.models import Prescriber, Referral, Team
from bot.runtime import Runtime
from bot.store import Store

LIVED = timedelta(days=190)
BEFORE = timedelta(hours=1)  # real time of the last lived instant: surely past, whatever waited


def seed(rt: Runtime, parts: Sequence[Part] = PARTS) -> None:
    """People the demo's city with these youths, up to the present SAS time. Does nothing when
    somebody was referred already, or when demo data is off."""
    with rt.store.reading() as session:
        if session.exec(select(Referral.id).limit(1)).first() is not None:
            return
    if not rt.settings.demo_data:
        return
    end = rt.store.clock.now()
    clock = FrozenClock(end - LIVED)
    # SAS time may be ahead of real time; a sender's next slot, left ahead, would silence the demo.
    clock.real_at = rt.store.clock.real() - LIVED - BEFORE
    # Nobody types a second text within the same played instant: no debounce.
    settings = replace(rt.settings, debounce_seconds=0.0)
    store = Store(rt.store.engine, clock, rt.store.vault, settings)
    holder = Holder(store)
    try:
        _live(store, clock, holder, end - clock.now(), parts)
    finally:
        holder.release()


def _live(
    store: Store, clock: FrozenClock, holder: Holder, span: timedelta, parts: Sequence[Part]
) -> None:
    _staff(store)
    prescribers = {one.code: _prescriber(store, one) for one in city.REFERRERS}
    services = {
        one.code: directory.add_place(
            store,
            name=one.name,
            mailbox=one.email,
            service=one.service,
            description=one.description,
            themes=one.themes,
            commune=city.COMMUNE,
            capacity=one.capacity,
        )
        for one in city.PLACES
    }
    stage = Stage(store, clock, memory_gateways(clock), holder, lambda: None)
    play = Play(stage, prescribers, services)
    stage.watch = play.watch
    end = clock.now() + span
    play.plan(end, parts)
    stage.play(end)


def _staff(store: Store) -> None:
    with store.transaction() as session:
        team = session.exec(select(Team).order_by(col(Team.id))).first()
        team = team or accounts.new_team(session, store, city.TEAM, city.TERRITORY)
        team.name, team.service, team.call_number_end = city.TEAM, city.SERVICE, "1000"
        session.add(team)
    for one in city.STAFF:
        accounts.add_aiguilleur(store, name=one.name, email=one.email, team=city.TEAM)


def _prescriber(store: Store, one: city.Referrer) -> Prescriber:
    return accounts.add_prescriber(
        store,
        organisation=one.organisation,
        kind=one.kind,
        email=one.email,
        name=one.name,
        territory=city.TERRITORY,
    ).prescriber
