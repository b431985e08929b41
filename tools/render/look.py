"""A part as it is rendered: in the standing pose, with its material."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from tools.body.part import SKIN, Part
from tools.body.stance import standing


@dataclass(frozen=True)
class Look:
    """A part as it is shown, and whether it belongs to the pale, other leg. Its material is named by its kind.

    `open` (n,) is how open each point is to light from all sides, from `openness`; empty: fully open.
    `nail` (n,) is 1 on the nails of the skin; empty: none.
    """

    part: Part
    pale: bool = False
    open: np.ndarray = field(default_factory=lambda: np.zeros(0))
    nail: np.ndarray = field(default_factory=lambda: np.zeros(0))

    @property
    def is_skin(self) -> bool:
        """Whether the part is the skin, which covers all others."""
        return self.part.kind == SKIN


def standing_part(part: Part) -> Part:
    """The part in the standing pose, with the fibres turned along."""
    points, fibre = standing(part.points), part.fibre
    if len(fibre):
        step = 1e-4
        turned = (standing(part.points + step * fibre) - points) / step
        fibre = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    return replace(part, points=points, fibre=fibre)
