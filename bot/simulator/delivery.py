"""The path of a text from SAS to a phone: refused or accepted, then its statuses, one by one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.simulator.approved import approved, created
from bot.simulator.carrier import Carrier, new_sid
from bot.simulator.faults import FAILURES, REFUSALS, Fault
from bot.simulator.schedule import Job
from bot.simulator.texts import API_VERSION, FINAL, WHATSAPP, Button, Phone, Text
from messages.content import contents
from messages.sms import measure

E164 = re.compile(r"\+[1-9]\d{6,14}")
WHATSAPP_ID = re.compile(r"[A-Z]{2}\.[A-Za-z0-9]{1,64}")
FRENCH_LANDLINE = re.compile(r"\+33[1-5]\d{8}")
WINDOW = timedelta(hours=24)
GREETING = re.compile(r"Bonjour ([^\W\d_][\w'’-]{0,29})[.,]")
SESSION_NAMES = frozenset(str(one["friendly_name"]) for one in contents())
STEPS = ("queued", "sending", "sent", "delivered")


@dataclass(frozen=True, slots=True)
class Wish:
    """A create request, read. `sender` and `to` as the API takes them."""

    to: str
    sender: str
    body: str = ""
    callback: str | None = None
    media_urls: Sequence[str] = ()
    content_sid: str | None = None
    variables: Mapping[str, str] | None = None
    service_sid: str | None = None


class Delivery:
    """What happens to a wish."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier

    def refusal(self, wish: Wish) -> int | None:
        """The code of an immediate refusal (HTTP 400), or None."""
        bare = wish.to.removeprefix(WHATSAPP)
        channel = "whatsapp" if wish.to.startswith(WHATSAPP) else "sms"
        if not wish.to:
            return 21604
        if not (E164.fullmatch(bare) or (channel == "whatsapp" and WHATSAPP_ID.fullmatch(bare))):
            return 21211
        if wish.sender != self._carrier.account.sender(channel) and not wish.service_sid:
            return (63007 if channel == "whatsapp" else 21606) if wish.sender else 21603
        if not (wish.body or wish.media_urls or wish.content_sid):
            return 21602
        if len(wish.body) > 1600:
            return 21617
        return self._number_refusal(wish, bare, channel)

    def _number_refusal(self, wish: Wish, bare: str, channel: str) -> int | None:
        phone = self._carrier.phone_of(bare)
        if channel == "sms":
            for fault, code in REFUSALS.items():
                if self._carrier.strike(phone, fault) is not None:
                    return code
            if FRENCH_LANDLINE.fullmatch(bare):
                return 21614
            if wish.sender in phone.opted_out:
                return 21610
        code_given = self._carrier.strike(phone, Fault.REFUSED_WITH)
        return int(code_given) if code_given is not None else None

    def accept(self, wish: Wish) -> Text:
        """Keep the text, on the disk first, and begin its life."""
        carrier, now = self._carrier, self._carrier.now()
        words = self._words(wish)
        phone = carrier.phone_of(wish.to)
        greeted = GREETING.match(words.body)
        if greeted and not phone.name:  # so that a new youth of the demo has a name on the page
            carrier.add_phone(phone.number, greeted[1])
        text = Text(
            sid=new_sid("MM" if wish.media_urls else "SM"),
            direction="outbound-api",
            phone=phone.key,
            sender=wish.sender or carrier.account.sender(channel_of(wish.to)),
            to=wish.to,
            body=words.body,
            status="queued",
            created=now,
            updated=now,
            shown_at=carrier.shown(),
            segments=measure(words.body).segments if channel_of(wish.to) == "sms" else 1,
            callback=wish.callback,
            buttons=words.buttons,
            menu=words.menu,
            content_sid=wish.content_sid,
            service_sid=wish.service_sid,
        )
        carrier.journal.write("accepted", **accepted_facts(text))
        with carrier.lock:
            carrier.texts[text.sid] = text
            carrier.changed()
        self.begin(text)
        return text

    def begin(self, text: Text) -> None:
        """Plan the statuses that are still to come (also after a restart)."""
        phone = self._carrier.phones[text.phone]
        steps = self._steps(text, phone)
        done = steps.index((text.status, None)) if (text.status, None) in steps else 0
        if self._carrier.strike(phone, Fault.SHUFFLED) is not None:
            self._later(text, lambda: self._shuffled(text, steps[done:]))
        else:
            self._later(text, lambda: self._walk(text, steps[done:]))

    def _words(self, wish: Wish) -> Filled:
        """What the youth sees: the content filled in when there is one."""
        content = self._content(wish.content_sid)
        if content is None:
            return Filled(wish.body or " ".join((wish.variables or {}).values()))
        return fill(content, wish.variables or {})

    def _content(self, sid: str | None) -> Mapping[str, object] | None:
        if not sid:
            return None
        return self._carrier.templates.get(sid) or approved().get(sid) or created().get(sid)

    def _steps(self, text: Text, phone: Phone) -> list[tuple[str, int | None]]:
        """(status, error code) in the order the carrier lives them."""
        failure = self._failure(text, phone)
        if failure is not None:
            status, code = failure
            before = STEPS[:1] if status == "failed" else STEPS[:3]
            return [(step, None) for step in before] + [(status, code)]
        steps: list[tuple[str, int | None]] = [(step, None) for step in STEPS]
        if text.channel == "whatsapp" and phone.reads:
            steps.append(("read", None))
        return steps

    def _failure(self, text: Text, phone: Phone) -> tuple[str, int] | None:
        strike = self._carrier.strike
        if text.channel == "whatsapp":
            if strike(phone, Fault.NO_WHATSAPP) is not None:
                return "failed", 63024
            closed = strike(phone, Fault.WINDOW_CLOSED) is not None or not self._open(phone)
            content = self._content(text.content_sid)
            if closed and (content is None or only_in_session(content)):
                return "failed", 63016
        for fault, outcome in FAILURES.items():
            if strike(phone, fault) is not None:
                return outcome
        code = strike(phone, Fault.FAILED_WITH)
        if code is not None:
            return ("failed" if int(code) >= 60000 else "undelivered"), int(code)
        return None

    def _open(self, phone: Phone) -> bool:
        last = phone.last_whatsapp_at
        return last is not None and self._carrier.now() - last < WINDOW

    def _later(self, text: Text, job: Job) -> None:
        self._carrier.schedule.after(self._carrier.account.pace, f"status {text.sid}", job)

    def _walk(self, text: Text, steps: Sequence[tuple[str, int | None]]) -> None:
        """One status now, the others later."""
        if text.sid not in self._carrier.texts:
            return
        self._settle(text, *steps[0])
        if len(steps) > 1:
            self._later(text, lambda: self._walk(text, steps[1:]))
        self._tell(text, status_fields(text, self._carrier.account.sid, *steps[0]))

    def _shuffled(self, text: Text, steps: Sequence[tuple[str, int | None]]) -> None:
        """All at once, the news in the opposite order."""
        for step in steps:
            self._settle(text, *step)
        for step in reversed(steps):
            self._tell(text, status_fields(text, self._carrier.account.sid, *step))

    def _settle(self, text: Text, status: str, code: int | None) -> None:
        carrier = self._carrier
        with carrier.lock:
            text.status, text.error_code, text.updated = status, code, carrier.now()
            if status == "sent":
                text.sent = text.updated
            carrier.changed()
        carrier.journal.write("status", durable=False, sid=text.sid, status=status, code=code)

    def _tell(self, text: Text, fields: Mapping[str, str]) -> None:
        """The status callback, as often as the switches say."""
        if not text.callback:
            return
        phone = self._carrier.phones.get(text.phone)
        if self._carrier.strike(phone, Fault.STATUSES_LOST) is not None:
            return
        times = int(self._carrier.strike(phone, Fault.DUPLICATED) or 1)
        for _ in range(times):
            self._carrier.webhooks.post(text.callback, fields)


