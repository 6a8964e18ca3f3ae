"""The carrier of a scenario, in memory: what it does with a text to a phone, with the faults
that are on, and what it tells of it afterwards. The codes are those of the simulator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from bot.gateways import ErrorKind, OutgoingText, SendError, Sent
from bot.gateways.codes import error_for
from bot.gateways.memory import MemoryGateway
from bot.simulator.faults import FAILURES, REFUSALS, Fault, Switches

ALL = "all"
News = tuple[str, str, int | None, str]
"""Our id, a status, its code, the carrier's id."""


class Line(MemoryGateway):
    """`faults` by number, or of `ALL`; `reads` by number: does she read what she receives; a number
    that is not there says nothing of what arrives."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.faults: dict[str, Switches] = defaultdict(Switches)
        self.reads: dict[str, bool] = {}
        self.troubled = False
        self._news: list[News] = []

    def switch(self, number: str, fault: Fault, value: float | None) -> None:
        """A fault is on from now."""
        self.faults[number].set(fault, value=value)
        self.troubled = True

    def strikes(self, number: str, fault: Fault) -> float | None:
        """Its value when it is on for this number, or for all."""
        mine = self.faults[number].strike(fault)
        return self.faults[ALL].strike(fault) if mine is None else mine

    def told(self) -> list[News]:
        """What the carrier has to tell, once."""
        told, self._news = self._news, []
        return told

    def to(self, number: str) -> list[OutgoingText]:
        """Every text that left for this number, in order."""
        return [text for text in self.sent if text.to == number]

    def send(self, text: OutgoingText) -> Sent:
        """See Gateway.send."""
        if (refusal := self._refusal(text)) is not None:
            raise refusal
        sent = super().send(text)
        self._tell(text, sent)
        if any(self._on(text, fault) for fault in (Fault.CUT_AFTER, Fault.HANG_AFTER)):
            raise SendError(ErrorKind.UNCERTAIN, uncertain=True)
        return sent

    def _on(self, text: OutgoingText, fault: Fault) -> bool:
        return self.strikes(text.to, fault) is not None

    def _refusal(self, text: OutgoingText) -> SendError | None:
        wait = self.strikes(text.to, Fault.RATE_LIMITED)
        if wait is not None:
            return error_for(20429, status=429, retry_after=wait)
        if self._on(text, Fault.SERVER_ERROR):
            return SendError(ErrorKind.OUTAGE, code=20500, status=500)
        if self._on(text, Fault.BAD_GATEWAY) or self._on(text, Fault.CUT_BEFORE):
            return SendError(ErrorKind.UNCERTAIN, uncertain=True)
        code: float | None = self.strikes(text.to, Fault.REFUSED_WITH)
        if text.channel == "sms":
            code = next((no for fault, no in REFUSALS.items() if self._on(text, fault)), code)
        return error_for(int(code), status=400) if code is not None else None

    def _tell(self, text: OutgoingText, sent: Sent) -> None:
        steps = self._fate(text)
        if self._on(text, Fault.STATUSES_LOST):
            return
        if self._on(text, Fault.SHUFFLED):
            steps = steps[::-1]
        times = int(self.strikes(text.to, Fault.DUPLICATED) or 1)
        for status, code in steps:
            self._news += [(text.our_id, status, code, sent.provider_id)] * times

    def _fate(self, text: OutgoingText) -> list[tuple[str, int | None]]:
        if text.channel == "whatsapp":
            if self._on(text, Fault.NO_WHATSAPP):
                return [("failed", 63024)]
            if text.content_sid is None and self._on(text, Fault.WINDOW_CLOSED):
                return [("failed", 63016)]
        for fault, (status, code) in FAILURES.items():
            if self._on(text, fault):
                return [(status, code)]
        given = self.strikes(text.to, Fault.FAILED_WITH)
        if given is not None:
            return [("failed" if given >= 60000 else "undelivered", int(given))]
        if text.to not in self.reads:
            return []
        read = self.reads[text.to] and text.channel == "whatsapp"
        return [("delivered", None)] + ([("read", None)] if read else [])
