"""The figures of the three hypotheses: whose rows they count, and what counts."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot import exits, referrals
from bot.metrics import Hypotheses, Share, Watch, hypotheses, watch
from bot.models import KnownExits, Organisation, Referral, Youth
from bot.scope import Scope
from bot.store import Gone, Store
from tests.cast import LEA_PHONE, Cast
from tests.town import LAST_MONTH, Town, lives, two_towns, utc


def lines(store: Store, scope: Scope) -> dict[str, Share | int | timedelta | None]:
    """Every figure of both pages by its name."""
    with store.reading() as session:
        now = store.clock.now()
        counted, watched = hypotheses(session, now, scope), watch(session, now, scope)
    found = {one.name: getattr(counted, one.name) for one in fields(Hypotheses)}
    found |= {one.name: getattr(watched, one.name) for one in fields(Watch)}
    found |= dict(found.pop("funnel"))
    leaving, rescue = found.pop("leaving"), found.pop("rescue")
    return {**found, "leaving": leaving.share, "alerts": rescue.alerts, "median": rescue.median}


def test_two_teams_differ_in_every_line_and_share_out_the_whole(store: Store) -> None:
    arles, angers = two_towns(store)
    hers, theirs = lines(store, Scope(arles)), lines(store, Scope(angers))
    whole = lines(store, Scope())
    assert [name for name in hers if hers[name] == theirs[name]] == []
    for name in hers.keys() - {"median"}:
        one, other, both = hers[name], theirs[name], whole[name]
        if isinstance(one, Share) and isinstance(other, Share):
            assert one.count and both == Share(one.count + other.count, one.total + other.total)
        else:
            assert one and both == one + other, name  # type: ignore[operator]


def test_what_arles_counts(store: Store) -> None:
    arles, _ = two_towns(store)
    found = lines(store, Scope(arles))
    assert (found["refer"], found["refer_again"]) == (Share(1, 2), Share(1, 1))
    assert (found["to_announce"], found["held"], found["leaving"]) == (1, 1, Share(1, 10))
    assert (found["talked"], found["own_solution"], found["leaks"]) == (Share(1, 5), 2, 1)
    assert (found["met"], found["followed"]) == (Share(2, 3), Share(1, 3))
    assert (found["disagree"], found["silent"], found["alerts"]) == (1, 1, 1)


def test_a_territory_of_the_team_is_counted_alone(store: Store) -> None:
    arles, _ = two_towns(store)
    assert lines(store, Scope(arles, "13")) == lines(store, Scope(arles))
    nothing = lines(store, Scope(arles, "049"))
    assert set(nothing.values()) == {0, None, Share(0, 0)}


@pytest.fixture
def town(store: Store) -> Town:
    """An empty one; its rows are there after the session of the test."""
    with store.transaction() as session:
        return Town(session, store.clock.now(), "13")


def talked(store: Store) -> Share:
    found = lines(store, Scope())["talked"]
    assert isinstance(found, Share)
    return found


@pytest.mark.parametrize(
    ("wrote", "answered", "counts"),
    [(39, 38, 1), (10, 10, 1), (9.9, 9.9, 0), (39, 9.9, 0), (9.9, 39, 0), (38, 39, 1)],
)
def test_a_talk_counts_within_30_days_of_the_opening(
    store: Store, wrote: float, answered: float, counts: int
) -> None:
    with store.transaction() as session:
        town = Town(session, store.clock.now(), "13")
        talk = town.youth(opened=40)
        town.wrote(talk, wrote)
        town.answered(talk, answered)
    assert talked(store) == Share(counts, 1)


@pytest.mark.parametrize(("called", "counts"), [(10, 1), (9.9, 0)])
def test_a_call_counts_within_30_days_too(store: Store, called: float, counts: int) -> None:
    with store.transaction() as session:
        town = Town(session, store.clock.now(), "13")
        town.journal(town.youth(opened=40), "CallLogged", called, data={"outcome": "spoken"})
    assert talked(store) == Share(counts, 1)


def test_a_relative_and_an_unconfirmed_person_are_no_professionals(store: Store) -> None:
    with store.transaction() as session:
        town = Town(session, store.clock.now(), "13")
        relative = Organisation(name="Particulier", kind="PROCHE", territory_code="13")
        town.put(relative)
        town.prescriber(relative.id, confirmed=False)
        town.referral(town.prescriber(confirmed=False), 1)
    assert lines(store, Scope())["refer"] == Share(0, 0)


def test_an_organisation_without_a_territory_is_at_home_in_the_first_team(store: Store) -> None:
    with store.transaction() as session:
        first = Town(session, store.clock.now(), "13")
        second = Town(session, store.clock.now(), "49")
        nowhere = Organisation(name="Nulle part", kind="OTHER")
        first.put(nowhere)
        first.prescriber(nowhere.id)
    assert lines(store, Scope(first.team_id))["refer"] == Share(0, 1)
    assert lines(store, Scope(second.team_id))["refer"] == Share(0, 0)


def test_a_referral_knows_its_team_and_territory_also_by_card(cast: Cast, store: Store) -> None:
    cast.karim()
    given = referrals.read_referral(
        {"first_name": "Léa", "phone": LEA_PHONE, "informed": True}, year=2026, production=False
    )
    referrals.refer(store, cast.mme_roux(kind="SPIP"), given)
    with store.reading() as session:
        made = session.exec(select(Referral)).one()
        assert session.exec(select(Youth)).all() == []
    assert (made.team_id, made.territory_code) == (cast.team().id, "13")


def test_a_referral_of_an_older_version_counts_where_it_led(store: Store) -> None:
    with store.transaction() as session:
        town = Town(session, store.clock.now(), "13")
        talk = town.youth()
        town.referral(
            town.prescriber(), 1, status="to_announce", team_id=None, conversation_id=talk.id
        )
    assert lines(store, Scope(town.team_id))["to_announce"] == 1
    assert lines(store, Scope("another"))["to_announce"] == 0


# --- known exits


def keep(store: Store, organisation_id: str, **changes: str) -> KnownExits:
    given = {"month": "2026-02", "number": "12", "source": "Tableau de suivi", "by": "system"}
    return exits.keep(store, Scope(), organisation_id, **{**given, **changes})


def test_the_same_month_again_replaces_the_number(store: Store, town: Town) -> None:
    keep(store, town.organisation_id)
    kept = keep(store, town.organisation_id, number=" 7 ", source="  Le  rapport ")
    assert (kept.month, kept.number, kept.source) == (LAST_MONTH, 7, "Le rapport")
    assert lines(store, Scope())["leaving"] == Share(0, 7)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"month": "2026-03"}, "month_open"),
        ({"month": "2025-02"}, "month_old"),
        ({"month": "février"}, "month"),
        ({"month": "2026-13"}, "month"),
        ({"number": "-1"}, "number"),
        ({"number": "1,5"}, "number"),
        ({"number": "100001"}, "number"),
        ({"number": ""}, "number"),
        ({"source": " "}, "source"),
        ({"source": "x" * 121}, "source"),
    ],
)
def test_what_is_no_number_of_a_month_is_refused(
    store: Store, town: Town, changes: dict[str, str], code: str
) -> None:
    with pytest.raises(exits.BadExits) as bad:
        keep(store, town.organisation_id, **changes)
    assert bad.value.code == code
    with store.reading() as session:
        assert session.exec(select(KnownExits)).all() == []


def test_an_organisation_of_another_team_is_gone(store: Store) -> None:
    arles, angers = two_towns(store)
    with store.reading() as session:
        (theirs,) = exits.at_home(session, Scope(angers))
    with pytest.raises(Gone):
        exits.keep(
            store, Scope(arles), theirs.id, month="2026-02", number="1", source="x", by="system"
        )


def test_more_referrals_than_exits_are_never_more_than_all(store: Store) -> None:
    with store.transaction() as session:
        town = Town(session, store.clock.now(), "13")
        lives(town, 3)
    keep(store, town.organisation_id, number="2")
    assert lines(store, Scope())["leaving"] == Share(2, 2)
    keep(store, town.organisation_id, number="0")
    assert lines(store, Scope())["leaving"] == Share(0, 0)


def test_a_month_begins_where_the_organisation_is(store: Store) -> None:
    """At 23:30 UTC of 31 January it is February in Paris; each youth counts once a month."""
    with store.transaction() as session:
        town = Town(session, store.clock.now(), "13")
        roux, talk = town.prescriber(), town.youth()
        night = utc(2026, 1, 31) + timedelta(hours=23, minutes=30)
        town.referral(roux, 0, created_at=night, youth_id=talk.youth_id)
        town.referral(roux, 0, created_at=utc(2026, 2, 9), youth_id=talk.youth_id)
        town.referral(roux, 0, created_at=utc(2026, 2, 28) + timedelta(hours=23, minutes=30))
    keep(store, town.organisation_id)
    assert lines(store, Scope())["leaving"] == Share(1, 12)


def test_the_months_that_count_are_twelve() -> None:
    months = exits.months_before(date(2026, 3, 1))
    assert (months[0], months[-1], len(months)) == (date(2026, 2, 1), date(2025, 3, 1), 12)
