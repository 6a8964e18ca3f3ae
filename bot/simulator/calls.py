"""A call from SAS to a youth: it rings on her phone, she answers or does not."""

from __future__ import annotations

from bot.simulator.carrier import Carrier, new_sid
from bot.simulator.handset import call_facts, call_fields
from bot.simulator.texts import Call

RINGING = 4.0


class Calls:
    """Outgoing calls."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier

    def place(self, to: str, sender: str, callback: str | None) -> Call:
        """Ring this number; the outcome follows the phone's own switch."""
        carrier, now = self._carrier, self._carrier.now()
        phone = carrier.phone_of(to)
        call = Call(
            sid=new_sid("CA"),
            direction="outbound-api",
            phone=phone.key,
            sender=sender,
            to=to,
            status="queued",
            created=now,
            updated=now,
            callback=callback,
            shown_at=carrier.shown(),
        )
        carrier.journal.write("call", **call_facts(call))
        with carrier.lock:
            carrier.calls[call.sid] = call
            carrier.changed()
        pace, lane = carrier.account.pace, f"call {call.sid}"
        carrier.schedule.after(pace, lane, lambda: self._move(call, "ringing"))
        carrier.schedule.after(pace * RINGING, lane, lambda: self._answered(call))
        return call

    def _answered(self, call: Call) -> None:
        if call.status == "ringing":
            self.end(call, "completed" if self._picks_up(call) else "no-answer")

    def _picks_up(self, call: Call) -> bool:
        return self._carrier.phones[call.phone].answers_calls

    def end(self, call: Call, status: str) -> None:
        """The call is over."""
        now = self._carrier.now()
        with self._carrier.lock:
            call.ended = now
            call.started = call.started or (now if status == "completed" else None)
            call.seconds = 60 if status == "completed" else 0
        self._move(call, status)

    def _move(self, call: Call, status: str) -> None:
        with self._carrier.lock:
            call.status, call.updated = status, self._carrier.now()
            self._carrier.changed()
        if call.callback:
            fields = call_fields(call, self._carrier.account.sid)
            self._carrier.webhooks.post(call.callback, fields)
