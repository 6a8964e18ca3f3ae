"""The prescriber's own pages: one form, one minute, no account; then the follow-up by its link."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from flask import (
    Blueprint,
    Response,
    flash,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.datastructures import MultiDict

from bot import rates
from bot import referrals as doors
from bot.ids import token as fresh_token
from bot.models import Prescriber
from bot.rates import TooMany
from bot.referrals import NotReady, Receipt, Refused, Wrong, kinds
from bot.referrals.asking import read_asker, who_refers
from bot.referrals.given import ReferralIn
from bot.referrals.phones import NotAPhone, read_phone
from bot.store import Gone
from bot.web.context import get_settings, get_store
from bot.web.guards import by_token, public
from bot.web.remembered import forget, prove, remember, remembered
from bot.web.words import again

pages = Blueprint("orienter", __name__)

CHECKS_PER_MINUTE = 60
TOO_MANY = "Trop d'envois d'un coup."
LONGEST_VISIT = 3_600  # seconds; longer says nothing about the form
TEXTS = (
    "first_name", "phone", "language", "tone", "say_from", "commune", "reason",
    "support_ends_on", "best_time", "announced", "note", "reference",
)  # fmt: skip

LABELS = {
    "name": "Votre nom",
    "email": "Votre e-mail",
    "kind": "Vous êtes",
    "organisation": "Votre organisation",
    "first_name": "Son prénom ou surnom",
    "phone": "Son téléphone",
    "birth_year": "Année de naissance",
    "say_from": "De la part de qui",
    "commune": "Commune",
    "support_ends_on": "Fin de votre accompagnement",
    "adult_name": "Nom de l'adulte",
    "adult_phone": "Téléphone de l'adulte",
    "announced": "Ce que vous lui avez dit",
    "reason": "Pourquoi maintenant",
    "note": "Un mot pour l'équipe",
    "reference": "Votre référence",
    "language": "Sa langue",
    "tone": "On lui dit",
    "best_time": "Le meilleur moment",
}


@pages.get("/orienter")
@public("a prescriber refers without an account")
def form() -> ResponseReturnValue:
    """The form, with who you are remembered."""
    values: MultiDict[str, str] = MultiDict(remembered(get_store()))
    return _form(values, [])


@pages.post("/orienter")
@public("a prescriber refers without an account; rates bound it and unknown persons are confirmed")
def refer() -> ResponseReturnValue:
    """One referral: the receipt, or the form again with its errors beside the fields."""
    store, typed = get_store(), request.form
    wrong: list[Wrong] = []
    try:
        asker = read_asker(typed)
    except Refused as refused:
        asker, wrong = None, list(refused.wrong)
    try:
        given: ReferralIn | None = doors.read_referral(
            _given(typed),
            year=store.clock.now().year,
            production=get_settings().production,
            ours=get_settings().own_numbers,
        )
    except Refused as refused:
        given, wrong = None, wrong + refused.wrong
    if asker is None or given is None:
        return _form(typed, wrong, 422)
    try:
        prescriber = who_refers(store, asker, request.remote_addr or "")
        receipt = doors.refer(
            store,
            prescriber,
            given,
            idempotency_key=f"form {typed.get('cle', '')[:64] or fresh_token()}",
            origin="form",
            seconds=_seconds(typed),
            asked_by=asker.name,
        )
    except Refused:
        return _form(typed, [], 409, "Ce formulaire a déjà été envoyé. Reprenez-en un nouveau.")
    except TooMany as many:
        page = make_response(_form(typed, [], 429, f"{TOO_MANY} {again(many)}"))
        page.headers["Retry-After"] = str(many.after)
        return page
    except NotReady:
        return _form(typed, [], 503, "Aucune équipe n'est encore prête. Réessayez plus tard.")
    return _receipt(receipt, prescriber, asker.kind)


def _receipt(receipt: Receipt, prescriber: Prescriber, kind: str) -> ResponseReturnValue:
    """The link to follow is shown to whoever has opened one from this mailbox before; to anybody
    else it goes to the mailbox only, so that nobody follows a referral in another's name."""
    store = get_store()
    shows_link = get_settings().demo or remembered(store).get("proved") == prescriber.id
    page = render_template(
        "referrals/receipt.html",
        receipt=receipt,
        confirmed=prescriber.confirmed and kind not in kinds.RELATIVES,
        link=receipt.answer["tracking_url"] if shows_link else None,
        token=receipt.tracking_token if shows_link else None,
        card=receipt.answer.get("card"),
        tally=doors.tally(store, prescriber) if shows_link else None,
        notice=receipt.answer.get("notice"),
    )
    return remember(make_response(page), store, request.form)


