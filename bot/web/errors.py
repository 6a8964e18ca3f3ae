"""When something goes wrong: a careful page in French, a problem under /api, never a detail that
is personal. A database that is away is answered 503 at once."""

from __future__ import annotations

import logging

from flask import Flask, Response, make_response, render_template, request
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, TooManyRequests

from bot.conversations import NotAllowed
from bot.disk import is_full
from bot.ids import code as short_code
from bot.rates import TooMany
from bot.store import Gone
from bot.web import expected, problems
from bot.web.problems import Problem, Words

log = logging.getLogger("sas.web")

CODES = {
    400: "unreadable",
    401: "signed_out",
    403: "forbidden",
    404: "not_found",
    405: "method",
    409: "stale",
    413: "too_large",
    415: "not_json",
    429: "too_many",
    503: "unavailable",
}


def install(app: Flask) -> None:
    """Answer every error of `app`."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Problem, lambda problem: problem.response())
    app.register_error_handler(Gone, _gone)
    app.register_error_handler(NotAllowed, lambda refused: page(409))
    app.register_error_handler(TooMany, lambda many: _http(TooManyRequests(retry_after=many.after)))
    for away in (OperationalError, InterfaceError, PoolTimeout):
        app.register_error_handler(away, _database_away)
    app.register_error_handler(Exception, _unexpected)


def page(status: int, reference: str = "", detail: Words | None = None) -> Response:
    """The answer to an error in the form this request can read; `detail` is for programs."""
    headers = {"Retry-After": "5"} if status == 503 else {}
    if problems.wants_json():
        return problems.answer(status, CODES.get(status, "error"), detail=detail, headers=headers)
    if request.path.startswith("/webhooks/"):
        return Response("", status, headers, mimetype="text/plain")
    known = status if status in CODES else 500
    body = render_template("error.html", status=known, reference=reference)
    return make_response(body, status, headers)


def _http(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < 400:
        return make_response(error.get_response())
    answer = page(error.code, detail=_expected(error))
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            answer.headers[name] = value
    return answer


def _expected(error: HTTPException) -> Words | None:
    """What the API says of an address or a method that does not exist."""
    if not request.path.startswith("/api/"):
        return None
    if isinstance(error, MethodNotAllowed):
        return expected.method(error.valid_methods or ())
    return expected.ADDRESS if isinstance(error, NotFound) else None


def _gone(gone: Gone) -> Response:
    """A row that is not there, or not theirs. For the carrier: not ready yet, come back."""
    if request.path.startswith("/webhooks/"):
        log.error("nobody_to_receive", exc_info=gone)
        return page(503)
    return page(404)


def _database_away(error: Exception) -> Response:
    """503, never a false yes; a full disk is said by its name."""
    log.error("disk_full" if is_full(error) else "database_away", exc_info=error)
    return page(503)


def _unexpected(error: Exception) -> Response:
    reference = short_code(8)
    log.error("unexpected", exc_info=error, extra={"reference": reference})
    return page(500, reference)
