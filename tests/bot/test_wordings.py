"""Never the same text twice: what one phone receives over a whole ladder, its wake-ups, and a
second and a third referral, through the real doors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot import ledger
from bot.clock import FrozenClock
from bot.models import Handover, Message, Youth
from bot.simulator import transcript
from bot.store import Store, body
from flows.effects import TaskKind
from messages.catalog import sentence
from tests.cast import Cast
from tests.scenarios.player import Player

REFERRED = """= Léa

@ 2026-03-10 10:00
Mme Roux refers Léa
@ 2026-03-10 12:20
SAS: Bonjour Léa. ...
"""
NOT_TEXTED = """= Léa

Léa is with_human
Karim has to all_said
Mme Roux reads received
Karim logs a call: voicemail
Mme Roux reads attempting
Karim hands back at resume
Léa is nudged
"""
CALLED = "= Léa\n\n+2 days\nKarim promises a call in 1 hour\nKarim has to call_back\n"
MISSED = "= Léa\n\n+1 hour\nKarim logs a call: voicemail\n"
AGAIN = "= Léa\n\nMme Roux refers Léa\n"
HALF_A_YEAR = timedelta(days=190)
LADDER = [
    "youth.hello",
    "youth.nudge_day3",
    "youth.nudge_day10",
    "youth.wake_60",
    "youth.wake_120",
]


@pytest.fixture
def player(store: Store, clock: FrozenClock, cast: Cast) -> Iterator[Player]:
    made = Player(store, clock, cast)
    yield made
    made.stage.holder.release()


def texts(player: Player) -> list[tuple[str, str]]:
    """Every step of first contact that left, and its words."""
    with player.store.reading() as session:
        query = select(Message, Youth).join(Youth, col(Youth.id) == col(Message.youth_id))
        every = session.exec(query.where(Message.state == "accepted").order_by(col(Message.id)))
        return [
            (one.key, body(player.store.vault, one, lea))
            for one, lea in every.all()
            if one.key and sentence(one.key).first_contact
        ]


def all_said(player: Player) -> list[str]:
    with player.store.reading() as session:
        query = select(Handover).where(Handover.kind == TaskKind.ALL_SAID)
        return [code for task in session.exec(query).all() for code in task.codes]


def test_what_did_not_arrive_was_not_said(player: Player) -> None:
    """Two dead numbers: the first words are still new to her."""
    player.play(transcript.parse(REFERRED))
    with player.store.transaction() as session:
        for hello in session.exec(select(Message).where(Message.key == "youth.hello")).all():
            hello.state, hello.why = "failed", "bad_number"
            session.add(hello)
    player.stage.play(player.clock.now() + HALF_A_YEAR)
    player.play(transcript.parse(AGAIN))
    player.stage.play(player.clock.now() + timedelta(days=2))
    assert texts(player)[-1][0] == "youth.hello"
    assert "Mme Roux nous a donné ton numéro" in texts(player)[-1][1]


def in_ukrainian(player: Player) -> None:
    with player.store.transaction() as session:
        for youth in session.exec(select(Youth)).all():
            youth.language = "uk"
            session.add(youth)


def language_tasks(player: Player) -> list[list[str]]:
    with player.store.reading() as session:
        query = select(Handover).where(Handover.kind == TaskKind.LANGUAGE)
        return [task.codes for task in session.exec(query).all()]


@pytest.mark.parametrize("read", [True, False])
def test_what_is_said_in_french_for_want_of_her_language_asks_for_a_human_once(
    player: Player, read: bool
) -> None:
    """In production a translation that no native speaker has read is not said."""
    player.play(transcript.parse("= Léa\n\n@ 2026-03-10 10:00\nMme Roux refers Léa\n"))
    in_ukrainian(player)
    if not read:
        player.store.settings = replace(player.store.settings, production=True)
    player.stage.play(player.clock.now() + timedelta(days=8))
    said = [words for _, words in texts(player)]
    assert len(said) == 2
    assert all(words.startswith("Вітаємо" if read else "Bonjour") for words in said)
    assert language_tasks(player) == ([] if read else [["said_in_french"]])


def test_no_two_texts_of_a_whole_life_are_the_same(player: Player) -> None:
    """Nobody answers for a year and a half: three referrals, and two wordings of each step."""
    player.play(transcript.parse(REFERRED))
    player.stage.play(player.clock.now() + HALF_A_YEAR)
    first = texts(player)
    assert [key for key, _ in first] == LADDER
    player.play(transcript.parse(AGAIN))
    player.stage.play(player.clock.now() + HALF_A_YEAR)
    twice = texts(player)
    assert [key for key, _ in twice] == LADDER * 2
    assert len({words for _, words in twice}) == len(twice)
    assert all_said(player) == []
    player.play(transcript.parse(AGAIN))
    player.stage.play(player.clock.now() + timedelta(days=5))
    assert texts(player) == twice
    assert all_said(player) == ["youth.hello"]
    player.play(transcript.parse(NOT_TEXTED))
    assert ledger.check(player.store).broken == ()


def test_calls_that_are_missed_too_often_end_with_a_person_never_with_silence(
    player: Player,
) -> None:
    """An hour announced and missed, five times: four wordings each, then Karim has the task and
    the call is still his."""
    player.play(transcript.parse(REFERRED + "Karim takes over\n"))
    for turn in range(5):
        player.play(transcript.parse(CALLED))
        assert all_said(player) == (["youth.call_announced"] if turn == 4 else [])
        player.play(transcript.parse(MISSED))
    called = [(key, words) for key, words in texts(player) if key != "youth.hello"]
    assert [key for key, _ in called] == ["youth.call_announced", "youth.call_missed"] * 4
    assert len(set(called)) == len(called)
    assert all_said(player) == ["youth.call_announced", "youth.call_missed"]
    player.play(transcript.parse("= Léa\n\nKarim has to all_said\nKarim has to call_back\n"))
    assert ledger.check(player.store).broken == ()
