"""Accounts by command: the last line of standard output is what the new person needs."""

from __future__ import annotations

import click

from bot import accounts
from bot.commands.context import the_store


@click.group()
def prescriber() -> None:
    """Professionals and software that refer."""


@prescriber.command("add")
@click.option("--organisation", required=True, metavar="NAME")
@click.option("--kind", required=True, metavar="CODE", help=", ".join(accounts.KINDS))
@click.option("--email", required=True, metavar="ADDRESS")
@click.option("--territory", metavar="CODE", help="an INSEE département, such as 13 or 974")
@click.option("--name", default="", help="who it is, for the aiguilleurs")
def add_prescriber(
    organisation: str, kind: str, email: str, territory: str | None, name: str
) -> None:
    """Open an account; prints its API key alone on the last line."""
    made = accounts.add_prescriber(
        the_store(),
        organisation=organisation,
        kind=kind,
        email=email,
        territory=territory,
        name=name,
    )
    click.echo("The key of this prescriber, shown once:", err=True)
    click.echo(made.key)


@click.group()
def aiguilleur() -> None:
    """The human counsellors."""


@aiguilleur.command("add")
@click.option("--name", required=True, help="the first name that texts use")
@click.option("--email", required=True, metavar="ADDRESS")
@click.option("--team", metavar="NAME", help="made when it does not exist")
@click.option("--phone", metavar="NUMBER", help="where danger rings")
def add_aiguilleur(name: str, email: str, team: str | None, phone: str | None) -> None:
    """Open an account, present in working hours; prints a one-time sign-in link on the last
    line. Again with the same e-mail: a new link."""
    store = the_store()
    made = accounts.add_aiguilleur(store, name=name, email=email, team=team, phone=phone)
    click.echo("The link works once, for 24 hours:", err=True)
    click.echo(f"{store.settings.public_url}/connexion/lien/{made.token}")
