"""Borders as paths along the mesh, from landmark to landmark, each close to a plane."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from tools.body.skin.skin_mesh import SkinMesh
from tools.body.skin.surface import edges_of
from tools.body.tables import FigureConfig

STRAY_METRES = 0.002


class BorderError(RuntimeError):
    """The borders do not enclose each territory separately."""


@dataclass(frozen=True)
class BorderPath:
    """One stretch of a border: its mesh points, and the plane that it follows (point, chord, normal `across`)."""

    points: list[int]
    first: np.ndarray
    chord: np.ndarray
    across: np.ndarray


class MeshEdges:
    """The edges of the mesh, with a search for short paths along them."""

    def __init__(self, points: np.ndarray, corners: np.ndarray, normal: np.ndarray) -> None:
        self.points, self.normal = points, normal
        self.sides = np.unique(np.sort(edges_of(corners), axis=1), axis=0)
        self.middles = points[self.sides].mean(axis=1)
        self.lengths = np.linalg.norm(np.diff(points[self.sides], axis=1)[:, 0], axis=1)
        self.tree = cKDTree(self.middles)

    def border_path(self, start: int, end: int) -> BorderPath:
        """The path from start to end near the plane through both points and their mean normal.

        Raises BorderError if no path along the skin connects them.
        """
        first, last = self.points[start], self.points[end]
        across = np.cross(last - first, self.normal[start] + self.normal[end])
        across /= max(np.linalg.norm(across), 1e-12)
        reach = np.linalg.norm(last - first) + 0.02
        near = np.sort(self.tree.query_ball_point((first + last) / 2, reach))
        off = np.abs((self.middles[near] - first) @ across)
        cost = self.lengths[near] * (1 + (off / STRAY_METRES) ** 2)
        used, local = np.unique(self.sides[near], return_inverse=True)
        graph = sparse.coo_matrix((cost, local.reshape(-1, 2).T), (len(used),) * 2).tocsr()
        source, here = (int(np.searchsorted(used, point)) for point in (start, end))
        _, before = dijkstra(graph, directed=False, indices=source, return_predecessors=True)
        path = [here]
        while path[-1] != source:
            if before[path[-1]] < 0:
                raise BorderError("a border leaves the skin between two of its landmarks")
            path.append(int(before[path[-1]]))
        return BorderPath([int(used[point]) for point in reversed(path)], first, last - first, across)


def border_paths(config: FigureConfig, body: SkinMesh, places: dict[str, int]) -> list[BorderPath]:
    """Every stretch of every border."""
    edges = MeshEdges(body.points, body.corners, body.normals())
    return [
        edges.border_path(places[start], places[end])
        for through in config.borders.values()
        for start, end in pairwise(through)
    ]
