"""Keeping what lies inside the body inside its skin."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from tools.figures.body import Body
from tools.figures.surface import averaging

_NEAR, _ROUNDS, _SPREAD = 4, 8, 3
# Metres: what lies deeper than this is left alone, and what is short by less than this is deep enough.
_CLOSE, _ENOUGH = 0.012, 0.0001


class Skin:
    """The skin at rest, ready to be asked how deep a point lies under it.

    Only the right half is drawn (x below 0), so a point of the left half is asked about in its mirror image.
    """

    def __init__(self, body: Body) -> None:
        self.points, self.normals = body.points, body.normals()
        self.tree = cKDTree(body.points)

    def depth(self, points: np.ndarray) -> np.ndarray:
        """Metres below the nearest skin, negative outside: a plane through each of the nearest points, on average."""
        points = _folded(points)
        _, near = self.tree.query(points, k=_NEAR)
        return -((points[:, None] - self.points[near]) * self.normals[near]).sum(axis=2).mean(axis=1)

    def inwards(self, points: np.ndarray) -> np.ndarray:
        """The way into the body from the nearest skin."""
        way = -self.normals[self.tree.query(_folded(points))[1]]
        way[points[:, 0] > 0, 0] *= -1
        return way


def _folded(points: np.ndarray) -> np.ndarray:
    return np.column_stack([-np.abs(points[:, 0]), points[:, 1:]])


def tucked(points: np.ndarray, faces: np.ndarray, skin: Skin, margin: float) -> np.ndarray:
    """The points, pushed in where they lie less than `margin` metres deep, and their neighbours softly with them."""
    spread = averaging(faces, len(points))
    near = np.arange(len(points))
    for _ in range(_ROUNDS):
        depth = skin.depth(points[near])
        near, short = near[depth < _CLOSE], np.clip(margin - depth[depth < _CLOSE], 0, None)
        if not len(near) or short.max() < _ENOUGH:
            break
        push = np.zeros_like(points)
        push[near] = skin.inwards(points[near]) * short[:, None]
        for _ in range(_SPREAD):
            push = (push + spread @ push) / 2
        points = points + push
    return points
