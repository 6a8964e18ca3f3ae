"""Moving the demo's time from the phone page: the carrier asks SAS's own command to do it.

The simulator knows nothing of SAS's clock: it runs the command it was started with
(`flask sas clock`), adding `show`, `advance 1h` or `next`.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Sequence
from typing import Any

SPAN = re.compile(r"-?\d{1,4}[smhdw]")
TIME_OUT = 60.0

Run = Callable[[Sequence[str]], str]


class TravelError(Exception):
    """The time did not move; the message is French, for the page."""


class TimeTravel:
    """`run` takes the words after `clock` and gives what the command printed; None when the
    time of this system cannot be moved.
    """

    def __init__(self, run: Run | None) -> None:
        self._run = run

    def show(self) -> dict[str, Any]:
        """{movable, now}: `now` is ISO 8601 with offset, in SAS time."""
        if self._run is None:
            return {"movable": False, "now": None}
        return {"movable": True, "now": self._run(["show"])}

    def move(self, by: str) -> dict[str, Any]:
        """`by`: a span such as 1h or 3d, or "next" for the next due thing."""
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
