"""Strands move until they clear the bones, stay below the skin and are smooth; then their cross sections are turned."""

from __future__ import annotations

import numpy as np

from tools.body.muscles.strands import Strands, set_half_axes
from tools.body.muscles.surroundings import Surroundings, fat
from tools.body.muscles.tables import SHEET

_ROUNDS, _LAST_ROUNDS, _MOST, _SHARE = 60, 6, 0.004, 0.6
# The belly may press against the bone; a tendon lies on it.
_PRESS = 0.75
_CLEAR = 0.0004
# Metres from the ends over which a strand comes free from its bone.
_FREE = 0.02
# A sheet lies on the muscles, in the deepest layer of the fat.
_LIFTED = 0.0015
_FAR_FROM_BONE = 0.04
# An end this near to bone is meant to lie on it.
_NEAR = 0.006


def smoothed(x: np.ndarray, rounds: int) -> np.ndarray:
    """Strands (k, n, 3) smoothed along themselves; their ends stay."""
    for _ in range(rounds):
        x = np.concatenate([x[:, :1], (x[:, :-2] + 2 * x[:, 1:-1] + x[:, 2:]) / 4, x[:, -1:]], axis=1)
    return x


def _levelled(x: np.ndarray, amount: float) -> np.ndarray:
    """A fan's strands moved a little towards the middle between their neighbours."""
    if len(x) < 3:
        return x
    middle = (x[:-2] + x[2:]) / 2
    return np.concatenate([x[:1], x[1:-1] * (1 - amount) + middle * amount, x[-1:]])


def _attached(x: np.ndarray, around: Surroundings) -> np.ndarray:
    """Strands whose ends lie on the bone if they come near to it."""
    x = x.copy()
    for end in (0, -1):
        for _ in range(3):
            apart = around.at(around.bone, x[:, end])
            move = np.where(np.abs(apart) < _NEAR, apart - _CLEAR, 0)
            x[:, end] -= around.slope(around.bone, x[:, end]) * move[:, None]
    return x


def relax(strands: Strands, around: Surroundings) -> None:
    """Move the strands and set the frames of their cross sections, and the half axes again for the new widths."""
    set_half_axes(strands)
    x, part = smoothed(_attached(strands.x, around), 6), strands.part
    ends = np.minimum(np.arange(x.shape[1]), np.arange(x.shape[1])[::-1]) * strands.step.mean()
    free = np.clip(ends / _FREE, 0, 1)
    in_belly = np.clip(np.minimum(strands.along, 1 - strands.along) * 8, 0, 1)
    if part.form == SHEET or strands.along[0] >= 1:
        in_belly = np.clip(ends / _FREE, 0, 1)
    lifted = _LIFTED if strands.lifted else 0.0
    for number in range(_ROUNDS):
        b = strands.b
        short = np.clip(np.maximum(b * _PRESS, 0.001) * free + _CLEAR - around.at(around.bone, x), 0, _MOST)
        x = x + around.slope(around.bone, x) * (short * _SHARE)[..., None]
        cover, depth = fat(x[..., 1]) - lifted, around.at(around.depth, x)
        short = np.clip(cover + b * (1 if part.superficial else 0.9) - depth, 0, _MOST)
        x = x + around.slope(around.depth, x) * (short * _SHARE)[..., None]
        if part.superficial:
            much = np.clip(depth - (cover + b + 0.0005), 0, 0.006) * part.superficial * in_belly * 0.35
            x = x - around.slope(around.depth, x) * much[..., None]
        if number < _ROUNDS - _LAST_ROUNDS:
            x = smoothed(x, 3)
            x = _levelled(x, 0.1) if strands.fan else x
    strands.x = x
    set_half_axes(strands)
    set_frames(strands, around)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


def set_frames(strands: Strands, around: Surroundings) -> None:
    """The tangent, and the direction outwards: away from near bone and towards the skin, or off the sheet of a fan."""
    x = strands.x
    tangent = _unit(np.gradient(x, axis=1))
    near_bone = np.clip(1 - around.at(around.bone, x) / _FAR_FROM_BONE, 0.15, 1)[..., None]
    out = near_bone * around.slope(around.bone, x) - around.slope(around.depth, x)
    if strands.part.form == SHEET:
        out = -around.slope(around.depth, x)
    if strands.fan:
        over = np.gradient(x, axis=0)
        normal = np.cross(over, tangent)
        normal *= np.where((normal * out).sum(axis=-1, keepdims=True) < 0, -1, 1)
        spread = np.linalg.norm(over, axis=-1, keepdims=True)
        out = _unit(normal) * np.clip(spread / 0.004, 0, 4) + _unit(out) * 0.5
    out = _unit(out - (out * tangent).sum(axis=-1, keepdims=True) * tangent)
    for _ in range(12):
        out = smoothed(out, 2)
        out = _unit(out - (out * tangent).sum(axis=-1, keepdims=True) * tangent)
    strands.tangent, strands.out, strands.across = tangent, out, np.cross(tangent, out)
