"""The carrier's own small JSON API: play a youth, switch faults, move the time.

Used by the page, the terminal, the demo data and the fault tests. Writing needs a JSON
content type, so that no other site open in the browser can do it.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, request

from bot.simulator.carrier import FICTION, Carrier, new_sid
from bot.simulator.faults import Fault, Switches
from bot.simulator.handset import Handset
from bot.simulator.history import add_past
from bot.simulator.samples import SAMPLES
from bot.simulator.texts import Button, Media, Phone
from bot.simulator.timetravel import TimeTravel, TravelError
from bot.simulator.view import phone_json, state, switches, text_shown

control = Blueprint("control", __name__, url_prefix="/sim")
EVERYBODY = "all"


class Wrong(Exception):
    """A request this API does not take; `words` (French) are shown on the page."""

    def __init__(self, words: str, status: int = 422) -> None:
        super().__init__(words)
        self.words = words
        self.status = status


@control.errorhandler(Wrong)
def _wrong(wrong: Wrong) -> tuple[Response, int]:
    return jsonify({"error": wrong.words}), wrong.status


@control.errorhandler(TravelError)
def _no_travel(error: TravelError) -> tuple[Response, int]:
    return jsonify({"error": str(error)}), 409


@control.before_request
def only_json() -> None:
    """Refuse what a form of another site could send."""
    if request.method == "POST" and not request.is_json:
        raise Wrong("Le contenu attendu est du JSON.", 415)


def carrier() -> Carrier:
    """The carrier of this application."""
    found = current_app.extensions["carrier"]
    assert isinstance(found, Carrier)
    return found


def _given() -> dict[str, Any]:
    given = request.get_json(silent=True)
    if not isinstance(given, dict):
        raise Wrong("Le contenu attendu est un objet JSON.", 400)
    return given


def _phone(key: str) -> Phone:
    """By its key (j1) or its number."""
    found = carrier().phones.get(key)
    if found is None:
        found = next((p for p in carrier().phones.values() if p.number == key), None)
    if found is None:
        raise Wrong("Ce téléphone n'existe pas ici.", 404)
    return found


@control.get("/state")
def read_state() -> Response:
    """Everything, or only the version when nothing moved: ?since=<version>&open=j1,j2."""
    now = _travel().show()
    if request.args.get("since") == str(carrier().version):
        return jsonify({"version": carrier().version, "unchanged": True, "now": now})
    return jsonify({**state(carrier(), request.args.get("open", "").split(",")), "now": now})


@control.get("/faults")
def list_faults() -> Response:
    """Every switch in words."""
    return jsonify({"groups": switches()})


@control.post("/phones")
def add_phone() -> Response:
    """{number, name?, hidden_id?}: a phone in the fiction range only."""
    given = _given()
    number = "".join(str(given.get("number", "")).split()).replace(".", "")
    number = "+33" + number[1:] if number.startswith("06") else number
    if not FICTION.fullmatch(number):
        raise Wrong("Un numéro de fiction s'écrit +33 6 39 98 xx xx.")
    hidden = given.get("hidden_id")
    name = str(given.get("name", ""))[:40]
    phone = carrier().add_phone(number, name, hidden_id=str(hidden) if hidden else None)
    return jsonify(phone_json(carrier(), phone, True))


@control.get("/phones/<key>")
def read_phone(key: str) -> Response:
    """One phone and its conversation; `key` may be a number."""
    return jsonify(phone_json(carrier(), _phone(key), True))


@control.post("/phones/<key>/texts")
def write_text(key: str) -> Response:
    """{channel, body, media?: photo|voice|[{content_type, base64}], button?, reply_to?}"""
    given, phone = _given(), _phone(key)
    channel = given.get("channel", "sms")
    if channel not in {"sms", "whatsapp"}:
        raise Wrong("Le canal est sms ou whatsapp.")
    button = _button(given.get("button"))
    media = _media(given.get("media"))
    body = str(given.get("body", ""))[:4096]
    if not (body or media or button):
        raise Wrong("Écrivez quelque chose.")
    text = Handset(carrier()).write(
        phone,
        channel,
        body,
        media=media,
        button=button,
        reply_to=given.get("reply_to"),
    )
    return jsonify(text_shown(text))


def _button(given: Any) -> Button | None:
    if not given:
        return None
    try:
        return Button(str(given["title"]), str(given["payload"]))
    except (KeyError, TypeError):
        raise Wrong("Un bouton a un title et un payload.") from None


def _media(given: Any) -> tuple[Media, ...]:
    if not given:
        return ()
    if isinstance(given, str):
        if given not in SAMPLES:
            raise Wrong("La pièce jointe est photo ou voice.")
        content_type, data = SAMPLES[given]
        return (Media(new_sid("ME"), content_type, data),)
    try:
        return tuple(
            Media(new_sid("ME"), str(one["content_type"]), base64.b64decode(one["base64"]))
            for one in given
        )
    except (KeyError, TypeError, binascii.Error):
        raise Wrong("Une pièce jointe a un content_type et un base64.") from None


@control.post("/phones/<key>/calls")
def ring(key: str) -> Response:
    """She rings SAS and hangs up."""
    return jsonify({"sid": Handset(carrier()).ring(_phone(key)).sid})


@control.post("/phones/<key>/habits")
def set_habits(key: str) -> Response:
    """{reads?: bool, answers_calls?: bool}: does she open WhatsApp, does she pick up."""
    given, phone = _given(), _phone(key)
    with carrier().lock:
        phone.reads = bool(given.get("reads", phone.reads))
        phone.answers_calls = bool(given.get("answers_calls", phone.answers_calls))
        carrier().changed()
    return jsonify(phone_json(carrier(), phone, False))


@control.post("/phones/<key>/faults")
def set_fault(key: str) -> Response:
    """{fault, on, value?, times?}; `key` "all" is everybody, fault "none" clears them all."""
    given = _given()
    with carrier().lock:
        switches_of = carrier().faults if key == EVERYBODY else _phone(key).faults
        _switch(switches_of, given)
        carrier().changed()
        return jsonify({"faults": switches_of.shown()})


def _switch(switches_of: Switches, given: dict[str, Any]) -> None:
    name = given.get("fault")
    if name == "none":
        switches_of.clear()
        return
    try:
        fault = Fault(str(name))
        value = None if given.get("value") in (None, "") else float(given["value"])
        times = None if given.get("times") in (None, "") else int(given["times"])
    except (ValueError, TypeError):
        raise Wrong("Ce réglage n'existe pas, ou sa valeur n'est pas un nombre.") from None
    if given.get("on", True):
        switches_of.set(fault, value=value, times=times)
    else:
        switches_of.clear(fault)


@control.post("/carrier")
def set_carrier() -> Response:
    """{blocks_after_stop: bool}: does the provider act on STOP by itself."""
    given = _given()
    with carrier().lock:
        carrier().blocks_after_stop = bool(given.get("blocks_after_stop"))
        carrier().changed()
    return jsonify({"blocks_after_stop": carrier().blocks_after_stop})


@control.post("/outage")
def begin_outage() -> Response:
    """{seconds}: from now on connections are refused, this API's too, for so long."""
    try:
        seconds = min(max(float(_given().get("seconds", 10)), 0.1), 600.0)
    except (TypeError, ValueError):
        raise Wrong("La durée est un nombre de secondes.") from None
    begin = current_app.extensions.get("outage")
    if begin is None:
        raise Wrong("La panne demande le vrai serveur.", 409)
    begin(seconds)
    return jsonify({"seconds": seconds})


