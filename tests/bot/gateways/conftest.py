"""`carried`: the simulator on a free port, every exchange judged by the provider's description."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.carrier import Carried
from tests.judge import Judge


@pytest.fixture
def carried(tmp_path: Path) -> Iterator[Carried]:
    judge = Judge.find()
    with Carried(tmp_path, judge=judge) as found:
        yield found
    if judge is not None:
        judge.verdict()
