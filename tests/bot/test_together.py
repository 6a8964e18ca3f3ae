"""Callers of the same instant share one act: each has its own answer, none waits for ever."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from bot.together import Together
from tests.carrier import eventually

MOST = 4


class Acts:
    """An act that doubles numbers, refuses 13 to all, and stands still while the gate is closed."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.gate = threading.Event()
        self.together = Together(self._act, MOST)
        self.said: dict[int, int | str] = {}
        self.threads: list[threading.Thread] = []

    def _act(self, numbers: Sequence[int]) -> list[int]:
        self.batches.append([*numbers])
        assert self.gate.wait(10)
        if 13 in numbers:
            raise ValueError("thirteen")
        return [number * 2 for number in numbers]

    def asked(self, *numbers: int) -> None:
        """Each asked by a thread of its own, in that order; returns once all wait."""
        for number in numbers:
            thread = threading.Thread(target=self._ask, args=(number,))
            self.threads.append(thread)
            before = self.seen()
            thread.start()
            eventually(lambda before=before: self.seen() > before)  # type: ignore[misc]

    def seen(self) -> int:
        """How many have come: in an act or waiting for theirs."""
        return sum(map(len, self.batches)) + len(self.together._waiting)

    def done(self) -> None:
        """Open the gate, and let all go home."""
        self.gate.set()
        for thread in self.threads:
            thread.join(10)
            assert not thread.is_alive()

    def _ask(self, number: int) -> None:
        try:
            self.said[number] = self.together.ask(number)
        except ValueError as error:
            self.said[number] = str(error)


def test_who_comes_meanwhile_shares_the_next_act_and_hears_its_own_answer() -> None:
    acts = Acts()
    acts.asked(1, 2, 3, 4, 5, 6, 7)
    acts.done()
    assert acts.batches == [[1], [2, 3, 4, 5], [6, 7]]
    assert acts.said == {number: number * 2 for number in range(1, 8)}


def test_what_an_act_raises_is_raised_to_all_of_it_and_to_nobody_else() -> None:
    acts = Acts()
    acts.asked(1, 2, 13, 4, 5, 6)
    acts.done()
    assert acts.batches == [[1], [2, 13, 4, 5], [6]]
    assert {number for number, said in acts.said.items() if said == "thirteen"} == {2, 13, 4, 5}
    assert (acts.said[1], acts.said[6]) == (2, 12)


@pytest.mark.parametrize("times", [1, 3])
def test_alone_each_acts_at_once(times: int) -> None:
    acts = Acts()
    acts.gate.set()
    assert [acts.together.ask(number) for number in range(times)] == [0, 2, 4][:times]
    assert acts.batches == [[number] for number in range(times)]
