"""Column shapes shared by the tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from bot.ids import new_id


def key() -> Any:
    """A primary key that sorts by time."""
    return Field(default_factory=new_id, primary_key=True)


def to(target: str, *, null: bool = False, index: bool = False) -> Any:
    """A foreign key."""
    if null:
        return Field(default=None, foreign_key=target, index=index, nullable=True)
    return Field(foreign_key=target, index=index)


def json(default: Any = dict) -> Any:
    """A JSON column; reassign it, never mutate it (DESIGN section 4)."""
    return Field(default_factory=default, sa_column=Column(JSON, nullable=False))
