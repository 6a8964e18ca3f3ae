"""What holds wherever a contact is: who writes or calls is never dropped, and a second referral, a
pause or an erasure finds every stage ready."""

from __future__ import annotations

import pytest

from tests.flows.play import EVERYWHERE, Danger, Intent, Safety, at, deceased, e, f, read

SILENT = {"opted_out", "deceased", "wrong_person"}
PLACES = {**EVERYWHERE, "deceased": deceased}
T = f.TaskKind


@pytest.fixture(params=PLACES)
def place(request):
    return request.param


@pytest.mark.parametrize("she", [read(Intent.HUMAN), read(Intent.OTHER), read(request="erase")])
def test_who_writes_is_read_by_a_person(place, she):
    lea = PLACES[place]().on(e.TextsReceived(she))
    assert lea.asked_for()
    assert lea.speaker is not f.Speaker.BOT or not she.has(Intent.HUMAN)
    assert len(lea.said()) <= (0 if place in SILENT else 1)


def test_who_calls_is_called_back_or_heard_by_a_person(place):
    lea = PLACES[place]().on(e.CallMissed())
    assert lea.asked_for()
    assert lea.said() == []


def test_a_second_referral_starts_no_second_first_contact(place):
    lea = PLACES[place]()
    before = lea.snapshot
    lea.on(e.Referred(informed=True))
    assert (lea.state, lea.said()) == (before.state, [])


def test_a_pause_ends_what_waits_and_comes_back_at_its_date(place):
    until = at("9:00", 1, 3, 2027)
    lea = PLACES[place]().on(e.Paused(until, "away"))
    if place in {"opted_out", "deceased", "closed"}:
        assert (lea.state, lea.said()) == (place, [])
    else:
        assert (lea.state, {*lea.timers} - {"pause_over"}) == ("paused", set())
        assert lea.timers["pause_over"][0] == until


def test_an_erasure_leaves_nothing_to_come(place):
    lea = PLACES[place]().on(e.Erased())
    assert (lea.state, lea.speaker, lea.timers, lea.said()) == (
        "closed",
        f.Speaker.NOBODY,
        {},
        [],
    )
    assert lea.told("relay") == lea.told("prescriber") == [e.Erased()]


def test_after_violence_nothing_is_written_whatever_she_or_the_clock_does(place):
    lea = PLACES[place]().on(e.DangerRead(Danger.VIOLENCE, Safety.EMERGENCY))
    acts = [
        e.TextsReceived(read(Intent.HUMAN)),
        e.CallMissed(),
        e.Delivered("system.danger.violence"),
        e.StartRead(),
        e.TextsReceived(read(Intent.YES, Intent.LATER)),
        e.HandedBack("karim", "ask_slot"),
    ]
    assert [lea.on(act).said() for act in acts] == [[]] * len(acts)
