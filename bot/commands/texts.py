"""What SAS understands and what a text costs, by command: JSONL in, JSONL out, nothing needed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from io import TextIOWrapper

import click

from messages.understand.lines import Line, segment_lines, understand_lines


@click.command()
def understand() -> None:
    """Intents, safety and choices of each line {"id","text","asked","media"?}."""
    _each(understand_lines)


@click.command()
def segments() -> None:
    """Encoding, segments and units of each text as given, {"id","text"} a line."""
    _each(segment_lines)


def _each(answer: Callable[[Iterable[str]], Iterator[Line]]) -> None:
    """Results on standard output, bad lines on standard error and then exit code 1."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    bad = False
    for line in answer(sys.stdin):
        bad = bad or line.error
        click.echo(line.text.encode("utf-8", "replace"), err=line.error)
    if bad:
        raise SystemExit(1)
