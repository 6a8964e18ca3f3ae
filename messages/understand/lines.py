"""The pure halves of two commands: JSON lines in, JSON lines out, bad lines told apart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flows.reading import Question
from messages.sms import measure
from messages.understand.pipeline import read

_NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)  # any instant: the command prints no date
_PARIS = ZoneInfo("Europe/Paris")
_ASKED = tuple(q.value for q in Question)


@dataclass(frozen=True, slots=True)
class Line:
    """One output line: a result for standard output, or an error for standard error."""

    text: str
    error: bool = False


def understand_lines(lines: Iterable[str]) -> Iterator[Line]:
    """`flask sas understand`: a Line for each input line that is not blank.

    In {"id","text","asked","media"?}, out {"id","intents","safety","choice_values"}. A bad
    line gives an error Line {"line","id","error"} and the next ones go on.
    """
    return _each(lines, _understood)


def segment_lines(lines: Iterable[str]) -> Iterator[Line]:
    """`flask sas segments`: in {"id","text"}, out {"id","encoding","segments","units"}."""
    return _each(lines, _measured)


def _each(
    lines: Iterable[str], answer: Callable[[dict[str, Any]], dict[str, Any]]
) -> Iterator[Line]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        asked: Any = None
        try:
            asked = json.loads(line)
            if not isinstance(asked, dict):
                raise ValueError("an object is expected")
            yield Line(json.dumps(answer(asked), ensure_ascii=False))
        except (ValueError, RecursionError) as problem:
            name = asked.get("id") if isinstance(asked, dict) else None
            yield Line(json.dumps({"line": number, "id": name, "error": str(problem)}), error=True)


def _text(asked: dict[str, Any]) -> str:
    text = asked.get("text")
    if not isinstance(text, str):
        raise ValueError('"text" must be a string')
    return text


def _understood(asked: dict[str, Any]) -> dict[str, Any]:
    question, media = asked.get("asked"), asked.get("media")
    if question is not None and question not in _ASKED:
        raise ValueError(f'"asked" must be one of {", ".join(_ASKED)}')
    if media is None:
        media = []
    if isinstance(media, str):
        media = [media] if media else []
    if not isinstance(media, list) or not all(isinstance(m, str) for m in media):
        raise ValueError('"media" must be a string or a list of strings')
    reading = read(
        [_text(asked)],
        asked=Question(question) if question else None,
        now=_NOON,
        tz=_PARIS,
        media=media,
    )
    return {
        "id": asked.get("id"),
        "intents": sorted(i.value for i in reading.intents),
        "safety": reading.safety.value,
        "choice_values": list(reading.choices),
    }


def _measured(asked: dict[str, Any]) -> dict[str, Any]:
    size = measure(_text(asked))
    return {
        "id": asked.get("id"),
        "encoding": size.encoding,
        "segments": size.segments,
        "units": size.units,
    }