def _given(typed: MultiDict[str, str]) -> dict[str, Any]:
    """The form's texts as the API would be given them; what is empty was not given."""
    given: dict[str, Any] = {name: typed[name] for name in TEXTS if typed.get(name, "").strip()}
    given["informed"] = typed.get("informed") == "on"
    given["whatsapp_agreed"] = typed.get("whatsapp_agreed") == "on"
    year = typed.get("birth_year", "").strip()
    if year:
        given["birth_year"] = int(year) if re.fullmatch(r"[0-9]{1,9}", year) else year
    second = typed.get("second_way", "").strip()
    if second:
        note = given.get("note", "")
        given["note"] = f"Autre moyen de la joindre : {second}\n{note}".strip()
    adult = {
        key: typed[f"adult_{key}"].strip()
        for key in ("name", "phone")
        if typed.get(f"adult_{key}", "").strip()
    }
    if adult:
        given["trusted_adult"] = adult
    return given


def _form(
    typed: MultiDict[str, str], wrong: list[Wrong], status: int = 200, said: str = ""
) -> ResponseReturnValue:
    errors = {one.field.replace("trusted_adult.", "adult_"): _said(one) for one in wrong}
    settings, store = get_settings(), get_store()
    page = render_template(
        "referrals/form.html",
        v=typed,
        errors=errors,
        labels=LABELS,
        said=said,
        kinds=kinds.NAMES,
        secrecy=" ".join(sorted(kinds.SECRECY_BOUND)),
        boxes={"known": kinds.INFORMED, "agreed": kinds.AGREED},
        agreed=typed.get("kind") in kinds.SECRECY_BOUND,
        organisations=doors.known_organisations(store),
        key=typed.get("cle") or fresh_token(),
        opened=typed.get("ouvert") or _sealed_now(),
        latest=store.clock.now().year - 15,
        fiction=not settings.production,
    )
    return make_response(page, status)


def _said(one: Wrong) -> str:
    """In French, as the page is; nothing of JSON's quotes to whoever types in a box."""
    return (Wrong(one.field, "typed_year") if one.code == "not_year" else one).says("fr")


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(get_settings().secret_key, salt="orienter opened")


def _sealed_now() -> str:
    sealed = _signer().dumps(int(get_store().clock.real().timestamp()))
    return sealed if isinstance(sealed, str) else sealed.decode()


def _seconds(typed: MultiDict[str, str]) -> int | None:
    """How long the form took, for H1; None when it cannot be told."""
    try:
        opened = datetime.fromtimestamp(int(_signer().loads(typed.get("ouvert", ""))), UTC)
    except (BadData, ValueError, TypeError, OverflowError):
        return None
    seconds = int((get_store().clock.real() - opened).total_seconds())
    return seconds if 0 <= seconds <= LONGEST_VISIT else None


