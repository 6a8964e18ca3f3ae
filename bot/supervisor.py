"""Keeps the processes of `make run` alive: one that dies is started again, and said so.

Children stay in our process group, so that Ctrl-C reaches all of them; they stop within five
seconds of the first SIGINT or SIGTERM, and a second one changes nothing.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from bot.clock import Clock, monotonic

STOP_WITHIN = 4.2  # then killed: everything is over within 5 s
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
WELL_AFTER = 60.0  # a life this long makes the next pause short again
LARGEST_LOG = 5 * 1024 * 1024


class Stopping(BaseException):
    """A signal came while we were starting: unwind and stop what has begun."""


@dataclass
class Child:
    """One process. `last` ones are stopped after the others (the broker)."""

    name: str
    command: Sequence[str]
    last: bool = False
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    born: float = 0.0
    pause: float = FIRST_PAUSE
    due: float | None = None  # when it will be started again
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def alive(self) -> bool:
        """Running now?"""
        return self.process is not None and self.process.poll() is None


class Supervisor:
    """Starts children, watches them until a signal, stops them. Times are monotonic seconds."""

    def __init__(self, clock: Clock, folder: Path, logs: Path, say: Callable[[str], None]) -> None:
        self._clock = clock
        self._folder = folder
        self._logs = logs
        self._say = say
        self._children: list[Child] = []
        self._watching = False
        self.stopping = False

    def catch_signals(self) -> None:
        """From now on SIGINT, SIGTERM and SIGHUP stop us in order."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if self.stopping:
            return
        self.stopping = True
        if not self._watching:
            raise Stopping

    def start(
        self,
        name: str,
        command: Sequence[str],
        *,
        last: bool = False,
        secrets: Mapping[str, str] | None = None,
    ) -> Child:
        """Start a child and watch over it. Its output goes to `<logs>/<name>.log`; `secrets` go to
        its environment, because everybody on the machine reads a command line."""
        child = Child(name, command, last, secrets=secrets or {})
        self._children.append(child)
        self._spawn(child)
        return child

    def run(self, command: Sequence[str]) -> bool:
        """Run a command to its end, on our own output; did it end well?"""
        child = Child("once", command, process=subprocess.Popen(list(command), cwd=self._folder))
        try:
            while child.alive:
                self._clock.wait(0.02)
        finally:
            _signal(child, signal.SIGTERM)
        return child.process is not None and child.process.returncode == 0

    def watch(self) -> None:
        """Until a signal."""
        self._watching = True
        while not self.stopping:
            for child in self._children:
                self._look_after(child)
            self._clock.wait(0.1)

    def stop(self) -> None:
        """Stop every child, the broker last; kill what has not gone in time."""
        self.stopping = True
        deadline = monotonic() + STOP_WITHIN
        for group in (False, True):
            chosen = [c for c in self._children if c.last is group and c.alive]
            for child in chosen:
                _signal(child, signal.SIGTERM)
            while any(c.alive for c in chosen) and monotonic() < deadline:
                self._clock.wait(0.05)
            for child in chosen:
                _signal(child, signal.SIGKILL)

    def _look_after(self, child: Child) -> None:
        if child.alive:
            return
        now = monotonic()
        if child.due is None:
            self._clock.wait(0.3)  # a Ctrl-C reaches the children an instant before us
            if self.stopping:
                return
            child.pause = FIRST_PAUSE if now - child.born > WELL_AFTER else child.pause
            child.due = now + child.pause
            code = child.process.returncode if child.process else None
            self._say(
                f"{child.name} s'est arrêté (code {code}) : relance dans {child.pause:g} s. "
                f"Son journal : {self._log_of(child)}"
            )
            child.pause = min(child.pause * 2, LONGEST_PAUSE)
        elif now >= child.due:
            self._spawn(child)
            self._say(f"{child.name} est relancé.")

    def _spawn(self, child: Child) -> None:
        child.due, child.born = None, monotonic()
        log = self._log_of(child)
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".log.1"))
        with log.open("ab") as output:
            child.process = subprocess.Popen(
                list(child.command),
                cwd=self._folder,
                env={**os.environ, **child.secrets},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def _log_of(self, child: Child) -> Path:
        return self._logs / f"{child.name}.log"


def _signal(child: Child, number: signal.Signals) -> None:
    if child.process is not None and child.alive:
        child.process.send_signal(number)
        if number == signal.SIGKILL:
            child.process.wait()
