"""Callers of the same instant share one act: on the path of every webhook, so that texts which come
together cost one look-up, one insert and one commit.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Told = TypeVar("Told")


class Together(Generic[Asked, Told]):
    """`act` answers each of what several threads ask, in order, at most `most` at a time. What it
    raises is raised to all of them: what went wrong with one is an answer to that one.

    One thread leads: it acts for itself and for those who wait, lets them go, and hands the lead to
    the first who came meanwhile. Each waits at a gate of its own, so that all go at once.
    """

    def __init__(self, act: Callable[[Sequence[Asked]], Sequence[Told]], most: int) -> None:
        self._act, self._most = act, most
        self._waiting: deque[_Caller[Asked, Told]] = deque()
        self._led = False
        self._short = threading.Lock()

    def ask(self, asked: Asked) -> Told:
        """What `act` says to that. Raises what it raises."""
        mine: _Caller[Asked, Told] = _Caller(asked)
        if self._leads(mine):
            batch = self._batch(mine)
            try:
                for one, told in zip(batch, self._act([one.asked for one in batch]), strict=True):
                    one.told.append(told)
            except BaseException as error:  # nobody may take it for a yes
                for one in batch:
                    one.error = error
            finally:
                self._hand_on(batch)
        if mine.error is not None:
            raise mine.error
        return mine.told[0]

    def _leads(self, mine: _Caller[Asked, Told]) -> bool:
        """True when this thread must act; False, later, when another has acted for it."""
        with self._short:
            if not self._led:
                self._led = mine.leads = True
                return True
            self._waiting.append(mine)
        mine.gate.acquire()
        return mine.leads

    def _batch(self, mine: _Caller[Asked, Told]) -> list[_Caller[Asked, Told]]:
        with self._short:
            others = min(len(self._waiting), self._most - 1)
            return [mine, *(self._waiting.popleft() for _ in range(others))]

    def _hand_on(self, answered: Sequence[_Caller[Asked, Told]]) -> None:
        with self._short:
            if self._waiting:
                first = self._waiting.popleft()
                first.leads = True
                first.gate.release()
            else:
                self._led = False
        for one in answered:
            if not one.leads:
                one.gate.release()


def _closed() -> threading.Lock:
    gate = threading.Lock()
    gate.acquire()
    return gate


@dataclass(slots=True)
class _Caller(Generic[Asked, Told]):
    """One thread: what it asks, what it is told, and the gate where it stands."""

    asked: Asked
    told: list[Told] = field(default_factory=list)
    error: BaseException | None = None
    leads: bool = False
    gate: threading.Lock = field(default_factory=_closed)
