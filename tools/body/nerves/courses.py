"""The nerves in three dimensions: roots and segments as smooth lines inside the skin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from atlas.dataset.folders import table_file
from tools.body.nerves.depth_constraints import constrain_depth
from tools.body.nerves.splines import Strand, directions, spline
from tools.body.nerves.waypoints import CourseError, placed_waypoints
from tools.body.skin.containment import SkinDepth
from tools.body.skin.skin_mesh import SkinMesh
from tools.body.tables import FigureConfig, read_rows, split_list


@dataclass(frozen=True)
class Line:
    """One strand of a root or segment: samples (n, 3) in metres at rest, proximal to distal, and their depth (n,).

    `stops` are the numbers of the samples at the waypoints that it passes `through`.
    """

    of: str
    through: tuple[str, ...]
    points: np.ndarray
    depth: np.ndarray
    stops: tuple[int, ...] = ()


@dataclass(frozen=True)
class Courses:
    """All nerves of a region. `marks` are the waypoints by id."""

    lines: list[Line]
    marks: dict[str, np.ndarray]
    body: SkinMesh


def read_strands(folder: Path) -> list[Strand]:
    """Every row of the table `courses` with the nerve of its segment; an empty list if there is no such table."""
    if not (folder / table_file("courses")).is_file():
        return []
    nerve = {row["id"]: row["nerve"] for row in read_rows(folder, "segments")}
    return [
        Strand(row["of"], nerve.get(row["of"], row["of"]), tuple(split_list(row["through"])))
        for row in read_rows(folder, "courses")
    ]


def load_courses(config: FigureConfig, body: SkinMesh, marks: Mapping[str, np.ndarray]) -> Courses:
    """The nerves of a data folder in the body at rest. `marks` are the bone points (`bones.bone_points`).

    Raises:
        CourseError: a course has an unknown waypoint or fewer than two waypoints.
    """
    skin = SkinDepth(body)
    at = placed_waypoints(config, body, skin, marks)
    strands = read_strands(config.folder)
    for strand in strands:
        unknown = [mark for mark in strand.through if mark not in at]
        if unknown or len(strand.through) < 2:
            raise CourseError(f"the course of '{strand.of}' needs two known waypoints; unknown: {unknown}")
    tangents = directions(strands, at)
    uses = Counter(mark for strand in strands for mark in strand.through)
    lines = []
    for strand in strands:
        points = np.array([at[mark] for mark in strand.through])
        samples, stops = spline(points, [tangents.get(mark) for mark in strand.through])
        ends = np.isin(np.arange(len(stops)), [0, len(stops) - 1])
        fixed = ends | (np.array([uses[mark] for mark in strand.through]) > 1)
        samples = constrain_depth(samples, stops, fixed, skin)
        lines.append(Line(strand.of, strand.through, samples, skin.depth(samples), tuple(map(int, stops))))
    return Courses(lines, at, body)
