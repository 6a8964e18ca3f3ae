"""`flask sas organisation`: the number that H1 is judged against, once a month (PRODUCT 14)."""

from __future__ import annotations

import json

import click
from sqlmodel import Session, col, select

from bot import exits
from bot.commands.context import the_store
from bot.models import KnownExits, Organisation
from bot.scope import Scope
from bot.store import Gone

WORDS = {
    "month": "--month: say a month such as 2026-02.",
    "month_open": "--month: this month is not over yet.",
    "month_old": "--month: only the last 12 months that are over count.",
    "number": "--number: say a whole number from 0 to 100000.",
    "source": "--source: say in 1 to 120 letters where the number comes from.",
}


@click.group()
def organisation() -> None:
    """The organisations of those who refer."""


@organisation.command("show")
def show() -> None:
    """One JSON line for each organisation, with the exits it counted, the last month first."""
    with the_store().reading() as session:
        for one in exits.at_home(session, Scope()):
            click.echo(json.dumps(_described(session, one), ensure_ascii=False))


@organisation.command("exits")
@click.argument("organisation_id", metavar="ID")
@click.option("--month", required=True, metavar="YYYY-MM", help="a month that is over")
@click.option("--number", required=True, metavar="N", help="who left without a solution")
@click.option("--source", required=True, metavar="TEXT", help="who counted; no name of a youth")
def keep_exits(organisation_id: str, month: str, number: str, source: str) -> None:
    """Keep the exits of one month; the same month again replaces the number."""
    store = the_store()
    try:
        exits.keep(
            store, Scope(), organisation_id, month=month, number=number, source=source, by="system"
        )
    except Gone as unknown:
        raise click.ClickException(
            "No such organisation: `flask sas organisation show`."
        ) from unknown
    except exits.BadExits as bad:
        raise click.ClickException(WORDS[bad.code]) from bad
    with store.reading() as session:
        found = session.get_one(Organisation, organisation_id)
        click.echo(json.dumps(_described(session, found), ensure_ascii=False))


def _described(session: Session, one: Organisation) -> dict[str, object]:
    query = select(KnownExits).where(KnownExits.organisation_id == one.id)
    rows = session.exec(query.order_by(col(KnownExits.month).desc())).all()
    return {
        "id": one.id,
        "name": one.name,
        "territory": one.territory_code,
        "exits": [
            {"month": f"{row.month:%Y-%m}", "number": row.number, "source": row.source}
            for row in rows
        ],
    }
