"""What a camera sees of the parts inside the skin: which part is at each pixel, and how deep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tools.body.part import Part, joined
from tools.body.stance import standing
from tools.figures import label_rasters as rasters
from tools.figures.camera import Picture
from tools.figures.shapes import Drawing


@dataclass(frozen=True)
class PartImage:
    """`owner` (high, wide) is the index of the part at each pixel, -1 for none; `depth` is in pixels."""

    owner: np.ndarray
    depth: np.ndarray


def part_image(parts: Sequence[Part], picture: Picture) -> PartImage:
    """An image of parts, without anything else, from a picture's camera."""
    points, faces, of_face = joined(parts)
    depth, seen, _ = picture.raster(standing(points), faces)
    return PartImage(np.where(seen >= 0, of_face[np.maximum(seen, 0)], -1), depth)


def anchor(mask: np.ndarray, units: float) -> str:
    """The point well inside a mask, in figure units, as `x y`; to a tenth, since a shape may be hardly a unit wide."""
    x, y = (round(value * units, 1) for value in rasters.anchor(mask))
    return f"{x:g} {y:g}"


def rounded_to_units(drawing: Drawing, decimals: int = 0) -> Drawing:
    """The drawing with its points rounded: shapes under others need no finer ones, and whole units save bytes."""
    drawing.arcs = [(arc, [np.round(cubic, decimals) for cubic in run]) for arc, run in drawing.arcs]
    return drawing
