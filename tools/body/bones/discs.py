"""Intervertebral discs, built between the end plates of two bones."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter1d

from tools.body.ring_surface import ring_surface
from tools.body.skin.surface import normals

_AROUND, _RISE = 48, 6
# Metres: radius of an end plate, greatest distance between end plates, and bulge of a disc's rim.
_REACH, _ROOM, _SWELL = 0.031, 0.020, 0.0012
_FACING = 0.75
# Metres: half the width of the midline, how far behind the body of the upper vertebra a disc may reach, and the least
# depth of a canal.
_MIDLINE, _WALL, _CANAL = 0.003, 0.001, 0.005


def build_disc(
    upper: np.ndarray, upper_faces: np.ndarray, lower: np.ndarray, lower_faces: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Points and triangles of the disc between two bones; the body of the upper one is its front half."""
    facing = normals(upper, upper_faces)
    front = upper[:, 2] > upper[:, 2].mean()
    floor = upper[front & (facing[:, 1] < -_FACING)]
    floor = floor[floor[:, 1] < floor[:, 1].min() + _ROOM / 2]
    middle, up = _plane(floor)
    wall = _back_wall(upper, middle, up)
    floor = floor[(floor - middle) @ _ahead(up) > wall]
    middle, up = _plane(floor)
    off = lower - middle
    across = np.linalg.norm(off - np.outer(off @ up, up), axis=1)
    below = (across < _REACH) & (off @ up < 0.002) & (off @ up > -_ROOM) & (off @ _ahead(up) > wall)
    roof = lower[below & (normals(lower, lower_faces) @ up > _FACING)]
    return _disc_between_rims(floor, roof)


def _ahead(up: np.ndarray) -> np.ndarray:
    """The direction to the front, in the plane with the normal `up`."""
    ahead = np.array([0, 0, 1.0]) - up[2] * up
    return ahead / np.linalg.norm(ahead)


def _back_wall(bone: np.ndarray, middle: np.ndarray, up: np.ndarray) -> float:
    """How far to the front of `middle` (negative: behind it) the body of a vertebra ends and its canal begins.

    In the midline, the canal is the widest gap between the points of a vertebra. A body without a canal has no end.
    """
    near = bone[np.abs(bone[:, 0]) < _MIDLINE] - middle
    front = np.sort(near @ _ahead(up))
    gaps = np.diff(front)
    if not len(gaps) or gaps.max() < _CANAL:
        return -np.inf
    return float(front[gaps.argmax() + 1]) - _WALL


def _plane(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    up = np.linalg.svd(points - points.mean(axis=0))[2][2]
    return middle, up * np.sign(up[1])


def _rim(points: np.ndarray, middle: np.ndarray, up: np.ndarray) -> np.ndarray:
    """The edge of an end plate as points around its middle, smoothed."""
    right = np.cross(up, [0, 0, 1.0])
    right /= np.linalg.norm(right)
    ahead = np.cross(right, up)
    off = points - middle
    angle, far = np.arctan2(off @ ahead, off @ right), np.hypot(off @ ahead, off @ right)
    rays = np.arange(_AROUND) * 2 * np.pi / _AROUND
    apart = np.abs((angle[:, None] - rays + np.pi) % (2 * np.pi) - np.pi)
    reach = np.where(apart < 1.5 * np.pi / _AROUND * 2, far[:, None], 0).max(axis=0)
    reach = gaussian_filter1d(reach, 2.0, mode="wrap")
    rise = off @ up
    height = np.array([rise[apart[:, k].argmin()] for k in range(_AROUND)])
    height = gaussian_filter1d(height, 3.0, mode="wrap")
    ray = np.cos(rays)[:, None] * right + np.sin(rays)[:, None] * ahead
    return middle + reach[:, None] * ray + height[:, None] * up


def _disc_between_rims(floor: np.ndarray, roof: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rims = [_rim(plate, *_plane(plate)) for plate in (floor, roof)]
    middles = [rim.mean(axis=0) for rim in rims]
    rings = []
    for share in np.linspace(0, 1, _RISE):
        ring = (1 - share) * rims[0] + share * rims[1]
        out = ring - ((1 - share) * middles[0] + share * middles[1])
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        rings.append(ring + out * (4 * share * (1 - share) * 2 - 1) * _SWELL)
    points, faces = ring_surface(np.array(rings), *middles)
    volume = (points[faces[:, 0]] * np.cross(points[faces[:, 1]], points[faces[:, 2]])).sum()
    return points, faces if volume > 0 else faces[:, ::-1]
