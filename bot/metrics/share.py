"""A count among others, and how sure it is: what every figure of the three hypotheses has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import sqrt

OLD_ENOUGH = timedelta(days=30)
_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `total`, with the 95 % Wilson interval (low, high between 0 and 1)."""

    count: int
    total: int

    @property
    def rate(self) -> float | None:
        """None when nothing can be judged yet."""
        return self.count / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson score interval: honest for small numbers, where the normal one is not."""
        if not self.total:
            return (0.0, 1.0)
        p, n = self.count / self.total, self.total
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n * n)) / (1 + _Z**2 / n)
        return (max(0.0, middle - half), min(1.0, middle + half))
