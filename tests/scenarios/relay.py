"""The relay of a scenario: the last one proposed, and what is done to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot import relays
from bot.clock import FrozenClock
from bot.models import Relay
from bot.store import Store
from flows.events import StructureSays
from tests.cast import Cast


@dataclass(slots=True)
class LastRelay:
    """`by` is the id of an aiguilleur."""

    store: Store
    clock: FrozenClock
    cast: Cast
    id: str = ""

    def proposes(self, conversation_id: str, by: str, name: str) -> None:
        """To the service of the cast."""
        service = self.cast.service()
        assert service.name == name, service.name
        fields = ["first_name", "phone"]
        self.id = relays.propose(self.store, conversation_id, by, service.id, fields)

    def authority(self, by: str) -> None:
        """Who holds parental authority was told."""
        relays.record_authority(self.store, self.id, by, next(iter(relays.AUTHORITY)))

    def notes(self, by: str, answer: str) -> None:
        """Her yes or no, said aloud."""
        relays.consent(self.store, self.id, by, answer == "yes", answer)

    def withdraws(self, by: str) -> None:
        """She takes her yes back."""
        relays.withdraw(self.store, self.id, by)

    def answers(self, says: str) -> None:
        """By the link of the e-mail; a no has a reason, an appointment a day."""
        with self.store.reading() as session:
            sealed = session.get_one(Relay, self.id).token_sealed
        assert sealed is not None
        secret = self.store.vault.common.open(sealed, f"{self.id}.token")
        what = StructureSays(says)
        reason = next(iter(relays.REFUSALS)) if what is StructureSays.NOT_FOR_US else None
        at = self.clock.now() + timedelta(days=2) if what is StructureSays.EXPECTED else None
        relays.answer_by_link(self.store, secret, what, reason=reason, appointment=at)