@pages.post("/orienter/numero")
@public("says whether a number is well formed, never whether it is known")
def check_number() -> ResponseReturnValue:
    """The live check beside the field: the form of the number only."""
    store, settings = get_store(), get_settings()
    place = store.vault.index(request.remote_addr or "")[:32]
    typed = request.form.get("phone", "")[:40]
    try:
        rates.knock(store, f"numero:{place}", CHECKS_PER_MINUTE, 60)
        phone = read_phone(typed, production=settings.production, ours=settings.own_numbers)
    except TooMany:
        return jsonify(state="quiet", words="")
    except NotAPhone as wrong:
        return jsonify(state="wrong", words=Wrong("phone", wrong.code).says("fr"))
    if not phone.textable:
        return jsonify(state="call", words="Ce numéro ne reçoit pas de SMS : quelqu'un appellera.")
    return jsonify(state="good", words="Ce numéro peut recevoir un SMS.")


@pages.post("/orienter/oublier")
@public("forgets who was remembered on this machine")
def forget_me() -> ResponseReturnValue:
    """This machine is shared: forget who I am."""
    answer = redirect(url_for("orienter.form"), 303)
    assert isinstance(answer, Response)
    return forget(answer)


# --- the follow-up


@pages.get("/suivi/<token>")
@by_token("the link of one referral, known to its prescriber")
def follow(token: str) -> ResponseReturnValue:
    """What became of one referral."""
    return prove(make_response(_follow_page(token)), get_store(), token)


def _follow_page(token: str, **more: Any) -> str:
    found = doors.follow(get_store(), token)
    steps = [(STEPS[step], datetime.fromisoformat(at)) for step, at in found.progress.steps]
    return render_template(
        "referrals/follow.html", f=found, token=token, said=STEPS, steps=steps, **more
    )


@pages.get("/suivi/<token>/carte")
@by_token("the link of one referral, known to its prescriber")
def card(token: str) -> ResponseReturnValue:
    """The card to print and give: a code, a number, nothing about her."""
    found = doors.follow(get_store(), token)
    if found.card is None:
        raise Gone("card")
    return make_response(render_template("referrals/card.html", f=found, token=token))


@pages.post("/suivi/<token>/prevenue")
@by_token("the link of one referral, known to its prescriber")
def inform(token: str) -> ResponseReturnValue:
    """ "Elle est prévenue": the first text may be planned."""
    doors.inform(get_store(), token)
    flash("C'est noté. Le premier message peut partir.", "success")
    return _back(token)


@pages.post("/suivi/<token>/numero")
@by_token("the link of one referral, known to its prescriber")
def new_number(token: str) -> ResponseReturnValue:
    """Another number for her."""
    typed = request.form.get("phone", "")[:40]
    return _act(token, lambda: doors.number_given(get_store(), token, typed), "phone", typed)


@pages.post("/suivi/<token>/mot")
@by_token("the link of one referral, known to its prescriber")
def word(token: str) -> ResponseReturnValue:
    """A word to the aiguilleur."""
    typed = request.form.get("word", "")
    return _act(token, lambda: doors.write_to_us(get_store(), token, typed), "word", typed)


def _act(token: str, does: Any, field: str, typed: str) -> ResponseReturnValue:
    try:
        does()
    except Refused as refused:
        errors = {field: refused.wrong[0].says("fr")}
        page = _follow_page(token, errors=errors, typed=typed)
        return make_response(page, 422)
    except TooMany as many:
        flash(f"{TOO_MANY} {again(many)}", "warning")
    else:
        flash("C'est transmis. Une personne de l'équipe le lit.", "success")
    return _back(token)


def _back(token: str) -> Response:
    answer = redirect(url_for("orienter.follow", token=token), 303)
    assert isinstance(answer, Response)
    return answer


STEPS = {
    "received": "Reçue",
    "to_announce": "À prévenir",
    "attempting": "Premier contact tenté",
    "not_reached": "Pas joignable à ce numéro",
    "in_contact": "En lien",
    "relay_proposed": "Une structure est proposée",
    "relayed": "Relayée",
    "taken_in_charge": "Accompagnée",
    "closed": "Terminée",
}
