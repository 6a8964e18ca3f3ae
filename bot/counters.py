"""Dateless counts that events increment; they stay after erasure (DESIGN section 4)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from bot.models import Counter


def count(session: Session, name: str, label: str, at: datetime, by: int = 1) -> None:
    """Add `by` to the counter of that name and label for the UTC day of `at`."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    row = insert(Counter).values(name=name, label=label, day=at.date(), value=by)
    session.connection().execute(
        row.on_conflict_do_update(
            index_elements=["name", "label", "day"], set_={"value": Counter.value + by}
        )
    )
