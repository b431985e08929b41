"""Strands: the smooth lines that a muscle's fibres follow, with the half axes of the belly around them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.interpolate import PchipInterpolator

from tools.body.muscles.tables import FAN, HEADS, SHEET, SLIPS, MusclePart

_STEP, _DENSE = 0.0025, 400
# The sheet between two strands of a fan is filled with more of them, no farther apart than this.
_APART = 0.007
_FULLNESS = 2.9
# A fleshy origin starts as if a part of the belly were cut off.
_BLUNT = 0.02
# Metres over which every strand thins out at its ends.
_END = 0.012
# Slips of one muscle that run closer together than this are one tendon.
_TOGETHER = 0.004


@dataclass
class Strands:
    """The strands of one part, all with the same number of samples: `x` (strands, samples, 3) in metres.

    `along` (samples,) runs from 0 to 1 along the belly; less or more is tendon. `a` and `b` (strands, samples) are
    half the width and half the thickness, `across` and `out` (strands, samples, 3) their directions, `tangent` that
    of the fibres. `used` (strands, samples) is False where a slip still runs in the common tendon.
    """

    part: MusclePart
    x: np.ndarray
    along: np.ndarray
    used: np.ndarray
    a: np.ndarray
    b: np.ndarray
    tangent: np.ndarray
    across: np.ndarray
    out: np.ndarray

    @property
    def step(self) -> np.ndarray:
        """Metres between samples (strands,)."""
        return np.linalg.norm(np.diff(self.x, axis=1), axis=2).mean(axis=1)

    @property
    def lifted(self) -> bool:
        """Whether it lies on the muscles, in the deepest layer of the fat: sheets, and tendons straight under the skin."""
        return self.part.form == SHEET or bool(self.along[0] >= 1 and self.part.superficial)

    @property
    def fan(self) -> bool:
        """Whether neighbouring strands form one sheet."""
        return self.part.form == FAN


def resampled(line: np.ndarray, count: int) -> np.ndarray:
    """`count` points at equal distances along a polyline (n, 3)."""
    at = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    even = np.linspace(0, at[-1], count)
    return np.stack([np.interp(even, at, line[:, axis]) for axis in range(3)], axis=1)


def spline(control: np.ndarray) -> np.ndarray:
    """A dense smooth line through control points (n, 3)."""
    chord = np.sqrt(np.maximum(np.linalg.norm(np.diff(control, axis=0), axis=1), 1e-4))
    at = np.r_[0, np.cumsum(chord)]
    even = np.linspace(0, at[-1], _DENSE)
    if len(control) == 2:
        return control[0] + (control[1] - control[0]) * (even / at[-1])[:, None]
    return PchipInterpolator(at, control)(even)


def _length(line: np.ndarray) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def make_strands(part: MusclePart, controls: list[np.ndarray]) -> Strands:
    """Smooth strands through control points, not yet moved by what surrounds them."""
    lines = [spline(control) for control in controls]
    count = max(10, int(max(_length(line) for line in lines) / _STEP))
    x = np.array([resampled(line, count) for line in lines])
    if part.form == FAN:
        x = _filled_fan(x)
    used = np.ones(x.shape[:2], bool)
    if part.form == SLIPS:
        for k in range(1, len(x)):
            near = np.linalg.norm(x[k][:, None] - x[0][None], axis=2).min(axis=1) < _TOGETHER
            # A slip begins where it leaves the first one for good.
            last = np.flatnonzero(near)
            used[k, : last[-1] if len(last) else 0] = False
    share = np.linspace(0, 1, count)
    if part.proximal + part.distal >= 1:
        along = 1 + share
    else:
        along = (share - part.proximal) / (1 - part.proximal - part.distal)
    shape = x.shape[:2]
    empty = np.zeros((*shape, 3))
    return Strands(part, x, along, used, np.ones(shape), np.ones(shape), empty, empty.copy(), empty.copy())


def _filled_fan(x: np.ndarray) -> np.ndarray:
    """A fan with strands added between its strands, so that the gaps are small."""
    found = []
    for one, two in pairwise(x):
        parts = max(1, int(np.ceil(np.linalg.norm(one - two, axis=1).max() / _APART)))
        found += [one + (two - one) * k / parts for k in range(parts)]
    return np.array([*found, x[-1]])


def _widths(x: np.ndarray) -> np.ndarray:
    """Metres from each strand to the next (strands - 1, samples), measured across the fibres."""
    along = np.gradient(x, axis=1)
    along = along[1:] + along[:-1]
    along /= np.maximum(np.linalg.norm(along, axis=2, keepdims=True), 1e-9)
    apart = np.diff(x, axis=0)
    return np.linalg.norm(apart - (apart * along).sum(axis=2, keepdims=True) * along, axis=2)


def belly_area(part: MusclePart, along: np.ndarray) -> np.ndarray:
    """The relative area of the belly's cross section, at most 1, zero outside the belly."""
    full = np.clip(part.fullest, 0.15, 0.85)
    v = _BLUNT * part.fleshy + along * (1 - _BLUNT * part.fleshy)
    inside = (along >= 0) & (along <= 1)
    v = np.clip(v, 1e-6, 1 - 1e-6)
    area = ((v / full) ** full * ((1 - v) / (1 - full)) ** (1 - full)) ** _FULLNESS
    return np.where(inside, area, 0)


def set_half_axes(strands: Strands, scale: float = 1.0) -> None:
    """Set `a` and `b` so that the belly has the part's volume times `scale` squared; tendons keep their own size."""
    part, x = strands.part, strands.x
    area = belly_area(part, strands.along)
    step = strands.step.mean()
    total = max(float(area.sum() * step), 1e-9)
    full = area * part.volume / total * scale**2
    if strands.fan:
        width = _widths(x)
        wide = width.sum(axis=0)
        # The area of a strip of this width and thickness 2 b, with half an ellipse at each side.
        b = (np.sqrt(4 * wide**2 + 4 * np.pi * part.flat * full) - 2 * wide) / (2 * np.pi * part.flat)
        beside = np.maximum(np.vstack([width[:1], width]), np.vstack([width, width[-1:]])) * 0.8
        a, b = np.maximum(beside, part.flat * b), np.broadcast_to(b, x.shape[:2])
    else:
        bellies = len(x) if part.form == HEADS else 1
        b = np.sqrt(full / bellies / np.pi / part.flat)
        carries = np.ones(len(x)) if part.form == HEADS else np.eye(len(x))[0]
        b = np.outer(carries, b)
        a = b * part.flat
    run = np.minimum(np.arange(x.shape[1]), np.arange(x.shape[1])[::-1]) * step
    end = np.sqrt(np.clip(run / _END, 0.15, 1))
    strands.a = np.maximum(a, tendon_size(strands, 0)) * end**0.5
    strands.b = np.maximum(b, tendon_size(strands, 1)) * end


def tendon_size(strands: Strands, which: int) -> np.ndarray:
    """Half width (0) or half thickness (1) of the tendons, which taper a little where they meet bone."""
    ends = strands.part.tendons[:, which]
    share = np.clip(strands.along, 0, 1) if strands.along[0] < 1 else strands.along - 1
    size = ends[0] + (ends[1] - ends[0]) * share
    return np.broadcast_to(size, strands.x.shape[:2])
