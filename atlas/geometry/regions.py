"""Territories on the skin: borders drawn from landmark to landmark, the skin between them filled and softened."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

from atlas.geometry.body import Body
from atlas.geometry.recipe import Recipe
from atlas.geometry.surface import averaging, edges_of

STRAY = 0.002
CRUMB = 0.001


class BordersBroken(RuntimeError):
    """The borders do not enclose each territory by itself."""


def _mesh_edges(corners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    sides, at = np.unique(np.sort(edges_of(corners), axis=1), axis=0, return_inverse=True)
    return sides, at.reshape(-1, 3)


def straight_path(start: int, end: int, points: np.ndarray, normal: np.ndarray, sides: np.ndarray) -> list[int]:
    """Points of the mesh from start to end, kept near the plane that holds both and the skin's normals there."""
    chord = points[end] - points[start]
    across = np.cross(chord, normal[start] + normal[end])
    across /= max(np.linalg.norm(across), 1e-12)
    ends = points[sides]
    off = np.abs((ends.mean(axis=1) - points[start]) @ across)
    reach = 1.5 * np.linalg.norm(chord) + 0.02
    near = np.linalg.norm(ends.mean(axis=1) - (points[start] + points[end]) / 2, axis=1) < reach
    cost = np.linalg.norm(ends[:, 0] - ends[:, 1], axis=1) * (1 + (off / STRAY) ** 2)
    graph = sparse.coo_matrix((cost[near], sides[near].T), (len(points),) * 2).tocsr()
    _, before = dijkstra(graph, directed=False, indices=start, return_predecessors=True)
    path = [end]
    while path[-1] != start:
        if before[path[-1]] < 0:
            raise BordersBroken("a border leaves the skin between two of its landmarks")
        path.append(int(before[path[-1]]))
    return path[::-1]


def border_paths(recipe: Recipe, body: Body, places: dict[str, int]) -> dict[str, list[int]]:
    """Each border as a chain of neighbouring skin points."""
    sides, _ = _mesh_edges(body.corners)
    normal = body.normals()
    paths = {}
    for border, through in recipe.borders.items():
        chain = [places[through[0]]]
        for start, end in zip(through, through[1:], strict=False):
            chain += straight_path(places[start], places[end], body.points, normal, sides)[1:]
        paths[border] = chain
    return paths


def fill(
    corners: np.ndarray, paths: list[list[int]], seeds: dict[str, list[int]], share_bare: float = CRUMB
) -> np.ndarray:
    """The territory (its place in `seeds`) of each triangle, -1 for crumbs.

    Raises when two territories leak into each other, or when more than a crumb of skin belongs to none.
    """
    sides, at = _mesh_edges(corners)
    key = sides[:, 0] * (sides.max() + 1) + sides[:, 1]
    steps = np.array([sorted(pair) for path in paths for pair in zip(path, path[1:], strict=False) if pair[0] != pair[1]])
    wall = np.isin(key, steps[:, 0] * (sides.max() + 1) + steps[:, 1])
    triangle = np.repeat(np.arange(len(corners)), 3)
    order = np.argsort(at.reshape(-1), kind="stable")
    side, owner = at.reshape(-1)[order], triangle[order]
    pair = (side[:-1] == side[1:]) & ~wall[side[:-1]]
    links = sparse.coo_matrix(
        (np.ones(pair.sum()), (owner[:-1][pair], owner[1:][pair])), (len(corners),) * 2
    )
    _, piece = connected_components(links, directed=False)

    at_point: dict[int, set[int]] = {}
    for territory, points in enumerate(seeds.values()):
        for point in points:
            for number in np.unique(piece[(corners == point).any(axis=1)]):
                at_point.setdefault(int(number), set()).add(territory)
    names = list(seeds)
    faults = [
        "borders leak between " + ", ".join(names[k] for k in sorted(found))
        for found in at_point.values()
        if len(found) > 1
    ]
    sizes = np.bincount(piece)
    label = np.full(len(sizes), -1)
    for number, found in at_point.items():
        label[number] = min(found)
    bare = [number for number in np.flatnonzero(label < 0) if sizes[number] > share_bare * len(corners)]
    faults += [f"a piece of skin of {sizes[n]} triangles lies in no territory's borders" for n in bare]
    if faults:
        raise BordersBroken("; ".join(faults))
    return label[piece]


def adopted(label: np.ndarray, middles: np.ndarray) -> np.ndarray:
    """The crumbs between borders that almost meet go to the nearest territory."""
    known = label >= 0
    nearest = cKDTree(middles[known]).query(middles[~known])[1]
    label = label.copy()
    label[~known] = label[known][nearest]
    return label


def softened(label: np.ndarray, body: Body, count: int, rounds: int) -> np.ndarray:
    """How much of each territory is at each point, after spreading it a little along the skin."""
    share = np.zeros((len(body.points), count), np.float64)
    for k in range(3):
        np.add.at(share, (body.corners[:, k], label), 1)
    share /= share.sum(axis=1, keepdims=True)
    spread = averaging(body.quads, len(body.points))
    for _ in range(rounds):
        share = spread @ share
    return share.astype(np.float32)
