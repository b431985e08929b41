"""One view as SVG: territories, shading and lines. Without colours, which the page's style sheet adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tools.body.skin.skin_mesh import Body
from tools.body.skin.surface_detail import Crease
from tools.body.tables import Bend, FigureConfig, View
from tools.figures import label_rasters as rasters
from tools.figures.camera import Picture
from tools.figures.contours import creases, occlusions
from tools.figures.curves import fit
from tools.figures.paths import open_path
from tools.figures.shading import as_uri, tone, webp
from tools.figures.shapes import Drawing

SKIN, CUT = 1, 2
MARGIN_UNITS = 8
# In figure units, so that line quality is the same at every scale.
BROAD_SPECK, NAIL_SPECK = 60, 12
SMOOTH, OUTLINE_SMOOTH, NAIL_SMOOTH, TOLERANCE = 5.0, 2.2, 3.0, 0.5
EDGE_UNITS, EDGE_INSIDE, CREASE_UNITS = 14, 9, 8
PICTURE_PIXELS, PICTURE_QUALITY = 44_000, 82


@dataclass(frozen=True)
class Scene:
    """What a layer needs to draw itself into one view. `units` is figure units per pixel."""

    view: View
    bends: list[Bend]
    picture: Picture
    skin: np.ndarray
    units: float


Layer = Callable[[Scene], str]
"""Draws one SVG group of what lies inside the skin; an empty text if the view shows none of it."""


class FigureBuilder:
    """Draws the views that show skin."""

    def __init__(
        self,
        config: FigureConfig,
        body: Body,
        shares: np.ndarray,
        layers: Sequence[Layer] = (),
        creases: Sequence[Crease] = (),
    ) -> None:
        self.config, self.body, self.shares, self.layers, self.creases = config, body, shares, layers, creases
        self.territories = list(config.extents)

    def draw(self, view: View) -> str:
        """The SVG text of a view."""
        body, bends = self.body, [self.config.bends[bend] for bend in view.pose]
        posed = body.bent(bends)
        normal = body.normals(posed)
        pixel = view.units / view.pixels
        picture = Picture(view, posed, body.points, body.corners, margin=round(MARGIN_UNITS / pixel))
        labels, broad = self._labelled(picture, view, pixel)
        skin = broad == SKIN
        hidden = occlusions(picture, skin, EDGE_UNITS / pixel, EDGE_INSIDE / pixel)
        drawing = Drawing(labels, broad, pixel, SMOOTH / pixel, OUTLINE_SMOOTH / pixel, TOLERANCE, hidden)

        on_nail = (picture.values(body.nail[:, None])[..., 0] > 0.5) & skin
        nails = rasters.large(on_nail, NAIL_SPECK / pixel**2).astype(int)
        facing = normal @ picture.frame[2]
        lines = creases(self.creases, picture, body.points, posed, facing, skin, CREASE_UNITS / pixel, 2 / pixel)
        light = webp(*tone(picture, normal, skin), PICTURE_PIXELS, PICTURE_QUALITY)
        scene = Scene(view, bends, picture, skin, pixel)
        inside = [group for group in (layer(scene) for layer in self.layers) if group]
        return self._svg(view.id, labels, drawing, pixel, nails, lines, light, inside)

    def _labelled(self, picture: Picture, view: View, pixel: float) -> tuple[np.ndarray, np.ndarray]:
        """For each pixel its territory (from 1; the cut surface is last), and whether it is background, skin or cut."""
        there = rasters.opened(picture.seen >= 0, 1)
        cut = rasters.opened(picture.back_facing() & there, 1.5)
        broad = rasters.tidy(np.where(cut, CUT, np.where(there, SKIN, 0)), 1, BROAD_SPECK / pixel**2)
        raw = np.where(there & ~cut, picture.largest(self.shares) + 1, 0)
        labels = rasters.tidy(raw, view.sliver / pixel / 2, view.speck / pixel**2)
        labels = rasters.filled(labels, broad == SKIN)
        return np.where(broad == CUT, len(self.territories) + 1, labels), broad

    def _svg(self, name, labels, drawing, pixel, nails, lines_on, light, inside) -> str:
        high, wide = (round(side * pixel) for side in labels.shape)
        count = len(self.territories)
        skin = set(range(1, count + 1))
        shapes, borders = [], []
        for k, territory in enumerate(self.territories, start=1):
            mask = labels == k
            if not mask.any():
                continue
            x, y = (round(value * pixel) for value in rasters.anchor(mask))
            shapes.append(f'<path data-node="{territory}" data-at="{x} {y}" d="{drawing.shape({k})}"/>')
        for a, b in drawing.neighbours(skin):
            between = f"{self.territories[a - 1]} {self.territories[b - 1]}"
            borders.append(f'<path data-between="{between}" d="{drawing.border(a, b)}"/>')
        section = drawing.shape({count + 1}) if (labels == count + 1).any() else ""
        nail_text = ""
        if nails.any():
            nail_text = Drawing(nails, nails, pixel, NAIL_SMOOTH / pixel, NAIL_SMOOTH / pixel, TOLERANCE).shape({1})
        crease_text = "".join(open_path(fit(run * pixel, TOLERANCE)) for run in lines_on)
        lines = {
            "nails": nail_text,
            "creases": crease_text,
            "folds": "".join(map(open_path, drawing.edges)),
        }
        image = f'<image width="{wide}" height="{high}" preserveAspectRatio="none" href="{as_uri(light)}"/>'
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" class="view" data-view="{name}">',
                f'<clipPath id="clip-{name}"><use href="#outline-{name}"/></clipPath>',
                *([f'<path class="cut" d="{section}"/>'] if section else []),
                '<g class="skin">',
                *shapes,
                "</g>",
                f'<g class="shade" clip-path="url(#clip-{name})">{image}</g>',
                *(['<g class="borders">', *borders, "</g>"] if borders else []),
                *(f'<path class="{kind}" d="{text}"/>' for kind, text in lines.items() if text),
                f'<path class="outline" id="outline-{name}" d="{drawing.shape(skin)}"/>',
                *inside,
                "</svg>",
                "",
            ]
        )
