"""Depth limits for lines: inside the skin everywhere, and at a given depth where they are superficial."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter1d

from tools.body.nerves.waypoints import MIN_DEPTH
from tools.body.skin.containment import SkinDepth

SHALLOW = 0.0125
"""Metres below the skin down to which a nerve counts as superficial."""
# Number of rounds, the share of the error that each corrects, and how far a correction spreads, in samples.
_ROUNDS, _PART, _SPREAD = 14, 0.6, 2.5
# Samples over which a correction fades out towards a waypoint where lines meet.
_PINNED = 4
# Between a deep and a superficial waypoint, a line may rise early, but not above this share of the depth.
_EARLY = 0.55


def _depth_bounds(deep: np.ndarray, stops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Least and most depth at each sample, between waypoints that are `deep` metres below the skin."""
    number = np.arange(stops[-1] + 1)
    between = np.interp(number, stops, deep)
    held = np.interp(number, stops, (deep <= SHALLOW).astype(float)) > 0.999
    least = np.where(held, between, np.maximum(np.minimum(between * _EARLY, SHALLOW), MIN_DEPTH))
    return least, np.where(held, between, np.inf)


def constrain_depth(samples: np.ndarray, stops: np.ndarray, fixed: np.ndarray, skin: SkinDepth) -> np.ndarray:
    """The line, pushed in where it is too near the skin, and moved to its depth between superficial waypoints.

    `stops` are the indexes of samples that are waypoints. Those that are `fixed` do not move, so that lines still meet.
    """
    least, most = _depth_bounds(np.maximum(skin.depth(samples[stops]), MIN_DEPTH), stops)
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
