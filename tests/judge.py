"""The provider's own description of its API, judging every call made and every answer given.

Only where `../shared/data/twilio` is present; elsewhere `Judge.find()` gives None.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, request
from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "twilio"
HOSTS = {"/2010-04-01/": "https://api.twilio.com", "/v1/": "https://content.twilio.com"}
FILES = {"/2010-04-01/": "twilio_api_v2010.json", "/v1/": "twilio_content_v1.json"}


@cache
def described(prefix: str) -> OpenAPI:
    """The description of one host."""
    return OpenAPI.from_dict(json.loads((FOLDER / FILES[prefix]).read_text()))


@dataclass
class Asked:
    """One request as openapi-core wants it."""

    host_url: str
    path: str
    method: str
    body: bytes
    content_type: str
    parameters: RequestParameters
    full_url_pattern: str = ""
    path_pattern: str | None = None

    @property
    def mimetype(self) -> str:
        return self.content_type.partition(";")[0]


@dataclass
class Answered:
    """One answer as openapi-core wants it."""

    status_code: int
    content_type: str
    data: bytes
    headers: Headers


@dataclass
class Judge:
    """Remembers every exchange with the provider's API of one application."""

    exchanges: list[tuple[Asked, Answered]] = field(default_factory=list)

    @classmethod
    def find(cls) -> Judge | None:
        """A judge, where the descriptions are."""
        return cls() if FOLDER.is_dir() else None

    def watch(self, app: Flask) -> None:
        """Sit in this application."""
        app.after_request(self._remember)

    def _remember(self, response: Response) -> Response:
        prefix = next((p for p in HOSTS if request.path.startswith(p)), None)
        if prefix and not (
            response.is_streamed or "/Media/" in request.path and ".json" not in request.path
        ):
            self.exchanges.append((self._asked(HOSTS[prefix]), self._answered(response)))
        return response

    def _asked(self, host: str) -> Asked:
        body = request.get_data(cache=True)
        if not body and request.form:
            body = _urlencoded(request.form)
        parameters = RequestParameters(
            query=ImmutableMultiDict(request.args),
            header=Headers(request.headers),
            cookie=ImmutableMultiDict(),
            path={},
        )
        kind = request.content_type or ""
        return Asked(host, request.path, request.method.lower(), body, kind, parameters)

    def _answered(self, response: Response) -> Answered:
        return Answered(
            response.status_code, response.content_type or "", response.get_data(), response.headers
        )

    def verdict(self) -> None:
        """Raise at the first exchange that breaks the description; refusals have none."""
        for asked, answered in self.exchanges:
            prefix = next(p for p in HOSTS if asked.path.startswith(p))
            if answered.status_code < 400:
                found: Any = described(prefix)
                found.validate_request(asked)
                found.validate_response(asked, answered)


def _urlencoded(form: Any) -> bytes:
    return urlencode(list(form.items(multi=True))).encode()
