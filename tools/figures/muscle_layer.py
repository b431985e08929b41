"""The muscles as a layer of a figure: what a view shows of each, and what of it lies behind other muscles or bones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from tools.body.part import MUSCLE, Part
from tools.figures import label_rasters as rasters
from tools.figures.figure_svg import Scene
from tools.figures.part_image import anchor, part_image, rounded_to_units
from tools.figures.shapes import Drawing

# In metres: the thinnest piece that is drawn, how far lines are smoothed, and the side of the smallest piece.
_THIN, _SMOOTH, _SPECK = 0.0016, 0.0012, 0.007
# Figure units.
_TOLERANCE = 0.9
# A hidden muscle is drawn in a view if its middle is in this part of the limb's depth, counted from the viewer.
_VIEWERS_HALF = 0.56


class MuscleLayer:
    """A layer that draws the muscles of the right half. `parts` also holds the bones, which hide muscles."""

    def __init__(self, parts: Sequence[Part], nodes: Sequence[str]) -> None:
        self.parts = list(parts)
        self.nodes = set(nodes)

    def __call__(self, scene: Scene) -> str:
        """The group of muscles of a view: for each muscle a group with the paths `near` and `deep`."""
        parts = [part for part in self.parts if part.id not in scene.view.without]
        muscles = [part for part in parts if part.kind == MUSCLE]
        if not muscles:
            return ""
        image = part_image(parts, scene.picture)
        members: dict[str, list[int]] = defaultdict(list)
        for k, part in enumerate(parts):
            if part.kind == MUSCLE and part.id in self.nodes:
                members[part.id].append(k)
        order = list(members)
        number = np.zeros(len(parts) + 1, int)
        for n, id_ in enumerate(order, start=1):
            number[members[id_]] = n
        thin, speck = _THIN * scene.view.pixels / 2, (_SPECK * scene.view.pixels) ** 2
        seen = np.where(scene.skin, number[image.owner], 0)
        labels = np.zeros_like(seen)
        for n in range(1, len(order) + 1):
            labels[rasters.large(rasters.opened(seen == n, thin), speck)] = n
        groups = []
        drawing = self._drawing(labels, scene)
        for n, id_ in enumerate(order, start=1):
            near = labels == n
            hidden = self._hidden([parts[k] for k in members[id_]], near, scene)
            paths = f'<path class="near" d="{drawing.shape({n})}"/>' if near.any() else ""
            if hidden.any():
                paths += f'<path class="deep" d="{self._drawing(hidden.astype(int), scene).shape({1})}"/>'
            if paths:
                at = anchor(near if near.any() else hidden, scene.units)
                groups.append(f'<g data-node="{id_}" data-at="{at}">{paths}</g>')
        return "\n".join([f'<g class="muscles"{scene.masked}>', *groups, "</g>"]) if groups else ""

    def _hidden(self, muscle: Sequence[Part], near: np.ndarray, scene: Scene) -> np.ndarray:
        """Where a muscle lies behind others (high, wide); nowhere if it lies in the far half of the limb."""
        alone = part_image(muscle, scene.picture)
        whole = (alone.owner >= 0) & scene.skin
        if not whole.any():
            return whole
        front = scene.front[whole]
        share = (front - alone.depth[whole]) / np.maximum(front - scene.back[whole], 1)
        if np.median(share) >= _VIEWERS_HALF:
            return np.zeros_like(whole)
        thin, speck = _THIN * scene.view.pixels / 2, (_SPECK * scene.view.pixels) ** 2
        return rasters.large(rasters.opened(whole & ~near, thin), speck)

    def _drawing(self, labels: np.ndarray, scene: Scene) -> Drawing:
        sigma = _SMOOTH * scene.view.pixels
        broad = (labels > 0).astype(int)
        return rounded_to_units(Drawing(labels, broad, scene.units, sigma, sigma, _TOLERANCE))
