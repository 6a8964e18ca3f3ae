"""Case 2: the worker and the clock are killed again and again, each time with a text in hand;
stopped for longer than any lease; the carrier's own journal says what was really accepted."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable
from random import Random
from threading import Thread

import pytest
from sqlmodel import col, func, select

from bot.clockwork import LEASE
from bot.holder import alive
from bot.models import Handover, JournalEntry, Lease, Message
from tests.faults.carrier import accepted, doubled, text
from tests.faults.conftest import scaled
from tests.faults.ground import CLOCK, Ground, until

pytestmark = pytest.mark.fault

NO_LIST = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}"
Make = Callable[..., Ground]
Figures = dict[str, object]
SLOW = 0.06  # seconds for each piece, both ways: a text is in hand for some four of them
STOPPED = 0.12  # the same, where a call must be long enough to be stopped in


@pytest.mark.parametrize("asked", [True, False], ids=["looked up", "nobody can be asked"])
def test_worker_killed_while_it_answers(ground: Make, figures: Figures, asked: bool) -> None:
    """When the carrier's list can be asked, what did not leave leaves, once, and no human is
    needed. When not, nothing uncertain is posted again, and a human sees it."""
    g = ground()
    g.start("carrier")
    phones = g.greeted(scaled(300, 60))
    greeted = len(accepted(g.journal))
    g.fault("statuses_lost")  # no callback settles what a dead process had in hand
    if not asked:
        g.carrier.answers[b"GET /2010"] = NO_LIST
    _slow(g)
    g.start(
        "web", "worker"
    )  # the clock comes later: it would send what the worker is to be killed by
    answering = Thread(target=lambda: g.driver.insist_on_all([text(p, "oui") for p in phones]))
    answering.start()
    _kill(g, ("worker",), scaled(24, 6), greeted, len(phones))
    answering.join()
    g.start("clock")
    until(lambda: g.count("received", "queued") == 0, 120)
    _nothing_lost(g, figures, phones, times=2)
    if asked:
        assert figures["shown to a human"] == 0
        assert figures["accepted"] == 2 * len(phones)


def test_clock_killed_while_it_greets_and_nobody_can_be_asked(
    ground: Make, figures: Figures
) -> None:
    """Each time the one that leads; the other takes over when its lease ends."""
    g = ground()
    phones = g.refer(scaled(300, 60))
    g.carrier.answers[b"GET /2010"] = NO_LIST
    _slow(g)
    g.start("carrier", "clock")
    g.come_to_the_first_texts()
    until(lambda: g.count("sending"))
    g.start("clock2")
    _kill(g, ("clock", "clock2"), scaled(12, 4), 0, len(phones))
    until(lambda: g.count("queued") == 0, 120)
    _nothing_lost(g, figures, phones, times=1)


def _slow(g: Ground, delay: float = SLOW) -> None:
    """Each text is in hand for a while, and in the first half of it a death loses it."""
    g.carrier.delay, g.carrier.forgets = delay, True


def _kill(g: Ground, names: tuple[str, ...], kills: int, begin: int, texts: int) -> None:
    """Kill who sends, in turn, spread over the sends, at any instant of a send."""
    chance = Random(2)
    for turn in range(kills):
        share = begin + (turn + 1) * texts // (kills + 2)
        until(lambda share=share: len(accepted(g.journal)) >= share, 90)  # type: ignore[misc]
        name = names[turn % len(names)]
        _halt(g, name, chance)
        g.kill(name)
        if len(names) > 1:  # the one that comes back must not take the lead from the other
            taken = len(accepted(g.journal))
            until(lambda taken=taken: len(accepted(g.journal)) > taken + 1, 60)  # type: ignore[misc]
        g.start(name)


def _halt(g: Ground, name: str, chance: Random) -> None:
    """Stop that process at any instant of a send, with the text still in its hand: on a busy
    machine the instant that was drawn falls between two sends, or before its first one."""
    while True:
        until(lambda: _in_hand(g, name), 60)
        CLOCK.wait(chance.uniform(0.0, 4 * SLOW))
        os.kill(g.pid(name), signal.SIGSTOP)
        if _in_hand(g, name):
            return
        os.kill(g.pid(name), signal.SIGCONT)


def _nothing_lost(g: Ground, figures: Figures, phones: list[str], times: int) -> None:
    """Every text left once, or is shown to a human because nobody can know."""
    g.carrier.delay = 0.0
    g.settle()
    texts, twice, shown = accepted(g.journal), doubled(g.journal), _shown_to_a_human(g)
    left = Counter(one["to"] for one in texts)
    never = sum(times - min(left[one], times) for one in phones)
    figures |= {
        "sends": len(phones) * times,
        "kills": g.killed,
        "in hand": _journal(g, "uncertain"),
    }
    figures |= {
        "sent again": _journal(g, "sent_again"),
        "accepted": len(texts),
        "shown to a human": len(shown),
        "never left": never,
    }
    figures |= {"lost": max(0, never - len(shown)), "doubled": len(twice)}
    assert twice == {}
    assert never <= len(shown)
    assert len(shown) == g.count("uncertain")
    assert _journal(g, "uncertain") >= g.killed * 2 / 3, (
        "the kills caught too few texts to prove anything"
    )
    assert g.books().holds, g.books().as_json()


def _journal(g: Ground, code: str) -> int:
    """How often that happened: `uncertain`, a text was in the hand of a process that died."""
    with g.rt.store.reading() as session:
        query = select(func.count()).where(JournalEntry.code == code)
        return int(session.scalar(query) or 0)


def _shown_to_a_human(g: Ground) -> set[str]:
    """Texts of which nobody can say whether they left, and that a human was asked about."""
    with g.rt.store.reading() as session:
        query = select(Message.id).join(
            Handover, col(Handover.conversation_id) == col(Message.conversation_id)
        )
        shown = query.where(Message.state == "uncertain", Handover.kind == "send_uncertain")
        return set(session.exec(shown).all())


@pytest.mark.parametrize("who", ["clock", "worker"])
def test_stopped_for_longer_than_any_lease(ground: Make, figures: Figures, who: str) -> None:
    """With a text in hand, longer than the lease (10 s) and, at full numbers, than two look-ups
    would take (90 s): nobody touches that text, all others leave, and it leaves once."""
    g = ground()
    texts = _begin(g, who)
    in_hand = _stop_in_its_call(g, who)
    g.start(*({"clock": ("clock2", "worker"), "worker": ("clock", "worker2")}[who]))
    stop = scaled(100, 12)
    CLOCK.wait(stop)
    until(lambda: g.count("received", "queued") == 0, 120)
    untouched = in_hand in _in_hand(g, "worker") + _in_hand(g, "clock")
    os.kill(g.pid(who), signal.SIGCONT)
    until(lambda: g.count("queued", "sending") == 0, 60)
    g.settle()
    twice = doubled(g.journal)
    figures |= {"sends": texts, "stopped for s": stop, "left alone": untouched}
    figures |= {"lost": texts - len(accepted(g.journal)), "doubled": len(twice)}
    assert twice == {}
    assert untouched
    assert len(accepted(g.journal)) == texts
    assert g.books().holds, g.books().as_json()


def _in_hand(g: Ground, name: str) -> list[str]:
    """The texts that a living process has in hand: the clock that leads, or a worker. What one that
    was killed has left is not looked into at once."""
    with g.rt.store.reading() as session:
        lease = session.get(Lease, LEASE)
        rows = session.exec(select(Message).where(Message.state == "sending")).all()
    leads = lease.holder if lease is not None else None
    return [
        one.id
        for one in rows
        if (one.holder == leads) is name.startswith("clock")
        and one.holder is not None
        and alive(g.rt.store, one.holder)
    ]


def _begin(g: Ground, who: str) -> int:
    """That process has a text in hand; how many texts are to leave."""
    g.start("carrier")
    g.fault("statuses_lost")
    if who == "clock":
        phones = g.refer(scaled(100, 30))
        _slow(g, STOPPED)
        g.start("web", "clock")
        g.come_to_the_first_texts()
        before = 0
    else:
        phones = g.greeted(scaled(100, 30))
        before = len(phones)
        _slow(g, STOPPED)
        g.start("web", "worker")
        assert len(g.driver.insist_on_all([text(phone, "oui") for phone in phones])) == len(phones)
    until(lambda: len(accepted(g.journal)) > before + 3)
    return before + len(phones)


def _stop_in_its_call(g: Ground, name: str) -> str:
    """Stop that process while the carrier has its call; the text it has in hand. Never within a
    transaction: what waits then is not its text but whoever needs the lock (and on SQLite all)."""
    while True:
        posted = len(g.carrier.posts)
        until(lambda posted=posted: len(g.carrier.posts) > posted)  # type: ignore[misc]
        os.kill(g.pid(name), signal.SIGSTOP)
        in_hand = _in_hand(g, name)
        if len(in_hand) == 1 and g.can_write():
            return in_hand[0]
        os.kill(g.pid(name), signal.SIGCONT)
