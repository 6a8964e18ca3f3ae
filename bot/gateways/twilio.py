"""The carrier's real door: the official client, with a time-out, another host, typed errors.

Every refusal becomes a SendError in one place, TimedHttpClient.request, so that nothing
above this module knows the library's exceptions.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from bot.gateways import (
    CarriedText,
    Channel,
    ErrorKind,
    InboundMedia,
    InboundText,
    OutgoingText,
    SendError,
    Sent,
    same_words,
)
from bot.gateways.codes import error_for

log = logging.getLogger(__name__)

WHATSAPP = "whatsapp:"
OFFICIAL = "https://api.twilio.com"
SECOND = timedelta(seconds=1)


class TimedHttpClient(TwilioHttpClient):  # type: ignore[misc]
    """The library's HTTP client with what it lacks: a time-out, a host, no log of numbers."""

    def __init__(self, *, timeout: tuple[float, float], base_url: str | None) -> None:
        super().__init__()
        self.timeout = timeout
        self._base = urlsplit(base_url) if base_url else None
        if self._base is not None:
            self.session.trust_env = False  # a proxy of the environment must not see the demo

    def log_request(self, kwargs: Mapping[str, Any]) -> None:
        """Nothing: the library would write recipients into the log."""

    def log_response(self, status_code: int, response: Any) -> None:
        """Nothing, for the same reason."""

    def request(self, method: str, url: str, **kwargs: Any) -> Response:
        """One exchange. Raises SendError for every answer from 400 up and every cut."""
        kwargs["timeout"] = None  # ours, given at the start
        try:
            response = super().request(method, self._aim(url), **kwargs)
        except requests.RequestException as fault:
            raise _cut(fault) from None
        if response.status_code >= 400:
            raise _refusal(response)
        return response

    def _aim(self, url: str) -> str:
        if self._base is None:
            return url
        return urlunsplit(
            urlsplit(url)._replace(scheme=self._base.scheme, netloc=self._base.netloc)
        )


def _cut(fault: requests.RequestException) -> SendError:
    """No connection at all: nothing was sent. Anything later: it may have been accepted."""
    reason = getattr(fault.args[0], "reason", None) if fault.args else None
    if isinstance(fault, requests.ConnectTimeout) or isinstance(
        reason, NewConnectionError | ConnectTimeoutError
    ):
        return SendError(ErrorKind.OUTAGE)
    return SendError(ErrorKind.UNCERTAIN, uncertain=True)


def _refusal(response: Response) -> SendError:
    """An answer of 400 and up. A 5xx without the carrier's own error body proves nothing."""
    code = _code(response.text)
    status = int(response.status_code)
    if status == 429:
        return error_for(code or 20429, status=status, retry_after=_retry_after(response))
    if status >= 500:
        if code is None and not _speaks(response.text):
            return SendError(ErrorKind.UNCERTAIN, uncertain=True, status=status)
        return SendError(
            ErrorKind.OUTAGE, code=code, status=status, retry_after=_retry_after(response)
        )
    return error_for(code, status=status)


