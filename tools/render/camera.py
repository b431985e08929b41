"""The orthographic camera of a rendered picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True)
class Camera:
    """An orthographic camera. `right` and `up` are unit vectors in the body's space.

    `window` is low x, low y, high x, high y in metres along `right` and `up`; `scale` is pixels per metre. Pixel
    (row, column) covers the square from `low x + column / scale` and `high y - row / scale` on.
    `cuts` are half-spaces a b c d with a length: kept where ax + by + cz <= d, fading out over that length.
    """

    right: tuple[float, float, float]
    up: tuple[float, float, float]
    scale: float
    window: tuple[float, float, float, float]
    cuts: tuple[tuple[float, float, float, float, float], ...] = ()

    @property
    def frame(self) -> np.ndarray:
        """Rows (3, 3): right, up and towards the viewer."""
        return np.array([self.right, self.up, np.cross(self.right, self.up)], dtype=float)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of the picture in pixels."""
        low_x, low_y, high_x, high_y = self.window
        # A tiny slack, so that 0.8 m at 900 pixels per metre is 720 pixels and not 721.
        high, wide = (int(np.ceil(side * self.scale - 1e-6)) for side in (high_y - low_y, high_x - low_x))
        return high, wide

    def project(self, points: np.ndarray) -> np.ndarray:
        """Points (n, 3) as x right and y down in pixels from the corner, and depth in metres towards the viewer."""
        turned = points @ self.frame.T
        low_x, high_y = self.window[0], self.window[3]
        return np.stack(
            [(turned[:, 0] - low_x) * self.scale, (high_y - turned[:, 1]) * self.scale, turned[:, 2]], axis=1
        )

    def beyond(self, points: np.ndarray) -> np.ndarray:
        """How far points (n, 3) lie beyond each half-space to keep (n, k); positive is cut away."""
        keep = np.array(self.cuts, dtype=float).reshape(-1, 5)[:, :4]
        return points @ keep[:, :3].T - keep[:, 3]

    def finer(self, times: int) -> Camera:
        """The same window with `times` as many pixels a side."""
        return replace(self, scale=self.scale * times)
