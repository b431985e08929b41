"""Quad meshes: subdivision, triangles, normals, neighbours."""

from __future__ import annotations

import numpy as np
from scipy import sparse


def edges_of(faces: np.ndarray) -> np.ndarray:
    """The two ends of every side of every face."""
    return np.stack([faces, np.roll(faces, -1, axis=1)], axis=-1).reshape(-1, 2)


def _sums(count: int, index: np.ndarray, values: np.ndarray) -> np.ndarray:
    # Much quicker than np.add.at on large meshes.
    return np.stack([np.bincount(index, column, count) for column in values.T], axis=1)


def refined(points: np.ndarray, quads: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One Catmull-Clark step on all columns of `points`; open edges stay in place."""
    count = len(points)
    centres = points[quads].mean(axis=1)
    sides, at, uses = np.unique(np.sort(edges_of(quads), axis=1), axis=0, return_inverse=True, return_counts=True)
    at = at.reshape(-1)
    middles = points[sides].mean(axis=1)
    beside = _sums(len(sides), at, np.repeat(centres, 4, axis=0))
    inner = (uses == 2)[:, None]
    on_sides = np.where(inner, (points[sides].sum(axis=1) + beside) / 4, middles)

    faces_here = np.bincount(quads.reshape(-1), minlength=count)[:, None]
    sides_here = np.bincount(sides.reshape(-1), minlength=count)[:, None]
    around = _sums(count, quads.reshape(-1), np.repeat(centres, 4, axis=0)) / np.maximum(faces_here, 1)
    spokes = _sums(count, sides.reshape(-1), np.repeat(middles, 2, axis=0)) / np.maximum(sides_here, 1)
    degree = np.maximum(faces_here, 1)
    corners = (around + 2 * spokes + (degree - 3) * points) / degree
    rim = sides[uses == 1]
    on_rim = np.bincount(rim.reshape(-1), minlength=count)[:, None]
    rim_sum = _sums(count, rim.reshape(-1), np.repeat(middles[uses == 1], 2, axis=0))
    corners = np.where(on_rim > 0, (rim_sum + on_rim * points) / np.maximum(2 * on_rim, 1), corners)

    side_ids = at.reshape(-1, 4) + count
    centre_ids = np.arange(len(quads)) + count + len(sides)
    parts = [np.stack([quads[:, k], side_ids[:, k], centre_ids, side_ids[:, k - 1]], axis=1) for k in range(4)]
    return np.vstack([corners, on_sides, centres]), np.stack(parts, axis=1).reshape(-1, 4)


def triangles(quads: np.ndarray) -> np.ndarray:
    """Each quad as two triangles, first halves first."""
    return np.vstack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def normals(points: np.ndarray, corners: np.ndarray) -> np.ndarray:
    """Unit normals of the points, weighted by the area of the triangles around them."""
    a, b, c = (points[corners[:, k]] for k in range(3))
    out = _sums(len(points), corners.T.reshape(-1), np.tile(np.cross(b - a, c - a), (3, 1)))
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)


def rim_points(quads: np.ndarray) -> np.ndarray:
    """The points on the open edge of the mesh."""
    sides, uses = np.unique(np.sort(edges_of(quads), axis=1), axis=0, return_counts=True)
    return np.unique(sides[uses == 1])


def averaging(quads: np.ndarray, count: int) -> sparse.csr_matrix:
    """The matrix that replaces each point's values by the mean of itself and its neighbours."""
    sides = np.unique(np.sort(edges_of(quads), axis=1), axis=0)
    both = np.vstack([sides, sides[:, ::-1]])
    near = sparse.coo_matrix((np.ones(len(both)), both.T), (count, count)).tocsr() + sparse.eye(count)
    return (sparse.diags(1 / np.asarray(near.sum(axis=1)).ravel()) @ near).tocsr()
