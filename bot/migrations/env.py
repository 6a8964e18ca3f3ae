"""Where Alembic meets the tables: on the connection that `upgrade` gives, else (a developer's
`alembic` command) on the database of the settings."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

from bot import models  # noqa: F401 - the tables must be known
from bot.crypto import Vault
from bot.settings import load
from bot.store import make_engine


def run(connection: Connection) -> None:
    """The steps, in the caller's transaction."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        user_module_prefix="sqltypes.",
    )
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    settings = load()
    context.config.attributes["vault"] = Vault(settings.data_keys, settings.index_key)
    with make_engine(settings.database_url).begin() as own:
        run(own)
