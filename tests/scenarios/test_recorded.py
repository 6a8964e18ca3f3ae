"""A talk played in the terminal phone, against the simulator with SAS behind it, is a scenario: the
page it writes is played again by the player, and a changed line of it fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot import conversations, referrals, timetravel
from bot.clock import FrozenClock
from bot.crypto import Vault
from bot.demo.stage import Stage
from bot.gateways.memory import MemoryMail
from bot.holder import Holder
from bot.models import Conversation
from bot.outbox import Gateways
from bot.simulator import acts, terminal, transcript
from bot.store import Store
from bot.web import create_app
from tests.carrier import Behind, Carried
from tests.cast import MORNING, Cast, settings_for
from tests.databases import Engines, SqliteFiles
from tests.ports import HOST, free_port
from tests.scenarios.player import Player
from tests.web.runtime import runtime_of

NOUR = "+33639980777"
Act = Callable[[], None]


class World:
    """SAS behind the simulator, in a time that stands still between two lines."""

    def __init__(self, store: Store, clock: FrozenClock, folder: Path) -> None:
        self.store, self.clock, self.cast = store, clock, Cast(store)
        self.cast.karim()
        self.cast.mme_roux()
        port = free_port()
        store.settings = replace(store.settings, public_url=f"http://{HOST}:{port}")
        behind = Behind(create_app(runtime_of(store)), port, clock, self.moved)
        self.carried = Carried(folder, sas=behind)
        gateways = Gateways(self.carried.gateway, MemoryMail())
        self.stage = Stage(store, clock, gateways, Holder(store), lambda: None)

    def moved(self, by: str) -> None:
        """/plus, as the demo does it."""
        if by == "next":
            with self.store.reading() as session:
                due = timetravel.next_due(session, self.clock.now())
            assert due is not None
            self.stage.play(due + timedelta(seconds=1))
        else:
            self.stage.play(self.clock.now() + timetravel.span_of(by))

    def refers(self) -> None:
        """By the form."""
        asked = {"first_name": "Nour", "phone": NOUR, "informed": True, "birth_year": 2006}
        asked["say_from"] = "Mme Roux"
        given = referrals.read_referral(asked, year=2026, production=False)
        referrals.refer(self.store, self.cast.mme_roux(), given)

    def takes(self) -> None:
        """In the inbox."""
        with self.store.reading() as session:
            conversation_id = session.exec(select(Conversation.id)).one()
        conversations.take_over(self.store, conversation_id, self.cast.karim().id)
        conversations.reply(
            self.store, conversation_id, self.cast.karim().id, "Bonjour Nour !", confirm=True
        )

    def typed(self, *lines: str | Act) -> Iterator[str]:
        """What is typed, one line after the other, each once the carrier has nothing to do."""
        for line in lines:
            if isinstance(line, str):
                yield line + "\n"
            else:
                line()
            for _ in range(2):
                self.carried.settled()
                self.stage.play(self.clock.now())
            self.carried.settled()


@pytest.fixture
def store_of(
    sqlite_files: SqliteFiles, engines: Engines, tmp_path: Path
) -> Iterator[Callable[[], Store]]:
    """A new world each time; one database is enough: the pages are played on both elsewhere."""

    def made() -> Store:
        engines.rest()
        url = sqlite_files.again()
        settings = settings_for(url, tmp_path)
        vault = Vault(settings.data_keys, settings.index_key)
        return Store(engines.of(url), FrozenClock(MORNING), vault, settings)

    yield made
    engines.rest()


def record(store: Store, folder: Path) -> str:
    """Nour says yes, answers on WhatsApp, sends a photo; Karim takes over."""
    clock = store.clock
    assert isinstance(clock, FrozenClock)
    world, page = World(store, clock, folder), folder / "nour.txt"
    with world.carried as carried:
        keyboard = world.typed(
            f"/ajouter {NOUR} Nour",
            f"/record {page} Mme Roux 2006",
            world.refers,
            "/plus next",
            "/whatsapp",
            "oui",
            "demain matin",
            "/photo",
            "/note Karim takes over",
            "/note Karim to Nour: Bonjour Nour !",
            world.takes,
            "/plus 1d",
            "/sms",
            "oui merci",
            "/note Karim has to answer",
            "/fin",
            "/quitter",
        )
        assert terminal.main(["--url", carried.url], keyboard) == 0
    world.stage.holder.release()
    return page.read_text()


def replay(page: str, store: Store) -> Player:
    """Play it; AssertionError names what does not hold."""
    assert isinstance(store.clock, FrozenClock)
    player = Player(store, store.clock, Cast(store))
    try:
        player.play(transcript.parse(page))
    finally:
        player.stage.holder.release()
    return player


def test_a_talk_of_the_terminal_is_played_again(
    store_of: Callable[[], Store], tmp_path: Path
) -> None:
    page = record(store_of(), tmp_path)
    player = replay(page, store_of())
    assert len(player.sent("Nour")) == len(re.findall(r"^SAS(?: \(WhatsApp\))?:", page, re.M)) == 6
    assert set(player.plays()) == set(acts.FORMS), "the player knows every line of the manual"
    with pytest.raises(AssertionError, match="SAS says"):
        replay(page.replace("Merci Nour", "Bravo Nour"), store_of())
