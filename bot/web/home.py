"""The first page: what SAS is in a few lines, and the doors of everybody."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from bot import relays
from bot.web.context import get_settings, get_store
from bot.web.guards import public
from bot.web.words import simulator_url

home = Blueprint("home", __name__)


@dataclass(frozen=True, slots=True)
class Door:
    """A way in, with one line that says for whom; without `url`, how one comes in."""

    url: str | None
    name: str
    words: str


@home.get("/")
@public("says what SAS is")
def index() -> ResponseReturnValue:
    """What SAS is, and where to go."""
    people = get_settings().demo_data
    return render_template("home/index.html", doors=_doors(), people=people)


def _doors() -> list[Door]:
    settings = get_settings()
    doors = [
        Door("/orienter", _("Orienter un jeune"), _("Prescripteurs : une page, une minute.")),
        Door("/inbox", _("La boîte de l'aiguilleur"), _("Qui attend, pourquoi, depuis quand.")),
        _structure(settings.demo),
    ]
    if settings.demo:
        doors += [
            Door(
                simulator_url(settings.port),
                _("Les téléphones"),
                _("Jouez les jeunes : écrire, répondre, ne pas répondre."),
            ),
            Door(
                "/demo/courrier",
                _("Le courrier"),
                _("Structures et prescripteurs : leurs e-mails, et les liens pour répondre."),
            ),
            Door(
                "/demo/messages",
                _("Les messages"),
                _("Chaque texte tel qu'un téléphone le montre."),
            ),
        ]
    doors += [
        Door("/pilotage", _("Les hypothèses"), _("Ce que SAS doit prouver, chiffre à l'appui.")),
        Door("/stats", _("Les chiffres publics"), _("Pour tout le monde, sans compte.")),
    ]
    return [door for door in doors if door.url is None or _exists(door.url)]


def _structure(demo: bool) -> Door:
    """A structure has no account, only the link of each relay. The demo opens one that waits."""
    waiting = relays.waiting_link(get_store()) if demo else None
    if waiting is not None:
        words = _("%(name)s n'a pas répondu : sa page, par son lien.", name=waiting[0])
        return Door(f"/relais/{waiting[1]}", _("La structure"), words)
    if demo:
        words = _("Aucune n'a à répondre. Proposez un relais : son lien vient au courrier.")
        return Door("/demo/courrier", _("La structure"), words)
    words = _(
        "Votre page s'ouvre par le lien reçu par e-mail, sans compte. Lien perdu ? Il est dans "
        "chacun de nos e-mails. Sinon, répondez à l'un d'eux, ou dites votre réponse à "
        "l'aiguilleur au téléphone : il la note."
    )
    return Door(None, _("La structure"), words)


def _exists(url: str) -> bool:
    """Is it a page of ours that exists, or an address elsewhere?"""
    if not url.startswith("/"):
        return True
    try:
        current_app.url_map.bind("").match(url)
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    return True
