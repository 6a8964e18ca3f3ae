"""How the tests read a text: a fixed instant in Paris, the question by its name."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from flows.reading import Question, Reading
from messages.understand import read

PARIS = ZoneInfo("Europe/Paris")
MONDAY_NOON = datetime(2026, 1, 5, 11, tzinfo=UTC)  # Monday 5 January 2026, 12:00 in Paris


def reads(
    *texts: str, asked: str = "open", media: Sequence[str] = (), payload: str | None = None
) -> Reading:
    """The reading of a turn."""
    question = Question(asked)
    return read(texts, asked=question, now=MONDAY_NOON, tz=PARIS, media=media, payload=payload)


def intents(*texts: str, asked: str = "open") -> set[str]:
    """The names of the intents read."""
    return {i.value for i in reads(*texts, asked=asked).intents}
