"""The nerves as centre lines with their thickness, and how far each lies from the spinal cord along the nerves."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from tools.body.nerves.courses import Line
from tools.body.stance import standing

_APART = 0.004
"""Metres between the samples of a strand."""


@dataclass(frozen=True)
class Course:
    """A strand of a root or segment: samples (n, 3) in metres, proximal to distal, with radius (n,) and depth (n,).

    `start` is the way along the nerves from the top of the nearest root to the first sample, in metres.
    """

    of: str
    points: np.ndarray
    radius: np.ndarray
    depth: np.ndarray
    start: float


def courses(lines: Sequence[Line], radii: Sequence[np.ndarray], skin: np.ndarray, roots: Sequence[str]) -> list[Course]:
    """The strands of the standing body. `skin` is points of its skin (n, 3), `radii` is in metres."""
    below, found = cKDTree(skin), []
    moved = [standing(line.points) for line in lines]
    along = [np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))] for points in moved]
    starts = _starts(lines, along, roots)
    for line, points, far, radius, start in zip(lines, moved, along, radii, starts, strict=True):
        wanted = np.linspace(0, far[-1], max(3, int(far[-1] / _APART) + 1))
        samples = np.stack([np.interp(wanted, far, points[:, axis]) for axis in range(3)], axis=1)
        found.append(Course(line.of, samples, np.interp(wanted, far, radius), below.query(samples)[0], start))
    return found


def _starts(lines: Sequence[Line], along: Sequence[np.ndarray], roots: Sequence[str]) -> list[float]:
    """For each strand, the shortest way from the top of a root to its first waypoint, in metres."""
    ways: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for line, far in zip(lines, along, strict=True):
        stops = line.stops or (0, len(far) - 1)
        for a, b, first, last in zip(line.through, line.through[1:], stops, stops[1:], strict=False):
            ways[a].append((b, float(far[last]) - float(far[first])))
    tops = {line.through[0] for line in lines if line.of in roots}
    passed = {mark for line in lines for mark in line.through[1:]}
    queue = [(0.0, mark) for mark in sorted(tops - passed or tops)]
    far_to: dict[str, float] = {}
    while queue:
        way, mark = heapq.heappop(queue)
        if mark in far_to:
            continue
        far_to[mark] = way
        for after, step in ways[mark]:
            heapq.heappush(queue, (way + step, after))
    return [far_to.get(line.through[0], 0.0) for line in lines]
