"""What every answer of the provider's API shares: its errors, its pages, its date filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from flask import Response, current_app, jsonify, request
from werkzeug.exceptions import HTTPException

from bot.simulator.carrier import Carrier
from bot.simulator.texts import API_VERSION

ROOT = f"/{API_VERSION}/Accounts/<account>"
WORDS = {
    14107: "Message rate exceeded",
    20003: "Authenticate",
    20404: "The requested resource was not found",
    20429: "Too Many Requests",
    20500: "Internal Server Error",
    21211: "Invalid 'To' Phone Number",
    21602: "Message body is required.",
    21603: "A 'From' phone number is required.",
    21604: "A 'To' phone number is required.",
    21606: "The 'From' phone number is not a valid, message-capable number for this destination.",
    21610: "Attempt to send to unsubscribed recipient",
    21614: "'To' number is not a valid mobile number",
    21617: "The concatenated message body exceeds the 1600 character limit.",
    63007: "Could not find a Channel with the specified From address",
}


class Refused(HTTPException):
    """An answer with the provider's error body."""

    def __init__(self, status: int, code: int, headers: dict[str, str] | None = None) -> None:
        super().__init__()
        self.code = status
        self._headers = headers or {}
        self._body = {
            "code": code,
            "message": WORDS.get(code, f"Error {code}"),
            "more_info": f"https://www.twilio.com/docs/errors/{code}",
            "status": status,
        }

    def get_response(self, *_: Any, **__: Any) -> Any:
        response = jsonify(self._body)
        response.status_code = self.code or 500
        response.headers.update(self._headers)
        return response


def carrier() -> Carrier:
    """The carrier of this application."""
    found = current_app.extensions["carrier"]
    assert isinstance(found, Carrier)
    return found


class Bare(HTTPException):
    """An answer that is not the provider's."""

    def __init__(self, response: Response) -> None:
        super().__init__(response=response)


def root() -> str:
    return f"/{API_VERSION}/Accounts/{carrier().account.sid}"


def answer(body: dict[str, Any], status: int = 200) -> Response:
    response = jsonify(body)
    response.status_code = status
    return response


def within(at: datetime | None, name: str) -> bool:
    """The filters Name, Name< and Name> (days or moments, UTC, both ends included)."""
    bounds = {sign: _moment(request.args.get(name + sign)) for sign in ("", "<", ">")}
    if not any(bounds.values()):
        return True
    if at is None:
        return False
    day, before, after = bounds[""], bounds["<"], bounds[">"]
    whole = at.replace(microsecond=0)
    return (
        (day is None or whole.date() == day[0].date())
        and (
            before is None
            or (whole.date() <= before[0].date() if before[1] else whole <= before[0])
        )
        and (after is None or whole >= after[0])
    )


def _moment(raw: str | None) -> tuple[datetime, bool] | None:
    """The moment and whether it names a whole day."""
    if not raw:
        return None
    try:
        found = datetime.fromisoformat(raw)
    except ValueError:
        raise Refused(400, 20001) from None
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return aware, len(raw) == 10


def paged(
    name: str, rows: Iterable[Any], show: Callable[[Any], dict[str, Any]], path: str
) -> Response:
    """One page of a list. The token is the id of the last row seen, so that new rows do not
    push known ones onto the next page.
    """
    try:
        size = min(max(int(request.args.get("PageSize", 50)), 1), 1000)
        number = max(int(request.args.get("Page", 0)), 0)
    except ValueError:
        raise Refused(400, 20001) from None
    known = list(rows)
    start = _start(known, request.args.get("PageToken"), number * size)
    shown = known[start : start + size]
    more = start + size < len(known)
    kept = {k: v for k, v in request.args.items() if k not in {"Page", "PageToken", "PageSize"}}

    def link(page: int, token: str | None = None) -> str:
        query = {**kept, "PageSize": size, "Page": page} | ({"PageToken": token} if token else {})
        return f"{path}.json?{urlencode(query)}"

    body = {
        name: [show(row) for row in shown],
        "page": number,
        "page_size": size,
        "start": start,
        "end": start + max(len(shown) - 1, 0),
        "first_page_uri": link(0),
        "previous_page_uri": link(number - 1) if number else None,
        "next_page_uri": link(number + 1, f"PA{shown[-1].sid}") if more else None,
        "uri": link(number, request.args.get("PageToken")),
    }
    return answer(body)


def _start(known: list[Any], token: str | None, fallback: int) -> int:
    for index, row in enumerate(known):
        if token == f"PA{row.sid}":
            return index + 1
    return fallback
