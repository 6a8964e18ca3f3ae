"""One referral on its way to its rows, with what decides how it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot import territories
from bot.models import Organisation, Prescriber, Team
from bot.referrals import kinds, places
from bot.referrals.given import ReferralIn
from bot.referrals.phones import Phone
from bot.store import Store


@dataclass(slots=True)
class Case:
    """One referral on its way to its rows."""

    session: Session
    store: Store
    prescriber: Prescriber
    organisation: Organisation
    given: ReferralIn
    phone: Phone
    origin: str
    language: str
    now: datetime
    seconds: int | None = None
    asked_by: str = ""  # who filled in the form; kept of a private person only, under her key

    @property
    def card_only(self) -> bool:
        """Justice, and an operator without a title to hold its data: nothing is kept of her."""
        return self.organisation.kind in kinds.JUSTICE and not self.team().may_hold_justice

    @property
    def to_confirm(self) -> bool:
        """A relative, or somebody no human has confirmed yet (PRODUCT 12.6)."""
        return self.organisation.kind in kinds.RELATIVES or not self.prescriber.confirmed

    def team(self) -> Team:
        """By territory, else by organisation, else the first. Raises NotReady."""
        return places.team_for(self.session, self.territory(), self.organisation)

    def territory(self) -> str | None:
        """From the commune, else the number's prefix, else the organisation."""
        commune = self.given.commune
        found = territories.of_commune(commune) if commune else None
        return found or self.phone.territory or self.organisation.territory_code
