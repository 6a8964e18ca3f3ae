"""The aiguilleur's way in: a one-time link, or a password with a second factor; in the demo, a
choice of whom to be. Every knock is counted, and refused when it cannot be."""

from __future__ import annotations

from flask import Blueprint, abort, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlmodel import col, select

from bot import accounts, mailbox, rates
from bot.models import Aiguilleur, Team
from bot.web import sessions
from bot.web.context import get_settings, get_store, the_aiguilleur
from bot.web.guards import aiguilleur_only, by_token, demo_only, public

auth = Blueprint("auth", __name__)

TRIES, IN_SECONDS = 10, 900


@auth.get("/connexion")
@public("the sign-in page itself")
def door() -> ResponseReturnValue:
    """Where one signs in; in the demo, a list of people to be."""
    people = _people() if get_settings().demo else []
    return render_template("auth/door.html", people=people, there=_there(request.args.get("next")))


@auth.post("/connexion")
@public("signing in with a password and a second factor")
def sign_in() -> ResponseReturnValue:
    """E-mail, password and code. One sentence whatever was wrong."""
    email = request.form.get("email", "")[:200].strip().lower()
    _count("password", email)
    found = accounts.find_by_mail(get_store(), email)
    fits = accounts.password_fits(found, request.form.get("password", "")[:200])
    code = request.form.get("code", "")[:12]
    if found is None or not fits or not accounts.second_factor_fits(get_store(), found, code):
        flash("L'adresse, le mot de passe ou le code n'est pas le bon.", "danger")
        return render_template("auth/door.html", people=[], there=_there(_next()), email=email), 401
    return _enter(found)


@auth.post("/connexion/lien")
@public("asking for a one-time link by e-mail; the answer is the same for everybody")
def ask_link() -> ResponseReturnValue:
    """Send a link to a known address; say the same to any."""
    email = request.form.get("email", "")[:200].strip().lower()
    _count("link", email)
    found = accounts.find_by_mail(get_store(), email)
    if found is not None:
        mailbox.send_sign_in_link(get_store(), found)
    flash("Si cette adresse est connue, un lien vient de partir. Il sert une fois.", "success")
    return redirect(url_for("auth.door"), 303)


@auth.get("/connexion/lien/<token>")
@by_token("a one-time link opens a page whose button posts: previewers fetch links")
def link(token: str) -> ResponseReturnValue:
    """The page of a link: nothing happens before its button."""
    store = get_store()
    with store.reading() as reading:
        owner = accounts.link_owner(reading, token, store.clock.real())
    status = 200 if owner else 410
    return render_template("auth/link.html", owner=owner, token=token), status


@auth.post("/connexion/lien/<token>")
@by_token("spends the one-time link and signs its owner in")
def use_link(token: str) -> ResponseReturnValue:
    """Sign in by the link; with a second factor already set, its code is asked for too."""
    _count("token", "")
    store = get_store()
    with store.reading() as reading:
        owner = accounts.link_owner(reading, token, store.clock.real())
    if owner is not None and owner.totp_sealed is not None:
        code = request.form.get("code", "")[:12]
        if not accounts.second_factor_fits(store, owner, code):
            flash("Le code à 6 chiffres n'est pas le bon.", "danger")
            return render_template("auth/link.html", owner=owner, token=token), 401
    found = accounts.use_link(store, token)
    if found is None:
        return render_template("auth/link.html", owner=None, token=token), 410
    return _enter(found)


@auth.post("/connexion/demo")
@demo_only("in the demo one chooses whom to be")
def be_somebody() -> ResponseReturnValue:
    """Sign in as one of the demo's aiguilleurs."""
    with get_store().reading() as reading:
        found = reading.get(Aiguilleur, request.form.get("who", "")[:64])
    if found is None or not found.active:
        abort(404)
    return _enter(found)


@auth.post("/deconnexion")
@aiguilleur_only
def sign_out() -> ResponseReturnValue:
    """Leave, here or on every machine."""
    if request.form.get("everywhere"):
        accounts.sign_out_everywhere(get_store(), the_aiguilleur().id)
    session.clear()
    flash("Vous êtes déconnecté de SAS sur cet appareil.", "success")
    return redirect(url_for("auth.door"), 303)


@auth.get("/compte/securite")
@aiguilleur_only
def security() -> ResponseReturnValue:
    """Choose a password and a second factor."""
    return _security_page(accounts.new_secret())


@auth.post("/compte/securite")
@aiguilleur_only
def set_up() -> ResponseReturnValue:
    """Keep them, once the code proves that the telephone has the secret."""
    who = the_aiguilleur()
    _count("setup", who.id)
    given = request.form.get("secret", "")[:64]
    secret = given if accounts.is_secret(given) else accounts.new_secret()  # no code fits it yet
    if who.totp_sealed is not None and not _knows_password(who):
        flash("Le mot de passe actuel n'est pas le bon.", "danger")
        return _security_page(secret), 422
    try:
        found = accounts.set_up(
            get_store(),
            who.id,
            password=request.form.get("password", "")[:200],
            secret=secret,
            code=request.form.get("code", "")[:12],
        )
    except accounts.BadAccount as wrong:
        flash(str(wrong), "danger")
        return _security_page(secret), 422
    flash("C'est enregistré. Les autres appareils sont déconnectés.", "success")
    return _enter(found)


def _knows_password(who: Aiguilleur) -> bool:
    return accounts.password_fits(who, request.form.get("current", "")[:200])


def _security_page(secret: str) -> str:
    who = the_aiguilleur()
    groups = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    uri = accounts.secret_uri(secret, who.name)
    return render_template(
        "auth/security.html",
        who=who,
        secret=secret,
        groups=groups,
        uri=uri,
        set_already=bool(who.totp_sealed),
    )


def _enter(found: Aiguilleur) -> ResponseReturnValue:
    there = _there(_next())
    sessions.begin(found, get_store().clock.real())
    g.aiguilleur = found
    return redirect(there or "/inbox", 303)


def _people() -> list[tuple[Aiguilleur, str]]:
    """Everybody one can be in the demo, with the team's name."""
    with get_store().reading() as reading:
        query = select(Aiguilleur, Team).join(Team, col(Team.id) == col(Aiguilleur.team_id))
        rows = reading.exec(query.where(col(Aiguilleur.active)).order_by(col(Aiguilleur.id)))
        return [(person, team.name) for person, team in rows]


def _next() -> str | None:
    return request.form.get("next")


def _there(path: str | None) -> str | None:
    """Where to go after signing in: a path of ours, never another site."""
    if not path or not path.startswith("/") or path.startswith(("//", "/\\")) or "\n" in path:
        return None
    return path[:500]


def _count(what: str, whom: str) -> None:
    """One knock: per account and per origin; 429 beyond the limit or when it cannot be kept."""
    store = get_store()
    origin = store.vault.index(request.remote_addr or "nowhere")[:16]
    names = [f"auth:{what}:from:{origin}"]
    if whom:
        names.append(f"auth:{what}:{store.vault.index(whom)[:16]}")
    for name in names:
        limit = TRIES if not name.startswith(f"auth:{what}:from") else TRIES * 6
        rates.knock(store, name, limit, IN_SECONDS)
