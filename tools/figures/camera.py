"""An orthographic camera: the triangle of the skin at each pixel, and values of the skin interpolated there."""

from __future__ import annotations

import numba
import numpy as np

from tools.body.tables import View
from tools.render.raster import rasterise


@numba.njit(cache=True)
def _largest(seen, share, corners, amount):
    high, wide = seen.shape
    out = np.full((high, wide), -1, np.int32)
    for y in range(high):
        for x in range(wide):
            t = seen[y, x]
            if t < 0:
                continue
            best = -1.0
            for n in range(amount.shape[1]):
                here = 0.0
                for k in range(3):
                    here += share[y, x, k] * amount[corners[t, k], n]
                if here > best:
                    best = here
                    out[y, x] = n
    return out


class Picture:
    """A view's image of points in the standing body. Pixels count right and down; depth grows towards the viewer.

    Depth is in pixels. `framed` are the points that the picture must hold; only those that the view keeps count.
    """

    def __init__(self, view: View, points: np.ndarray, corners: np.ndarray, framed: np.ndarray, margin: int) -> None:
        self.view, self.frame, self.scale, self.corners = view, view.frame, view.pixels, corners
        inside = framed[view.keeps(framed)] @ self.frame.T
        pad = margin / self.scale
        self.low, self.top = inside[:, :2].min(axis=0) - pad, inside[:, :2].max(axis=0) + pad
        self.wide, self.high = (int(np.ceil(side)) for side in (self.top - self.low) * self.scale)
        self.points = self.project(points)
        self.depth, self.seen, self.share = self.raster(points, corners)

    @property
    def window(self) -> tuple[float, float, float, float]:
        """What the picture shows, in metres of its frame: left, bottom, right, top."""
        left, top = self.low[0], self.top[1]
        return (float(left), float(top - self.high / self.scale), float(left + self.wide / self.scale), float(top))

    def project(self, points: np.ndarray) -> np.ndarray:
        """Points of the standing body as (x, y, depth) in pixels of this picture."""
        turned = points @ self.frame.T
        pixels = [turned[:, 0] - self.low[0], self.top[1] - turned[:, 1], turned[:, 2]]
        return np.stack(pixels, axis=1) * self.scale

    def raster(self, points: np.ndarray, corners: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Depth, triangle and barycentric coordinates at each pixel of any surface, cut by the view's half-spaces."""
        beyond = points @ self.view.keep[:, :3].T - self.view.keep[:, 3]
        return rasterise(self.project(points), corners, beyond, self.high, self.wide)

    def back(self, points: np.ndarray, corners: np.ndarray) -> np.ndarray:
        """The depth of a surface's far side at each pixel, in pixels; 0 where there is none."""
        turned = self.project(points) * [1, 1, -1]
        nothing_cut = np.full((len(points), 1), -1.0)
        depth, _, _ = rasterise(turned, corners, nothing_cut, self.high, self.wide)
        return np.where(depth > -1e29, -depth, 0)

    def values(self, of_points: np.ndarray) -> np.ndarray:
        """Values of the skin's points, interpolated at each pixel; 0 without skin."""
        there = self.seen >= 0
        out = np.zeros((*self.seen.shape, of_points.shape[1]))
        out[there] = (of_points[self.corners[self.seen[there]]] * self.share[there][:, :, None]).sum(axis=1)
        return out

    def largest(self, amount: np.ndarray) -> np.ndarray:
        """The column of `amount` with the largest value at each pixel; -1 where there is no skin."""
        return _largest(self.seen, self.share, self.corners, amount)

    def back_facing(self) -> np.ndarray:
        """Pixels that show the inside of the skin, through a cut."""
        a, b, c = (self.points[self.corners[:, k], :2] for k in range(3))
        u, v = b - a, c - a
        # Pixel rows count down, so a triangle that faces the viewer has the opposite orientation here.
        inside = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0] > 0
        return (self.seen >= 0) & inside[np.maximum(self.seen, 0)]
