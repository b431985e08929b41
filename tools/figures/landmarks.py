"""Landmarks on the skin: from a place on an axis, look outwards and take the first skin met."""

from __future__ import annotations

import numba
import numpy as np

from tools.figures.body import Body
from tools.figures.figure_config import Axis, Landmark, Recipe
from tools.figures.surface import rim_points

RIM_REACH = 0.006
# No side of a triangle of the refined skin is longer, in metres.
TRIANGLE = 0.02


def origin_on(axis: Axis, along: float, joints: dict[str, np.ndarray]) -> np.ndarray:
    """The point of the axis at `along`; beyond its ends the last stretch goes on."""
    stations = sorted((value, joints[joint] + offset) for value, joint, offset in axis.stations)
    values = np.array([value for value, _ in stations])
    points = np.array([point for _, point in stations])
    if len(values) == 1:
        return points[0]
    k = int(np.clip(np.searchsorted(values, along) - 1, 0, len(values) - 2))
    share = (along - values[k]) / (values[k + 1] - values[k])
    return points[k] + share * (points[k + 1] - points[k])


def direction_of(axis: Axis, degrees: float) -> np.ndarray:
    """The way one looks from the axis: `zero` at 0°, `quarter` at 90°."""
    angle = np.radians(degrees)
    way = np.cos(angle) * axis.zero + np.sin(angle) * axis.quarter
    return way / np.linalg.norm(way)


@numba.njit(cache=True)
def _beside(origin, way, points, corners):
    """The triangles so near the ray that it may meet them; the rest need not be asked."""
    near = np.empty(len(corners), np.int64)
    count = 0
    for t in range(len(corners)):
        k = corners[t, 0]
        x, y, z = points[k, 0] - origin[0], points[k, 1] - origin[1], points[k, 2] - origin[2]
        along = x * way[0] + y * way[1] + z * way[2]
        if x * x + y * y + z * z - along * along < TRIANGLE * TRIANGLE:
            near[count] = t
            count += 1
    return near[:count]


def first_hit(origin: np.ndarray, way: np.ndarray, points: np.ndarray, corners: np.ndarray) -> np.ndarray | None:
    """Where a ray from inside first leaves through the skin, if it does."""
    corners = corners[_beside(origin, way, points, corners)]
    a = points[corners[:, 0]]
    u, v = points[corners[:, 1]] - a, points[corners[:, 2]] - a
    p = np.cross(way, v)
    det = (u * p).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        s = origin - a
        b = (s * p).sum(axis=1) / det
        q = np.cross(s, u)
        c = (q @ way) / det
        t = (v * q).sum(axis=1) / det
    slack = 1e-6
    # A negative determinant is a triangle seen from behind, that is from inside.
    hit = (det < 0) & (b >= -slack) & (c >= -slack) & (b + c <= 1 + slack) & (t > 0)
    return origin + way * t[hit].min() if hit.any() else None


def point_of(mark: Landmark, recipe: Recipe, body: Body, rim: np.ndarray) -> int:
    """The skin point of a landmark; where nothing is met, the nearest point of the mesh's open edge."""
    axis = recipe.axes[mark.axis]
    origin = origin_on(axis, mark.along, body.joints)
    way = direction_of(axis, mark.round)
    hit = first_hit(origin, way, body.points, body.corners)
    edge = body.points[rim] - origin
    if hit is None:
        ahead = edge @ way
        off = np.linalg.norm(edge - ahead[:, None] * way, axis=1)
        return int(rim[np.where(ahead > 0, off, np.inf).argmin()])
    to_rim = np.linalg.norm(body.points[rim] - hit, axis=1)
    if to_rim.min() < RIM_REACH:
        return int(rim[to_rim.argmin()])
    return int(np.linalg.norm(body.points - hit, axis=1).argmin())


def place_all(recipe: Recipe, body: Body) -> dict[str, int]:
    """Every landmark's skin point."""
    rim = rim_points(body.quads)
    return {mark.id: point_of(mark, recipe, body, rim) for mark in recipe.landmarks.values()}
