"""The levels of the cross sections as a layer of a figure of the whole limb: a numbered line for each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tools.figures.figure_svg import Scene
from tools.figures.paths import number

# Figure units: the height of a number, its distance from the right edge, and how far its baseline is above the line.
_LETTER, _EDGE, _ABOVE = 30, 4, 6


class LevelLayer:
    """A layer that draws the sections that are insets of a view. `levels` is a point in the standing body for each."""

    def __init__(self, levels: Mapping[str, np.ndarray]) -> None:
        self.levels = levels

    def __call__(self, scene: Scene) -> str:
        """The group of lines of a view, numbered from above; an empty text if it has no section as an inset."""
        wide = scene.skin.shape[1] * scene.units
        signs = []
        from_above = sorted(self.levels.items(), key=lambda level: -level[1][1])
        for count, (section, point) in enumerate(from_above, start=1):
            if section in scene.view.insets:
                y = scene.picture.project(point[None])[0, 1] * scene.units
                line = f'<line x1="0" x2="{number(wide)}" y1="{number(y)}" y2="{number(y)}"/>'
                text = f'<text x="{number(wide - _EDGE)}" y="{number(y - _ABOVE)}">{count}</text>'
                signs.append(f'<g data-view="{section}">{line}{text}</g>')
        if not signs:
            return ""
        return "\n".join([f'<g class="levels" font-size="{_LETTER}" text-anchor="end">', *signs, "</g>"])
