"""`flask sas erase`: what an operator does when a person asks to be forgotten."""

from __future__ import annotations

import json

import click

from bot import erasure
from bot.commands.context import the_store
from bot.conversations import NotAllowed
from bot.store import Gone

WORDS = {
    "danger": "a danger is open: say first, in the inbox, what was done.",
    "report": "an information préoccupante is not recorded: record it first, in the inbox.",
    "unread": "a text of hers is not read yet: the next pass of the clock reads it.",
}


@click.command()
@click.argument("conversation")
@click.option("--dry-run", is_flag=True, help="say how many rows, change nothing")
def erase(conversation: str, dry_run: bool) -> None:
    """Erase the youth of that conversation, for good; prints how many rows as JSON."""
    try:
        rows, holds = erasure.counts(the_store(), conversation)
        if dry_run:
            click.echo(json.dumps({"dry_run": True, "rows": rows, "held": holds}))
            return
        rows = erasure.erase(the_store(), conversation, "system")
    except Gone as unknown:
        raise click.ClickException("No such conversation.") from unknown
    except NotAllowed as held:
        raise click.ClickException(f"Nothing was erased: {WORDS[held.code]}") from held
    click.echo(json.dumps({"dry_run": False, "rows": rows, "held": []}))
