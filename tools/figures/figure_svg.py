"""One view as SVG: territories and lines over the picture of the body. Without colours, which the page adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tools.body.one_body import OneBody
from tools.body.stance import standing
from tools.body.tables import SURFACE, FigureConfig, View
from tools.figures import label_rasters as rasters
from tools.figures.camera import Picture
from tools.figures.contours import depth_edges
from tools.figures.fading import fade_mask
from tools.figures.inset_boxes import inset_boxes
from tools.figures.paths import open_path
from tools.figures.shapes import Drawing
from tools.figures.view_pictures import ViewPictures

SKIN, CUT = 1, 2
MARGIN_UNITS = 8
# In figure units, so that line quality is the same at every scale.
BROAD_SPECK, NAIL_SPECK = 60, 12
SMOOTH, OUTLINE_SMOOTH, NAIL_SMOOTH, TOLERANCE = 5.0, 2.2, 3.0, 0.5
EDGE_UNITS, EDGE_INSIDE = 14, 9


@dataclass(frozen=True)
class Scene:
    """What a layer needs to draw itself into one view.

    `skin` is where there is skin, of either side; `front` and `back` are the depths of its near and far side in pixels.
    `units` is figure units per pixel. `masked` is the attribute for groups that fade where the view cuts the body.
    """

    view: View
    picture: Picture
    skin: np.ndarray
    front: np.ndarray
    back: np.ndarray
    units: float
    masked: str = ""

    def project(self, points: np.ndarray) -> np.ndarray:
        """Points at rest as (x, y, depth) in pixels of the picture."""
        return self.picture.project(standing(points))


Layer = Callable[[Scene], str]
"""Draws one SVG group of what lies inside the skin; an empty text if the view shows none of it."""


class FigureBuilder:
    """Draws the views that show skin."""

    def __init__(
        self, config: FigureConfig, body: OneBody, pictures: ViewPictures, layers: Sequence[Layer] = ()
    ) -> None:
        self.config, self.body, self.pictures, self.layers = config, body, pictures, layers
        self.territories = list(config.extents)

    def _surface(self, view: View) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The skin that a view shows: points as they stand or at rest, triangles, and shares of the territories.

        After the territories come the share of skin without one, and that of the other side.
        """
        shares = self.body.shares
        bare = np.clip(1 - shares.sum(axis=1, keepdims=True), 0, 1)
        none = np.zeros_like(bare)
        sides = [np.hstack([shares, bare, none])]
        if view.both:
            sides.append(np.hstack([np.zeros_like(shares), none, none + 1]))
        return *self.body.surface(view.both, view.apart), np.vstack(sides)

    def draw(self, view: View) -> tuple[str, Picture]:
        """The SVG text of a view, and its picture of the skin."""
        points, corners, shares = self._surface(view)
        pixel = view.units / view.pixels
        picture = Picture(view, points, corners, points, margin=round(MARGIN_UNITS / pixel))
        labels, broad = self._labelled(picture, shares, view, pixel)
        skin = broad == SKIN
        hidden = depth_edges(picture, skin, EDGE_UNITS / pixel, EDGE_INSIDE / pixel)
        drawing = Drawing(labels, broad, pixel, SMOOTH / pixel, OUTLINE_SMOOTH / pixel, TOLERANCE, hidden)

        nail = np.tile(self.body.skin.nail, 2 if view.both else 1)
        on_nail = (picture.values(nail[:, None])[..., 0] > 0.5) & skin
        nails = rasters.large(on_nail, NAIL_SPECK / pixel**2).astype(int)
        size = round(picture.wide * pixel), round(picture.high * pixel)
        mask, masked = fade_mask(picture, self.body.surface(False, view.apart)[0], pixel, size)
        scene = Scene(view, picture, skin, picture.depth, picture.back(points, corners), pixel, masked)
        layers = [] if view.shows == SURFACE else self.layers
        inside = [group for group in (layer(scene) for layer in layers) if group]
        inside += inset_boxes(self.config, points, scene)
        return self._svg(scene, mask, labels, drawing, nails, inside), picture

    def _labelled(
        self, picture: Picture, shares: np.ndarray, view: View, pixel: float
    ) -> tuple[np.ndarray, np.ndarray]:
        """For each pixel its territory (from 1), and whether it is background, skin or a cut.

        After the territories come skin without one, the other side of the body, and the cut.
        """
        there = rasters.opened(picture.seen >= 0, 1)
        cut = rasters.opened(picture.back_facing() & there, 1.5)
        broad = rasters.tidy(np.where(cut, CUT, np.where(there, SKIN, 0)), 1, BROAD_SPECK / pixel**2)
        raw = np.where(there & ~cut, picture.largest(shares) + 1, 0)
        labels = rasters.tidy(raw, view.sliver / pixel / 2, view.speck / pixel**2)
        labels = rasters.filled(labels, broad == SKIN)
        return np.where(broad == CUT, len(self.territories) + 3, labels), broad

    def _svg(self, scene, mask, labels, drawing, nails, inside) -> str:
        view, look = scene.view, self.pictures.skin(scene.picture)
        name, pixel, masked = view.id, scene.units, scene.masked
        high, wide = (round(side * pixel) for side in labels.shape)
        count = len(self.territories)
        painted = set(range(1, count + 1))
        shapes, borders = [], []
        for k, territory in enumerate(self.territories, start=1):
            patch = labels == k
            if not patch.any():
                continue
            x, y = (round(value * pixel) for value in rasters.anchor(patch))
            shapes.append(f'<path data-node="{territory}" data-at="{x} {y}" d="{drawing.shape({k})}"/>')
        for a, b in drawing.neighbours(painted):
            between = f"{self.territories[a - 1]} {self.territories[b - 1]}"
            borders.append(f'<path data-between="{between}" d="{drawing.border(a, b)}"/>')
        nail_text = ""
        if nails.any():
            nail_text = Drawing(nails, nails, pixel, NAIL_SMOOTH / pixel, NAIL_SMOOTH / pixel, TOLERANCE).shape({1})
        outline = drawing.shape(painted | {count + 1, count + 2})
        lines = {"nails": nail_text, "folds": "".join(map(open_path, drawing.edges))}
        size = f'width="{wide}" height="{high}" preserveAspectRatio="none"'
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" class="view" data-view="{name}">',
                f'<clipPath id="clip-{name}"><use href="#outline-{name}"/></clipPath>',
                f'<image class="skin-picture" {size} href="{look}"/>',
                *([f'<image class="inside-picture" {size} data-picture="{name}"/>'] if view.shows != SURFACE else []),
                mask,
                f'<g class="skin"{masked}>',
                *shapes,
                "</g>",
                *([f'<g class="borders"{masked}>', *borders, "</g>"] if borders else []),
                *(f'<path class="{kind}"{masked} d="{text}"/>' for kind, text in lines.items() if text),
                f'<path class="outline" id="outline-{name}"{masked} d="{outline}"/>',
                *inside,
                "</svg>",
                "",
            ]
        )
