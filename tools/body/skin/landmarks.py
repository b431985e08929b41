"""Landmarks: points where a ray from an axis inside the limb meets the skin."""

from __future__ import annotations

import numba
import numpy as np

from tools.body.skin.skin_mesh import SkinMesh
from tools.body.skin.surface import rim_points
from tools.body.tables import Axis, FigureConfig, Landmark

RIM_REACH = 0.006
# Upper bound for the sides of triangles of the subdivided skin, in metres.
TRIANGLE = 0.02


def origin_on(axis: Axis, along: float, joints: dict[str, np.ndarray]) -> np.ndarray:
    """The point of the axis at `along`; beyond its ends the last stretch is extended."""
    stations = sorted((value, joints[joint] + offset) for value, joint, offset in axis.stations)
    values = np.array([value for value, _ in stations])
    points = np.array([point for _, point in stations])
    if len(values) == 1:
        return points[0]
    k = int(np.clip(np.searchsorted(values, along) - 1, 0, len(values) - 2))
    share = (along - values[k]) / (values[k + 1] - values[k])
    return points[k] + share * (points[k + 1] - points[k])


def direction_of(axis: Axis, degrees: float) -> np.ndarray:
    """The unit direction of a ray from the axis: `zero` at 0°, `quarter` at 90°."""
    angle = np.radians(degrees)
    direction = np.cos(angle) * axis.zero + np.sin(angle) * axis.quarter
    return direction / np.linalg.norm(direction)


@numba.njit(cache=True)
def _triangles_near_ray(origin, direction, points, corners):
    """Indexes of the triangles that the ray may meet."""
    near = np.empty(len(corners), np.int64)
    count = 0
    for t in range(len(corners)):
        k = corners[t, 0]
        x, y, z = points[k, 0] - origin[0], points[k, 1] - origin[1], points[k, 2] - origin[2]
        along = x * direction[0] + y * direction[1] + z * direction[2]
        if x * x + y * y + z * z - along * along < TRIANGLE * TRIANGLE:
            near[count] = t
            count += 1
    return near[:count]


def first_hit(origin: np.ndarray, direction: np.ndarray, points: np.ndarray, corners: np.ndarray) -> np.ndarray | None:
    """The point where a ray from inside first leaves through the skin; None if it does not."""
    corners = corners[_triangles_near_ray(origin, direction, points, corners)]
    a = points[corners[:, 0]]
    u, v = points[corners[:, 1]] - a, points[corners[:, 2]] - a
    p = np.cross(direction, v)
    det = (u * p).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        s = origin - a
        b = (s * p).sum(axis=1) / det
        q = np.cross(s, u)
        c = (q @ direction) / det
        t = (v * q).sum(axis=1) / det
    slack = 1e-6
    # A negative determinant means that the ray meets the triangle from behind, that is from inside.
    hit = (det < 0) & (b >= -slack) & (c >= -slack) & (b + c <= 1 + slack) & (t > 0)
    return origin + direction * t[hit].min() if hit.any() else None


def point_of(mark: Landmark, config: FigureConfig, body: SkinMesh, rim: np.ndarray) -> int:
    """The index of a landmark's skin point; if its ray misses the skin, the nearest point of the mesh's open edge."""
    axis = config.axes[mark.axis]
    origin = origin_on(axis, mark.along, body.joints)
    direction = direction_of(axis, mark.round)
    hit = first_hit(origin, direction, body.points, body.corners)
    edge = body.points[rim] - origin
    if hit is None:
        ahead = edge @ direction
        off = np.linalg.norm(edge - ahead[:, None] * direction, axis=1)
        return int(rim[np.where(ahead > 0, off, np.inf).argmin()])
    to_rim = np.linalg.norm(body.points[rim] - hit, axis=1)
    if to_rim.min() < RIM_REACH:
        return int(rim[to_rim.argmin()])
    return int(np.linalg.norm(body.points - hit, axis=1).argmin())


def place_all(config: FigureConfig, body: SkinMesh) -> dict[str, int]:
    """Landmark → index of its skin point."""
    rim = rim_points(body.quads)
    return {mark.id: point_of(mark, config, body, rim) for mark in config.landmarks.values()}
