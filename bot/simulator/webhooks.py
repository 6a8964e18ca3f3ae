"""The carrier calling us: signed forms for texts, statuses and calls, with its own manners.

15 seconds of patience, and one more try only when no connection could be made.
"""

from __future__ import annotations

import http.client
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass

from twilio.request_validator import RequestValidator

PATIENCE = 15.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: HTTP status (0 when nothing did) and the body's text."""

    status: int
    body: str = ""

    @property
    def taken(self) -> bool:
        """The web application has the news."""
        return 200 <= self.status < 300


class Webhooks:
    """Posts signed forms. `token` is the account's, as the web application knows it."""

    def __init__(self, token: str, patience: float = PATIENCE) -> None:
        self._token = token
        self._patience = patience
        # No proxy of the environment between two processes of one machine.
        self._open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open

    def post(self, url: str, fields: Mapping[str, str]) -> Answer:
        """One form, signed for exactly this address. Never raises."""
        signature = RequestValidator(self._token).compute_signature(url, dict(fields))
        request = urllib.request.Request(
            url,
            data=urllib.parse.urlencode(fields).encode(),
            headers={
                "X-Twilio-Signature": signature,
                "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
                "User-Agent": "TwilioProxy/1.1",
                "I-Twilio-Idempotency-Token": signature,
            },
        )
        return self._once(request) or self._once(request) or Answer(0)

    def _once(self, request: urllib.request.Request) -> Answer | None:
        """None when no connection could be made."""
        try:
            with self._open(request, timeout=self._patience) as response:
                return Answer(response.status, response.read(65_536).decode("utf-8", "replace"))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read(65_536).decode("utf-8", "replace"))
        except urllib.error.URLError as error:
            return None if isinstance(error.reason, ConnectionRefusedError) else Answer(0)
        except (OSError, http.client.HTTPException):
            return Answer(0)
