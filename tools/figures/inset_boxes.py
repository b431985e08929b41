"""Where the insets of a view lie in it: the box around what the inset shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.body.tables import SKIN, FigureConfig

if TYPE_CHECKING:
    from tools.figures.figure_svg import Scene

# Figure units around the part that the inset shows.
_ROOM = 6


def inset_boxes(config: FigureConfig, points: np.ndarray, scene: Scene) -> list[str]:
    """One `rect` for each inset of a view, which a leader line ties to the inset.

    `points` are the skin's points in the standing pose. An inset that shows skin shows that of the right side.
    """
    boxes = []
    for inset in config.chosen(scene.view.insets) if scene.view.insets else []:
        kept = points[inset.keeps(points) & ((points[:, 0] <= 0) | (inset.shows != SKIN))]
        x, y = (scene.picture.project(kept)[:, :2] * scene.units).T
        low, high = (x.min() - _ROOM, y.min() - _ROOM), (x.max() + _ROOM, y.max() + _ROOM)
        sides = f'width="{high[0] - low[0]:.0f}" height="{high[1] - low[1]:.0f}"'
        boxes.append(f'<rect class="inset" data-view="{inset.id}" x="{low[0]:.0f}" y="{low[1]:.0f}" {sides} rx="8"/>')
    return boxes
