"""The phone page: one HTML frame that a small script fills from the control API."""

from __future__ import annotations

from flask import Blueprint, render_template

from bot.simulator.view import switches

page = Blueprint("page", __name__)


@page.get("/")
def phones() -> str:
    """Phones, switches and the time."""
    return render_template("phones.html", groups=switches())


@page.get("/health")
def health() -> dict[str, bool]:
    """The process is up."""
    return {"up": True}
