"""Absences of the team: declared once, with a substitute; both sides see them."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.conversations import NotAllowed
from bot.inbox import absences, board, words
from bot.web.context import get_store, the_aiguilleur
from bot.web.guards import aiguilleur_only
from bot.web.inbox import forms
from bot.web.inbox.blueprint import inbox, looking
from bot.web.inbox.pages import TRAYS


@inbox.get("/absences")
@aiguilleur_only
def absence_list() -> ResponseReturnValue:
    """Who is away, until when, who stands in; a form to say one's own."""
    return _page()


@inbox.post("/absences")
@aiguilleur_only
def declare_absence() -> ResponseReturnValue:
    """Declare one's own absence."""
    form = request.form
    try:
        first, last = forms.day(form.get("first", "")), forms.day(form.get("last", ""))
        absences.declare(
            get_store(),
            the_aiguilleur().id,
            first,
            last,
            form.get("substitute") or None,
            person=form.get("person") or None,
        )
    except NotAllowed as refused:
        return _page(words.REFUSALS.get(refused.code, refused.code)), 422
    flash("L'absence est notée. Les dossiers suivent pendant ce temps.", "success")
    return redirect(url_for("inbox.absence_list"), 303)


@inbox.post("/absences/<absence>/retirer")
@aiguilleur_only
def take_back_absence(absence: str) -> ResponseReturnValue:
    """Take back one's own absence."""
    absences.take_back(get_store(), the_aiguilleur().id, absence)
    flash("Cette absence est retirée.", "success")
    return redirect(url_for("inbox.absence_list"), 303)


def _page(refusal: str = "") -> str:
    store = get_store()
    with store.reading() as session:
        who, now = looking(session), store.clock.now()
        return render_template(
            "inbox/absences.html",
            who=who,
            rows=absences.absences(session, who, now),
            today=who.hours.local(now).date().isoformat(),
            refusal=refusal,
            typed=request.form,
            count=board.count(session, who, now),
            tray="",
            trays=TRAYS,
        )
