"""Smooth lines through waypoints: one direction at each waypoint, so that what meets there leaves without a corner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

STEP = 0.002
"""How far samples of a line lie apart, in metres."""
# A branch that leaves more sharply than this (a cosine) goes straight for its next waypoint instead.
_SHARP = 0.0


@dataclass(frozen=True)
class Strand:
    """One row of figure_source/courses.csv: a stretch of the segment or root `of`, from proximal to distal."""

    of: str
    nerve: str
    through: tuple[str, ...]


def _unit(way: np.ndarray) -> np.ndarray:
    return way / max(float(np.linalg.norm(way)), 1e-12)


def _passing(before: np.ndarray, here: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The direction of a centripetal Catmull-Rom spline at a point between two others."""
    back, on = here - before, after - here
    a, b = np.linalg.norm(back) ** 0.5, np.linalg.norm(on) ** 0.5
    return _unit(back / a - (after - before) / (a + b) + on / b)


def directions(strands: Sequence[Strand], at: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The way that every strand goes at a waypoint: that of the strands which pass it, or else of those that meet."""
    passing, coming, leaving = defaultdict(list), defaultdict(list), defaultdict(list)
    for strand in strands:
        points = [at[mark] for mark in strand.through]
        for k, mark in enumerate(strand.through):
            if 0 < k < len(points) - 1:
                passing[mark].append(_passing(points[k - 1], points[k], points[k + 1]))
            elif k:
                coming[mark].append((strand.nerve, points[k - 1]))
            else:
                leaving[mark].append((strand.nerve, points[1]))
    found = {mark: _unit(np.sum(ways, axis=0)) for mark, ways in passing.items()}
    for mark in coming.keys() & leaving.keys() - found.keys():
        nerves = {nerve for nerve, _ in coming[mark]} & {nerve for nerve, _ in leaving[mark]}
        # A nerve that goes on keeps its way, and only what leaves it turns.
        ends, starts = (
            [point for nerve, point in side[mark] if nerve in nerves or not nerves] for side in (coming, leaving)
        )
        found[mark] = _unit(np.sum([_passing(a, at[mark], b) for a in ends for b in starts], axis=0))
    return found


def _end_way(chord: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The direction at a free end: the other end's, mirrored in the chord, as in an arc of a circle."""
    way = _unit(chord)
    return _unit(2 * (way @ other) * way - other)


def line(points: np.ndarray, ways: Sequence[np.ndarray | None]) -> tuple[np.ndarray, np.ndarray]:
    """Samples of a smooth line through `points`, about `STEP` apart, and the number of the sample at each point."""
    ways = list(ways)
    chords = np.diff(points, axis=0)
    for k, way in enumerate(ways):
        chord = chords[min(k, len(chords) - 1)]
        if way is not None and k in (0, len(points) - 1) and way @ _unit(chord) < _SHARP:
            ways[k] = _unit(chord)
    first, last = ways[0], ways[-1]
    if first is None:
        ways[0] = _end_way(chords[0], ways[1]) if ways[1] is not None else _unit(chords[0])
    if last is None:
        ways[-1] = _end_way(chords[-1], ways[-2])
    samples, stops = [points[:1]], [0]
    for a, b, start, end in zip(points[:-1], points[1:], ways[:-1], ways[1:], strict=True):
        length = float(np.linalg.norm(b - a))
        count = max(2, round(length / STEP))
        u = np.linspace(0, 1, count + 1)[1:, None]
        v = 1 - u
        reach = length / 3
        handles = a + start * reach, b - end * reach
        samples.append(v**3 * a + 3 * u * v**2 * handles[0] + 3 * u**2 * v * handles[1] + u**3 * b)
        stops.append(stops[-1] + count)
    return np.vstack(samples), np.array(stops)
