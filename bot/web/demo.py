"""Pages of the demo only: the e-mails that would have left, and the movable time."""

from __future__ import annotations

import logging

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from bot import mailbox, timetravel
from bot.web.context import get_runtime, get_store
from bot.web.guards import demo_only

demo = Blueprint("demo", __name__, url_prefix="/demo")
log = logging.getLogger("sas.web")


@demo.get("/courrier")
@demo_only("shows the e-mails that would have left")
def mail() -> ResponseReturnValue:
    """The newest e-mails."""
    return render_template("home/mail.html", mails=mailbox.recent(get_store()))


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


def _back(path: str) -> str:
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
