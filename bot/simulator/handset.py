"""What a youth does with her phone: write, tap a button, send a photo, ring and hang up.

Each becomes a signed webhook to SAS with every field the provider sends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from bot.simulator.carrier import Carrier, new_sid
from bot.simulator.faults import Fault
from bot.simulator.texts import API_VERSION, Button, Call, Media, Phone, Text
from bot.simulator.webhooks import Answer
from messages.sms import measure

OVERTAKEN = 1.5
INBOUND_PATH = "/webhooks/twilio/inbound"
VOICE_PATH = "/webhooks/twilio/voice"
# The provider's own block list: English, one word alone (why SAS has its own).
STOP_WORDS = frozenset(
    {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"}
)
START_WORDS = frozenset({"START", "YES", "UNSTOP"})
PLACES = tuple(f"{who}{what}" for who in ("From", "To") for what in ("City", "State", "Zip"))


class Handset:
    """The youths' side of the carrier."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier

    def write(
        self,
        phone: Phone,
        channel: str,
        body: str,
        *,
        media: tuple[Media, ...] = (),
        button: Button | None = None,
        reply_to: str | None = None,
    ) -> Text:
        """One text to our sender of this channel; the webhook leaves at once."""
        carrier, now = self._carrier, self._carrier.now()
        text = Text(
            sid=new_sid("MM" if media else "SM"),
            direction="inbound",
            phone=phone.key,
            sender=phone.address(channel),
            to=carrier.account.sender(channel),
            body=button.title if button else body,
            status="received",
            created=now,
            updated=now,
            sent=now,
            shown_at=carrier.shown(),
            segments=measure(body).segments if channel == "sms" else 1,
            media=media,
            replied_to=reply_to,
            button_payload=button.payload if button else None,
            webhook="waiting",
        )
        carrier.journal.write("inbound", **inbound_facts(text))
        with carrier.lock:
            carrier.texts[text.sid] = text
            if channel == "whatsapp":
                phone.last_whatsapp_at = now
            self._block(phone, text)
            carrier.changed()
        self.begin(text)
        return text

    def begin(self, text: Text) -> None:
        """Send the webhook (also after a restart)."""
        phone = self._carrier.phones[text.phone]
        delay = 0.0
        if self._carrier.strike(phone, Fault.SHUFFLED) is not None:
            phone.held = not phone.held  # the first of two waits, so that the second overtakes it
            delay = OVERTAKEN if phone.held else 0.0
        self._carrier.schedule.after(delay, f"inbound {text.phone}", lambda: self._bring(text))

    def _block(self, phone: Phone, text: Text) -> None:
        """The provider's own STOP, when it is switched on."""
        word = text.body.strip().upper()
        if self._carrier.blocks_after_stop and text.channel == "sms":
            if word in STOP_WORDS:
                phone.opted_out.add(text.to)
            elif word in START_WORDS:
                phone.opted_out.discard(text.to)

    def _bring(self, text: Text) -> None:
        carrier = self._carrier
        phone = carrier.phones.get(text.phone)
        if phone is None:
            return
        if carrier.strike(phone, Fault.INBOUND_LOST) is not None:
            self._mark(text, "lost")
            return
        fields = self.inbound_fields(phone, text)
        times = int(carrier.strike(phone, Fault.DUPLICATED) or 1)
        answers = [self._post(INBOUND_PATH, fields) for _ in range(times)]
        taken = any(answer.taken for answer in answers)
        self._mark(text, "taken" if taken else f"refused {answers[0].status}")

    def _post(self, path: str, fields: Mapping[str, str]) -> Answer:
        return self._carrier.webhooks.post(self._carrier.account.web_url + path, fields)

    def _mark(self, text: Text, webhook: str) -> None:
        with self._carrier.lock:
            text.webhook = webhook
            self._carrier.changed()
        self._carrier.journal.write("webhook", durable=False, sid=text.sid, answer=webhook)

    def inbound_fields(self, phone: Phone, text: Text) -> dict[str, str]:
        """The form of an inbound webhook, empty fields included, as the provider fills it."""
        account = self._carrier.account
        fields = {
            "AccountSid": account.sid,
            "ApiVersion": API_VERSION,
            "Body": text.body,
            "From": text.sender,
            "MessageSid": text.sid,
            "NumMedia": str(len(text.media)),
            "NumSegments": str(text.segments),
            "SmsMessageSid": text.sid,
            "SmsSid": text.sid,
            "SmsStatus": "received",
            "To": text.to,
        }
        for index, media in enumerate(text.media):
            fields[f"MediaContentType{index}"] = media.content_type
            fields[f"MediaUrl{index}"] = (
                f"{account.own_url}/{API_VERSION}/Accounts/{account.sid}"
                f"/Messages/{text.sid}/Media/{media.sid}"
            )
        if text.channel == "whatsapp":
            return fields | self._whatsapp_fields(phone, text)
        if text.body.strip().upper() in STOP_WORDS and self._carrier.blocks_after_stop:
            fields["OptOutType"] = "STOP"
        return fields | dict.fromkeys(PLACES, "") | {"FromCountry": "FR", "ToCountry": "FR"}

    def _whatsapp_fields(self, phone: Phone, text: Text) -> dict[str, str]:
        kind = text.media[0].content_type.split("/")[0] if text.media else "text"
        context = {"type": "whatsapp", "data": {"context": {"ProfileName": phone.name}}}
        fields = {
            "ChannelMetadata": json.dumps(context),
            "MessageType": kind,
            "ProfileName": phone.name,
            "ReferralNumMedia": "0",
            "WaId": "" if phone.hidden_id else phone.number.lstrip("+"),
        }
        if phone.hidden_id:
            fields["ExternalUserId"] = phone.hidden_id
        fields |= self._tapped(text)
        if text.replied_to:
            fields["OriginalRepliedMessageSid"] = text.replied_to
            fields["OriginalRepliedMessageSender"] = text.to
        return fields

    def _tapped(self, text: Text) -> dict[str, str]:
        """What a tap adds: a button's, or a list's line."""
        if not text.button_payload:
            return {}
        under = self._carrier.texts.get(text.replied_to or "")
        if under is not None and under.menu:
            listed = {"ListId": text.button_payload, "ListTitle": text.body}
            return {"MessageType": "interactive", **listed}
        return {
            "MessageType": "button",
            "ButtonPayload": text.button_payload,
            "ButtonText": text.body,
        }

    def ring(self, phone: Phone) -> Call:
        """She rings our number and hangs up: a missed call."""
        carrier, now = self._carrier, self._carrier.now()
        call = Call(
            sid=new_sid("CA"),
            direction="inbound",
            phone=phone.key,
            sender=phone.number,
            to=carrier.account.sms_sender,
            status="ringing",
            created=now,
            updated=now,
            shown_at=carrier.shown(),
        )
        carrier.journal.write("call", **call_facts(call))
        with carrier.lock:
            carrier.calls[call.sid] = call
            carrier.changed()
        carrier.schedule.after(0, f"inbound {phone.key}", lambda: self._bring_call(call))
        return call

    def _bring_call(self, call: Call) -> None:
        answer = self._post(VOICE_PATH, call_fields(call, self._carrier.account.sid))
        carrier = self._carrier
        with carrier.lock:
            call.said = said(answer.body)
            call.status = "completed" if answer.taken else "failed"
            call.updated = call.ended = carrier.now()
            call.seconds = 0
            carrier.changed()


