"""A mesh cut along the borders of territories, so that each triangle belongs to one territory."""

from __future__ import annotations

import numpy as np

# Least distance of a cut from the ends of a side, as a share of it, to avoid splinters.
_LEAST = 0.05


class _CutPoints:
    """The points that cuts add, shared by neighbouring triangles."""

    def __init__(self, points: np.ndarray, shares: np.ndarray) -> None:
        self.points, self.shares = list(points), shares
        self.made: dict[tuple[int, int], int] = {}

    def on(self, i: int, j: int, owner: np.ndarray) -> int:
        """The index of the point on the side (i, j) where the territories of its ends have equal shares."""
        i, j = sorted((i, j))
        if (i, j) not in self.made:
            a, b = self.shares[i], self.shares[j]
            first, last = a[owner[i]] - a[owner[j]], b[owner[i]] - b[owner[j]]
            share = np.clip(first / (first - last) if first != last else 0.5, _LEAST, 1 - _LEAST)
            self.made[i, j] = self.add((1 - share) * self.points[i] + share * self.points[j])
        return self.made[i, j]

    def add(self, point: np.ndarray) -> int:
        """Add a point and return its number."""
        self.points.append(point)
        return len(self.points) - 1


def partition_mesh(
    points: np.ndarray, faces: np.ndarray, shares: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points, triangles and the territory (a column of `shares`) of each triangle.

    A corner belongs to the territory with the largest share; triangles with corners in several territories are cut.
    """
    owner = shares.argmax(axis=1)
    of_corners = owner[faces]
    plain = (of_corners == of_corners[:, :1]).all(axis=1)
    cuts = _CutPoints(points, shares)
    cut_faces: list[tuple[int, int, int]] = []
    cut_owner: list[int] = []
    for triangle in faces[~plain].tolist():
        for part, mine in _parts(triangle, owner, cuts):
            cut_faces.append(part)
            cut_owner.append(mine)
    out = np.vstack([faces[plain], np.array(cut_faces, int).reshape(-1, 3)])
    return np.array(cuts.points), out, np.concatenate([of_corners[plain, 0], np.array(cut_owner, int)])


def _parts(triangle: list[int], owner: np.ndarray, cuts: _CutPoints) -> list[tuple[tuple[int, int, int], int]]:
    a, b, c = triangle
    if len({owner[corner] for corner in triangle}) == 3:
        ab, bc, ca = cuts.on(a, b, owner), cuts.on(b, c, owner), cuts.on(c, a, owner)
        middle = cuts.add((cuts.points[a] + cuts.points[b] + cuts.points[c]) / 3)
        return [
            (part, int(owner[corner]))
            for corner, before, after in ((a, ca, ab), (b, ab, bc), (c, bc, ca))
            for part in ((corner, after, middle), (corner, middle, before))
        ]
    while owner[b] != owner[c]:
        a, b, c = b, c, a
    ab, ca = cuts.on(a, b, owner), cuts.on(c, a, owner)
    return [((a, ab, ca), int(owner[a])), ((ab, b, c), int(owner[b])), ((ab, c, ca), int(owner[b]))]
