"""Solids modelled from rounded bars that are added, blended and cut, and the mesh of their surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from tools.body.bones.bone_mesh import pieces
from tools.body.skin.surface import normals

_ROOM, _BLUR = 0.006, 0.7


@dataclass(frozen=True)
class Bar:
    """A round bar between two points with the given radii at its ends, blended into the rest over `soft` metres.

    `act` is add, cut or trim; a trim cuts everything beyond the plane through `start` in the direction of `end`.
    """

    act: str
    start: np.ndarray
    end: np.ndarray
    radii: tuple[float, float]
    soft: float


def _distance(bar: Bar, at: np.ndarray) -> np.ndarray:
    along = bar.end - bar.start
    length = float(along @ along)
    if bar.act == "trim":
        return (at - bar.start) @ (along / length**0.5)
    share = np.clip((at - bar.start) @ along / length, 0, 1) if length else np.zeros(at.shape[:-1])
    off = at - bar.start - share[..., None] * along
    return np.sqrt((off**2).sum(axis=-1)) - (bar.radii[0] + share * (bar.radii[1] - bar.radii[0]))


def _soft_minimum(a: np.ndarray, b: np.ndarray, soft: float) -> np.ndarray:
    """The smaller of two distances, blended where they are similar."""
    if soft <= 0:
        return np.minimum(a, b)
    near = np.clip(soft - np.abs(a - b), 0, None)
    return np.minimum(a, b) - near**2 / (4 * soft)


def _field_of(points: np.ndarray, faces: np.ndarray, at: np.ndarray, reach: float) -> np.ndarray:
    """Distance from a fine mesh, negative inside, measured to the tangent plane of its nearest point.

    Everything beyond `reach` counts as outside: no bone is that thick.
    """
    apart, near = cKDTree(points).query(at.reshape(-1, 3), distance_upper_bound=reach)
    close = np.isfinite(apart)
    field = np.full(len(near), reach)
    off = at.reshape(-1, 3)[close] - points[near[close]]
    field[close] = (off * normals(points, faces)[near[close]]).sum(axis=1)
    return field.reshape(at.shape[:-1])


def build_solid(
    bars: list[Bar], cell: float, base: tuple[np.ndarray, np.ndarray] | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Points and triangles of the solid made from the bars, in their order, on a grid of `cell` metres.

    With `base` (points and triangles), the bars modify that mesh.
    """
    added = [bar for bar in bars if bar.act == "add"]
    reach = max(max(bar.radii) for bar in added) + _ROOM
    ends = np.array([end for bar in added for end in (bar.start, bar.end)])
    if base:
        ends = np.vstack([ends, base[0]])
    low = ends.min(axis=0) - reach
    counts = np.ceil((ends.max(axis=0) + reach - low) / cell).astype(int) + 1
    at = low + cell * np.stack(np.meshgrid(*(np.arange(n) for n in counts), indexing="ij"), axis=-1)
    field = _field_of(*base, at, reach) if base else np.full(at.shape[:-1], reach)
    for bar in bars:
        # A bar changes the field only nearby, a trim everywhere.
        reached = max(bar.radii) + bar.soft + 2 * cell
        box: tuple[slice, ...] = np.s_[:, :, :]
        if bar.act != "trim":
            first = (np.minimum(bar.start, bar.end) - reached - low) / cell
            last = (np.maximum(bar.start, bar.end) + reached - low) / cell + 1
            box = tuple(slice(max(int(a), 0), max(int(np.ceil(b)), 0)) for a, b in zip(first, last, strict=True))
        distance = _distance(bar, at[box])
        if bar.act == "add":
            field[box] = _soft_minimum(field[box], distance, bar.soft)
        else:
            cut = distance if bar.act == "cut" else -distance
            field[box] = -_soft_minimum(-field[box], cut, bar.soft)
    points, faces = max(pieces(*surface(ndimage.gaussian_filter(field, _BLUR))), key=lambda piece: len(piece[0]))
    return low + cell * points, faces


def surface(field: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The zero surface of a field on a grid (negative inside): points in cells, and triangles facing outwards.

    Each cell that the surface passes gets one point, the mean of its crossings with the cell's edges (surface nets).
    """
    inside = field < 0
    total = np.zeros((*(n - 1 for n in field.shape), 3))
    crossed = np.zeros(total.shape[:3], int)
    quads = []
    cells = np.full(total.shape[:3], -1)
    for axis in range(3):
        others = [k for k in range(3) if k != axis]
        low, high = np.moveaxis(field, axis, 0)[:-1], np.moveaxis(field, axis, 0)[1:]
        change = (low < 0) != (high < 0)
        where = np.argwhere(np.moveaxis(change, 0, axis))
        share = np.moveaxis(low / np.where(low == high, 1, low - high), 0, axis)[tuple(where.T)]
        point = where.astype(float)
        point[:, axis] += share
        for a in (0, -1):
            for b in (0, -1):
                step = np.zeros(3, int)
                step[others[0]], step[others[1]] = a, b
                cell = where + step
                # The field is positive on the grid's boundary, so every crossing is inside the grid.
                np.add.at(total, tuple(cell.T), point)
                np.add.at(crossed, tuple(cell.T), 1)
        quads.append((axis, where))
    there = crossed > 0
    cells[there] = np.arange(there.sum())
    points = total[there] / crossed[there][:, None]
    faces = []
    for axis, where in quads:
        one, two = np.zeros(3, int), np.zeros(3, int)
        one[(axis + 1) % 3], two[(axis + 2) % 3] = 1, 1
        ring = np.stack([cells[tuple((where - step).T)] for step in (one + two, two, 0 * one, one)], axis=1)
        outward = inside[tuple(where.T)]
        faces.append(np.where(outward[:, None], ring, ring[:, ::-1]))
    ring = np.vstack(faces)
    return points, np.vstack([ring[:, [0, 1, 2]], ring[:, [0, 2, 3]]])
