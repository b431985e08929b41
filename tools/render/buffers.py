"""The geometry buffer: what surface each pixel shows, and the values of its points there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numba
import numpy as np

from tools.body.part import Part
from tools.render.look import Camera, Look


@numba.njit(cache=True)
def _raster(points, faces, beyond, high, wide):
    """Depth (high, wide), triangle (-1: none) and barycentric coordinates at the centres of the pixels."""
    depth = np.full((high, wide), -1e30)
    seen = np.full((high, wide), -1, np.int32)
    share = np.zeros((high, wide, 3), np.float32)
    for t in range(faces.shape[0]):
        a, b, c = points[faces[t, 0]], points[faces[t, 1]], points[faces[t, 2]]
        area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        if abs(area) < 1e-12:
            continue
        left = max(0, int(np.ceil(min(a[0], b[0], c[0]) - 0.5)))
        right = min(wide - 1, int(np.floor(max(a[0], b[0], c[0]) - 0.5)))
        top = max(0, int(np.ceil(min(a[1], b[1], c[1]) - 0.5)))
        bottom = min(high - 1, int(np.floor(max(a[1], b[1], c[1]) - 0.5)))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                x, y = column + 0.5, row + 0.5
                w1 = ((x - a[0]) * (c[1] - a[1]) - (y - a[1]) * (c[0] - a[0])) / area
                w2 = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / area
                w0 = 1 - w1 - w2
                if w0 < -1e-9 or w1 < -1e-9 or w2 < -1e-9:
                    continue
                z = w0 * a[2] + w1 * b[2] + w2 * c[2]
                if z <= depth[row, column]:
                    continue
                cut = False
                for n in range(beyond.shape[1]):
                    if w0 * beyond[faces[t, 0], n] + w1 * beyond[faces[t, 1], n] + w2 * beyond[faces[t, 2], n] > 0:
                        cut = True
                if cut:
                    continue
                depth[row, column] = z
                seen[row, column] = t
                share[row, column, 0], share[row, column, 1], share[row, column, 2] = w0, w1, w2
    return depth, seen, share


@dataclass(frozen=True)
class Buffer:
    """The nearest surface at each pixel.

    `depth` (h, w) in metres towards the viewer, -1e30 where there is nothing; `there` (h, w) tells where there is a
    surface. The others hold one row for each such pixel, in the order of `there`: `look` (k,) is an index of the
    looks; `points`, `normals` (k, 3) are in the camera's frame, normals towards the viewer; `places` and `fibre`
    (k, 3) are in the body's space; `tendon`, `open`, `nail` (k,).
    """

    depth: np.ndarray
    there: np.ndarray
    look: np.ndarray
    normals: np.ndarray
    places: np.ndarray
    fibre: np.ndarray
    tendon: np.ndarray
    open: np.ndarray
    nail: np.ndarray

    def full(self, values: np.ndarray, empty: float = 0.0) -> np.ndarray:
        """Values of the rows as a picture (h, w, …), with `empty` elsewhere."""
        out = np.full((*self.there.shape, *values.shape[1:]), empty, dtype=values.dtype)
        out[self.there] = values
        return out


def joined(looks: Sequence[Look]) -> tuple[np.ndarray, np.ndarray]:
    """All points (n, 3) and all triangles (m, 3) of some looks."""
    starts = np.cumsum([0, *(len(look.part.points) for look in looks)])
    points = np.vstack([np.zeros((0, 3)), *(look.part.points for look in looks)])
    faces = np.vstack([np.zeros((0, 3), int), *(look.part.faces + at for look, at in zip(looks, starts, strict=False))])
    return points, faces.astype(np.int64)


def raster_depth(points: np.ndarray, faces: np.ndarray, camera: Camera) -> np.ndarray:
    """Only the depth (h, w) of a surface, as seen by a camera."""
    return _raster(camera.project(points), faces, camera.beyond(points), *camera.size)[0]


def _normals(part: Part) -> np.ndarray:
    """As `part.normals()`, but quick on large meshes."""
    a, b, c = (part.points[part.faces[:, k]] for k in range(3))
    across, corners, count = np.cross(b - a, c - a), part.faces.T.ravel(), len(part.points)
    out = np.stack([np.bincount(corners, np.tile(across[:, k], 3), count) for k in range(3)], axis=1)
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)


def draw(looks: Sequence[Look], camera: Camera) -> Buffer:
    """Rasterise some looks."""
    points, faces = joined(looks)
    depth, seen, share = _raster(camera.project(points), faces, camera.beyond(points), *camera.size)
    there = seen >= 0
    corners, weight = faces[seen[there]], share[there]

    def at(values: list[np.ndarray]) -> np.ndarray:
        all_values = np.concatenate([np.zeros((0, *values[0].shape[1:])), *values]).astype(np.float32)
        return np.einsum("kc...,kc->k...", all_values[corners], weight)

    def own(values: np.ndarray, look: Look, empty: float) -> np.ndarray:
        return values if len(values) else np.full(len(look.part.points), empty)

    none = np.zeros((0, 3))
    owner = np.repeat(np.arange(len(looks)), [len(look.part.faces) for look in looks])
    turned = at([_normals(look.part) for look in looks] or [none]) @ camera.frame.T
    turned /= np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    turned *= np.where(turned[:, 2:] < 0, -1, 1)
    fibres = [look.part.fibre if len(look.part.fibre) else np.zeros_like(look.part.points) for look in looks]
    return Buffer(
        depth=depth,
        there=there,
        look=owner[seen[there]].astype(np.int32),
        normals=turned,
        places=at([look.part.points for look in looks] or [none]),
        fibre=at(fibres or [none]),
        tendon=at([own(look.part.tendon, look, 0) for look in looks] or [none[:, 0]]),
        open=at([own(look.open, look, 1) for look in looks] or [none[:, 0]]),
        nail=at([own(look.nail, look, 0) for look in looks] or [none[:, 0]]),
    )
