"""The demo's stage: a store of its own time, a carrier in memory, and one way to let time pass.

What happens goes through the very doors that production uses: refer, receive, take_turn,
fire_timers, the outbox with its last gate, the acts of aiguilleurs. Only time is played fast.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlmodel import func, select

from bot import conversations, outbox
from bot.clock import FrozenClock
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.holder import Holder
from bot.models import Message, Timer
from bot.outbox import Gateways
from bot.store import Store

Act = Callable[[], None]
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
MOST_ROUNDS = 40  # rounds of one instant; more would be a loop


@dataclass(slots=True)
class Stage:
    """Played time: acts wait for their hour, and between them whatever is due is done."""

    store: Store
    clock: FrozenClock
    gateways: Gateways
    holder: Holder
    watch: Callable[[], None]
    _acts: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _order: count[int] = field(default_factory=count)

    def at(self, when: datetime, act: Act) -> None:
        """Do `act` at that SAS time (at once when it has passed)."""
        heapq.heappush(self._acts, (max(when, self.clock.now()), next(self._order), act))

    def after(self, hours: float, act: Act) -> None:
        """Do `act` that many hours from now."""
        self.at(self.clock.now() + timedelta(hours=hours), act)

    def play(self, until: datetime) -> None:
        """Let time pass up to `until`."""
        while (moment := self._next(until)) is not None:
            self._move(moment)
            while self._acts and self._acts[0][0] <= moment:
                heapq.heappop(self._acts)[2]()
                self.watch()
                self._settle()
            self._settle()
        self._move(until)
        self._settle()

    def _move(self, to: datetime) -> None:
        if to > self.clock.now():
            self.clock.advance(to - self.clock.now())

    def _next(self, until: datetime) -> datetime | None:
        """The next instant at which anything happens, None when there is none before `until`."""
        timer, text, _ = self._first()
        due = [timer, text, *(at for at, _, _ in self._acts[:1])]
        due = [max(at, self.clock.now()) for at in due]
        return min((at for at in due if at < until), default=None)

    def _settle(self) -> None:
        """Everything that is due at this instant, until nothing moves any more. Texts first: what a
        reflex queued meets the last gate before the turn, as it does while she may still type."""
        for _ in range(MOST_ROUNDS):
            timers, texts, turns = self._due()
            if texts:
                report = conversations.Report(self.store)
                outbox.send_due(self.store, self.gateways, self.holder, report, limit=200)
            if timers:
                conversations.fire_timers(self.store)
            for conversation_id in turns:
                conversations.take_turn(self.store, conversation_id)
            if not (timers or texts or turns):
                break
            self.watch()

    def _due(self) -> tuple[bool, bool, list[str]]:
        """Is a timer due? A text? And which conversations have a turn to take?"""
        now = self.clock.now()
        timer, text, turns = self._first()
        if not turns:
            return timer <= now, text <= now, []
        with self.store.reading() as session:
            query = select(Message.conversation_id).where(
                Message.state == "received", Message.direction == "in"
            )
            waiting = {one for one in session.exec(query).all() if one is not None}
        return timer <= now, text <= now, sorted(waiting)

    def _first(self) -> tuple[datetime, datetime, bool]:
        """When the first timer and the first text are due (NEVER when there is none), and
        whether a turn waits: one look at the database."""
        timer = select(func.min(Timer.due)).where(Timer.state == "set").scalar_subquery()
        text = select(func.min(Message.not_before)).where(Message.state == "queued")
        turn = select(Message.id).where(Message.state == "received").limit(1).scalar_subquery()
        with self.store.reading() as session:
            found = session.exec(select(timer, text.scalar_subquery(), turn)).one()
        return found[0] or NEVER, found[1] or NEVER, found[2] is not None


def memory_gateways(clock: FrozenClock) -> Gateways:
    """A carrier and a mailbox that keep everything in memory."""
    return Gateways(texts=MemoryGateway(clock.real), mail=MemoryMail())
