"""What an operator checks and does to the stored state: invariants, tasks, migrations, keys."""

from __future__ import annotations

import json

import click
from sqlmodel import col, select

from bot import keyring, migrations
from bot import ledger as books
from bot.commands.context import the_runtime, the_store
from bot.models import Handover, JournalEntry


@click.command()
def ledger() -> None:
    """Check the invariants; exit code 1 when one fails."""
    report = books.check(the_store())
    click.echo(report.as_json())
    if not report.holds:
        raise SystemExit(1)


@click.command()
def tasks() -> None:
    """Open human tasks, one JSON object a line, the most urgent first."""
    with the_store().reading() as session:
        query = select(Handover).where(col(Handover.closed_at).is_(None))
        for task in session.exec(query.order_by(col(Handover.priority), col(Handover.opened_at))):
            line = {
                "id": task.id,
                "kind": task.kind,
                "priority": task.priority,
                "conversation": task.conversation_id,
                "since": task.opened_at.isoformat(),
            }
            click.echo(json.dumps(line))


@click.command()
def corrections() -> None:
    """How aiguilleurs corrected what the robot read, one JSON object a line, the oldest first; the
    text itself is read in the inbox."""
    with the_store().reading() as session:
        query = select(JournalEntry).where(col(JournalEntry.code) == "reading_corrected")
        for entry in session.exec(query.order_by(col(JournalEntry.at), col(JournalEntry.id))):
            said = {"conversation": entry.conversation_id, "at": entry.at.isoformat()}
            click.echo(json.dumps({**said, **entry.data}))


@click.command()
def migrate() -> None:
    """Bring the database to the current tables."""
    store = the_store()
    migrations.upgrade(store.engine, store.vault)
    click.echo("The database is current.", err=True)


@click.group()
def keys() -> None:
    """The keys that seal what is personal."""


@keys.command()
def rotate() -> None:
    """Wrap every youth's key again by the first of SAS_DATA_KEYS; then the old one can go."""
    done, broken = keyring.rewrap_all(the_runtime().store)
    click.echo(json.dumps({"rewrapped": done, "unreadable": broken}))
    if broken:
        raise SystemExit(1)
