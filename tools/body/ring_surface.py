"""A closed surface through a row of rings, for tubes, ribbons and discs."""

from __future__ import annotations

import numpy as np


def ring_surface(rings: np.ndarray, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points (n * m + 2, 3) and triangles of the surface through `rings` (n, m, 3), closed at both ends by a point.

    The rings run around the axis from `start` (3,) to `end` (3,) in the same sense; triangles face outwards if that is
    counterclockwise for a viewer at `end`.
    """
    count, sides = rings.shape[:2]
    row, here = np.meshgrid(np.arange(count - 1), np.arange(sides), indexing="ij")
    a, b = row * sides + here, row * sides + (here + 1) % sides
    c, d = a + sides, b + sides
    walls = np.concatenate([np.stack([a, b, c], -1), np.stack([b, d, c], -1)]).reshape(-1, 3)
    turn = np.arange(sides)
    ahead, last = (turn + 1) % sides, (count - 1) * sides
    first_cap = np.stack([np.full(sides, count * sides), ahead, turn], axis=1)
    last_cap = np.stack([np.full(sides, count * sides + 1), last + turn, last + ahead], axis=1)
    return np.vstack([rings.reshape(-1, 3), start, end]), np.vstack([walls, first_cap, last_cap])
