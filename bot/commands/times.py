"""The demo's time, and one pass of the clock, by command."""

from __future__ import annotations

import click

from bot import clockwork, timetravel
from bot.commands.context import the_runtime


@click.group()
def clock() -> None:
    """SAS time; it moves in the demo only, for all processes. Each jump says where it ends."""


@clock.command()
def show() -> None:
    """Print SAS time, ISO 8601 with offset."""
    click.echo(timetravel.show(the_runtime()))


@clock.command("set")
@click.argument("instant")
def set_to(instant: str) -> None:
    """Jump to an ISO 8601 INSTANT; the time then runs on."""
    at = timetravel.instant_of(instant)
    runtime = the_runtime()
    timetravel.travel(runtime, at)
    click.echo(timetravel.show(runtime), err=True)


@clock.command(context_settings={"ignore_unknown_options": True})
@click.argument("span")
def advance(span: str) -> None:
    """Jump by a SPAN: 30s, 15m, 1h, 3d, 1w; negative goes back."""
    by = timetravel.span_of(span)
    runtime = the_runtime()
    timetravel.advance(runtime, by)
    click.echo(timetravel.show(runtime), err=True)


@clock.command("next")
def to_next() -> None:
    """Jump to the next due thing."""
    runtime = the_runtime()
    if timetravel.advance_to_next(runtime) is None:
        click.echo("Nothing is due: the time has not moved.", err=True)
        return
    click.echo(timetravel.show(runtime), err=True)


@click.command()
def tick() -> None:
    """One pass of the clock, whoever holds the lease."""
    clockwork.tick(the_runtime())
