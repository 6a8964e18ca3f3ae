"""Are the tables those of this version? Asked by every readiness probe, so without Alembic, which
costs a web 10 MB that it never uses: the steps are read from the files that Alembic runs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from sqlalchemy import Engine, inspect, text

FILES = Path(__file__).resolve().parent / "migrations" / "versions"
_REVISION = re.compile(r'^(down_)?revision = "(\w+)"$', re.MULTILINE)


def is_current(engine: Engine) -> bool:
    """Are all steps applied? A database that knows later ones (a newer version of SAS runs
    beside us during a deploy) is current too."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        applied = set(connection.scalars(text("SELECT version_num FROM alembic_version")))
    return bool(applied) and (applied == {head()} or not applied & known())


@cache
def head() -> str:
    """The last step that this version of SAS knows."""
    (last,) = known() - _found("down_")
    return last


@cache
def known() -> frozenset[str]:
    """Every step that this version of SAS knows."""
    return _found("")


def _found(which: str) -> frozenset[str]:
    return frozenset(
        revision
        for file in FILES.glob("*.py")
        for prefix, revision in _REVISION.findall(file.read_text())
        if prefix == which
    )
