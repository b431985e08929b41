"""From where each thing of the atlas is seen best in three dimensions, worked out from the meshes alone."""

from __future__ import annotations

import math
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np

from tests.support import mesh_file

CELL = 0.008
"""Metres of a cell in which the nearest point hides those behind it; the points of the meshes lie closer together."""
CLOSE = 0.006
"""Metres by which a point may lie behind another of its cell and still be seen."""
FAR, NEAR = 0.4, 0.15
"""The most and the least metres from the eye to what it looks at."""
EXTENTS = 4
"""How many times as far away as it is large the eye is from a small thing."""
BOTH_LEGS = ("skin", "bones")
"""The layers that the other leg has too."""


class Sight(NamedTuple):
    """A camera, and the points of what it looks at."""

    eye: np.ndarray
    at: np.ndarray
    points: np.ndarray


def _directions() -> np.ndarray:
    found = np.array([one for one in product((-1, 0, 1), repeat=3) if any(one)], dtype=float)
    found += [0, 0, 0.01]  # an eye straight above has no right and left
    return found / np.linalg.norm(found, axis=1)[:, None]


@cache
def parts(*layers: str) -> dict[str, np.ndarray]:
    """Id → the points of the parts of some layers."""
    found: dict[str, list[np.ndarray]] = {}
    for layer in layers:
        for part in mesh_file.layer(layer):
            found.setdefault(part.id, []).append(part.points)
    return {id_: np.vstack(points) for id_, points in found.items()}


@cache
def _all_points(*layers: str) -> np.ndarray:
    """The points of some layers, with those of the other leg."""
    found = []
    for layer in layers:
        for part in mesh_file.layer(layer):
            found.append(part.points)
            if part.paired and layer in BOTH_LEGS:
                found.append(part.points * [-1, 1, 1])
    return np.vstack(found)


def _cells(points: np.ndarray, away: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The cell of each point for an eye in this direction, and how near the point is to the eye."""
    right = np.cross([0, 1, 0], away)
    right /= np.linalg.norm(right)
    flat = np.stack([points @ right, points @ np.cross(away, right)], axis=1)
    column, row = (np.round(flat / CELL).astype(int) + 500).T
    return 1000 * column + row, points @ away


@cache
def _nearest(layers: tuple[str, ...], direction: int) -> np.ndarray:
    """For each cell, how near its nearest point is to an eye in this direction."""
    cell, near = _cells(_all_points(*layers), _directions()[direction])
    found = np.full(1_000_000, -np.inf)
    np.maximum.at(found, cell, near)
    return found


def best_sight(points: np.ndarray, *layers: str) -> Sight:
    """The sight of some points of these layers in which the most of them are hidden by nothing."""
    best: tuple[int, np.ndarray, np.ndarray] = (-1, points[0], points[0])
    for number, away in enumerate(_directions()):
        cell, near = _cells(points, away)
        seen = points[near >= _nearest(layers, number)[cell] - CLOSE]
        if len(seen) > best[0]:
            middle = seen.mean(axis=0) if len(seen) else points.mean(axis=0)
            of = seen if len(seen) else points
            best = (len(seen), of[np.linalg.norm(of - middle, axis=1).argmin()], away)
    at = best[1]
    extent = float(np.linalg.norm(np.ptp(points, axis=0)))
    return Sight(at + best[2] * min(FAR, max(NEAR, EXTENTS * extent)), at, points)


def sight_of_line(strands: list[np.ndarray], middle: np.ndarray | None = None) -> Sight:
    """The sight of a nerve from where it lies nearest to the skin, at a place or else in the middle of its course."""
    longest = max(strands, key=len)
    at = longest[len(longest) // 2] if middle is None else middle
    skin = _all_points("skin")
    out = skin[np.linalg.norm(skin - at, axis=1).argmin()] - at
    out = out / np.linalg.norm(out) if out.any() else np.array([0, 0, 1.0])
    away = out + np.array([0, 0, 0.01])  # not straight above
    return Sight(at + away * FAR, at, np.vstack(strands))


def pixels_of(points: np.ndarray, sight: Sight, size: tuple[int, int], field: float) -> np.ndarray:
    """Column and row in a picture of this size of the points that are in it."""
    ahead = (sight.at - sight.eye) / np.linalg.norm(sight.at - sight.eye)
    right = np.cross(ahead, [0, 1, 0])
    right /= np.linalg.norm(right)
    seen = points - sight.eye
    seen = seen[seen @ ahead > 0.02]
    scale = size[1] / 2 / math.tan(math.radians(field / 2)) / (seen @ ahead)
    flat = np.stack(
        [size[0] / 2 + seen @ right * scale, size[1] / 2 - seen @ np.cross(right, ahead) * scale], axis=1
    ).astype(int)
    return flat[(flat >= 0).all(axis=1) & (flat < size).all(axis=1)]


def around(flat: np.ndarray, size: tuple[int, int], reach: int) -> np.ndarray:
    """Which pixels of a picture (rows, columns) lie within reach of some of its pixels."""
    found = np.zeros((size[1], size[0]), dtype=bool)
    found[flat[:, 1], flat[:, 0]] = True
    for axis in (0, 1):
        wide = found.copy()
        for step in range(1, reach + 1):
            for turn in (-step, step):
                moved = np.roll(found, turn, axis)
                edge = slice(None, turn) if turn > 0 else slice(turn, None)
                moved[(slice(None),) * axis + (edge,)] = False
                wide |= moved
        found = wide
    return found
