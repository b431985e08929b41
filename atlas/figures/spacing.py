"""Positions on a line: each as near as possible to its wanted position, in order and without overlap."""

from __future__ import annotations

from collections.abc import Sequence


def spaced(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres of items of these sizes between `low` and `high`, moved least in sum of squares.

    The order stays as given. Items that do not fit run over `high`.

    >>> spaced([5, 5, 5], [2, 2, 2], 0, 20)
    [3.0, 5.0, 7.0]
    """
    offsets, total = [], 0.0
    for size in sizes:
        offsets.append(total + size / 2)
        total += size
    blocks: list[tuple[float, int]] = []  # mean start and number of items
    for centre, offset in zip(wanted, offsets, strict=True):
        blocks.append((centre - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (mean, count), (next_mean, next_count) = blocks[-2], blocks.pop()
            merged = count + next_count
            blocks[-1] = (mean * count + next_mean * next_count) / merged, merged
    starts: list[float] = []
    for mean, count in blocks:
        starts += [min(max(mean, low), max(low, high - total))] * count
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
