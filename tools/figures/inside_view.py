"""Views without skin: bones or muscles, with the outline of the body for orientation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import ndimage

from tools.body.bones.skeleton import Skeleton
from tools.body.one_body import OneBody, bone_part
from tools.body.part import MUSCLE, Part, joined
from tools.body.stance import standing
from tools.body.tables import BONES, FigureConfig, View
from tools.figures import label_rasters as rasters
from tools.figures.arc_smoothing import smooth_run
from tools.figures.bone_layer import bone_shapes
from tools.figures.camera import Picture
from tools.figures.contours import depth_edges
from tools.figures.curves import fit
from tools.figures.figure_svg import Layer, Scene
from tools.figures.paths import open_path
from tools.figures.shapes import Drawing

# Metres.
_MARGIN, _SMOOTH, _BODY_SMOOTH = 0.006, 0.0008, 0.006
# Figure units.
_TOLERANCE, _BODY_TOLERANCE, _THIN, _SPECK, _FOLD_UNITS = 0.6, 1.2, 2.5, 60, 13
# Pixels.
_SHORTEST, _INSIDE = 24, 5


class InsideView:
    """Draws the views that show bones or muscles. Layers get the picture of what is shown, and the body as `skin`."""

    def __init__(self, config: FigureConfig, body: OneBody, layers: dict[str, Sequence[Layer]]) -> None:
        self.config, self.layers = config, layers
        self.hidden = {row.id: row.hidden for row in Skeleton.read(config.folder).bones.values()}
        self.bones = [bone_part(bone) for bone in body.bones.values()]
        self.right_bones = [part for part in body.parts if part.kind != MUSCLE]
        self.skins = {both: body.surface(both) for both in (False, True)}

    def shown(self, view: View) -> list[Part]:
        """The bones that a view shows: of both sides, or of the right half around its muscles."""
        if view.shows != BONES:
            return self.right_bones
        return [bone for bone in self.bones if view.id not in self.hidden.get(bone.id, ())]

    def draw(self, view: View) -> tuple[str, Picture]:
        """The SVG text of a view, and its picture of the bones."""
        unit = view.units / view.pixels
        bones = self.shown(view)
        picture, owner = self._picture_of(view, bones)
        front, seen, _ = picture.raster(*self.skins[view.both])
        skin = seen >= 0
        scene = Scene(view, picture, skin, front, picture.back(*self.skins[view.both]), unit)
        high, wide = (round(side * unit) for side in skin.shape)
        size = f'width="{wide}" height="{high}"'
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" class="view" data-view="{view.id}">',
            f'<path class="body" d="{_body_shape(skin, view, unit)}"/>',
            f'<image class="inside-picture" {size} preserveAspectRatio="none" data-picture="{view.id}"/>',
            *(self._bone_group(picture, owner, bones, view) if view.shows == BONES else []),
            *(group for group in (layer(scene) for layer in self.layers[view.shows]) if group),
            "</svg>",
            "",
        ]
        return "\n".join(parts), picture

    def _bone_group(self, picture: Picture, owner: np.ndarray, bones: list[Part], view: View) -> list[str]:
        unit = view.units / view.pixels
        labels = rasters.tidy(owner, _THIN / unit / 2, _SPECK / unit**2)
        sigma = _SMOOTH * view.pixels
        drawing = Drawing(labels, (labels > 0).astype(int), unit, sigma, sigma, _TOLERANCE)
        folds = _inside_bones(depth_edges(picture, labels > 0, _FOLD_UNITS / unit, _INSIDE), labels, sigma)
        creases = "".join(open_path(fit(run * unit, _TOLERANCE)) for run in folds)
        return [
            '<g class="bones">',
            *bone_shapes(bones, labels, drawing, unit),
            "</g>",
            *([f'<path class="creases" d="{creases}"/>'] if creases else []),
        ]

    def _picture_of(self, view: View, bones: list[Part]) -> tuple[Picture, np.ndarray]:
        """The picture of the bones, framed to fit the body, and the bone (from 1; 0 for none) at each pixel."""
        points, faces, owner = joined(bones)
        points = standing(points)
        framed = np.vstack([points, self.skins[view.both][0]])
        picture = Picture(view, points, faces, framed, margin=round(_MARGIN * view.pixels))
        return picture, np.where(picture.seen >= 0, owner[np.maximum(picture.seen, 0)] + 1, 0)


def _body_shape(skin: np.ndarray, view: View, unit: float) -> str:
    sigma = _BODY_SMOOTH * view.pixels
    return Drawing(skin.astype(int), skin.astype(int), unit, sigma, sigma, _BODY_TOLERANCE).shape({1})


def _inside_bones(runs: list[np.ndarray], labels: np.ndarray, sigma: float) -> list[np.ndarray]:
    """The parts of runs inside single bones; where bones meet, their shapes already have an edge."""
    edge = ndimage.maximum_filter(labels, 9) != ndimage.minimum_filter(labels, 9)
    kept = []
    for run in runs:
        x, y = (np.clip(run[:, k].astype(int), 0, side - 1) for k, side in ((0, labels.shape[1]), (1, labels.shape[0])))
        parts, count = ndimage.label(~edge[y, x])
        whole = [run[parts == part] for part in range(1, count + 1)]
        kept += [smooth_run(part, sigma) for part in whole if len(part) > _SHORTEST]
    return kept
