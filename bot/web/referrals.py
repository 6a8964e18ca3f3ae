"""The API by which software refers: one POST, one GET, and their description (DESIGN section 7)."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from bot import referrals as doors
from bot.rates import TooMany
from bot.referrals import NotReady, Progress, Refused, Wrong
from bot.referrals.given import ReferralIn, as_written
from bot.store import Gone
from bot.web import expected, problems
from bot.web.context import get_settings, get_store, the_prescriber
from bot.web.guards import api_key, public
from bot.web.problems import FieldError, Problem, Words
from bot.web.referrals_openapi import describe

api = Blueprint("api", __name__, url_prefix="/api/v1")

LARGEST = 32 * 1024  # of one referral's body


@api.post("/referrals")
@api_key
def refer() -> ResponseReturnValue:
    """One referral: 201 and the receipt, or a problem that names each field."""
    store = get_store()
    try:
        given = _read(_body())
        receipt = doors.refer(
            store,
            the_prescriber(),
            given,
            idempotency_key=request.headers.get("Idempotency-Key"),
            language=problems.language(),
        )
    except Refused as refused:
        raise Problem(422, _code(refused), errors=field_errors(refused.wrong)) from refused
    except TooMany as many:
        again = {"Retry-After": str(many.after)}
        raise Problem(429, "too_many", detail=expected.pace(many.after), headers=again) from many
    except NotReady as not_ready:
        raise Problem(503, "no_team", headers={"Retry-After": "60"}) from not_ready
    response = jsonify(receipt.answer)
    response.status_code = 201
    response.headers["Location"] = f"/api/v1/referrals/{receipt.referral_id}"
    return response


@api.get("/referrals/<referral_id>")
@api_key
def progress(referral_id: str) -> ResponseReturnValue:
    """Status and dated steps of one's own referral; anybody else's is 404."""
    try:
        return jsonify(as_json(doors.progress(get_store(), the_prescriber(), referral_id)))
    except Gone as gone:
        raise Problem(404, "not_found", detail=expected.NOT_YOURS) from gone


@api.get("/openapi.json")
@public("the description of the API holds nothing personal")
def openapi() -> ResponseReturnValue:
    """OpenAPI 3.1 of this API."""
    return Response(
        json.dumps(describe(get_settings().public_url), ensure_ascii=False, indent=1),
        mimetype="application/json",
    )


def as_json(shown: Progress) -> dict[str, Any]:
    """A progress as the API says it."""
    attempt = shown.first_attempt_at
    return {
        "id": shown.id,
        "status": shown.status,
        "first_attempt_at": attempt.isoformat() if attempt else None,
        "steps": [{"step": step, "at": at} for step, at in shown.steps],
    }


def field_errors(wrong: list[Wrong]) -> list[FieldError]:
    """Our words for each field, in the two languages of the API."""
    return [FieldError(one.field, one.code, Words(one.says("fr"), one.says("en"))) for one in wrong]


def _code(refused: Refused) -> str:
    codes = {one.code for one in refused.wrong}
    return "key_reused" if codes == {"key_reused"} else "fields"


def _body() -> object:
    """The JSON body. Raises Problem 413, 415 or 400."""
    sent = request.content_length
    if sent is not None and sent > LARGEST:
        raise Problem(413, "too_large", detail=expected.size(LARGEST, sent))
    if not request.is_json:
        raise Problem(415, "not_json", detail=expected.content_type(request.mimetype))
    request.max_content_length = LARGEST + 1  # a chunked body is cut there without a word
    body = request.get_data()
    if len(body) > LARGEST:
        raise Problem(413, "too_large", detail=expected.size(LARGEST, None))
    try:
        return json.loads(body, object_pairs_hook=_once, parse_int=_whole)
    except (ValueError, RecursionError) as broken:
        words = expected.whole_json(broken, body)
        raise Problem(400, "broken_json", detail=words) from broken


def _whole(digits: str) -> int | float:
    """A whole number; one too long for Python to read (4,300 digits) is only refused as a field."""
    return int(digits) if len(digits) <= 100 else float(digits)


class _Doubled(dict[str, Any]):
    """An object that gives a field twice (`names`): which one was meant cannot be known."""

    names: set[str]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = _Doubled(found)
    doubled.names = {name for name, times in Counter(n for n, _ in pairs).items() if times > 1}
    return doubled


def _twice(body: object) -> list[Wrong]:
    """Each field given twice, in the referral and in its trusted adult."""
    inner = body.get("trusted_adult") if isinstance(body, dict) else None
    return [
        Wrong(within + as_written(name), "twice")
        for within, of in (("", body), ("trusted_adult.", inner))
        if isinstance(of, _Doubled)
        for name in of
        if name in of.names
    ]


def _read(body: object) -> ReferralIn:
    """The referral in this body. Raises Refused with every error at once."""
    twice, settings = _twice(body), get_settings()
    try:
        read = doors.read_referral(
            body,
            year=get_store().clock.now().year,
            production=settings.production,
            ours=settings.own_numbers,
        )
    except Refused as refused:
        known = {one.field for one in twice}
        raise Refused(twice + [one for one in refused.wrong if one.field not in known]) from None
    if twice:
        raise Refused(twice)
    return read
