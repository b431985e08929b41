"""The entrapment sites as a layer of a figure: a dot for each site that the view shows well."""

from __future__ import annotations

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
# The radius in metres, and its limits in figure units.
_RADIUS, _LEAST, _MOST = 0.0039, 3.5, 5.0


def read_places(folder: Path) -> dict[str, str]:
    """Site → its waypoint, from the table `site_places`; an empty dict if there is no such table."""
    if not (folder / table_file("site_places")).is_file():
        return {}
    return {row["site"]: row["at"] for row in read_rows(folder, "site_places")}


def site_points(config: FigureConfig, courses: Courses) -> dict[str, np.ndarray]:
    """Every site as a point in metres at rest. Raises CourseError for an unknown waypoint."""
    places = read_places(config.folder)
    unknown = sorted(set(places.values()) - courses.marks.keys())
    if unknown:
        raise CourseError(f"site_places names unknown waypoints: {', '.join(unknown)}")
    return {site: courses.marks[mark] for site, mark in places.items()}


class SiteLayer:
    """A layer that draws the sites in the picture whose nearest skin faces the viewer."""

    def __init__(self, config: FigureConfig, courses: Courses) -> None:
        self.courses, self.points = courses, site_points(config, courses)
        self.rest = np.array([*self.points.values()]).reshape(-1, 3)
        self.nearest = SkinDepth(courses.body).tree.query(self.rest)[1] if len(self.rest) else np.zeros(0, int)

    def __call__(self, scene: Scene) -> str:
        """The group of sites of a view."""
        if not len(self.rest):
            return ""
        body = self.courses.body
        pixels = scene.project(self.rest)
        facing = (body.normals(standing(body.points)) @ scene.picture.frame[2])[self.nearest]
        kept = scene.view.keeps(standing(self.rest))
        radius = float(np.clip(_RADIUS * scene.view.units, _LEAST, _MOST))
        dots = []
        for site, (x, y, depth), faces, within in zip(self.points, pixels, facing, kept, strict=True):
            column, row = round(x), round(y)
            inside = 0 <= row < scene.skin.shape[0] and 0 <= column < scene.skin.shape[1] and scene.skin[row, column]
            if not (within and inside):
                continue
            behind = (scene.picture.depth[row, column] - depth) / scene.view.pixels
            if behind < _BEHIND if scene.view.shows == BONES else faces > _FACING:
                at = f'cx="{number(x * scene.units)}" cy="{number(y * scene.units)}"'
                dots.append(f'<circle data-node="{site}" {at} r="{number(radius)}"/>')
        return "\n".join(['<g class="sites">', *dots, "</g>"]) if dots else ""
