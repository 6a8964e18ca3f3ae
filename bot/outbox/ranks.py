"""The provider's delivery states by rank: what a row's `delivery` holds only rises (DESIGN 2)."""

from __future__ import annotations

RANKS = {
    "accepted": 0,
    "scheduled": 1,
    "queued": 2,
    "sending": 3,
    "sent": 4,
    "undelivered": 5,
    "failed": 6,
    "delivered": 7,
    "read": 8,
}

WORDS = {rank: word for word, rank in RANKS.items()}
DELIVERED, READ = RANKS["delivered"], RANKS["read"]


def rank_of(status: str) -> int | None:
    """The rank of a provider's word; None for one we do not know (canceled, receiving...)."""
    return RANKS.get(status)


def is_final_failure(status: str) -> bool:
    """Undelivered or failed: the carrier gave up."""
    return status in ("undelivered", "failed", "canceled")
