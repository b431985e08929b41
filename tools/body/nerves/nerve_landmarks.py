"""How far nerves pass from points of bones: measured on the courses, to be compared with published distances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from atlas.dataset.folders import table_file
from tools.body.nerves.courses import Courses
from tools.body.tables import read_rows

NEAREST, LEVEL, START, END = "nearest", "level", "start", "end"
DISTANCE, HEIGHT, HORIZONTAL = "distance", "height", "horizontal"


@dataclass(frozen=True)
class Landmark:
    """A row of the table `nerve_landmarks`: how far from a bone point a nerve passes, in metres.

    `at` chooses the place on the nerve: its start or end, a waypoint, the sample nearest to the bone point, or the one
    at its level. The measure is the distance, the height above the bone point, or the distance in the horizontal plane.
    """

    id: str
    of: str
    at: str
    measure: str
    point: str
    low: float
    high: float


def read_landmarks(folder: Path) -> list[Landmark]:
    """Every row of the table `nerve_landmarks`; an empty list if there is no such table."""
    if not (folder / table_file("nerve_landmarks")).is_file():
        return []
    return [
        Landmark(
            row["id"],
            row["of"],
            row["at"],
            row["measure"],
            row["from"],
            float(row["low_mm"]) / 1000,
            float(row["high_mm"]) / 1000,
        )
        for row in read_rows(folder, "nerve_landmarks")
    ]


def measured(landmark: Landmark, courses: Courses, marks: Mapping[str, np.ndarray]) -> float:
    """What the courses measure at the landmark, in metres. `marks` are the bone points.

    Raises KeyError for an unknown nerve, waypoint, bone point or measure.
    """
    point = marks[landmark.point]
    off = _place(landmark, courses, point) - point
    return float(
        {DISTANCE: np.linalg.norm(off), HEIGHT: off[1], HORIZONTAL: np.hypot(off[0], off[2])}[landmark.measure]
    )


def _place(landmark: Landmark, courses: Courses, point: np.ndarray) -> np.ndarray:
    lines = [line.points for line in courses.lines if line.of == landmark.of]
    if not lines:
        raise KeyError(landmark.of)
    if landmark.at in (START, END):
        return lines[0][0 if landmark.at == START else -1]
    samples = np.vstack(lines)
    if landmark.at == NEAREST:
        return samples[np.linalg.norm(samples - point, axis=1).argmin()]
    if landmark.at == LEVEL:
        return samples[np.abs(samples[:, 1] - point[1]).argmin()]
    return courses.marks[landmark.at]
