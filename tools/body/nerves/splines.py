"""Smooth lines through waypoints. Lines that meet at a waypoint share a direction there, so there are no corners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

STEP = 0.002
"""Distance between samples of a line, in metres."""
# A branch that leaves at a sharper angle (a cosine) goes straight to its next waypoint.
_SHARP = 0.0


@dataclass(frozen=True)
class Strand:
    """One row of the table `courses`: a stretch of the segment or root `of`, from proximal to distal."""

    of: str
    nerve: str
    through: tuple[str, ...]


def _unit(direction: np.ndarray) -> np.ndarray:
    return direction / max(float(np.linalg.norm(direction)), 1e-12)


def _catmull_rom_direction(before: np.ndarray, here: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The direction of a centripetal Catmull-Rom spline at a point between two others."""
    back, on = here - before, after - here
    a, b = np.linalg.norm(back) ** 0.5, np.linalg.norm(on) ** 0.5
    return _unit(back / a - (after - before) / (a + b) + on / b)


def directions(strands: Sequence[Strand], at: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Waypoint → its direction: the mean of the strands that pass it, or else of those that meet there."""
    passing, coming, leaving = defaultdict(list), defaultdict(list), defaultdict(list)
    for strand in strands:
        points = [at[mark] for mark in strand.through]
        for k, mark in enumerate(strand.through):
            if 0 < k < len(points) - 1:
                passing[mark].append(_catmull_rom_direction(points[k - 1], points[k], points[k + 1]))
            elif k:
                coming[mark].append((strand.nerve, points[k - 1]))
            else:
                leaving[mark].append((strand.nerve, points[1]))
    found = {mark: _unit(np.sum(tangents, axis=0)) for mark, tangents in passing.items()}
    for mark in coming.keys() & leaving.keys() - found.keys():
        nerves = {nerve for nerve, _ in coming[mark]} & {nerve for nerve, _ in leaving[mark]}
        # A nerve that continues keeps its direction; only branches turn.
        ends, starts = (
            [point for nerve, point in side[mark] if nerve in nerves or not nerves] for side in (coming, leaving)
        )
        found[mark] = _unit(np.sum([_catmull_rom_direction(a, at[mark], b) for a in ends for b in starts], axis=0))
    return found


def _mirrored_direction(chord: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The direction at a free end: the other end's direction mirrored in the chord, as in a circular arc."""
    direction = _unit(chord)
    return _unit(2 * (direction @ other) * direction - other)


def spline(points: np.ndarray, tangents: Sequence[np.ndarray | None]) -> tuple[np.ndarray, np.ndarray]:
    """A smooth line through `points`: samples (n, 3) about `STEP` apart, and the index of the sample at each point.

    A tangent of None at an end is free; every inner point has a tangent.
    """
    chords = np.diff(points, axis=0)
    first, *inner, last = tangents
    if first is not None and first @ _unit(chords[0]) < _SHARP:
        first = _unit(chords[0])
    if last is not None and last @ _unit(chords[-1]) < _SHARP:
        last = _unit(chords[-1])
    if first is None:
        following = [*inner, last][0]
        first = _mirrored_direction(chords[0], following) if following is not None else _unit(chords[0])
    known = [first, *(direction for direction in inner if direction is not None)]
    known.append(_mirrored_direction(chords[-1], known[-1]) if last is None else last)
    samples, stops = [points[:1]], [0]
    for a, b, start, end in zip(points[:-1], points[1:], known[:-1], known[1:], strict=True):
        length = float(np.linalg.norm(b - a))
        count = max(2, round(length / STEP))
        u = np.linspace(0, 1, count + 1)[1:, None]
        v = 1 - u
        reach = length / 3
        handles = a + start * reach, b - end * reach
        samples.append(v**3 * a + 3 * u * v**2 * handles[0] + 3 * u**2 * v * handles[1] + u**3 * b)
        stops.append(stops[-1] + count)
    return np.vstack(samples), np.array(stops)
