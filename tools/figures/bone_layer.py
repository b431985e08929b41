"""The bones as a layer of a figure: the visible part of each bone, without soft tissue, as closed shapes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.body.part import DISC, Part
from tools.figures import label_rasters as rasters
from tools.figures.figure_svg import Scene
from tools.figures.part_image import anchor, part_image, rounded_to_units
from tools.figures.shapes import Drawing

# In metres: the thinnest part that is drawn, and how far lines are smoothed.
_THIN, _SMOOTH, _OUTLINE = 0.0030, 0.0019, 0.0019
# Fractions of the figure's longer side: tolerance of a line, and side of the smallest piece (as a square).
_TOLERANCE, _SPECK = 1 / 1400, 1 / 160


def bone_shapes(
    bones: Sequence[Part], labels: np.ndarray, drawing: Drawing, units: float, named: str = ""
) -> list[str]:
    """One path for each visible bone; `labels` number the bones from 1.

    With `named`, each path also has an id, `<named>-<bone>`, so that a clip path can refer to it.
    """
    paths = []
    for k, bone in enumerate(bones, start=1):
        mask = labels == k
        if mask.any():
            id_ = f'id="{named}-{bone.id}" ' if named else ""
            kind = 'class="disc" ' if bone.kind == DISC else ""
            at = anchor(mask, units)
            paths.append(f'<path {id_}{kind}data-bone="{bone.id}" data-at="{at}" d="{drawing.shape({k})}"/>')
    return paths


class BoneLayer:
    """A layer that draws the bones of the right half and of the middle."""

    def __init__(self, bones: Sequence[Part]) -> None:
        self.bones = list(bones)

    def __call__(self, scene: Scene) -> str:
        """The group of bones of a view."""
        image = part_image(self.bones, scene.picture)
        size = max(scene.skin.shape)
        thin, speck = _THIN * scene.view.pixels / 2, (size * _SPECK) ** 2
        labels = rasters.tidy(np.where(scene.skin, image.owner + 1, 0), thin, speck)
        labels = np.where(rasters.large(rasters.opened(labels > 0, thin), speck), labels, 0)
        if not labels.any():
            return ""
        sigma, outline = (reach * scene.view.pixels for reach in (_SMOOTH, _OUTLINE))
        broad, tolerance = (labels > 0).astype(int), size * scene.units * _TOLERANCE
        drawing = rounded_to_units(Drawing(labels, broad, scene.units, sigma, outline, tolerance))
        return "\n".join(
            [f'<g class="bones"{scene.masked}>', *bone_shapes(self.bones, labels, drawing, scene.units), "</g>"]
        )
