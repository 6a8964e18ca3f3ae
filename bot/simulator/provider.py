"""The provider's HTTP API as the official client speaks it: Messages, Media, Calls, Content.

Every answer keeps the provider's published description, which the tests hold it to.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, jsonify, request
from werkzeug.exceptions import HTTPException

from bot.simulator.calls import Calls
from bot.simulator.carrier import Carrier, new_sid
from bot.simulator.delivery import Delivery, Wish, read_variables
from bot.simulator.faults import Fault
from bot.simulator.texts import (
    API_VERSION,
    Call,
    Phone,
    Text,
    call_json,
    media_json,
    text_json,
)

api = Blueprint("provider", __name__)
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


@api.before_request
def authenticate() -> None:
    """Basic authentication, on everything the provider guards."""
    account, given = carrier().account, request.authorization
    good = (
        given is not None
        and given.username == account.sid
        and hmac.compare_digest((given.password or "").encode(), account.token.encode())
    )
    if not good:
        raise Refused(401, 20003, {"WWW-Authenticate": 'Basic realm="Twilio API"'})
    named = (request.view_args or {}).pop("account", account.sid)
    if named != account.sid:
        raise Refused(404, 20404)


@api.post(f"{ROOT}/Messages.json")
def create_message() -> Response:
    """Accept a text, or not, with the faults that are on."""
    wish = _wish()
    delivery = Delivery(carrier())
    phone = carrier().phone_of(wish.to) if wish.to else None
    _before(phone)
    code = delivery.refusal(wish)
    if code is not None:
        raise Refused(400, code)
    text = delivery.accept(wish)
    _after(phone)
    return _answer(text_json(text, carrier().account.sid), 201)


def _wish() -> Wish:
    form = request.form
    try:
        variables = read_variables(form.get("ContentVariables"))
    except ValueError:
        raise Refused(400, 21656) from None
    return Wish(
        to=form.get("To", ""),
        sender=form.get("From", ""),
        body=form.get("Body", ""),
        callback=form.get("StatusCallback"),
        media_urls=form.getlist("MediaUrl"),
        content_sid=form.get("ContentSid"),
        variables=variables,
        service_sid=form.get("MessagingServiceSid"),
    )


def _before(phone: Phone | None) -> None:
    """The faults that strike before anything is accepted."""
    strike = carrier().strike
    _wait(strike(phone, Fault.SLOW))
    seconds = strike(phone, Fault.RATE_LIMITED)
    if seconds is not None:
        raise Refused(429, 20429, {"Retry-After": str(int(seconds))})
    if strike(phone, Fault.SERVER_ERROR) is not None:
        raise Refused(500, 20500)
    if strike(phone, Fault.BAD_GATEWAY) is not None:
        raise _Bare(Response("<html>Bad Gateway</html>", 502))
    if strike(phone, Fault.CUT_BEFORE) is not None:
        _cut()


def _after(phone: Phone | None) -> None:
    """The faults that strike when the text is already accepted."""
    strike = carrier().strike
    _wait(strike(phone, Fault.HANG_AFTER))
    if strike(phone, Fault.CUT_AFTER) is not None:
        _cut()


class _Bare(HTTPException):
    """An answer that is not the provider's."""

    def __init__(self, response: Response) -> None:
        super().__init__(response=response)


def _wait(seconds: float | None) -> None:
    if seconds:
        carrier().stopping.wait(seconds)


def _cut() -> None:
    """Break the connection under the client; what is answered afterwards goes nowhere."""
    cut: Callable[[], None] | None = request.environ.get("sas.cut")
    if cut is not None:
        cut()
    raise _Bare(Response(status=500))


@api.get(f"{ROOT}/Messages.json")
def list_messages() -> Response:
    """Newest first, filtered by To, From and DateSent, paged."""
    args = request.args
    wanted = [
        text
        for text in reversed(list(carrier().texts.values()))
        if args.get("To", text.to) == text.to
        and args.get("From", text.sender) == text.sender
        and _within(text.sent, "DateSent")
    ]
    account = carrier().account.sid
    return _page("messages", wanted, lambda text: text_json(text, account), f"{_root()}/Messages")


@api.get(f"{ROOT}/Messages/<sid>.json")
def fetch_message(sid: str) -> Response:
    """One text."""
    return _answer(text_json(_text(sid), carrier().account.sid))


@api.post(f"{ROOT}/Messages/<sid>.json")
def update_message(sid: str) -> Response:
    """Redact (an empty Body) or cancel a text."""
    text = _text(sid)
    with carrier().lock:
        if request.form.get("Body") == "":
            text.body = ""
            carrier().journal.write("redacted", sid=sid)
        if request.form.get("Status") == "canceled" and text.status in {"queued", "scheduled"}:
            text.status = "canceled"
        text.updated = carrier().now()
        carrier().changed()
    return _answer(text_json(text, carrier().account.sid))


