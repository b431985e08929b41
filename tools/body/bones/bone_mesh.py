"""Bone meshes: read from STL, split into pieces and smoothed, since they have few and flat faces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from tools.body.skin.surface import normals

_RECORD = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("rest", "<u2")])
_WELD = 1e-6
# How often, and by what share, the cage moves outwards so that the smooth surface passes near the original points.
_ROUNDS, _PULL = 6, 0.7


def read_stl(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Points in metres and triangles of a binary STL file. Equal points are merged, empty triangles removed."""
    raw = path.read_bytes()
    count = int.from_bytes(raw[80:84], "little")
    corners = np.frombuffer(raw, _RECORD, count, 84)["corners"].reshape(-1, 3).astype(float)
    cells = np.round(corners / _WELD).astype(np.int64)
    _, first, same = np.unique(cells, axis=0, return_index=True, return_inverse=True)
    # Numbered in order of appearance, so that the numbers of pieces do not depend on their positions.
    order = np.argsort(first)
    rank = np.argsort(order)
    faces = rank[same.reshape(-1)].reshape(-1, 3)
    return corners[first[order]], _tidy(faces)


def _tidy(faces: np.ndarray) -> np.ndarray:
    real = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 0] != faces[:, 2])
    faces = faces[real]
    _, once = np.unique(np.sort(faces, axis=1), axis=0, return_index=True)
    return faces[np.sort(once)]


def pieces(points: np.ndarray, faces: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """The connected parts, in the order of their first points."""
    ends = faces[:, [0, 1, 1, 2]].reshape(-1, 2)
    links = sparse.coo_matrix((np.ones(len(ends)), ends.T), (len(points),) * 2)
    count, part = connected_components(links, directed=False)
    found = []
    for number in range(count):
        mine = part[faces[:, 0]] == number
        if mine.any():
            used, local = np.unique(faces[mine], return_inverse=True)
            found.append((points[used], local.reshape(-1, 3)))
    return found


def _loop(points: int, faces: np.ndarray) -> tuple[sparse.csr_matrix, np.ndarray]:
    """One step of Loop's subdivision as a matrix from old points to new ones, and the new triangles."""
    sides = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    edges, at, uses = np.unique(sides, axis=0, return_inverse=True, return_counts=True)
    at = at.reshape(-1, 3)
    inner = uses == 2
    numbers = np.arange(len(edges))
    share = np.where(inner, 3 / 8, 1 / 2)
    rows, columns, values = [np.repeat(numbers, 2)], [edges.reshape(-1)], [np.repeat(share, 2)]
    opposite = faces[:, [2, 0, 1]].reshape(-1)
    facing = inner[at.reshape(-1)]
    rows.append(at.reshape(-1)[facing])
    columns.append(opposite[facing])
    values.append(np.full(facing.sum(), 1 / 8))

    rim = np.zeros(points, bool)
    rim[edges[~inner]] = True
    # On a rim, or a seam where more than two faces meet, only points along it count.
    weighted = edges[inner | rim[edges].all(axis=1)]
    weighted = np.vstack([weighted, weighted[:, ::-1]])
    weighted = weighted[~rim[weighted[:, 0]] | rim[weighted[:, 1]]]
    degree = np.maximum(np.bincount(weighted[:, 0], minlength=points), 1)
    beta = np.where(degree == 3, 3 / 16, 3 / (8 * degree))
    beta = np.where(rim, 1 / 4 / degree, beta)
    rows += [weighted[:, 0] + len(edges), np.arange(points) + len(edges)]
    columns += [weighted[:, 1], np.arange(points)]
    values += [beta[weighted[:, 0]], 1 - degree * beta]
    matrix = sparse.csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), (len(edges) + points, points)
    )
    old = faces + len(edges)
    finer = np.vstack([np.stack([old[:, k], at[:, k], at[:, k - 1]], axis=1) for k in range(3)] + [at])
    return matrix, finer


def rounded(points: np.ndarray, faces: np.ndarray, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """The mesh after Loop subdivision. Its cage first moves outwards, so that the mesh does not shrink."""
    matrix, kept = sparse.identity(len(points), format="csr"), None
    for _ in range(rounds):
        step, faces = _loop(matrix.shape[0], faces)
        matrix = (step @ matrix).tocsr()
        kept = step.shape[0] - step.shape[1] + (np.arange(step.shape[1]) if kept is None else kept)
    if kept is None:
        return points, faces
    cage = points.copy()
    for _ in range(_ROUNDS):
        cage += _PULL * (points - (matrix @ cage)[kept[: len(points)]])
    return matrix @ cage, faces


def coarsened(points: np.ndarray, faces: np.ndarray, cell: float) -> tuple[np.ndarray, np.ndarray]:
    """The mesh with one point per cell and facing direction, so that thin sheets keep two sides."""
    facing = normals(points, faces)
    axis = np.abs(facing).argmax(axis=1)
    direction = 2 * axis + (facing[np.arange(len(points)), axis] > 0)
    keys = np.column_stack([np.floor(points / cell).astype(int), direction])
    _, at, uses = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
    at = at.reshape(-1)
    middles = np.stack([np.bincount(at, points[:, k]) for k in range(3)], axis=1) / uses[:, None]
    kept = _tidy(at[faces])
    used, local = np.unique(kept, return_inverse=True)
    return middles[used], local.reshape(-1, 3)
