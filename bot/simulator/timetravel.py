"""Moving the demo's time from the phone page: the carrier asks SAS's own command to do it.

The simulator knows nothing of SAS's clock: it runs the command it was started with
(`flask sas clock`), adding `advance 1h` or `next`, and reads the hour from the clock itself.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Sequence
from datetime import datetime

SPAN = re.compile(r"-?\d{1,4}[smhdw]")
TIME_OUT = 60.0

Run = Callable[[Sequence[str]], str]


class TravelError(Exception):
    """The time did not move; the message is French, for the page."""


class TimeTravel:
    """`run` takes the words after `clock` and gives what the command printed; `now` gives
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
        if by == "next":
            self._run(["next"])
        elif SPAN.fullmatch(by):
            self._run(["advance", by])
        else:
            raise TravelError("Une durée s'écrit 1h, 1d ou 1w.")
        return self.show()


def by_command(command: Sequence[str]) -> Run:
    """A runner for this command line, without any shell."""

    def run(words: Sequence[str]) -> str:
        try:
            done = subprocess.run(
                [*command, *words], capture_output=True, text=True, timeout=TIME_OUT, check=True
            )
        except subprocess.CalledProcessError as error:
            last = error.stderr.strip().splitlines()[-1:] or ["aucune explication"]
            raise TravelError(f"Le temps n'a pas bougé : {last[0]}") from None
        except (OSError, subprocess.TimeoutExpired):
            raise TravelError("La commande du temps n'a pas répondu.") from None
        return done.stdout.strip()

    return run
