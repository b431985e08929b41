"""The geometry buffer: what surface each pixel shows, and the values of its points there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tools.body.part import joined
from tools.render.camera import Camera
from tools.render.look import Look
from tools.render.raster import rasterise


@dataclass(frozen=True)
class Buffer:
    """The nearest surface at each pixel.

    `depth` (h, w) in metres towards the viewer, -1e30 where there is nothing; `there` (h, w) tells where there is a
    surface. The others hold one row for each such pixel, in the order of `there`: `look` (k,) is an index of the
    looks; `normals` (k, 3) are in the camera's frame and face the viewer; `places` and `fibre`
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


# Pixels are sampled at their centres.
_CENTRE = np.array([0.5, 0.5, 0.0])


def _raster(points: np.ndarray, faces: np.ndarray, camera: Camera) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return rasterise(camera.project(points) - _CENTRE, faces, camera.beyond(points), *camera.size)


def raster_depth(points: np.ndarray, faces: np.ndarray, camera: Camera) -> np.ndarray:
    """Only the depth (h, w) of a surface, as seen by a camera."""
    return _raster(points, faces, camera)[0]


def draw(looks: Sequence[Look], camera: Camera) -> Buffer:
    """Rasterise some looks."""
    points, faces, owner = joined([look.part for look in looks])
    depth, seen, share = _raster(points, faces, camera)
    there = seen >= 0
    corners, weight = faces[seen[there]], share[there]

    def at(values: list[np.ndarray]) -> np.ndarray:
        all_values = np.concatenate([np.zeros((0, *values[0].shape[1:])), *values]).astype(np.float32)
        return np.einsum("kc...,kc->k...", all_values[corners], weight)

    def own(values: np.ndarray, look: Look, empty: float) -> np.ndarray:
        return values if len(values) else np.full(len(look.part.points), empty)

    none = np.zeros((0, 3))
    turned = at([look.part.normals() for look in looks] or [none]) @ camera.frame.T
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
