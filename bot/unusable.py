"""Why a start is refused when the database or the disk cannot serve: one line that says what to do.

Said by bot/prepare.py at the first start and by bot/start.py at the next ones. Before any text.
"""

from __future__ import annotations

from bot.crypto import SealBroken
from bot.disk import is_full
from bot.settings import Settings

_READ_ONLY = ("readonly database", "read-only transaction")


def code_of(error: BaseException) -> str:
    """What stopped a preparation, in the codes of /health/ready."""
    if is_full(error):
        return "disk_full"
    if isinstance(error, SealBroken):
        return "keys_of_another"
    cause = getattr(error, "orig", error)  # what the driver said
    words = f"{type(cause).__name__} {cause}"
    if isinstance(cause, PermissionError) or any(word in words for word in _READ_ONLY):
        return "database_not_writable"
    return "database_away"


def why(code: str, loaded: Settings) -> str:
    """The line for a code of /health/ready; "" for one that does not stop a start. Never the
    user or the password of the database."""
    where = loaded.database_url.rpartition("@")[2].removeprefix("sqlite:///")
    where = where.removeprefix("postgresql+psycopg://")
    if code == "disk_full":
        return f"The disk of {loaded.state_dir} is full: make room (some megabytes), then start."
    if code == "keys_of_another":
        return (
            f"The keys do not open what is in the database {where}: put back those it had "
            f"(SAS_DATA_KEYS, or {loaded.state_dir}/keys), or name another DATABASE_URL."
        )
    if code not in ("database_away", "database_not_writable"):
        return ""
    if loaded.sqlite:
        return (
            f"The database {where} cannot be written: make the file and its folder writable "
            "for you, or set DATABASE_URL to another place."
        )
    if code == "database_away":
        return (
            f"The database {where} does not answer: start PostgreSQL, or correct DATABASE_URL "
            "(host, port, name, user, password)."
        )
    return (
        f"The database {where} is read only: let the user of DATABASE_URL write (a standby is "
        "always read only), or name another one."
    )