def channel_of(address: str) -> str:
    """ "sms" or "whatsapp"."""
    return "whatsapp" if address.startswith(WHATSAPP) else "sms"


def accepted_facts(text: Text) -> dict[str, Any]:
    """What the journal keeps of an accepted text: enough to begin again from it."""
    return {
        "sid": text.sid,
        "at": text.created,
        "shown_at": text.shown_at,
        "to": text.to,
        "from": text.sender,
        "body": text.body,
        "callback": text.callback,
        "content_sid": text.content_sid,
        "segments": text.segments,
        "buttons": [[b.title, b.payload] for b in text.buttons],
        "menu": text.menu,
    }


def status_fields(text: Text, account: str, status: str, code: int | None) -> dict[str, str]:
    """The form of a status callback."""
    fields = {
        "AccountSid": account,
        "ApiVersion": API_VERSION,
        "From": text.sender,
        "MessageSid": text.sid,
        "MessageStatus": status,
        "SmsSid": text.sid,
        "SmsStatus": status,
        "To": text.to,
    }
    if code is not None:
        fields["ErrorCode"] = str(code)
    if text.channel == "whatsapp":
        fields |= {
            "ChannelInstallSid": "XE" + "0" * 32,
            "ChannelPrefix": "whatsapp",
            "ChannelToAddress": text.to,
            "StructuredMessage": "false",
        }
        if status in {"delivered", "read"}:
            fields["EventType"] = status.upper()
    elif status in FINAL or status == "delivered":
        fields["RawDlrDoneDate"] = text.updated.strftime("%y%m%d%H%M")
    return fields


@dataclass(frozen=True, slots=True)
class Filled:
    """A text as she sees it. `menu`: what opens its lines, when they are a list."""

    body: str
    buttons: tuple[Button, ...] = ()
    menu: str = ""


def only_in_session(content: Mapping[str, object]) -> bool:
    """Lists are never approved, and SAS has its buttons of an open window not submitted."""
    kinds = content.get("types")
    listed = isinstance(kinds, dict) and "twilio/list-picker" in kinds
    return listed or content.get("friendly_name") in SESSION_NAMES


def fill(template: Mapping[str, object], variables: Mapping[str, str]) -> Filled:
    """A content with its {{1}} replaced."""
    kinds = template.get("types")
    kind: dict[str, Any] = next(iter(kinds.values()), {}) if isinstance(kinds, dict) else {}
    defaults = template.get("variables")
    known = {**(defaults if isinstance(defaults, dict) else {}), **variables}

    def put(words: str) -> str:
        return re.sub(r"\{\{(\w+)\}\}", lambda m: str(known.get(m.group(1), m.group(0))), words)

    buttons = tuple(
        Button(put(title), put(str(one.get("id") or title)))
        for one in [*kind.get("actions", []), *kind.get("items", [])]
        if (title := str(one.get("title") or one.get("item") or ""))
    )
    return Filled(put(str(kind.get("body", ""))), buttons, put(str(kind.get("button", ""))))


def read_variables(raw: str | None) -> dict[str, str]:
    """ContentVariables, a JSON object. Raises ValueError."""
    found = json.loads(raw) if raw else {}
    if not isinstance(found, dict):
        raise ValueError("ContentVariables is a JSON object")
    return {str(k): str(v) for k, v in found.items()}
