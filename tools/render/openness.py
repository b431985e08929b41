"""How open each point of the body is to light from all sides, from blurred voxels. Computed once for all figures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import ndimage

from tools.body.part import SKIN, Part

_CELL = 0.004
_SCALES = ((0.006, 0.55), (0.018, 0.45))
"""Blur in metres, and weight."""


def _filled(parts: Sequence[Part], low: np.ndarray, shape: np.ndarray) -> np.ndarray:
    grid = np.zeros(shape, bool)
    for part in parts:
        corners = part.points[part.faces]
        spread = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(initial=0)
        # Samples on the triangles closely enough that no voxel of the surface stays empty.
        count = int(np.clip(np.ceil(spread / _CELL), 1, 12))
        for i in range(count + 1):
            for j in range(count + 1 - i):
                u, v = i / count, j / count
                on = corners[:, 0] * (1 - u - v) + corners[:, 1] * u + corners[:, 2] * v
                cell = ((on - low) / _CELL).astype(int)
                grid[tuple(cell.T)] = True
        if part.kind == SKIN:
            # The skin is open where the trunk is cut; a lid closes it, so that its inside counts as filled.
            top = int((part.points[:, 1].max() - low[1]) / _CELL)
            grid[:, top] = ndimage.binary_fill_holes(grid[:, top - 2 : top + 1].any(axis=1))
    return ndimage.binary_fill_holes(grid)


def openness(parts: Sequence[Part]) -> list[np.ndarray]:
    """For each part, how open each of its points is (n,), from 0 (closed in) to 1 (as on a flat surface).

    Skin and the parts under it do not darken each other. Both sides must be given for the middle to be right.
    """
    groups = [[part for part in parts if (part.kind == SKIN) == skin] for skin in (True, False)]
    found: dict[int, np.ndarray] = {}
    for group in groups:
        if not group:
            continue
        every = np.vstack([part.points for part in group])
        pad = 4 * _SCALES[-1][0]
        low = every.min(axis=0) - pad
        shape = np.ceil((every.max(axis=0) + pad - low) / _CELL).astype(int)
        full = _filled(group, low, shape).astype(np.float32)
        fields = [(ndimage.gaussian_filter(full, far / _CELL), far, weight) for far, weight in _SCALES]
        for part in group:
            normals, amount = part.normals(), np.zeros(len(part.points))
            for field, far, weight in fields:
                at = (part.points + normals * far - low) / _CELL - 0.5
                taken = ndimage.map_coordinates(field, at.T, order=1, mode="constant")
                # One blur away from a flat surface, 16 per cent is filled.
                amount += weight * np.clip((taken - 0.16) / 0.55, 0, 1)
            found[id(part)] = 1 - amount
    return [found[id(part)] for part in parts]
