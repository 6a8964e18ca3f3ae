"""Messages and their media: create, fetch, list, redact, delete."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, request

from bot.simulator.delivery import Delivery, Wish, read_variables
from bot.simulator.faults import Fault
from bot.simulator.provider.answers import ROOT, Bare, Refused, answer, carrier, paged, root, within
from bot.simulator.texts import Phone, Text, media_json, text_json

messages = Blueprint("messages", __name__)


@messages.post(f"{ROOT}/Messages.json")
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
    return answer(text_json(text, carrier().account.sid), 201)


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
        raise Bare(Response("<html>Bad Gateway</html>", 502))
    if strike(phone, Fault.CUT_BEFORE) is not None:
        _cut()


def _after(phone: Phone | None) -> None:
    """The faults that strike when the text is already accepted."""
    strike = carrier().strike
    _wait(strike(phone, Fault.HANG_AFTER))
    if strike(phone, Fault.CUT_AFTER) is not None:
        _cut()


def _wait(seconds: float | None) -> None:
    if seconds:
        carrier().stopping.wait(seconds)


def _cut() -> None:
    """Break the connection under the client; what is answered afterwards goes nowhere."""
    cut: Callable[[], None] | None = request.environ.get("sas.cut")
    if cut is not None:
        cut()
    raise Bare(Response(status=500))


@messages.get(f"{ROOT}/Messages.json")
def list_messages() -> Response:
    """Newest first, filtered by To, From and DateSent, paged."""
    args = request.args
    wanted = [
        text
        for text in reversed(list(carrier().texts.values()))
        if args.get("To", text.to) == text.to
        and args.get("From", text.sender) == text.sender
        and within(text.sent, "DateSent")
    ]
    account = carrier().account.sid
    return paged("messages", wanted, lambda text: text_json(text, account), f"{root()}/Messages")


@messages.get(f"{ROOT}/Messages/<sid>.json")
def fetch_message(sid: str) -> Response:
    """One text."""
    return answer(text_json(_text(sid), carrier().account.sid))


@messages.post(f"{ROOT}/Messages/<sid>.json")
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
    return answer(text_json(text, carrier().account.sid))


@messages.delete(f"{ROOT}/Messages/<sid>.json")
def delete_message(sid: str) -> Response:
    """Forget a text for good."""
    _text(sid)
    with carrier().lock:
        del carrier().texts[sid]
        carrier().changed()
    carrier().journal.write("deleted", sid=sid)
    return Response(status=204)


@messages.get(f"{ROOT}/Messages/<sid>/Media.json")
def list_media(sid: str) -> Response:
    """Photos and voice notes of a text."""
    text, account = _text(sid), carrier().account.sid
    path = f"{root()}/Messages/{sid}/Media"
    return paged("media_list", text.media, lambda media: media_json(text, media, account), path)


@messages.get(f"{ROOT}/Messages/<sid>/Media/<media_sid>.json")
def fetch_media(sid: str, media_sid: str) -> Response:
    """What is known of one media."""
    text = _text(sid)
    for media in text.media:
        if media.sid == media_sid:
            return answer(media_json(text, media, carrier().account.sid))
    raise Refused(404, 20404)


@messages.get(f"{ROOT}/Messages/<sid>/Media/<media_sid>")
def download_media(sid: str, media_sid: str) -> Response:
    """The bytes of one media."""
    for media in _text(sid).media:
        if media.sid == media_sid:
            return Response(media.data, content_type=media.content_type)
    raise Refused(404, 20404)


@messages.delete(f"{ROOT}/Messages/<sid>/Media/<media_sid>.json")
def delete_media(sid: str, media_sid: str) -> Response:
    """Forget one media."""
    text = _text(sid)
    with carrier().lock:
        kept = tuple(media for media in text.media if media.sid != media_sid)
        if len(kept) == len(text.media):
            raise Refused(404, 20404)
        text.media = kept
    return Response(status=204)


def _text(sid: str) -> Text:
    text = carrier().texts.get(sid)
    if text is None:
        raise Refused(404, 20404)
    return text
