"""The surfaces of the view in three dimensions: standing, shaded, and reduced to the triangles that it can afford."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import fast_simplification
import numpy as np
from scipy.spatial import cKDTree

from tools.body.one_body import OneBody
from tools.body.part import BONE, DISC, DURA, MUSCLE, NERVE, SKIN, VERTEBRA, Part
from tools.body.skin.mesh_partition import partition_mesh
from tools.body.skin.skin_mesh import SkinMesh
from tools.render.look import standing_part
from tools.render.openness import openness

LAYERS = {SKIN: (SKIN,), "bones": (VERTEBRA, BONE, DISC), "sac": (DURA, NERVE), "muscles": (MUSCLE,)}
"""Layer → the kinds of its parts. The sac holds the dural sac, the cord and the ganglia; the nerves are courses."""
_FINE = {SKIN: 30_000, "bones": 42_000, "sac": 5_000, "muscles": 70_000}
"""How many triangles a layer has at most, on the right and in the middle."""
_MIDDLE = 1 / 3
"""The share of them that is drawn while the body is turned on a computer that is not quick."""
_COARSE = {SKIN: 3_000, "bones": 3_350, "sac": 500, "muscles": 6_300}
"""How many are drawn while it is turned on a computer without a graphics processor."""
_FAIRNESS = 0.6
"""How the triangles are shared: 1 gives each part its share of those it has, 0 the same number to all."""
_LEAST = 24
"""Triangles that even the smallest part keeps."""


@dataclass(frozen=True)
class Surface:
    """One part with what the shaders need at each of its points.

    `normals` (n, 3); `open` (n,) is how open it is to light from all sides, 0 to 1; `depth` (n,) is how far it lies
    below the skin in metres; `tone` (n,) is 1 in a tendon or on a nail. The triangles of the part are the fine ones;
    `middle` and `coarse` (m, 3) are fewer over the same points.
    """

    part: Part
    normals: np.ndarray
    open: np.ndarray
    depth: np.ndarray
    tone: np.ndarray
    middle: np.ndarray
    coarse: np.ndarray


def surfaces(body: OneBody, skin_mesh: SkinMesh, territories: Sequence[str]) -> dict[str, list[Surface]]:
    """Layer → its parts, paired ones first. The skin is one part for each territory, and one for the rest.

    `skin_mesh` is the skin of the same body before the last subdivision, whose points come first in the fine one.
    """
    skin = Part(SKIN, SKIN, body.skin.points, body.skin.corners)
    right = [standing_part(part) for part in (skin, *body.parts)]
    left = [part.mirrored() for part in right if part.paired]
    shade = openness([*right, *left])[: len(right)]
    below = cKDTree(right[0].points)
    patches = [*_patches(right[0], shade[0], body.skin.nail, skin_mesh, body.shares, territories)]
    found = {SKIN: patches}
    for name, kinds in LAYERS.items():
        if name == SKIN:
            continue
        chosen = [(part, open_) for part, open_ in zip(right, shade, strict=True) if part.kind in kinds]
        chosen.sort(key=lambda one: not one[0].paired)
        found[name] = [*_reduced(chosen, below, _FINE[name], _COARSE[name])]
    return found


def _patches(
    fine: Part, shade: np.ndarray, nail: np.ndarray, skin_mesh: SkinMesh, shares: np.ndarray, territories: Sequence[str]
) -> Iterable[Surface]:
    """The skin cut along the borders of the territories; the shading of each point is that of the fine skin."""
    count = len(skin_mesh.points)
    none = np.clip(1 - shares.sum(axis=1, keepdims=True), 0, 1)
    points, faces, owner = partition_mesh(fine.points[:count], skin_mesh.corners, np.hstack([shares, none])[:count])
    near = cKDTree(fine.points).query(points)[1]
    normals = fine.normals()[near]
    fewer = [_fewer(points, faces, wanted) for wanted in (round(len(faces) * _MIDDLE), _COARSE[SKIN])]
    # a larger triangle belongs to the territory that owns two of its corners
    corner_owner = np.zeros(len(points), int)
    corner_owner[faces.reshape(-1)] = np.repeat(owner, 3)
    owners = [np.median(corner_owner[triangles], axis=1).astype(int) for triangles in fewer]
    for k, id_ in enumerate([*territories, ""]):
        own = faces[owner == k]
        own_fewer = [triangles[of == k] for triangles, of in zip(fewer, owners, strict=True)]
        used = np.unique(np.concatenate([triangles.reshape(-1) for triangles in (own, *own_fewer)]))
        if not len(own):
            continue
        number = np.zeros(len(points), int)
        number[used] = np.arange(len(used))
        part = Part(id_, SKIN, points[used], number[own])
        middle, coarse = (number[triangles] for triangles in own_fewer)
        none_deep = np.zeros(len(used))
        yield Surface(part, normals[used], shade[near][used], none_deep, nail[near][used], middle, coarse)


def _reduced(parts: Sequence[tuple[Part, np.ndarray]], below: cKDTree, fine: int, coarse: int) -> Iterable[Surface]:
    weights = np.array([len(part.faces) for part, _ in parts]) ** _FAIRNESS
    for (part, open_), share in zip(parts, weights / weights.sum(), strict=True):
        smaller = part
        wanted = max(_LEAST, int(share * fine))
        if wanted < len(part.faces):
            points, faces = fast_simplification.simplify(part.points, part.faces, target_count=wanted, agg=3)
            smaller = replace(part, points=points.astype(float), faces=faces)
        near = cKDTree(part.points).query(smaller.points)[1]
        tone = part.tendon[near] if len(part.tendon) else np.zeros(len(near))
        yield Surface(
            smaller,
            part.normals()[near],
            open_[near],
            below.query(smaller.points)[0],
            tone,
            _fewer(smaller.points, smaller.faces, max(_LEAST, round(len(smaller.faces) * _MIDDLE))),
            _fewer(smaller.points, smaller.faces, max(_LEAST, int(share * coarse))),
        )


def _fewer(points: np.ndarray, faces: np.ndarray, wanted: int) -> np.ndarray:
    """Fewer triangles over the same points."""
    if wanted >= len(faces):
        return faces
    simple, corners = fast_simplification.simplify(points, faces, target_count=wanted, agg=5)
    snapped = cKDTree(points).query(simple)[1][corners]
    whole = (snapped != np.roll(snapped, 1, axis=1)).all(axis=1)
    return snapped[whole]
