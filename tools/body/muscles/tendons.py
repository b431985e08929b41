"""Tendons as tapering tubes along their strands, and sheets as ribbons that follow the skin."""

from __future__ import annotations

import numpy as np

from tools.body.muscles.strands import Strands, tendon_size
from tools.body.muscles.surroundings import Surroundings
from tools.body.ring_surface import ring_surface

_SIDES, _RIBBON = 12, 13
# A tendon starts inside the belly, at this share of it from its end.
_INSIDE = 0.35
_TIP = 0.004
# In a very small muscle (cubic metres) one tube runs through the belly, so that it and its tendons stay together.
_TINY = 4e-6
_SPARSE, _EVEN = 2, 12


def tendons_of(strands: Strands) -> list[tuple[np.ndarray, np.ndarray]]:
    """A closed tube (points, triangles) for each tendon of a part; fans have none, their belly runs out in one."""
    found = []
    along = strands.along
    a, b = tendon_size(strands, 0), tendon_size(strands, 1)
    for k in range(len(strands.x)):
        mine = strands.used[k]
        if along[0] >= 1 or strands.part.volume < _TINY:
            pieces = [mine]
        else:
            belly = strands.b[k].max() > 1.2 * b[k].max()
            pieces = [mine & (along <= _INSIDE), mine & (along >= 1 - _INSIDE)] if belly else [mine & (along >= 0.5)]
        for piece in pieces:
            at = np.flatnonzero(piece)
            if len(at) > 3 and (strands.part.volume < _TINY or along[at[0]] < 0 or along[at[-1]] > 1):
                if at[0] > 0 and k > 0:
                    at = np.arange(max(at[0] - 4, 0), at[-1] + 1)
                found.append(tube(strands, k, at, a[k], b[k]))
    return found


def tube(strands: Strands, k: int, at: np.ndarray, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The tube of half width `a` and half thickness `b` (samples,) along the samples `at` of strand `k`."""
    at = np.unique(np.r_[at[::_SPARSE], at[-1]])
    x, across, out = strands.x[k, at], strands.across[k, at], strands.out[k, at]
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(x, axis=0), axis=1))]
    tip = np.sqrt(np.clip(np.minimum(run, run[-1] - run) / _TIP, 0.12, 1))
    angle = np.arange(_SIDES) * 2 * np.pi / _SIDES
    wide, thick = (a[at] * tip)[:, None, None], (b[at] * tip)[:, None, None]
    ring = np.cos(angle)[None, :, None] * across[:, None] * wide + np.sin(angle)[None, :, None] * out[:, None] * thick
    return ring_surface(x[:, None] + ring[:, ::-1], x[0], x[-1])


def ribbon(strands: Strands, around: Surroundings) -> tuple[np.ndarray, np.ndarray]:
    """A thin sheet as a closed surface: across its strand it keeps the same depth below the skin."""
    x, across, out = strands.x[0], strands.across[0], strands.out[0]
    wide, thick = strands.a[0], strands.b[0]
    share = np.linspace(-1, 1, _RIBBON)
    middle = x[:, None] + across[:, None] * (wide[:, None] * share)[..., None]
    depth = np.broadcast_to(around.at(around.depth, x)[:, None], middle.shape[:2])
    for _ in range(6):
        off = np.clip(depth - around.at(around.depth, middle), -0.004, 0.004)
        middle = middle + around.slope(around.depth, middle) * off[..., None]
    for _ in range(_EVEN):
        middle[1:-1] = (middle[:-2] + 2 * middle[1:-1] + middle[2:]) / 4
    half = thick[:, None] * np.sqrt(np.clip(1 - np.abs(share) ** 4, 0.02, 1))
    normal = np.broadcast_to(out[:, None], middle.shape)
    upper, lower = middle + normal * half[..., None], middle - normal * half[..., None]
    # One ring around each cross section: over the outer side and back along the inner one.
    ring = np.concatenate([upper, lower[:, ::-1]], axis=1)
    return ring_surface(ring, ring[0].mean(axis=0), ring[-1].mean(axis=0))
