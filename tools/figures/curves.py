"""Fitting of cubic Bézier curves to dense runs of points."""

from __future__ import annotations

import numpy as np

Cubic = np.ndarray


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / max(float(np.linalg.norm(vector)), 1e-9)


def _evaluate(cubic: Cubic, u: np.ndarray) -> np.ndarray:
    v = 1 - u
    return (
        np.outer(v**3, cubic[0])
        + np.outer(3 * u * v**2, cubic[1])
        + np.outer(3 * u**2 * v, cubic[2])
        + np.outer(u**3, cubic[3])
    )


def _least_squares_cubic(run: np.ndarray, u: np.ndarray, out: np.ndarray, back: np.ndarray) -> Cubic:
    """The cubic with the given end directions and least-squares handle lengths."""
    v = 1 - u
    first, second = np.outer(3 * u * v**2, out), np.outer(3 * u**2 * v, back)
    rest = run - np.outer(v**3 + 3 * u * v**2, run[0]) - np.outer(u**3 + 3 * u**2 * v, run[-1])
    matrix = np.array([[(first * first).sum(), (first * second).sum()], [(first * second).sum(), (second**2).sum()]])
    length = np.linalg.norm(np.diff(run, axis=0), axis=1).sum()
    handles = np.full(2, length / 3)
    if abs(np.linalg.det(matrix)) > 1e-9:
        solved = np.linalg.solve(matrix, [(first * rest).sum(), (second * rest).sum()])
        if solved.min() > 1e-3 * length and solved.max() < 2 * length:
            handles = solved
    return np.array([run[0], run[0] + out * handles[0], run[-1] + back * handles[1], run[-1]])


def _newton_step(cubic: Cubic, run: np.ndarray, u: np.ndarray) -> np.ndarray:
    """Each point's parameter after one Newton step towards the nearest point of the curve."""
    first = 3 * np.diff(cubic, axis=0)
    second = 2 * np.diff(first, axis=0)
    v = 1 - u
    speed = np.outer(v**2, first[0]) + np.outer(2 * u * v, first[1]) + np.outer(u**2, first[2])
    bend = np.outer(v, second[0]) + np.outer(u, second[1])
    off = _evaluate(cubic, u) - run
    below = (speed**2).sum(axis=1) + (off * bend).sum(axis=1)
    step = np.where(np.abs(below) > 1e-9, (off * speed).sum(axis=1) / np.where(np.abs(below) > 1e-9, below, 1), 0)
    return np.clip(u - step, 0, 1)


def _straight_cubic(run: np.ndarray, out: np.ndarray, back: np.ndarray) -> Cubic:
    """The cubic between two points with handles of a third of their distance."""
    third = np.linalg.norm(run[1] - run[0]) / 3
    return np.array([run[0], run[0] + out * third, run[1] + back * third, run[1]])


def _single_cubic(run: np.ndarray, out: np.ndarray, back: np.ndarray, tolerance: float) -> Cubic | None:
    """One cubic for the whole run, if it stays within the tolerance."""
    if len(run) == 2:
        return _straight_cubic(run, out, back)
    length = np.r_[0, np.cumsum(np.linalg.norm(np.diff(run, axis=0), axis=1))]
    u = length / length[-1]
    for _ in range(5):
        cubic = _least_squares_cubic(run, u, out, back)
        if ((_evaluate(cubic, u) - run) ** 2).sum(axis=1).max() < tolerance**2:
            return cubic
        u = _newton_step(cubic, run, u)
        if (np.diff(u) < 0).any():
            return None
    return None


def _backward_direction(run: np.ndarray, at: int) -> np.ndarray:
    """The backward direction of the run at one of its inner points."""
    wide = max(1, min(4, at, len(run) - 1 - at))
    return _unit(run[at - wide] - run[at + wide])


def _fit(run: np.ndarray, out: np.ndarray, back: np.ndarray, tolerance: float) -> list[Cubic]:
    """Cubics found greedily: each covers as much of the run as fits."""
    cubics: list[Cubic] = []
    start = 0
    while start < len(run) - 1:
        low, high = start + 1, len(run) - 1
        found: tuple[int, np.ndarray, Cubic] | None = None
        trial = high
        while low <= high:
            end_direction = back if trial == len(run) - 1 else _backward_direction(run, trial)
            cubic = _single_cubic(run[start : trial + 1], out, end_direction, tolerance)
            if cubic is None:
                high = trial - 1
            else:
                found, low = (trial, end_direction, cubic), trial + 1
            trial = (low + high) // 2
        if found is None:
            direction = _backward_direction(run, start + 1) if start + 2 < len(run) else back
            found = start + 1, direction, _straight_cubic(run[start : start + 2], out, direction)
        start, direction, cubic = found
        cubics.append(cubic)
        out = -direction
    return cubics


def _thinned(run: np.ndarray, tolerance: float) -> np.ndarray:
    """The run, resampled to as many points as the tolerance needs."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(run, axis=0), axis=1))]
    count = int(along[-1] / (1.5 * tolerance)) + 2
    if len(run) <= count:
        return run
    even = np.linspace(0, along[-1], count)
    out = np.stack([np.interp(even, along, run[:, k]) for k in (0, 1)], axis=1)
    out[0], out[-1] = run[0], run[-1]
    return out


def fit(
    run: np.ndarray, tolerance: float, out: np.ndarray | None = None, back: np.ndarray | None = None
) -> list[Cubic]:
    """Cubics along a run, at most about `tolerance` from it.

    `out` and `back` are the directions at its ends, so that arcs can share a tangent. A ring joins smoothly.
    """
    run = _thinned(run[np.r_[True, np.linalg.norm(np.diff(run, axis=0), axis=1) > 1e-6]], tolerance)
    if len(run) < 2:
        return []
    wide = min(3, len(run) - 1)
    if out is None and np.allclose(run[0], run[-1]):
        out = _unit(run[1] - run[-2])
        back = -out
    out = _unit(run[wide] - run[0]) if out is None else out
    back = _unit(run[-1 - wide] - run[-1]) if back is None else back
    return _fit(run, out, back, tolerance)


def reverse(cubics: list[Cubic]) -> list[Cubic]:
    """The same curve, reversed."""
    return [cubic[::-1] for cubic in reversed(cubics)]
