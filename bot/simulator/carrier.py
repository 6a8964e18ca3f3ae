"""The state of the simulated carrier: phones, texts, calls, switches, under one lock.

delivery.py moves what SAS sends, handset.py what the youths do; both write here.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.ids import new_id
from bot.simulator.faults import Fault, Switches
from bot.simulator.journal import Journal
from bot.simulator.schedule import Schedule
from bot.simulator.texts import WHATSAPP, Call, Phone, Text
from bot.simulator.webhooks import Webhooks

FICTION = re.compile(r"\+3363998\d{4}")


@dataclass(frozen=True, slots=True)
class Account:
    """Whose carrier this is. `web_url` is the address SAS signs with (its public URL);
    `pace` the seconds between two statuses; `own_url` where media can be fetched.
    """

    sid: str
    token: str
    web_url: str
    own_url: str
    sms_sender: str
    whatsapp_sender: str
    pace: float = 0.5

    def sender(self, channel: str) -> str:
        """Our sender on a channel, as the carrier writes it."""
        return WHATSAPP + self.whatsapp_sender if channel == "whatsapp" else self.sms_sender


class Carrier:
    """Everything the carrier knows. Hold `lock` to read several things or to change one,
    and call `changed` afterwards so that the page asks again. `now`: real time, aware;
    `shown`: SAS time, which the phones show.
    """

    def __init__(
        self,
        account: Account,
        *,
        now: Callable[[], datetime],
        shown: Callable[[], datetime] | None = None,
        journal: Journal,
        schedule: Schedule,
        webhooks: Webhooks,
    ) -> None:
        self.account = account
        self.now = now
        self.shown = shown or now
        self.journal = journal
        self.schedule = schedule
        self.webhooks = webhooks
        self.lock = threading.RLock()
        self.stopping = threading.Event()
        self.version = 1
        self.faults = Switches()
        self.blocks_after_stop = False
        self.phones: dict[str, Phone] = {}
        self.texts: dict[str, Text] = {}
        self.calls: dict[str, Call] = {}
        self.templates: dict[str, dict[str, object]] = {}
        self._by_address: dict[str, Phone] = {}

    def listening_on(self, own_url: str) -> None:
        """Where media can be fetched, known once the port is."""
        self.account = replace(self.account, own_url=own_url)

    def changed(self) -> None:
        """Something a page shows is different."""
        with self.lock:
            self.version += 1

    def phone_of(self, address: str) -> Phone:
        """The phone behind a number or a WhatsApp id; a new number gets a new phone."""
        with self.lock:
            known = self._by_address.get(address.removeprefix(WHATSAPP))
            return known or self.add_phone(address.removeprefix(WHATSAPP))

    def add_phone(self, number: str, name: str = "", *, hidden_id: str | None = None) -> Phone:
        """A phone; an existing one only gets what is new about it."""
        phone = self.know(number, name, hidden_id=hidden_id)
        self.journal.write(
            "phone", durable=False, number=number, name=phone.name, hidden_id=phone.hidden_id
        )
        return phone

    def know(self, address: str, name: str = "", *, hidden_id: str | None = None) -> Phone:
        """As add_phone, without a line in the journal (whose reader uses this)."""
        number = address.removeprefix(WHATSAPP)
        with self.lock:
            phone = self._by_address.get(number)
            if phone is None:
                phone = Phone(f"j{len(self.phones) + 1}", number, name, hidden_id)
                self.phones[phone.key] = phone
            phone.name = name or phone.name
            phone.hidden_id = hidden_id or phone.hidden_id
            self._by_address[number] = phone
            if phone.hidden_id:
                self._by_address[phone.hidden_id] = phone
            self.changed()
            return phone

    def strike(self, phone: Phone | None, fault: Fault) -> float | None:
        """The fault's value when it is on for this youth or for everybody, else None."""
        with self.lock:
            value = phone.faults.strike(fault) if phone is not None else None
            return self.faults.strike(fault) if value is None else value

    def texts_of(self, phone: Phone) -> list[Text]:
        """Oldest first."""
        with self.lock:
            return [text for text in self.texts.values() if text.phone == phone.key]

    def calls_of(self, phone: Phone) -> list[Call]:
        """Oldest first."""
        with self.lock:
            return [call for call in self.calls.values() if call.phone == phone.key]

    def forget(self) -> None:
        """Everything is gone but the journal, which is append-only and says so."""
        self.journal.write("forgotten")
        self.clear()

    def clear(self) -> None:
        """Empty the memory."""
        with self.lock:
            for known in (self.phones, self.texts, self.calls, self.templates, self._by_address):
                known.clear()
            self.faults.clear()
            self.changed()


def new_sid(prefix: str) -> str:
    """A provider-style id: two letters and 32 hexadecimal digits."""
    return prefix + new_id().replace("-", "")
