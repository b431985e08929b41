"""Where a plane cuts the parts of the body: masks of closed surfaces and ellipses of nerves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numba
import numpy as np

from tools.body.stance import standing

# A nerve that runs almost in the plane is drawn at most this many times as long as it is thick.
_LONGEST = 2.5


@dataclass(frozen=True)
class Cut:
    """A picture of a plane. `origin` (3,) is a point of it in the standing body, in metres.

    `frame` (3, 3) holds the axes of the picture: right, up and towards the viewer. `low` and `top` (2,) are its corners
    in metres from the origin along right and up; `scale` is pixels per metre.
    """

    origin: np.ndarray
    frame: np.ndarray
    low: np.ndarray
    top: np.ndarray
    scale: float

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the picture."""
        wide, high = np.ceil((self.top - self.low) * self.scale).astype(int)
        return int(high), int(wide)

    def project(self, points: np.ndarray) -> np.ndarray:
        """Points of the standing body (n, 3) as pixels right and down, and metres in front of the plane."""
        turned = (points - self.origin) @ self.frame.T
        return np.stack(
            [
                (turned[:, 0] - self.low[0]) * self.scale - 0.5,
                (self.top[1] - turned[:, 1]) * self.scale - 0.5,
                turned[:, 2],
            ],
            axis=1,
        )

    def mask(self, points: np.ndarray, faces: np.ndarray) -> np.ndarray:
        """The pixels (high, wide) inside a closed surface with points of the standing body."""
        change = winding_changes(self.project(points), faces, *self.shape)
        return np.cumsum(change, axis=1) != 0


@numba.njit(cache=True)
def winding_changes(points, faces, high, wide):
    """How the winding number of a surface's cut changes at each pixel (high, wide), from left to right.

    `points` (n, 3) are pixels right and down, and the distance from the plane. A closed surface changes by 0 in a row.
    """
    change = np.zeros((high, wide), np.int32)
    for t in range(faces.shape[0]):
        below = np.zeros((3,), np.bool_)
        for k in range(3):
            below[k] = points[faces[t, k], 2] < 0
        if below[0] == below[1] and below[1] == below[2]:
            continue
        ax, ay, bx, by = 0.0, 0.0, 0.0, 0.0
        for k in range(3):
            i, j = k, (k + 1) % 3
            if below[i] == below[j]:
                continue
            p, q = points[faces[t, i]], points[faces[t, j]]
            # From the same end in both triangles at an edge, so that their points agree exactly.
            if not below[i]:
                p, q = q, p
            share = p[2] / (p[2] - q[2])
            x, y = p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])
            if below[i]:
                ax, ay = x, y
            else:
                bx, by = x, y
        sign = 1 if by > ay else -1
        if by < ay:
            ax, ay, bx, by = bx, by, ax, ay
        for row in range(max(0, int(np.ceil(ay))), min(high, int(np.ceil(by)))):
            x = ax + (row - ay) / (by - ay) * (bx - ax)
            column = max(0, int(np.ceil(x)))
            if column < wide:
                change[row, column] += sign
    return change


@dataclass(frozen=True)
class Ellipse:
    """The cut of a nerve: middle, half-axes and the direction of the longer one, in pixels right and down."""

    middle: np.ndarray
    along: np.ndarray
    half: tuple[float, float]

    def mask(self, shape: tuple[int, int], more: float = 0.0) -> np.ndarray:
        """The pixels inside the ellipse, grown by `more` pixels."""
        y, x = np.mgrid[: shape[0], : shape[1]]
        off = np.stack([x - self.middle[0], y - self.middle[1]], axis=-1)
        across = np.array([-self.along[1], self.along[0]])
        a, b = (side + more for side in self.half)
        return (off @ self.along / a) ** 2 + (off @ across / b) ** 2 <= 1


def crossings(cut: Cut, points: np.ndarray, radius: np.ndarray) -> Iterator[Ellipse]:
    """The ellipses in which a tube around a line at rest (n, 3), of a radius (n,) in metres, meets the plane."""
    standing_points = standing(points)
    pixels = cut.project(standing_points)
    side = pixels[:, 2] < 0
    for k in np.flatnonzero(side[1:] != side[:-1]):
        share = pixels[k, 2] / (pixels[k, 2] - pixels[k + 1, 2])
        middle = pixels[k, :2] + share * (pixels[k + 1, :2] - pixels[k, :2])
        way = standing_points[k + 1] - standing_points[k]
        way = cut.frame @ (way / np.linalg.norm(way))
        flat = np.array([way[0], -way[1]])
        length = float(np.linalg.norm(flat))
        along = flat / length if length > 1e-6 else np.array([1.0, 0.0])
        stretch = min(1 / max(abs(way[2]), 1e-6), _LONGEST)
        yield Ellipse(middle, along, (radius[k] * stretch * cut.scale, radius[k] * cut.scale))
