"""The structure's page: no account, one link, one answer. A GET shows, a button posts."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot import relays as doors
from bot.conversations import NotAllowed
from bot.rates import TooMany
from bot.relays import REFUSALS
from bot.web.context import get_store
from bot.web.guards import by_token
from bot.web.words import again
from flows.events import StructureSays

structures = Blueprint("relays", __name__)

THANKS = {
    StructureSays.EXPECTED: "Merci. Elle est prévenue du rendez-vous, et un rappel part la veille.",
    StructureSays.MET: "Merci. Nous vous demanderons des nouvelles à 7, 30, 90 et 180 jours.",
    StructureSays.NO_SHOW: "Merci de l'avoir dit. Quelqu'un lui parle, et vous tient au courant.",
    StructureSays.NOT_FOR_US: "Merci de l'avoir dit vite. Nous cherchons autre chose avec elle.",
    StructureSays.STILL_FOLLOWED: "Merci. C'est noté.",
    StructureSays.NOT_FOLLOWED: "Merci de l'avoir dit. Quelqu'un reprend contact avec elle.",
}
TOO_MANY = "Trop de réponses d'un coup."
WRONG = {
    "reason": ("reason", "Choisissez une raison de la liste."),
    "appointment": ("day", "Un jour et une heure à venir sont attendus, dans l'année."),
    "says": ("says", "Choisissez une réponse."),
}


@structures.get("/relais/<token>")
@by_token("the link of one relay, known to the structure's shared mailbox")
def show(token: str) -> ResponseReturnValue:
    """What she agreed to pass on, and what may be answered."""
    return make_response(_page(token))


@structures.post("/relais/<token>")
@by_token("the link of one relay, known to the structure's shared mailbox")
def answer(token: str) -> ResponseReturnValue:
    """One answer."""
    store, typed = get_store(), request.form
    try:
        says = _says(typed.get("says", ""))
        doors.answer_by_link(
            store,
            token,
            says,
            reason=typed.get("reason") if says is StructureSays.NOT_FOR_US else None,
            appointment=_appointment(token, typed.get("day", ""), typed.get("hour", ""))
            if says is StructureSays.EXPECTED
            else None,
            person=typed.get("person", ""),
        )
    except NotAllowed as refused:
        if refused.code not in WRONG:
            flash("Cette page a changé entre-temps.", "warning")
            return redirect(url_for("relays.show", token=token), 303)
        field, words = WRONG[refused.code]
        return make_response(_page(token, errors={field: words}), 422)
    except TooMany as many:
        page = make_response(_page(token, errors={"says": f"{TOO_MANY} {again(many)}"}), 429)
        page.headers["Retry-After"] = str(many.after)
        return page
    flash(THANKS[says], "success")
    return redirect(url_for("relays.show", token=token), 303)


def _says(value: str) -> StructureSays:
    try:
        return StructureSays(value)
    except ValueError as unknown:
        raise NotAllowed("says") from unknown


def _appointment(token: str, day: str, hour: str) -> datetime | None:
    """An hour as the structure types it, in its own zone; None when none was given. Half of it is
    refused: she would be told an hour that nobody said."""
    if not day and not hour:
        return None
    try:
        typed = datetime.fromisoformat(f"{day}T{hour}")
    except ValueError as wrong:
        raise NotAllowed("appointment") from wrong
    return typed.replace(tzinfo=doors.structure_zone(get_store(), token))


def _page(token: str, errors: dict[str, str] | None = None) -> str:
    page = doors.open_link(get_store(), token)
    return render_template(
        "relays/page.html",
        p=page,
        token=token,
        refusals=REFUSALS,
        errors=errors or {},
        typed=request.form,
    )
