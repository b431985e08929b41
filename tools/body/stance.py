"""The stance: the mesh stands with its legs wide apart; people stand with their feet under the hips."""

from __future__ import annotations

import numpy as np

# The shear moves each level of the leg sideways. It changes no height and no volume and keeps the soles flat; at this
# angle, a turn about the hip would shorten the leg by 1 per cent.
_SHEAR, _HIP, _SOFT = 0.145, 0.85, 0.07
"""Metres sideways per metre below the hip; the height in metres at which it starts, and over which it sets in."""


def standing(points: np.ndarray) -> np.ndarray:
    """Points at rest (n, 3) as they are when the body stands: each leg brought towards the middle.

    Points in the middle (x = 0) stay there, so that the two halves still meet.
    """
    below = _SOFT * np.logaddexp(0, (_HIP - points[:, 1]) / _SOFT)
    # Near the middle, skin and pelvis of the two sides touch: the shift fades out towards the middle.
    side = np.tanh(points[:, 0] / 0.03)
    moved = points.copy()
    moved[:, 0] -= side * _SHEAR * below
    return moved
