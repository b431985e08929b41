"""Rates of several studies as one."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean


def pooled_rate(rates: Sequence[tuple[float, int | None]]) -> float:
    """The mean of the rates of studies, each with how many it counted, which is its weight.

    A study that does not say how many counts as the smallest of the others. Raises StatisticsError without a study.

    >>> pooled_rate([(10.0, 30), (20.0, 10)]), pooled_rate([(10.0, 30), (20.0, None)])
    (12.5, 15.0)
    """
    least = min((n for _, n in rates if n), default=1)
    return fmean([rate for rate, _ in rates], weights=[n or least for _, n in rates])
