"""The outbox at work in a test: carriers in memory, a sign of life, and what was told to flows."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot import outbox
from bot.clock import FrozenClock
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.holder import Holder
from bot.models import Message
from bot.outbox import Gateways
from bot.store import Store
from flows.events import Event


class Desk:
    """One process that sends. `events` is what the flows were told, in order."""

    def __init__(self, store: Store, clock: FrozenClock) -> None:
        self.store = store
        self.clock = clock
        self.carrier = MemoryGateway(clock.real)
        self.mail = MemoryMail()
        self.gateways = Gateways(self.carrier, self.mail)
        self.holder = Holder(store)
        self.events: list[Event] = []

    def report(self, session: Session, message: Message, event: Event) -> None:
        """What bot.conversations.report does in SAS."""
        self.events.append(event)

    def deliver(self, message: Message) -> str:
        """Try to send it now."""
        return outbox.deliver(self.store, self.gateways, message.id, self.holder, self.report)

    def sweep(self) -> int:
        """One pass of the clock's part."""
        return outbox.sweep(self.store, self.gateways, self.holder, self.report)

    def settle(
        self, message: Message, status: str, code: int | None = None, sid: str | None = None
    ) -> None:
        """A status callback."""
        outbox.settle(self.store, message.id, status, code, self.report, provider_id=sid)

    def real_time(self, **span: float) -> None:
        """Real time passes; SAS time stands."""
        self.clock.real_at += timedelta(**span)

    def bodies(self) -> list[str]:
        """What the carrier holds."""
        return [text.body for text in self.carrier.sent]

    def dies(self) -> None:
        """The process ends where it is: only the system's sign goes."""
        self.holder.release()
