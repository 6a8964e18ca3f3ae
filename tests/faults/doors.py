"""SAS behind its real doors in one process: signed webhooks in, the clock's own pass, a carrier in
memory. For the short cases that need no second process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest
from sqlmodel import col, select

from bot import clockwork
from bot.clock import FrozenClock
from bot.gateways import OutgoingText
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.models import Conversation, Message
from bot.store import Store
from tests.cast import LEA_PHONE, SMS_SENDER, WHATSAPP_SENDER
from tests.web.runtime import runtime_of, web_of
from tests.web.test_hooks import INBOUND, post

_serial = count(0x1000)  # no id that the carrier in memory gives to a text of ours


class Doors:
    """One installation. Words come in by `hears` and `whatsapp`; `tick` does what is due."""

    def __init__(self, store: Store, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.rt = runtime_of(store)
        self.app = web_of(self.rt)
        carrier, mail = self.rt.gateways.texts, self.rt.gateways.mail
        assert isinstance(carrier, MemoryGateway)
        assert isinstance(mail, MemoryMail)
        self.carrier, self.mail = carrier, mail

    def hears(self, body: str, phone: str = LEA_PHONE, **more: str) -> None:
        """She writes an SMS; everything that follows from it is done."""
        self._in(body, phone, SMS_SENDER, more)

    def whatsapp(self, body: str, who: str = LEA_PHONE, **more: str) -> None:
        """She writes on WhatsApp; `who` may be an identity without a number."""
        self._in(body, f"whatsapp:{who}", f"whatsapp:{WHATSAPP_SENDER}", more)

    def _in(self, body: str, sender: str, to: str, more: dict[str, str]) -> None:
        sid = f"SM{next(_serial):032x}"
        fields = [("MessageSid", sid), ("From", sender), ("To", to), ("Body", body)]
        answer = post(self.app, INBOUND, [*fields, *more.items()])
        assert answer.status_code == 204
        self.tick()

    def tells(self, text: OutgoingText, word: str, code: int) -> None:
        """The carrier says what became of a text of ours."""
        path = f"/webhooks/twilio/status/{text.our_id}"
        sid = f"SM{self.carrier.sent.index(text) + 1:032x}"
        fields = [("MessageSid", sid), ("MessageStatus", word), ("ErrorCode", str(code))]
        assert post(self.app, path, fields).status_code == 204
        self.tick()

    def tick(self) -> None:
        """One pass of the clock."""
        clockwork.tick(self.rt)

    def later(self, **span: float) -> None:
        """Time passes, and what is due is done."""
        self.clock.advance(timedelta(**span))
        self.tick()

    @property
    def last(self) -> OutgoingText:
        """The last text that the carrier took."""
        return self.carrier.sent[-1]

    def conversations(self) -> list[Conversation]:
        """All of them, oldest first."""
        with self.store.reading() as session:
            return list(session.exec(select(Conversation).order_by(col(Conversation.id))).all())

    def texts_in(self) -> list[Message]:
        """What came in, in order."""
        with self.store.reading() as session:
            query = select(Message).where(Message.direction == "in").order_by(col(Message.id))
            return list(session.exec(query).all())


@pytest.fixture
def doors(store: Store, clock: FrozenClock) -> Iterator[Doors]:
    """An installation with its doors open."""
    made = Doors(store, clock)
    yield made
    made.rt.close()