@api.delete(f"{ROOT}/Messages/<sid>.json")
def delete_message(sid: str) -> Response:
    """Forget a text for good."""
    _text(sid)
    with carrier().lock:
        del carrier().texts[sid]
        carrier().changed()
    carrier().journal.write("deleted", sid=sid)
    return Response(status=204)


@api.get(f"{ROOT}/Messages/<sid>/Media.json")
def list_media(sid: str) -> Response:
    """Photos and voice notes of a text."""
    text, account = _text(sid), carrier().account.sid
    path = f"{_root()}/Messages/{sid}/Media"
    return _page("media_list", text.media, lambda media: media_json(text, media, account), path)


@api.get(f"{ROOT}/Messages/<sid>/Media/<media_sid>.json")
def fetch_media(sid: str, media_sid: str) -> Response:
    """What is known of one media."""
    text = _text(sid)
    for media in text.media:
        if media.sid == media_sid:
            return _answer(media_json(text, media, carrier().account.sid))
    raise Refused(404, 20404)


@api.get(f"{ROOT}/Messages/<sid>/Media/<media_sid>")
def download_media(sid: str, media_sid: str) -> Response:
    """The bytes of one media."""
    for media in _text(sid).media:
        if media.sid == media_sid:
            return Response(media.data, content_type=media.content_type)
    raise Refused(404, 20404)


@api.delete(f"{ROOT}/Messages/<sid>/Media/<media_sid>.json")
def delete_media(sid: str, media_sid: str) -> Response:
    """Forget one media."""
    text = _text(sid)
    with carrier().lock:
        kept = tuple(media for media in text.media if media.sid != media_sid)
        if len(kept) == len(text.media):
            raise Refused(404, 20404)
        text.media = kept
    return Response(status=204)


@api.post(f"{ROOT}/Calls.json")
def create_call() -> Response:
    """Ring a youth's phone."""
    form = request.form
    if not form.get("To"):
        raise Refused(400, 21201)
    call = Calls(carrier()).place(form["To"], form.get("From", ""), form.get("StatusCallback"))
    return _answer(call_json(call, carrier().account.sid), 201)


@api.get(f"{ROOT}/Calls.json")
def list_calls() -> Response:
    """Newest first, filtered by To, From and Status, paged."""
    args = request.args
    wanted = [
        call
        for call in reversed(list(carrier().calls.values()))
        if args.get("To", call.to) == call.to
        and args.get("From", call.sender) == call.sender
        and args.get("Status", call.status) == call.status
        and _within(call.started or call.created, "StartTime")
    ]
    account = carrier().account.sid
    return _page("calls", wanted, lambda call: call_json(call, account), f"{_root()}/Calls")


@api.get(f"{ROOT}/Calls/<sid>.json")
def fetch_call(sid: str) -> Response:
    """One call."""
    return _answer(call_json(_call(sid), carrier().account.sid))


@api.post(f"{ROOT}/Calls/<sid>.json")
def update_call(sid: str) -> Response:
    """End a call."""
    call = _call(sid)
    if request.form.get("Status") in {"canceled", "completed"}:
        Calls(carrier()).end(call, request.form["Status"])
    return _answer(call_json(call, carrier().account.sid))


@api.post("/v1/Content")
def create_content() -> Response:
    """Keep a template: friendly_name, language, variables, types."""
    given = request.get_json(silent=True)
    if not isinstance(given, dict) or not isinstance(given.get("types"), dict):
        raise Refused(400, 20001)
    sid = new_sid("HX")
    now = carrier().now().strftime("%Y-%m-%dT%H:%M:%SZ")
    path = f"https://content.twilio.com/v1/Content/{sid}"
    template = {
        "sid": sid,
        "account_sid": carrier().account.sid,
        "friendly_name": given.get("friendly_name"),
        "language": given.get("language", "fr"),
        "variables": given.get("variables") or {},
        "types": given["types"],
        "date_created": now,
        "date_updated": now,
        "url": path,
        "links": {"approval_fetch": f"{path}/ApprovalRequests"},
    }
    carrier().templates[sid] = template
    carrier().journal.write("template", template=template)
    return _answer(template, 201)


@api.get("/v1/Content/<sid>")
def fetch_content(sid: str) -> Response:
    """One template."""
    if sid not in carrier().templates:
        raise Refused(404, 20404)
    return _answer(dict(carrier().templates[sid]))


def _text(sid: str) -> Text:
    text = carrier().texts.get(sid)
    if text is None:
        raise Refused(404, 20404)
    return text


def _call(sid: str) -> Call:
    call = carrier().calls.get(sid)
    if call is None:
        raise Refused(404, 20404)
    return call


def _root() -> str:
    return f"/{API_VERSION}/Accounts/{carrier().account.sid}"


def _answer(body: dict[str, Any], status: int = 200) -> Response:
    response = jsonify(body)
    response.status_code = status
    return response


def _within(at: datetime | None, name: str) -> bool:
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


def _page(
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
    return _answer(body)


def _start(known: list[Any], token: str | None, fallback: int) -> int:
    for index, row in enumerate(known):
        if token == f"PA{row.sid}":
            return index + 1
    return fallback
