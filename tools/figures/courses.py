"""The nerves in three dimensions: every root and every segment as smooth lines inside the skin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.figures.body import Body
from tools.figures.containment import Skin
from tools.figures.depth_constraints import clamped
from tools.figures.figure_config import Bend, Recipe, _list, _rows
from tools.figures.splines import Strand, directions, line
from tools.figures.waypoints import CoursesBroken, placed_waypoints

# So many skin points stand for all of them when a pose is carried inwards; a far point speaks less, by this power.
_HEARD, _POWER = 6000, 5


@dataclass(frozen=True)
class Line:
    """One strand of a root or segment: samples in metres at rest from proximal to distal, and how deep each lies."""

    of: str
    through: tuple[str, ...]
    points: np.ndarray
    depth: np.ndarray


@dataclass(frozen=True)
class Courses:
    """All nerves of a region. `marks` are the waypoints by id, `held` how the rig holds any point inside the skin."""

    lines: list[Line]
    marks: dict[str, np.ndarray]
    body: Body

    def bent(self, points: np.ndarray, bends: list[Bend]) -> np.ndarray:
        """Points inside the body in a pose: carried as the skin about them is, the nearest most."""
        if not bends:
            return points
        every = max(1, len(self.body.points) // _HEARD)
        skin = self.body.points[::every]
        apart = np.linalg.norm(points[:, None] - skin, axis=2)
        share = (apart.min(axis=1, keepdims=True) / apart) ** _POWER
        share /= share.sum(axis=1, keepdims=True)
        weights = {bone: share @ held[::every] for bone, held in self.body.weights.items()}
        inside = Body(points, self.body.quads, self.body.corners, self.body.joints, weights, self.body.nail)
        return inside.bent(bends)

    def polylines(self) -> dict[str, list[np.ndarray]]:
        """Every root's and segment's lines by id, for the 3-D view: metres at rest, proximal to distal."""
        found: dict[str, list[np.ndarray]] = {}
        for strand in self.lines:
            found.setdefault(strand.of, []).append(strand.points)
        return found


def read_strands(folder: Path) -> list[Strand]:
    """Every row of figure_source/courses.csv, with the nerve that its segment belongs to; none where there is no such table."""
    if not (folder / "figure_source/courses.csv").is_file():
        return []
    nerve = {row["id"]: row["nerve"] for row in _rows(folder, "segments")}
    return [
        Strand(row["of"], nerve.get(row["of"], row["of"]), tuple(_list(row["through"])))
        for row in _rows(folder, "courses")
    ]


def load_courses(recipe: Recipe, body: Body, marks: Mapping[str, np.ndarray]) -> Courses:
    """The nerves of a data folder in the body at rest. `marks` are the bone points (`bones.bone_points`).

    Raises:
        CoursesBroken: a course names a waypoint that is not there, or has fewer than two.
    """
    skin = Skin(body)
    at = placed_waypoints(recipe, body, skin, marks)
    strands = read_strands(recipe.folder)
    for strand in strands:
        unknown = [mark for mark in strand.through if mark not in at]
        if unknown or len(strand.through) < 2:
            raise CoursesBroken(f"the course of '{strand.of}' needs two known waypoints; unknown: {unknown}")
    ways = directions(strands, at)
    uses = Counter(mark for strand in strands for mark in strand.through)
    lines = []
    for strand in strands:
        points = np.array([at[mark] for mark in strand.through])
        samples, stops = line(points, [ways.get(mark) for mark in strand.through])
        ends = np.isin(np.arange(len(stops)), [0, len(stops) - 1])
        fixed = ends | (np.array([uses[mark] for mark in strand.through]) > 1)
        samples = clamped(samples, stops, fixed, skin)
        lines.append(Line(strand.of, strand.through, samples, skin.depth(samples)))
    return Courses(lines, at, body)
