"""A carrier that keeps everything in memory: for tests, and for a demo without e-mail.

It ships in the product, keeps the Gateway protocol and can be told to fail.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime

from bot.gateways import (
    CarriedText,
    Channel,
    ErrorKind,
    InboundText,
    OutgoingMail,
    OutgoingText,
    SendError,
    Sent,
    same_words,
)
from bot.gateways.codes import error_for


class MemoryGateway:
    """`now` gives aware real time. Failures queued with `fail_next` are raised in order,
    one per send; with `accepted=True` the text is kept before the error is raised, as when
    a connection is cut after the carrier has accepted.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.sent: list[OutgoingText] = []
        self._carried: dict[str, CarriedText] = {}
        self._inbound: list[InboundText] = []
        self._failures: deque[tuple[SendError, bool]] = deque()
        self._shown: str | None = None

    def fail_next(self, error: SendError, *, accepted: bool = False) -> None:
        """The next send (after those already queued) raises `error`."""
        self._failures.append((error, accepted))

    def shown_as(self, body: str) -> None:
        """The carrier's list shows what is sent with a ContentSid in these words."""
        self._shown = body

    def received(self, text: InboundText) -> None:
        """A text now stands in the carrier's list of inbound texts."""
        self._inbound.append(text)

    def send(self, text: OutgoingText) -> Sent:
        """See Gateway.send."""
        error, accepted = self._failures.popleft() if self._failures else (None, True)
        if accepted:
            sent = self._accept(text)
        if error is not None:
            raise error
        return sent

    def _accept(self, text: OutgoingText) -> Sent:
        self.sent.append(text)
        provider_id = f"SM{len(self.sent):032x}"
        body = text.body if self._shown is None or not text.content_sid else self._shown
        self._carried[provider_id] = CarriedText(
            provider_id, text.to, text.sender, text.channel, body, "queued", self._now()
        )
        return Sent(provider_id, "queued")

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
        """See Gateway.look_up."""
        wanted = (to, sender, channel)
        return [
            seen
            for seen in self._carried.values()
            if (seen.to, seen.sender, seen.channel) == wanted
            and same_words(seen.body, body, content)
            and since <= seen.created_at <= until
        ]

    def fetch(self, provider_id: str) -> CarriedText:
        """See Gateway.fetch."""
        if provider_id not in self._carried:
            raise error_for(20404, status=404)
        return self._carried[provider_id]

    def inbound_since(self, to_sender: str, channel: Channel, since: datetime) -> list[InboundText]:
        """See Gateway.inbound_since."""
        return sorted(
            (
                text
                for text in self._inbound
                if text.to == to_sender and text.channel == channel and text.received_at >= since
            ),
            key=lambda text: text.received_at,
        )

    def delete_body(self, provider_id: str) -> None:
        """See Gateway.delete_body."""
        seen = self._carried.get(provider_id)
        if seen is not None:
            self._carried[provider_id] = CarriedText(
                seen.provider_id,
                seen.to,
                seen.sender,
                seen.channel,
                "",
                seen.status,
                seen.created_at,
            )


class MemoryMail:
    """A mailbox in memory, the last `limit` e-mails."""

    def __init__(self, limit: int = 200) -> None:
        self.mails: deque[OutgoingMail] = deque(maxlen=limit)

    def send(self, mail: OutgoingMail) -> Sent:
        """See MailGateway.send; an address without @ is refused as a server would."""
        if "@" not in mail.to:
            raise SendError(ErrorKind.BAD_NUMBER, permanent=True)
        self.mails.append(mail)
        return Sent(f"mail-{mail.our_id}", "sent")  # every process of the demo has a mailbox
