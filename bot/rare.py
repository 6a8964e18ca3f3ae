"""A hint for the database, under each pass of the clock: few texts are in a state that passes.

Nearly every text ever stored is accepted or handled. Once SQLite has counted (ANALYZE) it takes
each state for as common as any, leaves the index alone and reads all texts at every pass.
PostgreSQL keeps the common values apart and needs no hint.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import NullType
from sqlmodel import col

from bot.models import Message


class _Rare(GenericFunction[Any]):
    """True as often as its argument, which is seldom."""

    type = NullType()  # of a Boolean, SQLAlchemy asks SQLite whether it is 1: no index then
    inherit_cache = True


@compiles(_Rare)
def _plain(element: _Rare, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.clauses, **kw)


@compiles(_Rare, "sqlite")
def _likelihood(element: _Rare, compiler: SQLCompiler, **kw: Any) -> str:
    return f"likelihood({compiler.process(element.clauses, **kw)}, 0.0001)"


def passing(state: str) -> ColumnElement[bool]:
    """Texts in that state (queued, sending, uncertain, held, received): few at any time."""
    return _Rare(col(Message.state) == state)