def call_fields(call: Call, account: str) -> dict[str, str]:
    """The form of a voice webhook."""
    return {
        "AccountSid": account,
        "ApiVersion": API_VERSION,
        "CallSid": call.sid,
        "CallStatus": call.status,
        "Called": call.to,
        "Caller": call.sender,
        "Direction": call.direction,
        "From": call.sender,
        "To": call.to,
        **dict.fromkeys(PLACES, ""),
        "FromCountry": "FR",
        "ToCountry": "FR",
    }


def said(twiml: str) -> str:
    """What the answer would say aloud; nothing when it is no TwiML."""
    if "<!" in twiml:  # no document type, no entity
        return ""
    try:
        root = ElementTree.fromstring(twiml)
    except ElementTree.ParseError:
        return ""
    return " ".join(re.sub(r"\s+", " ", "".join(e.itertext())).strip() for e in root.iter("Say"))


def inbound_facts(text: Text) -> dict[str, Any]:
    """What the journal keeps of a text received."""
    return {
        "sid": text.sid,
        "at": text.created,
        "shown_at": text.shown_at,
        "from": text.sender,
        "to": text.to,
        "body": text.body,
        "replied_to": text.replied_to,
        "payload": text.button_payload,
        "media": [[m.sid, m.content_type, m.data.hex()] for m in text.media],
    }


def call_facts(call: Call) -> dict[str, Any]:
    """What the journal keeps of a call."""
    return {
        "sid": call.sid,
        "at": call.created,
        "shown_at": call.shown_at,
        "from": call.sender,
        "to": call.to,
        "direction": call.direction,
    }
