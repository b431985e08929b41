"""The dural sac, the lower spinal cord, and the ganglia of the posterior roots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.interpolate import PchipInterpolator

from atlas.dataset.folders import table_file
from tools.body.nerves.courses import Courses, Line
from tools.body.nerves.tubes import sweep_tube
from tools.body.nerves.waypoints import CourseError
from tools.body.part import DURA, NERVE, Part
from tools.body.tables import FigureConfig, parse_numbers, read_rows

_STEP, _SIDES, _GANGLION_SIDES = 0.003, 20, 12
_ENDS = 0.02
"""Share of a ganglion's length at each end that is left out, so that its ends are not points."""
_KINDS = {"spinal_cord": NERVE}


def _optional_rows(folder: Path, name: str) -> list[dict[str, str]]:
    return read_rows(folder, name) if (folder / table_file(name)).is_file() else []


def load_dura(config: FigureConfig, marks: Mapping[str, np.ndarray]) -> list[Part]:
    """The dural sac and the spinal cord inside it, as swept ellipses; an empty list without the table `dural_sac`.

    `marks` are the bone points (`bones.bone_points`). Both parts lie in the middle and are whole.

    Raises CourseError for an unknown frame.
    """
    rings: dict[str, list[np.ndarray]] = {}
    for row in _optional_rows(config.folder, "dural_sac"):
        if row["frame"] not in marks:
            raise CourseError(f"the frame '{row['frame']}' of '{row['id']}' is no bone point")
        at = marks[row["frame"]] + parse_numbers(row["off"]) / 1000
        half = [float(row[column]) / 1000 for column in ("half_wide_mm", "half_deep_mm")]
        rings.setdefault(row["part"], []).append(np.array([*at, *half]))
    return [_swept_part(id_, np.array(table)) for id_, table in rings.items()]


def _swept_part(id_: str, rings: np.ndarray) -> Part:
    """A part through rings (n, 5): x, y, z, half the width and half the depth, from above downwards."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(rings[:, :3], axis=0), axis=1))]
    smooth = PchipInterpolator(along, rings)(np.linspace(0, along[-1], max(2, round(along[-1] / _STEP))))
    points, faces = sweep_tube(smooth[:, :3], smooth[:, 3], smooth[:, 4], _SIDES)
    return Part(id_, _KINDS.get(id_, DURA), points, faces, paired=False)


def load_ganglia(config: FigureConfig, courses: Courses) -> list[Part]:
    """The ganglia of the roots as spindles on their courses; their ids are those of the roots.

    An empty list without the table `ganglia`. Raises CourseError if no course of the root passes the waypoint.
    """
    return [
        _ganglion(
            _line_through(courses.lines, row["root"], row["at"]),
            courses.marks[row["at"]],
            float(row["wide_mm"]) / 1000,
            float(row["long_mm"]) / 1000,
        )
        for row in _optional_rows(config.folder, "ganglia")
    ]


def _line_through(lines: Sequence[Line], root: str, mark: str) -> Line:
    for line in lines:
        if line.of == root and mark in line.through:
            return line
    raise CourseError(f"no course of '{root}' passes '{mark}'")


def _ganglion(line: Line, middle: np.ndarray, wide: float, long: float) -> Part:
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line.points, axis=0), axis=1))]
    centre = along[np.linalg.norm(line.points - middle, axis=1).argmin()]
    share = np.linspace(_ENDS, 1 - _ENDS, 13)
    wanted = np.clip(centre + (share - 0.5) * long, 0, along[-1])
    path = np.stack([np.interp(wanted, along, line.points[:, axis]) for axis in range(3)], axis=1)
    points, faces = sweep_tube(path, wide / 2 * np.sqrt(1 - (2 * share - 1) ** 2), sides=_GANGLION_SIDES)
    return Part(line.of, NERVE, points, faces)
