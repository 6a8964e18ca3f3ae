"""Who fills in the form is remembered on her own machine, in a signed cookie of ours."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, request
from itsdangerous import BadData, URLSafeSerializer
from sqlmodel import col, select

from bot.crypto import digest
from bot.models import Organisation, Prescriber, Referral
from bot.store import Store, unseal

COOKIE = "sas_moi"
MONTHS_6 = 183 * 86_400
FIELDS = ("name", "email", "organisation", "kind")


def remembered(store: Store) -> dict[str, str]:
    """Name, e-mail, organisation and kind typed here before; `proved`: the id of the prescriber
    whose mailbox a link was opened from. In the demo a first visitor is its first prescriber."""
    kept = _kept(store)
    if "email" not in kept and store.settings.demo:
        return {**_demo_person(store), **kept}
    return kept


def remember(response: Response, store: Store, typed: Mapping[str, str]) -> Response:
    """Keep who this was for the next time, or nothing when she says so."""
    kept = {}
    if typed.get("keep") == "on":
        kept = {field: " ".join(typed.get(field, "").split())[:200] for field in FIELDS}
    proved = _kept(store).get("proved")
    return _set(response, store, {**kept, **({"proved": proved} if proved else {})})


def prove(response: Response, store: Store, token: str) -> Response:
    """A link of hers was opened here: this machine is hers. Nothing is written but the cookie."""
    with store.reading() as session:
        found = session.exec(
            select(Referral.prescriber_id).where(Referral.tracking_digest == digest(token))
        ).first()
    kept = _kept(store)
    if found is None or kept.get("proved") == found:
        return response
    return _set(response, store, {**kept, "proved": found})


def forget(response: Response) -> Response:
    """Forget who this was."""
    response.delete_cookie(COOKIE)
    return response


def _kept(store: Store) -> dict[str, str]:
    try:
        kept = _signer(store).loads(request.cookies.get(COOKIE, ""))
    except BadData:
        return {}
    return {str(name): str(value) for name, value in kept.items()} if isinstance(kept, dict) else {}


def _set(response: Response, store: Store, kept: Mapping[str, str]) -> Response:
    value = _signer(store).dumps(dict(kept))
    response.set_cookie(
        COOKIE,
        value if isinstance(value, str) else value.decode(),
        max_age=MONTHS_6,
        httponly=True,
        samesite="Lax",
        secure=store.settings.public_url.startswith("https://"),
    )
    return response


def _signer(store: Store) -> URLSafeSerializer:
    return URLSafeSerializer(store.settings.secret_key, salt=COOKIE)


def _demo_person(store: Store) -> dict[str, str]:
    """Whom a newcomer plays first: the oldest confirmed prescriber."""
    with store.reading() as session:
        row = session.exec(
            select(Prescriber, Organisation)
            .join(Organisation, col(Organisation.id) == col(Prescriber.organisation_id))
            .where(col(Prescriber.confirmed).is_(True))
            .order_by(col(Prescriber.id))
        ).first()
    if row is None:
        return {}
    who, where = row
    mail = unseal(store.vault.common, who.email_sealed, who.id, "email")
    name = who.name or mail.partition("@")[0]
    return {"name": name, "email": mail, "organisation": where.name, "kind": where.kind}
