"""Depth below the skin, and pushing points of bones inside it."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from tools.body.skin.skin_mesh import SkinMesh
from tools.body.skin.surface import averaging

_NEAR, _ROUNDS, _SPREAD = 4, 8, 3
# Metres: deeper points do not move; a smaller shortfall is accepted.
_CLOSE, _ENOUGH = 0.012, 0.0001


class SkinDepth:
    """The skin at rest, with depth queries.

    Only the right half has skin (x below 0), so points of the left half are mirrored first.
    """

    def __init__(self, body: SkinMesh) -> None:
        self.points, self.normals = body.points, body.normals()
        self.tree = cKDTree(body.points)

    def depth(self, points: np.ndarray) -> np.ndarray:
        """Metres below the skin, negative outside: the mean distance to the tangent planes of the nearest points."""
        points = _folded(points)
        _, near = self.tree.query(points, k=_NEAR)
        return -((points[:, None] - self.points[near]) * self.normals[near]).sum(axis=2).mean(axis=1)

    def inwards(self, points: np.ndarray) -> np.ndarray:
        """The inward unit normal of the nearest skin."""
        direction = -self.normals[self.tree.query(_folded(points))[1]]
        direction[points[:, 0] > 0, 0] *= -1
        return direction


def _folded(points: np.ndarray) -> np.ndarray:
    return np.column_stack([-np.abs(points[:, 0]), points[:, 1:]])


def push_inside(points: np.ndarray, faces: np.ndarray, skin: SkinDepth, margin: float) -> np.ndarray:
    """The points, pushed in where they are less than `margin` metres deep. Neighbours move with them, smoothly."""
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
