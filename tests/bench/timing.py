"""Timing helpers of the bench."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable


def timed(call: Callable[[], object]) -> tuple[float, object]:
    """Seconds that one call took, and what it gave."""
    start = time.perf_counter()
    given = call()
    return time.perf_counter() - start, given


def quantile(values: Iterable[float], share: float) -> float:
    """The value below which this share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered)) - 1))]
