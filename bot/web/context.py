"""What every page of the web may ask for: the store, the settings, and who is asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, g

from bot.models import Aiguilleur, Prescriber
from bot.settings import Settings
from bot.store import Store

if TYPE_CHECKING:
    from bot.runtime import Runtime


def get_runtime() -> Runtime:
    """The runtime this application was made with."""
    runtime: Runtime = current_app.extensions["sas"]
    return runtime


def get_store() -> Store:
    """The store of this application."""
    return get_runtime().store


def get_settings() -> Settings:
    """The settings of this application."""
    return get_store().settings


def the_aiguilleur() -> Aiguilleur:
    """Who is signed in; only behind `@aiguilleur_only` or `@lead_only`."""
    aiguilleur: Aiguilleur = g.aiguilleur
    return aiguilleur


def the_prescriber() -> Prescriber:
    """Whose API key came with the request; only behind `@api_key`."""
    prescriber: Prescriber = g.prescriber
    return prescriber
