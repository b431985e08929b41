"""Waypoints of the nerves: named points inside the limb, found from an axis of it or from a named point of a bone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.figures.body import Body
from tools.figures.containment import Skin
from tools.figures.figure_config import Recipe, _numbers, _rows
from tools.figures.landmarks import direction_of, first_hit, origin_on

LEAST = 0.002
"""No nerve is drawn nearer to the skin than this, in metres."""


class CoursesBroken(RuntimeError):
    """A waypoint or a course cannot be drawn as its row says."""


@dataclass(frozen=True)
class Waypoint:
    """A row of figure_source/waypoints.csv. `frame` is an axis (then `along`, `round` and a depth) or a bone point (then `off`).

    `depth` is in metres under the skin, `share` the part of the way from the axis to the skin: one of the two is None.
    `off` is in metres towards the body's left, upwards and forwards.
    """

    id: str
    frame: str
    along: float
    round: float
    depth: float | None
    share: float | None
    off: np.ndarray

    @classmethod
    def read(cls, row: dict[str, str]) -> Waypoint:
        """Depth `4` is millimetres under the skin, `40%` a share of the way outwards; `off` is in millimetres."""
        cell = row["depth"]
        return cls(
            row["id"],
            row["frame"],
            float(row["along"] or 0),
            float(row["round"] or 0),
            float(cell) / 1000 if cell and not cell.endswith("%") else None,
            float(cell[:-1]) / 100 if cell.endswith("%") else None,
            _numbers(row["off"] or "0 0 0") / 1000,
        )


def read_waypoints(folder: Path) -> dict[str, Waypoint]:
    """Every row of figure_source/waypoints.csv; none where a region has no such table."""
    if not (folder / "figure_source/waypoints.csv").is_file():
        return {}
    return {row["id"]: Waypoint.read(row) for row in _rows(folder, "waypoints")}


def _in_limb(mark: Waypoint, recipe: Recipe, body: Body, skin: Skin) -> np.ndarray:
    axis = recipe.axes[mark.frame]
    origin = origin_on(axis, mark.along, body.joints)
    hit = first_hit(origin, direction_of(axis, mark.round), body.points, body.corners)
    if hit is None:
        raise CoursesBroken(f"the waypoint '{mark.id}' looks out of {mark.frame} and meets no skin")
    if mark.share is not None:
        return origin + mark.share * (hit - origin)
    # Straight in from the skin, for a ray that leaves aslant would end too near to it.
    return hit + skin.inwards(hit[None])[0] * (mark.depth or LEAST)


def placed_waypoints(recipe: Recipe, body: Body, skin: Skin, marks: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Every waypoint as a point in metres at rest, at least `LEAST` under the skin. `marks` are the bone points.

    Raises:
        CoursesBroken: a frame is neither an axis nor a bone point, or an axis has no skin about it there.
    """
    found = {}
    for mark in read_waypoints(recipe.folder).values():
        if mark.frame in recipe.axes:
            point = _in_limb(mark, recipe, body, skin)
        elif mark.frame in marks:
            point = marks[mark.frame] + mark.off
        else:
            raise CoursesBroken(f"the waypoint '{mark.id}' hangs on '{mark.frame}', neither an axis nor a bone point")
        for _ in range(8):
            short = LEAST - skin.depth(point[None])[0]
            if short <= 0:
                break
            point = point + skin.inwards(point[None])[0] * (short + 1e-4)
        found[mark.id] = point
    return found
