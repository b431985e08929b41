"""A part of the one body: a closed surface with what a renderer and a figure need to know about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from tools.body.skin.surface import normals

SKIN, BONE, VERTEBRA, DISC, MUSCLE, NERVE, DURA = "skin", "bone", "vertebra", "disc", "muscle", "nerve", "dura"


@dataclass(frozen=True)
class Part:
    """One part of the right half of the body, or of its middle.

    `id` is the id of the node that the part shows (a muscle, a root, a segment), or its own id if it shows none
    (a bone, the skin, a muscle without facts). `points` (n, 3) are in metres at rest: x to the body's left, so that
    the right leg has x < 0, y up, z to the front. `faces` (m, 3) are triangles that face outwards.
    `tendon` (n,) is 0 in the fleshy part of a muscle and 1 in its tendon. `fibre` (n, 3) is the direction of the
    fibres, of unit length, or zero where there is none. `paired` parts have a mirror image on the left.
    """

    id: str
    kind: str
    points: np.ndarray
    faces: np.ndarray
    paired: bool = True
    tendon: np.ndarray = field(default_factory=lambda: np.zeros(0))
    fibre: np.ndarray = field(default_factory=lambda: np.zeros((0, 3)))

    def mirrored(self) -> Part:
        """The part of the other side."""
        flip = np.array([-1.0, 1.0, 1.0])
        return replace(self, points=self.points * flip, faces=self.faces[:, ::-1], fibre=self.fibre * flip)

    def normals(self) -> np.ndarray:
        """Unit normals of the points (n, 3)."""
        return normals(self.points, self.faces)

    def facing_outwards(self) -> Part:
        """The part with its triangles turned so that they face outwards."""
        a, b, c = (self.points[self.faces[:, k]] for k in range(3))
        volume = (a * np.cross(b, c)).sum()
        return self if volume >= 0 else replace(self, faces=self.faces[:, ::-1])


def joined(parts: Sequence[Part]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points (n, 3) and triangles (m, 3) of all parts as one surface, and the index of each triangle's part (m,)."""
    counts = [len(part.points) for part in parts]
    starts = np.cumsum([0, *counts])[:-1]
    points = np.vstack([np.zeros((0, 3)), *(part.points for part in parts)])
    faces = [part.faces + start for part, start in zip(parts, starts, strict=True)]
    owner = np.repeat(np.arange(len(parts)), [len(part.faces) for part in parts])
    return points, np.vstack([np.zeros((0, 3), int), *faces]), owner
