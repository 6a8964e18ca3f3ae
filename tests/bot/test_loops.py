"""An answering machine answers each of our texts, through the real doors: it stops by itself, well
under the gate's limit, and one human task says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle

import pytest
from sqlmodel import select

from bot import conversations, ledger
from bot.clock import FrozenClock
from bot.conversations import Inbound
from bot.models import Handover, JournalEntry
from bot.outbox import gate
from bot.simulator import transcript
from bot.store import Store
from flows.effects import TaskKind
from tests.cast import LEA_PHONE, SMS_SENDER, Cast
from tests.scenarios.player import Player

REFERRED = """= Léa

@ 2026-03-10 10:00
Mme Roux refers Léa
@ 2026-03-10 12:20
SAS: Bonjour Léa. ...
"""
SOON = timedelta(seconds=20)


@pytest.fixture
def player(store: Store, clock: FrozenClock, cast: Cast) -> Iterator[Player]:
    made = Player(store, clock, cast)
    made.play(transcript.parse(REFERRED))
    yield made
    made.stage.holder.release()


def hears(player: Player, text: str, number: int) -> int:
    """A text from her phone; how many of ours have left since the beginning."""
    conversations.receive(
        player.store, Inbound(f"SMr{number:029d}", SMS_SENDER, "sms", LEA_PHONE, text)
    )
    player.stage.play(player.clock.now() + SOON)
    return len(player.sent("Léa"))


def duel(player: Player, *words: str) -> int:
    """The machine answers each of our texts, in turn with these words, while we answer it."""
    said = 1
    for number, text in enumerate(cycle(words)):
        now = hears(player, text, number)
        if now == said:
            return said
        said = now
        assert number < 30, "it never stops"
    raise AssertionError


def open_tasks(player: Player) -> list[str]:
    with player.store.reading() as session:
        query = select(Handover.kind).where(Handover.closed_at.is_(None))  # type: ignore[union-attr]
        return sorted(session.exec(query).all())


ROBOTS = [
    ("c'est qui ?",),
    ("oui",),
    ("lundi",),
    ("2",),
    ("merci", "c'est qui ?"),
    ("plus tard", "qui es tu"),
    ("ok", "non", "c'est qui", "peut-être"),
]


@pytest.mark.parametrize("words", ROBOTS, ids=lambda words: " / ".join(words))
def test_two_machines_stop_by_themselves_and_one_task_says_so(
    player: Player, words: tuple[str, ...]
) -> None:
    said = duel(player, *words)
    assert said - 1 < gate.MOST_IN_10_MINUTES, "well under the limit of the last gate"
    assert open_tasks(player) == [TaskKind.LOOP]
    player.play(transcript.parse("= x\n\nLéa is with_human\n"))
    for number in range(100, 106):
        hears(player, words[-1], number)  # it goes on alone
    assert len(player.sent("Léa")) == said, "we are silent"
    with player.store.reading() as session:
        tasks = session.exec(select(Handover).where(Handover.kind == TaskKind.LOOP.value)).all()
        codes = session.exec(select(JournalEntry.code)).all()
    assert len(tasks) == 1 and "LoopSuspected" in codes
    assert ledger.check(player.store).broken == ()


def test_danger_is_heard_from_a_machine_too(player: Player) -> None:
    duel(player, "c'est qui ?")
    hears(player, "je veux mourir", 200)
    assert TaskKind.DANGER in open_tasks(player)


@pytest.mark.parametrize("pause", [timedelta(minutes=11), timedelta(hours=2)])
def test_a_person_who_repeats_herself_slowly_is_no_machine(
    player: Player, pause: timedelta
) -> None:
    for number in range(3):
        hears(player, "oui", number)
        player.stage.play(player.clock.now() + pause)
    assert TaskKind.LOOP not in open_tasks(player)


def test_who_writes_to_a_closed_file_is_never_taken_for_a_loop(player: Player) -> None:
    duel(player, "c'est qui ?")
    player.play(transcript.parse("= x\n\nKarim closes: other\n"))
    hears(player, "c'est qui ?", 300)
    assert TaskKind.WROTE_AFTER_CLOSE in open_tasks(player)


def test_a_burst_that_nobody_answered_is_no_loop(player: Player) -> None:
    """She sends the same word five times while we have said nothing in between."""
    for number in range(5):
        inbound = Inbound(f"SMb{number:029d}", SMS_SENDER, "sms", LEA_PHONE, "oui")
        conversations.receive(player.store, inbound)
    player.stage.play(player.clock.now() + SOON)
    assert TaskKind.LOOP not in open_tasks(player)
