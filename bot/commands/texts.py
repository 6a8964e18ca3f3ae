"""What SAS understands and what a text costs, by command: JSONL in, JSONL out, nothing needed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from messages import sms


@click.command()
def segments() -> None:
    """Encoding, segments and units of each text as given ({"id","text"} a line)."""
    _each_line(_measured)


def _measured(line: dict[str, Any]) -> dict[str, Any]:
    found = sms.measure(str(line["text"]))
    return {
        "id": line["id"],
        "encoding": found.encoding,
        "segments": found.segments,
        "units": found.units,
    }


def _each_line(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    for line in _lines():
        try:
            result = answer(line)
        except KeyError as missing:
            raise click.ClickException(f"A line has no {missing}: say id and text.") from None
        click.echo(json.dumps(result, ensure_ascii=False))


def _lines() -> Iterator[dict[str, Any]]:
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for number, text in enumerate(sys.stdin, 1):
        if not text.strip():
            continue
        try:
            line = json.loads(text)
        except ValueError:
            line = None
        if not isinstance(line, dict):
            raise click.ClickException(f"Line {number} is not a JSON object.")
        yield line
