"""A browser that presses the buttons of the inbox, and what the database then holds."""

from __future__ import annotations

import re
from typing import Any

from flask.testing import FlaskClient
from sqlmodel import func, select

from bot.models import Conversation
from bot.store import Store
from tests.cast import Cast, Person


def token(client: FlaskClient) -> str:
    """Our own form's token, as the help sheet carries it."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/inbox/aide").text)
    assert found is not None
    return found.group(1)


def press(client: FlaskClient, person: Person, act: str, **fields: Any) -> Any:
    """One button of a file, pressed."""
    url = f"/inbox/{person.conversation.id}/{act}"
    return client.post(url, data={"csrf_token": token(client), **fields})


def rows(store: Store, table: type[Any]) -> int:
    """How many rows a table has."""
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def talk(cast: Cast, person: Person) -> Conversation:
    """Her conversation as the database has it now."""
    found: Conversation = cast.fresh(person.conversation)
    return found
