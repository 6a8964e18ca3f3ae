"""`flask sas team` and `flask sas structure`: what must be set before the first youth."""

from __future__ import annotations

import json
from datetime import time
from typing import Any

import click

from bot import directory, teams
from bot.commands.context import the_store

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Span(click.ParamType[tuple[time, time]]):
    """`09:00-17:30`."""

    name = "FROM-UNTIL"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[time, time]:
        """See click.ParamType."""
        if isinstance(value, tuple):
            return value
        first, _, last = str(value).partition("-")
        try:
            return time.fromisoformat(first.strip()), time.fromisoformat(last.strip())
        except ValueError:
            self.fail(f"{value!r} is not a span of hours: write it as 09:00-17:30.", param, ctx)


class Days(click.ParamType[list[int]]):
    """`mon-fri`, `mon,wed,fri`."""

    name = "DAYS"

    def convert(self, value: Any, param: Any, ctx: Any) -> list[int]:
        """See click.ParamType."""
        if isinstance(value, list):
            return value
        try:
            return sorted({day for part in str(value).lower().split(",") for day in _days(part)})
        except ValueError:
            self.fail(f"{value!r} are not days: write mon-fri, or mon,wed,fri.", param, ctx)


def _days(part: str) -> range:
    first, _, last = part.strip().partition("-")
    start = _WEEK.index(first)
    return range(start, _WEEK.index(last or first, start) + 1)


@click.group()
def team() -> None:
    """Hours, territories and the written danger plan of a team."""


@team.command("show")
def show_teams() -> None:
    """One JSON line for each team; `missing` names what keeps it from starting, `unsaid` what its
    texts go without."""
    with the_store().reading() as session:
        for one in teams.all_teams(session):
            click.echo(json.dumps(one, ensure_ascii=False))


@team.command("set")
@click.argument("name")
@click.option("--service", metavar="NAME", help="the neutral name that texts use")
@click.option(
    "--territory",
    "territories",
    multiple=True,
    metavar="CODE",
    help="such as 13; again for more: the whole list",
)
@click.option(
    "--call-number-end", metavar="DIGITS", help="last 4 digits of the number calls leave from"
)
@click.option("--works", type=Span(), help="when it works")
@click.option("--work-days", type=Days())
@click.option("--plan-who", metavar="TEXT", help="danger plan: who is on duty")
@click.option("--plan-hours", metavar="TEXT", help="danger plan: which paid hours, in words")
@click.option("--plan-fallback", metavar="TEXT", help="danger plan: who, when nobody answers")
@click.option("--plan-caller", metavar="TEXT", help="danger plan: who calls 15 or 17")
@click.option(
    "--duty",
    type=Span(),
    help="danger plan: when phones ring; 20:00-08:00 is a night, 00:00-00:00 the whole day",
)
@click.option("--duty-days", type=Days(), help="days on which it begins, such as mon-sun")
@click.option("--duty-holidays/--no-duty-holidays", default=None, help="public holidays too")
@click.option("--justice/--no-justice", default=None, help="has a title to hold justice data")
@click.option("--start-again", is_flag=True, help="after the lead has reassigned who waited")
def set_team(**given: Any) -> None:
    """Change a team; what is not named stays. Prints it as `show` does."""
    plan = {one: given[f"plan_{one}"] for one in teams.PLAN if given[f"plan_{one}"]}
    change = teams.TeamChange(
        service=given["service"],
        call_number_end=given["call_number_end"],
        works=given["works"],
        work_days=given["work_days"],
        duty=given["duty"],
        duty_days=given["duty_days"],
        duty_holidays=given["duty_holidays"],
        plan=plan,
        territories=given["territories"],
        may_hold_justice=given["justice"],
        start_again=given["start_again"],
    )
    made = teams.set_team(the_store(), given["name"], change)
    if made["missing"]:
        click.echo(f"Starts nothing yet: the plan lacks {', '.join(made['missing'])}.", err=True)
    if made["unsaid"]:
        click.echo("Texts cannot say from which number you call: --call-number-end.", err=True)
    click.echo(json.dumps(made, ensure_ascii=False))


@click.group()
def structure() -> None:
    """Where a youth can be taken charge of."""


@structure.command("add")
@click.option("--name", required=True)
@click.option("--mailbox", required=True, metavar="ADDRESS", help="shared, not a person's")
@click.option("--service", required=True, metavar="NAME")
@click.option("--commune", metavar="INSEE", help="such as 13004")
@click.option("--capacity", type=click.IntRange(0), help="how many places; none: not known")
def add_structure(
    name: str, mailbox: str, service: str, commune: str | None, capacity: int | None
) -> None:
    """One partner structure with one service; prints the service's id on the last line."""
    if "@" not in mailbox:
        raise click.BadParameter("this is not an e-mail address.", param_hint="--mailbox")
    made = directory.add_place(
        the_store(), name=name, mailbox=mailbox, service=service, commune=commune, capacity=capacity
    )
    click.echo(made.id)
