"""The tissues of a cross section as one picture of labels, so that no two shapes overlap and nothing is left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from tools.body.part import BONE, MUSCLE, Part
from tools.body.stance import standing
from tools.figures.section_cut import Cut, Ellipse

OUTSIDE, SKIN, FAT, FASCIA, CAVITY, WALL, FIRST_PART = range(7)
# Metres: the skin's thickness, the least fat below it, gaps between muscles that the deep fascia bridges, the space
# around a nerve, and the least width of a body cavity.
_SKIN, _FAT, _BRIDGED, _AROUND_NERVE, _CAVITY = 0.0018, 0.0022, 0.02, 0.0007, 0.02
# Metres below the skin from which a space without a part belongs to the pelvis.
_PELVIS = 0.03
# The wall of the belly reaches this far behind the front of the hip bones, in metres.
_BEHIND = 0.02


@dataclass(frozen=True)
class Tissues:
    """`labels` (high, wide) number the tissues; from FIRST_PART on, they are `parts` in order.

    `own` says which parts belong to the side that is drawn in full; `fleshy` (parts,) which muscles are not tendon.
    """

    labels: np.ndarray
    parts: list[Part]
    own: list[bool]
    fleshy: list[bool]


def tissues(
    cut: Cut,
    skin: tuple[np.ndarray, np.ndarray],
    parts: Sequence[tuple[Part, bool]],
    nerves: Sequence[Ellipse],
    kept: np.ndarray,
    wall: float,
) -> Tissues:
    """What a plane cuts.

    `skin` is the whole skin of the standing body, `parts` are those of both sides at rest, each with whether it
    belongs to the own side; later ones win. `kept` (high, wide) is the window. `wall` is as in `Level`.
    """
    whole = cut.mask(*skin)
    deep = ndimage.distance_transform_edt(whole) / cut.scale
    labels = np.where(whole, np.where(deep < _SKIN, SKIN, FAT), OUTSIDE)
    found, own, fleshy = [], [], []
    solid = np.zeros(cut.shape, int)
    for part, is_own in parts:
        mask = cut.mask(standing(part.points), part.faces) & (deep > _SKIN)
        if mask.any():
            found.append(part)
            own.append(is_own)
            fleshy.append(part.kind != MUSCLE or _is_fleshy(cut, part))
            solid[mask] = FIRST_PART + len(found) - 1
    inside = _inside_fascia(solid > 0, deep, cut.scale)
    belly = _belly(solid, found, deep, cut.scale) if wall else np.zeros_like(inside)
    labels[inside | belly] = FASCIA
    if wall:
        band = belly & (ndimage.distance_transform_edt(belly | ~_in_front(belly)) / cut.scale < wall)
        labels[_cavity(belly & (solid == 0) & ~band, cut.scale)] = CAVITY
        labels[band] = WALL
        labels[_pelvis(labels, deep, cut.scale)] = CAVITY
    labels = np.where(solid > 0, solid, labels)
    muscle = _is_muscle(labels, found)
    for nerve in nerves:
        labels[nerve.mask(cut.shape, _AROUND_NERVE * cut.scale) & muscle] = FASCIA
    return Tissues(np.where(kept, labels, OUTSIDE), found, own, fleshy)


def _is_muscle(labels: np.ndarray, found: list[Part]) -> np.ndarray:
    return np.isin(labels, [k for k, part in zip(_labels(found), found, strict=True) if part.kind == MUSCLE])


def _is_fleshy(cut: Cut, part: Part) -> bool:
    if not len(part.tendon):
        return True
    above = cut.project(standing(part.points))[:, 2] > 0
    crossing = above[part.faces].any(axis=1) & ~above[part.faces].all(axis=1)
    return bool(part.tendon[part.faces[crossing]].mean() < 0.5)


def _filled(mask: np.ndarray) -> np.ndarray:
    return ndimage.binary_fill_holes(mask)


def _inside_fascia(solid: np.ndarray, deep: np.ndarray, scale: float) -> np.ndarray:
    """The muscles and bones with the gaps between them, at least a layer of fat below the skin."""
    reach = round(_BRIDGED * scale)
    wide = np.pad(solid, reach + 1)
    near = ndimage.distance_transform_edt(~wide) <= reach
    closed = (ndimage.distance_transform_edt(near) > reach)[reach + 1 : -reach - 1, reach + 1 : -reach - 1]
    return _filled(closed | solid) & (deep > _FAT) | solid


def _belly(solid: np.ndarray, found: list[Part], deep: np.ndarray, scale: float) -> np.ndarray:
    """The belly with its wall: what is as deep as the frontmost part, down to a little behind the hip bones' front."""
    first = [np.flatnonzero((solid == k).any(axis=1)).min(initial=solid.shape[0]) for k in _labels(found)]
    bones = [row for row, part in zip(first, found, strict=True) if part.kind == BONE and part.paired]
    front = FIRST_PART + int(np.argmin(first))
    belly = deep > np.percentile(deep[solid == front], 5)
    belly[round(min(bones, default=solid.shape[0]) + _BEHIND * scale) :] = False
    return belly


def _pelvis(labels: np.ndarray, deep: np.ndarray, scale: float) -> np.ndarray:
    """Where the cavity of the belly goes on behind: wide spaces without a part, far below the skin."""
    free = (labels == FAT) & (deep > _PELVIS) | (labels == CAVITY)
    reach = _CAVITY / 2 * scale
    wide = ndimage.distance_transform_edt(~(ndimage.distance_transform_edt(free) > reach)) <= reach
    return ndimage.binary_propagation(labels == CAVITY, mask=free & wide | (labels == CAVITY))


def _in_front(belly: np.ndarray) -> np.ndarray:
    """The rows that the belly reaches: the wall lies along its sides but not along its back."""
    rows = np.flatnonzero(belly.any(axis=1))
    within = np.zeros_like(belly)
    within[: rows.max() + 1] = True
    return within


def _labels(found: list[Part]) -> range:
    return range(FIRST_PART, FIRST_PART + len(found))


def _cavity(mask: np.ndarray, scale: float) -> np.ndarray:
    """The widest opening in a mask, rounded."""
    reach = _CAVITY / 2 * scale
    core = ndimage.distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1] > reach
    pieces, count = ndimage.label(core)
    if not count:
        return core
    largest = pieces == np.bincount(pieces.ravel())[1:].argmax() + 1
    return mask & (ndimage.distance_transform_edt(~largest) <= reach)
