"""Lines kept inside the skin, and at their depth under it where they run just beneath."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter1d

from tools.figures.containment import Skin
from tools.figures.waypoints import LEAST

SHALLOW = 0.0125
"""Metres under the skin down to which a nerve counts as lying just beneath it."""
# Rounds of pushing, the part of what is amiss that each mends, and how far a push spreads, in samples.
_ROUNDS, _PART, _SPREAD = 14, 0.6, 2.5
# Samples over which a push fades out towards a waypoint, where lines meet.
_PINNED = 4
# Between a deep and a shallow waypoint a line may come up early, but no nearer than this part of the depth between.
_EARLY = 0.55


def _wanted(deep: np.ndarray, stops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Least and most depth at each sample, between waypoints that lie `deep` metres under the skin."""
    number = np.arange(stops[-1] + 1)
    between = np.interp(number, stops, deep)
    held = np.interp(number, stops, (deep <= SHALLOW).astype(float)) > 0.999
    least = np.where(held, between, np.maximum(np.minimum(between * _EARLY, SHALLOW), LEAST))
    return least, np.where(held, between, np.inf)


def clamped(samples: np.ndarray, stops: np.ndarray, fixed: np.ndarray, skin: Skin) -> np.ndarray:
    """The line, pushed in where it comes too near to the skin, and drawn up to its depth between shallow waypoints.

    `stops` number the samples that are waypoints. Those that are `fixed` stay, so that lines which meet there still do.
    """
    least, most = _wanted(np.maximum(skin.depth(samples[stops]), LEAST), stops)
    apart = np.abs(np.arange(len(samples))[:, None] - stops[fixed]).min(axis=1)
    free = np.clip(apart / _PINNED, 0, 1)
    for _ in range(_ROUNDS):
        deep = skin.depth(samples)
        amiss = np.clip(least - deep, 0, None) - np.clip(deep - most, 0, None)
        if np.abs(amiss * free).max() < 2e-4:
            break
        push = skin.inwards(samples) * (_PART * amiss)[:, None]
        samples = samples + gaussian_filter1d(push, _SPREAD, axis=0, mode="nearest") * free[:, None]
    smooth = gaussian_filter1d(samples, _SPREAD, axis=0, mode="nearest")
    return samples + (smooth - samples) * free[:, None]
