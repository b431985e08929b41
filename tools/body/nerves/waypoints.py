"""Waypoints of the nerves: named points inside the limb, relative to an axis or to a named point of a bone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from atlas.dataset.folders import table_file
from tools.body.skin.containment import SkinDepth
from tools.body.skin.landmarks import direction_of, first_hit, origin_on
from tools.body.skin.skin_mesh import SkinMesh
from tools.body.tables import FigureConfig, parse_numbers, read_rows

MIN_DEPTH = 0.002
"""Least depth of a nerve below the skin, in metres."""


class CourseError(RuntimeError):
    """A waypoint or a course cannot be placed."""


@dataclass(frozen=True)
class Waypoint:
    """A row of the table `waypoints`. `frame` is an axis or a bone point.

    An axis has `along`, `round` and a depth: `depth` in metres below the skin, or `share` of the distance from the axis
    to the skin; the other one is None. A bone point has `off`, in metres to the body's left, up and forward.
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
        """Parse a row. A depth of `4` is in millimetres, `40%` is a share; `off` is in millimetres."""
        cell = row["depth"]
        return cls(
            row["id"],
            row["frame"],
            float(row["along"] or 0),
            float(row["round"] or 0),
            float(cell) / 1000 if cell and not cell.endswith("%") else None,
            float(cell[:-1]) / 100 if cell.endswith("%") else None,
            parse_numbers(row["off"] or "0 0 0") / 1000,
        )


def read_waypoints(folder: Path) -> dict[str, Waypoint]:
    """Every row of the table `waypoints` by id; an empty dict if there is no such table."""
    if not (folder / table_file("waypoints")).is_file():
        return {}
    return {row["id"]: Waypoint.read(row) for row in read_rows(folder, "waypoints")}


def _in_limb(mark: Waypoint, config: FigureConfig, body: SkinMesh, skin: SkinDepth) -> np.ndarray:
    axis = config.axes[mark.frame]
    origin = origin_on(axis, mark.along, body.joints)
    hit = first_hit(origin, direction_of(axis, mark.round), body.points, body.corners)
    if hit is None:
        raise CourseError(f"the ray of waypoint '{mark.id}' from {mark.frame} does not meet the skin")
    if mark.share is not None:
        return origin + mark.share * (hit - origin)
    # Inwards along the normal, since an oblique ray would end too near the skin.
    return hit + skin.inwards(hit[None])[0] * (mark.depth or MIN_DEPTH)


def placed_waypoints(
    config: FigureConfig, body: SkinMesh, skin: SkinDepth, marks: Mapping[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """Every waypoint as a point in metres at rest, at least `MIN_DEPTH` below the skin. `marks` are the bone points.

    Raises CourseError for an unknown frame, or if the ray of a waypoint does not meet the skin.
    """
    found = {}
    for mark in read_waypoints(config.folder).values():
        if mark.frame in config.axes:
            point = _in_limb(mark, config, body, skin)
        elif mark.frame in marks:
            point = marks[mark.frame] + mark.off
        else:
            raise CourseError(f"the frame '{mark.frame}' of waypoint '{mark.id}' is neither an axis nor a bone point")
        for _ in range(8):
            short = MIN_DEPTH - skin.depth(point[None])[0]
            if short <= 0:
                break
            point = point + skin.inwards(point[None])[0] * (short + 1e-4)
        found[mark.id] = point
    return found
