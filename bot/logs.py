"""Logs of every process: one JSON object a line, on standard error, with ids and codes only.

The message of a log call is a code (`webhook_refused`), its facts come in `extra`. What is not
ours is logged by its template, never with its values; of an exception its type and its place
are kept, never its words: they may hold a number or a text.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

_ORDINARY = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
_PLAIN = (str, int, float, bool, type(None))
_encode = json.JSONEncoder(ensure_ascii=False).encode  # made once: each text is a line
_ROOT = Path(__file__).resolve().parent.parent


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter.format."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "what": str(record.msg),
        }
        for name, value in record.__dict__.items():
            if name not in _ORDINARY and isinstance(value, _PLAIN):
                line[name] = value
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _places(record.exc_info[1])
        return _encode(line)


def _places(error: BaseException | None) -> list[str]:
    """The last places of the code an error went through: file, line, function."""
    if error is None:
        return []
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    return [f"{_short(f.filename)}:{f.lineno} {f.name}" for f in frames]


def _short(filename: str) -> str:
    path = Path(filename)
    try:
        return str(path.relative_to(_ROOT))
    except ValueError:
        return path.name


def configure(stream: TextIO | None = None) -> None:
    """Our own records from INFO, what libraries say from WARNING; on standard error."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("sas").setLevel(logging.INFO)
