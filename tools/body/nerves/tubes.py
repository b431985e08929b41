"""Tubes: closed surfaces swept along a line, with an ellipse at each sample."""

from __future__ import annotations

import numpy as np

from tools.body.ring_surface import ring_surface

SIDES = 10
"""Corners around a tube, unless the caller asks for another number."""


def sweep_tube(
    line: np.ndarray, across: np.ndarray, deep: np.ndarray | None = None, sides: int = SIDES
) -> tuple[np.ndarray, np.ndarray]:
    """Points (n * sides + 2, 3) and outward triangles of a closed tube along `line` (n, 3).

    `across` (n,) is half its width and `deep` (n,) half its depth, in metres; without `deep` it is round. The width is
    measured as far as possible along x, so that a tube in the midline is symmetrical. The ends are rounded off by one
    more point each.
    """
    deep = across if deep is None else deep
    ahead = _unit(np.gradient(line, axis=0))
    side = _sideways(ahead)
    up = np.cross(ahead, side)
    angles = np.arange(sides) * 2 * np.pi / sides
    rings = (
        line[:, None]
        + np.cos(angles)[:, None] * (side * across[:, None])[:, None]
        + np.sin(angles)[:, None] * (up * deep[:, None])[:, None]
    )
    start = line[0] - ahead[0] * min(across[0], deep[0])
    return ring_surface(rings, start, line[-1] + ahead[-1] * min(across[-1], deep[-1]))


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)


def _sideways(ahead: np.ndarray) -> np.ndarray:
    """A direction across the line at each sample, which turns as little as possible from sample to sample."""
    start = np.array([1.0, 0, 0]) if abs(ahead[0, 0]) < 0.9 else np.array([0, 0, 1.0])
    found = []
    for direction in ahead:
        start = _unit(start - (start @ direction) * direction)
        found.append(start)
    return np.array(found)
