"""What confines a muscle: a grid over the right half of the body, with the distance from bone and the skin's depth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numba
import numpy as np
from scipy import ndimage

CELL = 0.002
# The grid goes on beyond the midline, where everything is mirrored, so that the midline is no border.
_BEYOND, _ROOM = 0.03, 0.006
_BLUR = 0.6
# A layer that holds less than this share of the one below is open.
_OPEN = 0.7
_FAT = np.array([[0, 0.1, 0.3, 0.5, 0.6, 0.8, 0.95, 1.2], [2.2, 2.2, 3.0, 3.0, 4.8, 6.5, 8.0, 8.0]])


def fat(height: np.ndarray) -> np.ndarray:
    """How thick the skin and its fat are, in metres, by height: thin at shin and foot, thicker at the buttock.

    A choice of ours, so that the bellies keep clear of the skin; people differ far more.
    """
    return np.interp(height, _FAT[0], _FAT[1] / 1000)


@dataclass(frozen=True)
class Surroundings:
    """Fields on a grid of cubic cells: metres outside the bones (`bone`) and below the skin (`depth`)."""

    low: np.ndarray
    bone: np.ndarray
    depth: np.ndarray

    def centres(self, box: tuple[slice, ...]) -> list[np.ndarray]:
        """Coordinates of the cells' centres along x, y and z in a box."""
        return [self.low[k] + (np.arange(part.start, part.stop) + 0.5) * CELL for k, part in enumerate(box)]

    def box(self, points: np.ndarray, reach: float) -> tuple[slice, ...]:
        """The cells within `reach` metres of some points, as slices."""
        first = np.floor((points.min(axis=0) - reach - self.low) / CELL).astype(int)
        last = np.ceil((points.max(axis=0) + reach - self.low) / CELL).astype(int)
        limits = zip(np.maximum(first, 0), np.minimum(last, self.bone.shape), strict=True)
        return tuple(slice(int(a), int(b)) for a, b in limits)

    def at(self, field: np.ndarray, points: np.ndarray) -> np.ndarray:
        """A field at points (..., 3), linear between the cells."""
        flat = (points.reshape(-1, 3) - self.low) / CELL - 0.5
        return ndimage.map_coordinates(field, flat.T, order=1, mode="nearest").reshape(points.shape[:-1])

    def slope(self, field: np.ndarray, points: np.ndarray) -> np.ndarray:
        """The unit direction in which a field grows, at points (..., 3)."""
        ends = [[self.at(field, points + side * step) for side in (1, -1)] for step in np.eye(3) * 1.5 * CELL]
        found = np.stack([ahead - behind for ahead, behind in ends], axis=-1)
        return found / np.maximum(np.linalg.norm(found, axis=-1, keepdims=True), 1e-6)


@numba.njit(cache=True)
def _mark(points, faces, low, cell, taken):
    """Mark the cells that the triangles pass."""
    for t in range(faces.shape[0]):
        a, b, c = points[faces[t, 0]], points[faces[t, 1]], points[faces[t, 2]]
        longest = max(np.sqrt(((b - a) ** 2).sum()), np.sqrt(((c - a) ** 2).sum()), np.sqrt(((c - b) ** 2).sum()))
        steps = int(longest / (0.6 * cell)) + 1
        for i in range(steps + 1):
            for j in range(steps + 1 - i):
                x = int(np.floor((a[0] + (b[0] - a[0]) * i / steps + (c[0] - a[0]) * j / steps - low[0]) / cell))
                y = int(np.floor((a[1] + (b[1] - a[1]) * i / steps + (c[1] - a[1]) * j / steps - low[1]) / cell))
                z = int(np.floor((a[2] + (b[2] - a[2]) * i / steps + (c[2] - a[2]) * j / steps - low[2]) / cell))
                if 0 <= x < taken.shape[0] and 0 <= y < taken.shape[1] and 0 <= z < taken.shape[2]:
                    taken[x, y, z] = True


def _filled(taken: np.ndarray) -> np.ndarray:
    """Marked walls with what they enclose in each horizontal layer."""
    for layer in np.flatnonzero(taken.any(axis=(0, 2))):
        taken[:, layer] = ndimage.binary_fill_holes(taken[:, layer])
    return taken


def _distance(taken: np.ndarray) -> np.ndarray:
    """Metres outside the occupied cells, negative inside. The surface runs through the middle of occupied cells."""
    outside, inside = ndimage.distance_transform_edt(~taken), ndimage.distance_transform_edt(taken)
    return ndimage.gaussian_filter((np.where(taken, 1 - inside, outside) * CELL).astype(np.float32), _BLUR)


def _filled_skin(taken: np.ndarray) -> np.ndarray:
    """The inside of a skin, from its feet upwards.

    Where an arm was cut off, a layer is open and encloses nothing: there each column is filled from back to front.
    """
    before = 0
    for layer in range(taken.shape[1]):
        filled = ndimage.binary_fill_holes(taken[:, layer])
        if filled.sum() < _OPEN * before:
            ahead = np.maximum.accumulate(taken[:, layer], axis=1)
            filled = ahead & np.maximum.accumulate(taken[:, layer, ::-1], axis=1)[:, ::-1]
        taken[:, layer] = filled
        before = filled.sum()
    return taken


def _walled(taken: np.ndarray) -> np.ndarray:
    """The open half of a skin, closed along the midline, which is the last layer in x."""
    for layer in range(taken.shape[1]):
        found = np.flatnonzero(taken[-2:, layer].any(axis=0))
        if len(found):
            taken[-1, layer, found[0] : found[-1] + 1] = True
    return taken


def _add_bone(solid: np.ndarray, points: np.ndarray, faces: np.ndarray, low: np.ndarray) -> None:
    """Mark the cells of a bone, which may reach beyond the grid."""
    first = np.floor((points.min(axis=0) - low) / CELL).astype(int) - 1
    last = np.ceil((points.max(axis=0) - low) / CELL).astype(int) + 1
    mine = np.zeros(last - first, bool)
    _mark(points, faces, low + first * CELL, CELL, mine)
    mine = _filled(mine)
    start, stop = np.maximum(first, 0), np.minimum(last, solid.shape)
    if (start < stop).all():
        there = tuple(slice(a, b) for a, b in zip(start, stop, strict=True))
        solid[there] |= mine[tuple(slice(a, b) for a, b in zip(start - first, stop - first, strict=True))]


def read_surroundings(
    skin: tuple[np.ndarray, np.ndarray], bones: Iterable[tuple[np.ndarray, np.ndarray]]
) -> Surroundings:
    """The fields for a skin, open at the midline and at the top, and closed bones: points (n, 3), triangles (m, 3)."""
    points, faces = skin
    low = points.min(axis=0) - _ROOM
    low[0] = -CELL * np.ceil(-low[0] / CELL)
    # The grid ends below the skin's upper rim, which is not level.
    high = np.array([0, points[:, 1].max() - 2 * _ROOM, points[:, 2].max() + _ROOM])
    taken = np.zeros(np.round((high - low) / CELL).astype(int), bool)
    _mark(points, faces, low, CELL, taken)
    taken = _filled_skin(_walled(taken))
    within = np.concatenate([taken, taken[::-1][: int(_BEYOND / CELL)]])
    solid = np.zeros(within.shape, bool)
    for bone_points, bone_faces in bones:
        _add_bone(solid, bone_points, bone_faces, low)
    return Surroundings(low, _distance(solid), -_distance(within))
