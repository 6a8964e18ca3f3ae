"""The first page: what SAS is in a few lines, and the doors of everybody."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from bot.web.context import get_settings
from bot.web.guards import public
from bot.web.words import simulator_url

home = Blueprint("home", __name__)


@dataclass(frozen=True, slots=True)
class Door:
    """A way in, with one line that says for whom."""

    url: str
    name: str
    words: str


@home.get("/")
@public("says what SAS is")
def index() -> ResponseReturnValue:
    """What SAS is, and where to go."""
    return render_template("home/index.html", doors=_doors())


def _doors() -> list[Door]:
    settings = get_settings()
    doors = [
        Door("/orienter", _("Orienter un jeune"), _("Prescripteurs : une page, une minute.")),
        Door("/inbox", _("La boîte de l'aiguilleur"), _("Qui attend, pourquoi, depuis quand.")),
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
    return [door for door in doors if _exists(door.url)]


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
