"""Label rasters cleaned for tracing: without specks and slivers."""

from __future__ import annotations

import numpy as np
from scipy import ndimage


def _disk(radius: float) -> np.ndarray:
    reach = int(np.ceil(radius))
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    return x * x + y * y <= radius * radius + 0.5


def _core(mask: np.ndarray, radius: float, area: float) -> np.ndarray:
    inner = ndimage.distance_transform_edt(mask) > radius
    core = mask & (ndimage.distance_transform_edt(~inner) <= radius + 1)
    pieces, count = ndimage.label(core)
    if count:
        sizes = np.bincount(pieces.ravel())
        core &= sizes[pieces] >= area
    return core


def tidy(labels: np.ndarray, radius: float, area: float) -> np.ndarray:
    """Give parts thinner than two radii, or smaller than the area, to the nearest label.

    0 is the background and does not change, so that the silhouette stays the same.

    >>> import numpy as np
    >>> drawn = np.ones((9, 9), int); drawn[4, 4] = 2
    >>> int(tidy(drawn, 1, 4).max())
    1
    """
    there = labels > 0
    settled = np.zeros_like(labels)
    for label in np.unique(labels[there]):
        box = ndimage.find_objects((labels == label).astype(int))[0]
        reach = int(radius) + 3
        box = tuple(slice(max(side.start - reach, 0), side.stop + reach) for side in box)
        # The picture's edge must not count as thinness, so the box is padded on all sides.
        mask = np.pad(labels[box] == label, 1)
        core = _core(mask, radius, area)[1:-1, 1:-1]
        settled[box][core] = label
    if not settled.any():
        return labels.copy()
    near = ndimage.distance_transform_edt(settled == 0, return_distances=False, return_indices=True)
    return np.where(there, settled[tuple(near)], 0)


def filled(labels: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The labels inside the mask; pixels without a label get the nearest one.

    >>> import numpy as np
    >>> filled(np.array([[1, 0, 2, 2]]), np.array([[True, True, True, False]])).tolist()
    [[1, 1, 2, 0]]
    """
    near = ndimage.distance_transform_edt((labels == 0) | ~mask, return_distances=False, return_indices=True)
    return np.where(mask, labels[tuple(near)], 0)


def large(mask: np.ndarray, area: float) -> np.ndarray:
    """The mask without its small pieces."""
    pieces, _ = ndimage.label(mask)
    return mask & (np.bincount(pieces.ravel())[pieces] >= area)


def opened(mask: np.ndarray, radius: float) -> np.ndarray:
    """The mask without parts thinner than the radius."""
    return ndimage.binary_opening(mask, _disk(radius))


def anchor(mask: np.ndarray) -> tuple[float, float]:
    """The point (x, y) of the mask that is farthest from its edge, in its largest piece."""
    box = ndimage.find_objects(mask.astype(np.uint8))[0]
    pieces, count = ndimage.label(np.pad(mask[box], 1))
    if count > 1:
        pieces = pieces == np.bincount(pieces.ravel())[1:].argmax() + 1
    inner = ndimage.distance_transform_edt(pieces > 0)
    y, x = np.unravel_index(inner.argmax(), inner.shape)
    return float(x - 0.5 + box[1].start), float(y - 0.5 + box[0].start)
