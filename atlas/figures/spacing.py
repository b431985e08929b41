"""LesionPlaces on a line: as near as possible to where each thing wants to be, in order, with room between them."""

from __future__ import annotations

from collections.abc import Sequence


def spaced(wanted: Sequence[float], rooms: Sequence[float], low: float, high: float) -> list[float]:
    """Centres of things of these heights, in the given order and without overlap, least moved in sum of squares.

    >>> spaced([5, 5, 5], [2, 2, 2], 0, 20)
    [3.0, 5.0, 7.0]
    """
    offsets, total = [], 0.0
    for room in rooms:
        offsets.append(total + room / 2)
        total += room
    blocks: list[list[float]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        blocks.append([want - offset, 1.0])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (mean, count), (later, more) = blocks[-2], blocks.pop()
            blocks[-1] = [(mean * count + later * more) / (count + more), count + more]
    starts: list[float] = []
    for mean, count in blocks:
        starts += [min(max(mean, low), max(low, high - total))] * int(count)
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
