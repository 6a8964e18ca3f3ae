"""The blueprint that the modules of the inbox hang their routes on, and who is looking."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint
from sqlmodel import Session

from bot.inbox import dates
from bot.inbox.viewer import Viewer, viewer
from bot.web.context import get_store, the_aiguilleur

inbox = Blueprint("inbox", __name__, url_prefix="/inbox")


def looking(session: Session) -> Viewer:
    """The signed-in aiguilleur with her team, read in this session."""
    return viewer(session, the_aiguilleur().id, get_store().clock.now())


def when(at: datetime, who: Viewer) -> str:
    """An instant in words, as that viewer reads it."""
    return dates.moment(at, get_store().clock.now(), who.zone)
