"""Calls: create, fetch, list, end."""

from __future__ import annotations

from flask import Blueprint, Response, request

from bot.simulator.calls import Calls
from bot.simulator.provider.answers import ROOT, Refused, answer, carrier, paged, root, within
from bot.simulator.texts import Call, call_json

calls = Blueprint("calls", __name__)


@calls.post(f"{ROOT}/Calls.json")
def create_call() -> Response:
    """Ring a youth's phone."""
    form = request.form
    if not form.get("To"):
        raise Refused(400, 21201)
    call = Calls(carrier()).place(form["To"], form.get("From", ""), form.get("StatusCallback"))
    return answer(call_json(call, carrier().account.sid), 201)


@calls.get(f"{ROOT}/Calls.json")
def list_calls() -> Response:
    """Newest first, filtered by To, From and Status, paged."""
    args = request.args
    wanted = [
        call
        for call in reversed(list(carrier().calls.values()))
        if args.get("To", call.to) == call.to
        and args.get("From", call.sender) == call.sender
        and args.get("Status", call.status) == call.status
        and within(call.started or call.created, "StartTime")
    ]
    account = carrier().account.sid
    return paged("calls", wanted, lambda call: call_json(call, account), f"{root()}/Calls")


@calls.get(f"{ROOT}/Calls/<sid>.json")
def fetch_call(sid: str) -> Response:
    """One call."""
    return answer(call_json(_call(sid), carrier().account.sid))


@calls.post(f"{ROOT}/Calls/<sid>.json")
def update_call(sid: str) -> Response:
    """End a call."""
    call = _call(sid)
    if request.form.get("Status") in {"canceled", "completed"}:
        Calls(carrier()).end(call, request.form["Status"])
    return answer(call_json(call, carrier().account.sid))


def _call(sid: str) -> Call:
    call = carrier().calls.get(sid)
    if call is None:
        raise Refused(404, 20404)
    return call
