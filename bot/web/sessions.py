"""Who is signed in: a signed cookie with an id, an epoch and a real-time start, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask, Request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

from bot.models import Aiguilleur
from bot.settings import Settings

LONGEST = timedelta(hours=12)


class Sessions(SecureCookieSessionInterface):
    """Flask's own, which makes no key ready for a request without a cookie."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """See SecureCookieSessionInterface."""
        if "HTTP_COOKIE" not in request.environ:
            return self.session_class()
        return super().open_session(app, request)


@dataclass(frozen=True, slots=True)
class Signed:
    """What the cookie says; `epoch` must still be the aiguilleur's own."""

    aiguilleur_id: str
    epoch: int


def current(real: datetime) -> Signed | None:
    """The present session, None when there is none or it began over 12 hours ago
    (`real`: aware, real time)."""
    who, epoch, since = (session.get(name) for name in ("who", "epoch", "since"))
    if not (isinstance(who, str) and isinstance(epoch, int) and isinstance(since, int)):
        return None
    if not 0 <= real.timestamp() - since <= LONGEST.total_seconds():
        return None
    return Signed(who, epoch)


def begin(aiguilleur: Aiguilleur, real: datetime) -> None:
    """Sign in: a fresh session, so that nothing from before is kept."""
    session.clear()
    session["who"] = aiguilleur.id
    session["epoch"] = aiguilleur.session_epoch
    session["since"] = int(real.timestamp())
    session.permanent = True


def must_set_up(settings: Settings, aiguilleur: Aiguilleur) -> bool:
    """In production nothing opens before a password and a second factor are set."""
    return settings.production and not (aiguilleur.password_hash and aiguilleur.totp_sealed)
