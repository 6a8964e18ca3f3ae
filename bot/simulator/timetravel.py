"""Moving the demo's time from the phone page: the carrier asks SAS to do it.

By a signed request to the web application, which is warm; or by the command it was started with
(`flask sas clock`). The hour itself is read from the clock's file.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.simulator.webhooks import Webhooks

SPAN = re.compile(r"-?\d{1,4}[smhdw]")
TIME_OUT = 60.0

DOOR = "/demo/horloge"

Run = Callable[[str], None]


class TravelError(Exception):
    """The time did not move; the message is French, for the page."""


class TimeTravel:
    """`run` jumps by a span, or to the "next" due thing, or raises TravelError; `now` gives
    SAS time, cheaply. Without `run` the time of this system cannot be moved.
    """

    def __init__(self, run: Run | None, now: Callable[[], datetime]) -> None:
        self._run = run
        self._now = now

    def show(self) -> str | None:
        """SAS time, ISO 8601 with offset; None when it cannot be moved."""
        return self._now().isoformat() if self._run is not None else None

    def move(self, by: str) -> str | None:
        """Jump and give the new time. `by`: 1h, 3d..., or "next" for the next due thing."""
        if self._run is None:
            raise TravelError("Ici, le temps ne se déplace pas.")
        if by != "next" and not SPAN.fullmatch(by):
            raise TravelError("Une durée s'écrit 1h, 1d ou 1w.")
        self._run(by)
        return self.show()


def by_web(webhooks: Webhooks, web_url: str) -> Run:
    """A runner that asks the web application, signed as any webhook is."""

    def run(by: str) -> None:
        answer = webhooks.post(web_url + DOOR, {"By": by})
        if not answer.taken:
            raise TravelError(_words(answer.body))

    return run


def _words(body: str) -> str:
    """What the web application said, when it said it in our form."""
    try:
        return str(json.loads(body)["error"])
    except (ValueError, KeyError, TypeError):
        return "SAS ne répond pas : l'heure n'a pas bougé."


def by_command(command: Sequence[str]) -> Run:
    """A runner for this command line, without any shell."""

    def run(by: str) -> None:
        words = ["next"] if by == "next" else ["advance", by]
        try:
            subprocess.run(
                [*command, *words], capture_output=True, text=True, timeout=TIME_OUT, check=True
            )
        except subprocess.CalledProcessError as error:
            last = error.stderr.strip().splitlines()[-1:] or ["aucune explication"]
            raise TravelError(f"Le temps n'a pas bougé : {last[0]}") from None
        except (OSError, subprocess.TimeoutExpired):
            raise TravelError("La commande du temps n'a pas répondu.") from None

    return run
