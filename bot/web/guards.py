"""The first thing a request meets: who may open which door.

Default deny: a route without one of these marks stops the start, and every mark that lets
somebody in without an account says why; a test reads the list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlmodel import select

from bot.crypto import digest
from bot.models import Aiguilleur, Prescriber
from bot.web import expected, problems, sessions
from bot.web.context import get_settings, get_store
from bot.web.signed import refuse_unsigned


class Kind(StrEnum):
    """Who may come in."""

    PUBLIC = "public"
    AIGUILLEUR = "aiguilleur"
    LEAD = "lead"
    API_KEY = "api_key"
    TOKEN = "token"
    SIGNED = "signed"
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Guard:
    """The mark of a route. `why` is said for every door that needs no account."""

    kind: Kind
    why: str = ""


View = TypeVar("View", bound=Callable[..., ResponseReturnValue])

OF_LIBRARIES = {
    "static": Guard(Kind.PUBLIC, "our style sheets, scripts and pictures"),
    "bootstrap.static": Guard(Kind.PUBLIC, "Bootstrap's style sheets and scripts"),
}


class UnguardedRoute(Exception):
    """A route without a mark: the web does not start."""


def public(why: str) -> Callable[[View], View]:
    """Open to everybody, for this reason."""
    return _mark(Guard(Kind.PUBLIC, why))


def by_token(why: str) -> Callable[[View], View]:
    """Open to whoever holds the link: the view itself looks the token up and answers 404."""
    return _mark(Guard(Kind.TOKEN, why))


def demo_only(why: str) -> Callable[[View], View]:
    """Exists in the demo only (404 elsewhere)."""
    return _mark(Guard(Kind.DEMO, why))


def signed_by_carrier(why: str) -> Callable[[View], View]:
    """Needs the carrier's signature (403 otherwise)."""
    return _mark(Guard(Kind.SIGNED, why))


def aiguilleur_only(view: View) -> View:
    """Needs a signed-in aiguilleur; `the_aiguilleur()` is who."""
    return _mark(Guard(Kind.AIGUILLEUR))(view)


def lead_only(view: View) -> View:
    """Needs the lead of a team, signed in."""
    return _mark(Guard(Kind.LEAD))(view)


def api_key(view: View) -> View:
    """Needs a prescriber's key (`Authorization: Bearer`); `the_prescriber()` is who."""
    return _mark(Guard(Kind.API_KEY))(view)


def _mark(guard: Guard) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.__dict__["sas_guard"] = guard
        return view

    return mark


def guard_of(app: Flask, endpoint: str) -> Guard | None:
    """The mark of an endpoint, None when it has none."""
    if endpoint in OF_LIBRARIES:
        return OF_LIBRARIES[endpoint]
    found: Guard | None = getattr(app.view_functions.get(endpoint), "sas_guard", None)
    return found


def install(app: Flask) -> None:
    """Stand at every door of `app`, before anything else of a request."""
    app.before_request(_stand)


def check_routes(app: Flask) -> None:
    """Raises UnguardedRoute naming every route without a mark."""
    bare = sorted({r.rule for r in app.url_map.iter_rules() if guard_of(app, r.endpoint) is None})
    if bare:
        raise UnguardedRoute(", ".join(bare))


def exempt_from_csrf(app: Flask) -> list[Callable[..., object]]:
    """Views that carry another proof than our own page's form: a signature or a key."""
    return [
        view
        for endpoint, view in app.view_functions.items()
        if (guard := guard_of(app, endpoint)) and guard.kind in (Kind.SIGNED, Kind.API_KEY)
    ]


def _stand() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None
    guard = request_guard()
    if guard is None:
        abort(403)
    return _CHECKS[guard.kind]()


def request_guard() -> Guard | None:
    """The mark of the present request's door; None when there is no such door."""
    return guard_of(current_app, request.endpoint) if request.endpoint else None


def _open() -> None:
    return None


def _in_demo() -> None:
    if not get_settings().demo:
        abort(404)


def _signed_in() -> ResponseReturnValue | None:
    aiguilleur = _aiguilleur()
    if aiguilleur is None:
        session.clear()
        if problems.wants_json():
            return problems.answer(401, "signed_out")
        there = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("auth.door", next=there), 303)
    g.aiguilleur = aiguilleur
    if sessions.must_set_up(get_settings(), aiguilleur) and request.blueprint != "auth":
        return redirect(url_for("auth.security"), 303)
    return None


def _lead() -> ResponseReturnValue | None:
    turned_away = _signed_in()
    if turned_away is None and not g.aiguilleur.lead:
        abort(403)
    return turned_away


def _aiguilleur() -> Aiguilleur | None:
    signed = sessions.current(get_store().clock.real())
    if signed is None:
        return None
    with get_store().reading() as reading:
        found = reading.get(Aiguilleur, signed.aiguilleur_id)
    if found is None or not found.active or found.session_epoch != signed.epoch:
        return None
    return found


def _has_key() -> ResponseReturnValue | None:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    prescriber = _prescriber(key.strip()) if scheme.lower() == "bearer" else None
    if prescriber is None:
        return problems.answer(
            401,
            "key_unknown",
            detail=expected.key(request.headers.get("Authorization")),
            headers={"WWW-Authenticate": "Bearer"},
        )
    g.prescriber = prescriber
    return None


def _prescriber(key: str) -> Prescriber | None:
    if not key:
        return None
    with get_store().reading() as reading:
        return reading.exec(select(Prescriber).where(Prescriber.key_digest == digest(key))).first()


_CHECKS: dict[Kind, Callable[[], ResponseReturnValue | None]] = {
    Kind.PUBLIC: _open,
    Kind.TOKEN: _open,
    Kind.DEMO: _in_demo,
    Kind.SIGNED: refuse_unsigned,
    Kind.AIGUILLEUR: _signed_in,
    Kind.LEAD: _lead,
    Kind.API_KEY: _has_key,
}
