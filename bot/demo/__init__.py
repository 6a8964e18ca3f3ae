"""Demo data: a team to begin with; everything else of it runs through the real doors."""

from __future__ import annotations

from bot import accounts
from bot.runtime import Runtime


def seed(rt: Runtime) -> None:
    """Make sure that somebody can sign in. Does nothing the second time."""
    with rt.store.transaction() as session:
        accounts.bootstrap(session, rt.store)
