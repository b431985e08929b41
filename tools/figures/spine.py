"""Views without skin: shaded bones with the outline of the body for orientation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy import ndimage

from tools.body.bones.bones import Bone
from tools.body.bones.skeleton import Skeleton
from tools.body.skin.skin_mesh import Body, load_body
from tools.body.tables import FigureConfig, View
from tools.figures import label_rasters as rasters
from tools.figures.arc_smoothing import smooth_run
from tools.figures.bone_layer import shapes
from tools.figures.camera import Picture, rasterise
from tools.figures.contours import occlusions
from tools.figures.curves import fit
from tools.figures.figure_svg import Layer, Scene
from tools.figures.paths import open_path
from tools.figures.shading import as_uri, tone, webp
from tools.figures.shapes import Drawing

# Metres.
_MARGIN, _SMOOTH, _BODY_SMOOTH = 0.006, 0.0008, 0.006
# Figure units.
_TOLERANCE, _BODY_TOLERANCE, _THIN, _SPECK, _FOLD_UNITS = 0.6, 1.2, 2.5, 60, 13
_PICTURE_PIXELS, _PICTURE_QUALITY = 150_000, 72
# Pixels.
_SHORTEST, _INSIDE = 24, 5


class BoneView:
    """Draws the views that show bones. Layers get the picture of the bones, and the body as `skin`."""

    def __init__(self, config: FigureConfig, bones: dict[str, Bone], layers: Sequence[Layer] = ()) -> None:
        self.config, self.bones, self.layers = config, bones, layers
        self.hidden = {row.id: row.hidden for row in Skeleton.read(config.folder).bones.values()}
        self._body: Body | None = None

    @property
    def body(self) -> Body:
        """The whole skin, coarse. The skin of the figures is cut at the waist and in the middle."""
        if self._body is None:
            whole = {**self.config.skin, "keep": "", "refine": "1"}
            self._body = load_body(replace(self.config, skin=whole))
        return self._body

    def draw(self, view: View) -> str:
        """The SVG text of a view."""
        unit = view.units / view.pixels
        bones = [bone for bone in self.bones.values() if view.id not in self.hidden[bone.id]]
        picture, owner = self._picture_of(view, bones)
        skin = self._silhouette(picture)
        thin, speck = _THIN / unit / 2, _SPECK / unit**2
        labels = rasters.tidy(owner, thin, speck)
        sigma = _SMOOTH * view.pixels
        drawing = Drawing(labels, (labels > 0).astype(int), unit, sigma, sigma, _TOLERANCE)
        there = labels > 0

        normal = np.vstack([bone.normals() for bone in bones])
        light = webp(*tone(picture, normal, there), _PICTURE_PIXELS, _PICTURE_QUALITY)
        creases = _inside_bones(occlusions(picture, there, _FOLD_UNITS / unit, _INSIDE), labels, sigma)
        scene = Scene(view, [], picture, skin, unit)
        high, wide = (round(side * unit) for side in there.shape)
        paths = shapes(bones, labels, drawing, unit, named=view.id)
        used = re.findall(r'<path id="([^"]+)"', "".join(paths))
        crease_text = "".join(open_path(fit(run * unit, _TOLERANCE)) for run in creases)
        image = f'<image width="{wide}" height="{high}" preserveAspectRatio="none" href="{as_uri(light)}"/>'
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" class="view" data-view="{view.id}">',
            f'<clipPath id="clip-{view.id}">' + "".join(f'<use href="#{id_}"/>' for id_ in used) + "</clipPath>",
            f'<path class="body" d="{_body_shape(skin, view, unit)}"/>',
            '<g class="bones">',
            *paths,
            "</g>",
            f'<g class="shade" clip-path="url(#clip-{view.id})">{image}</g>',
            *([f'<path class="creases" d="{crease_text}"/>'] if crease_text else []),
            *(group for group in (layer(scene) for layer in self.layers) if group),
            "</svg>",
            "",
        ]
        return "\n".join(parts)

    def _silhouette(self, picture: Picture) -> np.ndarray:
        body = self.body
        none = np.full((len(body.points), 1), -1.0)
        return rasterise(picture.project(body.points), body.corners, none, *picture.seen.shape)[1] >= 0

    def _picture_of(self, view: View, bones: list[Bone]) -> tuple[Picture, np.ndarray]:
        """The picture of the bones, framed to fit the body, and the bone (from 1; 0 for none) at each pixel."""
        every = [(bone.points, bone.faces) for bone in bones]
        framed = [*every, (self.body.points, self.body.corners)]
        starts = np.cumsum([0, *(len(points) for points, _ in framed)])
        points = np.vstack([points for points, _ in framed])
        faces = [faces + start for (_, faces), start in zip(framed, starts[:-1], strict=True)]
        picture = Picture(view, points, points, np.vstack(faces), margin=round(_MARGIN * view.pixels))
        picture.points, picture.corners = picture.points[: starts[-2]], np.vstack(faces[:-1])
        beyond = points[: starts[-2]] @ view.keep[:, :3].T - view.keep[:, 3]
        picture.depth, picture.seen, picture.share = rasterise(
            picture.points, picture.corners, beyond, *picture.seen.shape
        )
        owner = np.repeat(np.arange(1, len(bones) + 1), [len(faces) for _, faces in every])
        return picture, np.where(picture.seen >= 0, owner[np.maximum(picture.seen, 0)], 0)


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
