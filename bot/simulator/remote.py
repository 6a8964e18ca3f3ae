"""A running simulator from another process: its control API as methods."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any


class RemoteError(Exception):
    """The simulator refused or is not there; the message is French, for a person."""


class Remote:
    """`url` such as http://127.0.0.1:8001. Every method raises RemoteError."""

    def __init__(self, url: str, timeout: float = 65.0) -> None:
        self._url = url.rstrip("/")
        self._timeout = timeout
        self._open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open

    def get(self, path: str) -> dict[str, Any]:
        """Read."""
        return self._ask(urllib.request.Request(f"{self._url}/sim{path}"))

    def post(self, path: str, **body: Any) -> dict[str, Any]:
        """Do."""
        return self._ask(
            urllib.request.Request(
                f"{self._url}/sim{path}",
                data=json.dumps(body).encode(),
                headers={"Content-Type": "application/json"},
            )
        )

    def _ask(self, request: urllib.request.Request) -> dict[str, Any]:
        try:
            with self._open(request, timeout=self._timeout) as answer:
                found: dict[str, Any] = json.load(answer)
        except urllib.error.HTTPError as error:
            raise RemoteError(_words(error)) from None
        except (OSError, ValueError, http.client.HTTPException):  # away, or cut in the middle
            raise RemoteError(f"Aucun simulateur ne répond à {self._url}.") from None
        return found

    def phones(self) -> list[dict[str, Any]]:
        """All phones, without their conversations."""
        found: list[dict[str, Any]] = self.get("/state")["phones"]
        return found

    def phone(self, key: str) -> dict[str, Any]:
        """One phone with its conversation; `key` may be a number."""
        return self.get(f"/phones/{urllib.parse.quote(key)}")


def _words(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.load(error)["error"])
    except (ValueError, KeyError, TypeError):
        return f"Le simulateur a répondu {error.code}."
    finally:
        error.close()