def _body(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _speaks(text: str) -> bool:
    return bool(_body(text).keys() & {"code", "message", "status"})


def _code(text: str) -> int | None:
    code = _body(text).get("code")
    return code if isinstance(code, int) else None


def _retry_after(response: Response) -> float | None:
    """Seconds; a date in the header is read as no wish at all."""
    value = (response.headers or {}).get("Retry-After", "")
    return float(value) if value.isdecimal() else None


class TwilioGateway:
    """The Gateway protocol over the official client.

    `timeout` is (connect, read) in seconds. `base_url` replaces scheme and host of every
    address the library builds (the demo's simulator).
    """

    def __init__(
        self,
        *,
        account_sid: str,
        auth_token: str,
        base_url: str | None = None,
        timeout: tuple[float, float] = (3.0, 10.0),
    ) -> None:
        self._http = TimedHttpClient(timeout=timeout, base_url=base_url)
        self._host = (base_url or OFFICIAL).rstrip("/")
        self._auth = (account_sid, auth_token)
        self._limits = timeout
        # A non-empty mapping: an empty one makes the library read the environment.
        self._client = Client(
            account_sid, auth_token, http_client=self._http, environment={"SAS": "1"}
        )

    def close(self) -> None:
        """Let the kept connections go."""
        self._http.session.close()

    def send(self, text: OutgoingText) -> Sent:
        """Post one text; see Gateway.send."""
        wish: dict[str, Any] = {
            "to": _prefixed(text.to, text.channel),
            "from_": _prefixed(text.sender, text.channel),
        }
        if text.content_sid:
            wish["content_sid"] = text.content_sid
            if text.content_variables:
                wish["content_variables"] = json.dumps(dict(text.content_variables))
        else:
            wish["body"] = text.body
        if text.media:
            wish["media_url"] = list(text.media)
        if text.status_callback:
            wish["status_callback"] = text.status_callback
        created = self._client.messages.create(**wish)
        return Sent(created.sid, created.status, _number(created.num_segments), created.price)

    def look_up(
        self,
        *,
        to: str,
        sender: str,
        channel: Channel,
        body: str,
        since: datetime,
        until: datetime,
        content: bool = False,
    ) -> list[CarriedText]:
        """See Gateway.look_up. Not filtered by date at the carrier, whose DateSent is still
        empty on a queued text; the list is newest first, so we stop at the first older one.
        """
        found = []
        lower = since.replace(microsecond=0)  # the carrier's dates have whole seconds
        for seen in self._client.messages.stream(
            to=_prefixed(to, channel), from_=_prefixed(sender, channel), page_size=50
        ):
            if seen.date_created is None or seen.date_created > until + SECOND:
                continue
            if seen.date_created < lower:
                break
            if same_words(seen.body, body, content):
                found.append(_carried(seen))
        return found

    def fetch(self, provider_id: str) -> CarriedText:
        """See Gateway.fetch."""
        return _carried(self._client.messages(provider_id).fetch())

    def inbound_since(self, to_sender: str, channel: Channel, since: datetime) -> list[InboundText]:
        """See Gateway.inbound_since."""
        found = []
        for seen in self._client.messages.stream(
            to=_prefixed(to_sender, channel), date_sent_after=since.replace(microsecond=0)
        ):
            if seen.direction == "inbound":
                found.append(self._inbound(seen))
        found.reverse()  # newest first over there, and their dates have whole seconds only
        return sorted(found, key=lambda text: text.received_at)

    def _inbound(self, seen: Any) -> InboundText:
        media = self.media(seen.sid) if _number(seen.num_media) else ()
        channel, sender = _split(seen.from_)
        received = seen.date_sent or seen.date_created
        return InboundText(
            seen.sid, sender, _split(seen.to)[1], channel, seen.body or "", received, media
        )

    def media(self, provider_id: str) -> tuple[InboundMedia, ...]:
        """Photos and voice notes of one text, where they can be downloaded."""
        return tuple(
            InboundMedia(one.content_type, self._host + one.uri.removesuffix(".json"))
            for one in self._client.messages(provider_id).media.stream()
        )

    def download(self, url: str) -> tuple[str, bytes]:
        """Content type and bytes of a media of ours. Raises SendError; another host is refused."""
        if not url.startswith(self._host + "/"):
            raise SendError(ErrorKind.CONTENT, permanent=True)
        try:
            answer = self._http.session.get(url, auth=self._auth, timeout=self._limits)
        except requests.RequestException:
            raise SendError(ErrorKind.OUTAGE) from None
        if answer.status_code != 200:
            raise error_for(20404, status=answer.status_code)
        return answer.headers.get("Content-Type", "application/octet-stream"), answer.content

    def call(self, *, to: str, sender: str, twiml: str, status_callback: str | None = None) -> Sent:
        """Ring a phone and read `twiml` to it. Same errors as send."""
        wish: dict[str, Any] = {"to": to, "from_": sender, "twiml": twiml}
        if status_callback:
            wish["status_callback"] = status_callback
        made = self._client.calls.create(**wish)
        return Sent(made.sid, made.status)

    def delete_body(self, provider_id: str) -> None:
        """See Gateway.delete_body."""
        try:
            self._client.messages(provider_id).update(body="")
        except SendError as error:
            if error.status != 404:
                raise


def _prefixed(value: str, channel: Channel) -> str:
    if channel == "whatsapp" and not value.startswith(WHATSAPP):
        return WHATSAPP + value
    return value


def _split(value: str) -> tuple[Channel, str]:
    if value.startswith(WHATSAPP):
        return "whatsapp", value.removeprefix(WHATSAPP)
    return "sms", value


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() else None


def _carried(seen: Any) -> CarriedText:
    channel, to = _split(seen.to or "")
    return CarriedText(
        provider_id=seen.sid,
        to=to,
        sender=_split(seen.from_ or "")[1],
        channel=channel,
        body=seen.body or "",
        status=seen.status,
        created_at=seen.date_created,
        segments=_number(seen.num_segments),
        price=seen.price,
        error_code=seen.error_code,
    )
