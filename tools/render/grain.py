"""The grain of muscle fibres: a small noise in space, smeared along the fibres."""

from __future__ import annotations

import numba
import numpy as np


@numba.njit(cache=True)
def _corner(x, y, z):
    value = (x * 374761393 + y * 668265263 + z * 2147483647 + 1013904223) & 0xFFFFFFFF
    value = ((value ^ (value >> 13)) * 1274126177) & 0xFFFFFFFF
    value = value ^ (value >> 16)
    return (value & 0xFFFF) / 65535.0


@numba.njit(cache=True)
def _noise(x, y, z):
    i, j, k = int(np.floor(x)), int(np.floor(y)), int(np.floor(z))
    u, v, w = x - i, y - j, z - k
    u, v, w = u * u * (3 - 2 * u), v * v * (3 - 2 * v), w * w * (3 - 2 * w)
    out = 0.0
    for a in range(2):
        for b in range(2):
            for c in range(2):
                weight = (u if a else 1 - u) * (v if b else 1 - v) * (w if c else 1 - w)
                out += weight * _corner(i + a, j + b, k + c)
    return out


@numba.njit(cache=True)
def grain(places, fibre, cell, steps, step):
    """Noise (k,) at places (k, 3), about 0 with a spread of about 1, averaged over `steps` to each side along `fibre`.

    `cell` is the width of a grain and `step` the distance between two samples, in metres. 0 where there is no fibre.
    """
    out = np.zeros(len(places), np.float32)
    for p in range(len(places)):
        f = fibre[p]
        length = np.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2])
        if length < 1e-3:
            continue
        total, weights = 0.0, 0.0
        for s in range(-steps, steps + 1):
            weight = 1 - abs(s) / (steps + 1)
            along = s * step / length
            total += weight * _noise(
                (places[p, 0] + f[0] * along) / cell,
                (places[p, 1] + f[1] * along) / cell,
                (places[p, 2] + f[2] * along) / cell,
            )
            weights += weight
        out[p] = (total / weights - 0.5) * 9
    return out
