"""Borders as ways along the mesh, from landmark to landmark, each in one plane."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from tools.figures.body import Body
from tools.figures.figure_config import Recipe
from tools.figures.surface import edges_of

STRAY = 0.002


class BordersBroken(RuntimeError):
    """The borders do not enclose each territory by itself."""


@dataclass(frozen=True)
class Way:
    """One stretch of a border: the mesh points passed, and the plane it means to follow."""

    points: list[int]
    first: np.ndarray
    chord: np.ndarray
    across: np.ndarray


class Net:
    """The sides of the mesh, ready to find short ways along them."""

    def __init__(self, points: np.ndarray, corners: np.ndarray, normal: np.ndarray) -> None:
        self.points, self.normal = points, normal
        self.sides = np.unique(np.sort(edges_of(corners), axis=1), axis=0)
        self.middles = points[self.sides].mean(axis=1)
        self.lengths = np.linalg.norm(np.diff(points[self.sides], axis=1)[:, 0], axis=1)
        self.tree = cKDTree(self.middles)

    def straight(self, start: int, end: int) -> Way:
        """The way from start to end, kept near the plane that holds both and the skin's normals there."""
        first, last = self.points[start], self.points[end]
        across = np.cross(last - first, self.normal[start] + self.normal[end])
        across /= max(np.linalg.norm(across), 1e-12)
        reach = np.linalg.norm(last - first) + 0.02
        near = np.sort(self.tree.query_ball_point((first + last) / 2, reach))
        off = np.abs((self.middles[near] - first) @ across)
        cost = self.lengths[near] * (1 + (off / STRAY) ** 2)
        used, local = np.unique(self.sides[near], return_inverse=True)
        graph = sparse.coo_matrix((cost, local.reshape(-1, 2).T), (len(used),) * 2).tocsr()
        source, here = (int(np.searchsorted(used, point)) for point in (start, end))
        _, before = dijkstra(graph, directed=False, indices=source, return_predecessors=True)
        path = [here]
        while path[-1] != source:
            if before[path[-1]] < 0:
                raise BordersBroken("a border leaves the skin between two of its landmarks")
            path.append(int(before[path[-1]]))
        return Way([int(used[point]) for point in reversed(path)], first, last - first, across)


def border_ways(recipe: Recipe, body: Body, places: dict[str, int]) -> list[Way]:
    """Every stretch of every border."""
    net = Net(body.points, body.corners, body.normals())
    return [
        net.straight(places[start], places[end])
        for through in recipe.borders.values()
        for start, end in pairwise(through)
    ]
