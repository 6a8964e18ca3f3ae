"""What a text costs, as an order of magnitude for documents and pages; the contract rules."""

from __future__ import annotations

from decimal import Decimal

# Public list prices of the provider for France, rounded up; to be replaced by the contract's.
CENTS_PER_SMS_SEGMENT = Decimal("8")
CENTS_PER_WHATSAPP_TEMPLATE = Decimal("5")
PRICES_SEEN = "2026-11"


def sms_price(segments: int) -> str:
    """The price of an SMS of that many segments, in words: "0,16 €"."""
    euros = CENTS_PER_SMS_SEGMENT * segments / 100
    return f"{euros:.2f} €".replace(".", ",")