@control.post("/history")
def add_history() -> Response:
    """{texts: [{number, name?, inbound?, channel?, body, at, status?, error?}]}: talks that took
    place before this carrier ran. Nothing is sent; `at` is SAS time.
    """
    texts = _given().get("texts")
    if not isinstance(texts, list):
        raise Wrong("L'histoire est une liste texts.")
    try:
        count = add_past(carrier(), texts)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise Wrong(f"Un texte passé est mal écrit : {fault}.") from None
    return jsonify({"count": count})


@control.post("/forget")
def forget() -> Response:
    """Start from nothing."""
    carrier().forget()
    return jsonify({"version": carrier().version})


@control.get("/media/<sid>")
def show_media(sid: str) -> Response:
    """A photo or a voice note, for the page."""
    for text in list(carrier().texts.values()):
        for media in text.media:
            if media.sid == sid:
                return Response(media.data, content_type=media.content_type)
    raise Wrong("Cette pièce jointe n'existe plus.", 404)


def _travel() -> TimeTravel:
    found = current_app.extensions["timetravel"]
    assert isinstance(found, TimeTravel)
    return found


@control.get("/clock")
def show_clock() -> Response:
    """SAS time, null when it cannot be moved."""
    return jsonify({"now": _travel().show()})


@control.post("/clock")
def move_clock() -> Response:
    """{by: "1h"} or {by: "next"}: jump, or to the next due thing."""
    return jsonify({"now": _travel().move(str(_given().get("by", "")))})
