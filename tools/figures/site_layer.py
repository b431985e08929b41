"""Places as layers of a figure: a dot for each entrapment site, a ring where each reflex is tested."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from atlas.dataset.folders import table_file
from tools.body.nerves.courses import Courses
from tools.body.nerves.waypoints import CourseError
from tools.body.skin.containment import SkinDepth
from tools.body.stance import standing
from tools.body.tables import BONES, FigureConfig, read_rows
from tools.figures.figure_svg import Scene
from tools.figures.paths import number

# Least cosine between the skin nearest to a site and the viewer.
_FACING = 0.25
# In a view of bones, how far behind a bone a site may be, in metres.
_BEHIND = 0.025


class Radius(NamedTuple):
    """How large a sign is: a length in metres, and the limits of what it becomes in figure units."""

    metres: float
    least: float
    most: float

    def in_view(self, units: float) -> float:
        """In figure units, of which `units` are a metre."""
        return min(max(self.metres * units, self.least), self.most)


_DOT, _RING = Radius(0.0039, 3.5, 5.0), Radius(0.012, 14.0, 22.0)


def read_places(folder: Path, table: str, key: str) -> dict[str, str]:
    """Id → waypoint, from a table of places; an empty dict if there is no such table."""
    if not (folder / table_file(table)).is_file():
        return {}
    return {row[key]: row["at"] for row in read_rows(folder, table)}


def _points(config: FigureConfig, courses: Courses, table: str, key: str) -> dict[str, np.ndarray]:
    """Every place as a point in metres at rest. Raises CourseError for an unknown waypoint."""
    places = read_places(config.folder, table, key)
    unknown = sorted(set(places.values()) - courses.marks.keys())
    if unknown:
        raise CourseError(f"{table} names unknown waypoints: {', '.join(unknown)}")
    return {id_: courses.marks[mark] for id_, mark in places.items()}


def site_points(config: FigureConfig, courses: Courses) -> dict[str, np.ndarray]:
    """Every site as a point in metres at rest. Raises CourseError for an unknown waypoint."""
    return _points(config, courses, "site_places", "site")


class PlaceLayer:
    """A layer that draws a circle at the places in the picture whose nearest skin faces the viewer."""

    def __init__(self, name: str, courses: Courses, points: Mapping[str, np.ndarray], radius: Radius) -> None:
        self.name, self.courses, self.points, self.radius = name, courses, points, radius
        self.rest = np.array([*self.points.values()]).reshape(-1, 3)
        self.nearest = SkinDepth(courses.body).tree.query(self.rest)[1] if len(self.rest) else np.zeros(0, int)

    def __call__(self, scene: Scene) -> str:
        """The group of places of a view."""
        if not len(self.rest):
            return ""
        body = self.courses.body
        pixels = scene.project(self.rest)
        facing = (body.normals(standing(body.points)) @ scene.picture.frame[2])[self.nearest]
        kept = scene.view.keeps(standing(self.rest))
        circles = []
        radius = number(self.radius.in_view(scene.view.units))
        for id_, (x, y, depth), faces, within in zip(self.points, pixels, facing, kept, strict=True):
            column, row = round(x), round(y)
            inside = 0 <= row < scene.skin.shape[0] and 0 <= column < scene.skin.shape[1] and scene.skin[row, column]
            if not (within and inside):
                continue
            behind = (scene.picture.depth[row, column] - depth) / scene.view.pixels
            if behind < _BEHIND if scene.view.shows == BONES else faces > _FACING:
                at = f'cx="{number(x * scene.units)}" cy="{number(y * scene.units)}"'
                circles.append(f'<circle data-node="{id_}" {at} r="{radius}"/>')
        return "\n".join([f'<g class="{self.name}">', *circles, "</g>"]) if circles else ""


def site_layer(config: FigureConfig, courses: Courses) -> PlaceLayer:
    """The layer of the entrapment sites."""
    return PlaceLayer("sites", courses, site_points(config, courses), _DOT)


def reflex_layer(config: FigureConfig, courses: Courses) -> PlaceLayer:
    """The layer of the places where reflexes are tested."""
    return PlaceLayer("reflexes", courses, _points(config, courses, "reflex_places", "reflex"), _RING)
