"""The rasteriser: which triangle of a surface is nearest to the viewer at each pixel."""

from __future__ import annotations

import numba
import numpy as np


@numba.njit(cache=True)
def rasterise(points, corners, beyond, high, wide):
    """Depth (high, wide), triangle (high, wide; -1: none) and barycentric coordinates (high, wide, 3) of each pixel.

    `points` (n, 3) are pixels right and down, and depth that grows towards the viewer; pixels are sampled at whole
    numbers. What has a positive value in any column of `beyond` (n, k) is cut away.
    """
    depth = np.full((high, wide), -1e30)
    seen = np.full((high, wide), -1, np.int32)
    share = np.zeros((high, wide, 3), np.float32)
    for t in range(corners.shape[0]):
        i, j, k = corners[t, 0], corners[t, 1], corners[t, 2]
        a, b, c = points[i], points[j], points[k]
        area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        if abs(area) < 1e-12:
            continue
        left = max(0, int(np.ceil(min(a[0], b[0], c[0]))))
        right = min(wide - 1, int(np.floor(max(a[0], b[0], c[0]))))
        top = max(0, int(np.ceil(min(a[1], b[1], c[1]))))
        bottom = min(high - 1, int(np.floor(max(a[1], b[1], c[1]))))
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                w1 = ((x - a[0]) * (c[1] - a[1]) - (y - a[1]) * (c[0] - a[0])) / area
                w2 = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / area
                w0 = 1 - w1 - w2
                if w0 < -1e-9 or w1 < -1e-9 or w2 < -1e-9:
                    continue
                z = w0 * a[2] + w1 * b[2] + w2 * c[2]
                if z <= depth[y, x]:
                    continue
                cut = False
                for n in range(beyond.shape[1]):
                    if w0 * beyond[i, n] + w1 * beyond[j, n] + w2 * beyond[k, n] > 0:
                        cut = True
                if cut:
                    continue
                depth[y, x] = z
                seen[y, x] = t
                share[y, x, 0], share[y, x, 1], share[y, x, 2] = w0, w1, w2
    return depth, seen, share
