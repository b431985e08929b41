"""Places as layers of a figure: a dot for each entrapment site, a ring where each reflex is tested."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

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
# The radius of a site in metres, and its limits in figure units; the same for the ring of a reflex.
_RADIUS, _LEAST, _MOST = 0.0039, 3.5, 5.0
_RING, _LEAST_RING, _MOST_RING = 0.012, 14.0, 22.0


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


def _site_dot(site: str, x: str, y: str, units: float) -> str:
    radius = float(np.clip(_RADIUS * units, _LEAST, _MOST))
    return f'<circle data-node="{site}" cx="{x}" cy="{y}" r="{number(radius)}"/>'


def _reflex_ring(reflex: str, x: str, y: str, units: float) -> str:
    radius = float(np.clip(_RING * units, _LEAST_RING, _MOST_RING))
    return f'<circle data-node="{reflex}" cx="{x}" cy="{y}" r="{number(radius)}"/>'


class PlaceLayer:
    """A layer that draws the places in the picture whose nearest skin faces the viewer."""

    def __init__(
        self, name: str, courses: Courses, points: Mapping[str, np.ndarray], sign: Callable[[str, str, str, float], str]
    ) -> None:
        self.name, self.courses, self.points, self.sign = name, courses, points, sign
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
        signs = []
        for id_, (x, y, depth), faces, within in zip(self.points, pixels, facing, kept, strict=True):
            column, row = round(x), round(y)
            inside = 0 <= row < scene.skin.shape[0] and 0 <= column < scene.skin.shape[1] and scene.skin[row, column]
            if not (within and inside):
                continue
            behind = (scene.picture.depth[row, column] - depth) / scene.view.pixels
            if behind < _BEHIND if scene.view.shows == BONES else faces > _FACING:
                signs.append(self.sign(id_, number(x * scene.units), number(y * scene.units), scene.view.units))
        return "\n".join([f'<g class="{self.name}">', *signs, "</g>"]) if signs else ""


def site_layer(config: FigureConfig, courses: Courses) -> PlaceLayer:
    """The layer of the entrapment sites."""
    return PlaceLayer("sites", courses, site_points(config, courses), _site_dot)


def reflex_layer(config: FigureConfig, courses: Courses) -> PlaceLayer:
    """The layer of the places where reflexes are tested."""
    return PlaceLayer("reflexes", courses, _points(config, courses, "reflex_places", "reflex"), _reflex_ring)
