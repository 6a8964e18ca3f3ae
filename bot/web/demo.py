"""Pages of the demo only: the e-mails that would have left, and the movable time."""

from __future__ import annotations

import logging
from functools import cache
from itertools import groupby

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from bot import mailbox, timetravel
from bot.web.context import get_runtime, get_settings, get_store
from bot.web.guards import demo_only, signed_by_carrier
from messages.catalog.languages import LANGUAGES
from messages.prices import sms_price
from messages.specimens import Shown, shown

demo = Blueprint("demo", __name__, url_prefix="/demo")
log = logging.getLogger("sas.web")


@demo.get("/courrier")
@demo_only("shows the e-mails that would have left")
def mail() -> ResponseReturnValue:
    """The newest e-mails."""
    return render_template("home/mail.html", mails=mailbox.recent(get_store()))


@demo.get("/messages")
@demo_only("shows each message as it looks on a phone")
def messages() -> ResponseReturnValue:
    """Every text of one language and tone, by SMS or on WhatsApp, with what it costs."""
    code = request.args.get("langue", "fr")
    code = code if code in LANGUAGES else "fr"
    tone = "vous" if request.args.get("ton") == "vous" else "tu"
    whatsapp = request.args.get("canal") == "whatsapp"
    found = [one for one in _shown(code) if one.tone == tone or not LANGUAGES[code].two_tones]
    return render_template(
        "home/messages.html",
        languages=LANGUAGES,
        language=LANGUAGES[code],
        tone=tone,
        whatsapp=whatsapp,
        price=sms_price,
        groups=[(key, list(ones)) for key, ones in groupby(found, lambda one: (one.key, one.said))],
    )


@cache
def _shown(code: str) -> tuple[Shown, ...]:
    return tuple(shown(code))


@demo.post("/heure")
@demo_only("moves the time of the whole system")
def travel() -> ResponseReturnValue:
    """Jump by a span, or to the next due thing, then come back to the page."""
    by = request.form.get("by", "")[:10]
    try:
        if by == "next":
            if timetravel.advance_to_next(get_runtime()) is None:
                flash(_("Rien n'est prévu : l'heure n'a pas bougé."), "info")
        else:
            timetravel.advance(get_runtime(), timetravel.span_of(by))
    except timetravel.NoTravel:
        log.info("no_travel")
        flash(_("L'heure n'a pas bougé : dites une durée comme 1h ou 1d."), "warning")
    return redirect(_back(request.form.get("back", "/")), 303)


@demo.post("/horloge")
@signed_by_carrier("the phone page moves the time of the demo")
def travel_from_phones() -> ResponseReturnValue:
    """As above, asked by the carrier simulator. JSON {now}, or 409 with {error} in French."""
    if not get_settings().demo:
        abort(404)
    by = request.form.get("By", "")[:10]
    try:
        if by == "next":
            if timetravel.advance_to_next(get_runtime()) is None:
                return {"error": _("Rien n'est prévu : l'heure n'a pas bougé.")}, 409
        else:
            timetravel.advance(get_runtime(), timetravel.span_of(by))
    except timetravel.NoTravel:
        return {"error": _("L'heure n'a pas bougé : dites une durée comme 1h ou 1d.")}, 409
    return {"now": timetravel.show(get_runtime())}


def _back(path: str) -> str:
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
