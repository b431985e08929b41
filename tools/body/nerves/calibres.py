"""How thick nerves are: the radius at each sample of each line, and the nerves as tubes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from atlas.dataset.folders import table_file
from tools.body.nerves.courses import Line
from tools.body.nerves.tubes import sweep_tube
from tools.body.part import NERVE, Part
from tools.body.tables import read_rows

# Metres: half a nerve's width where the table says nothing, the least half width, and how far a change at a joint
# reaches.
_DEFAULT, _LEAST, _JOINT = 0.0006, 0.0004, 0.012
_SIDES = 8


def read_calibres(folder: Path) -> dict[str, tuple[float, float]]:
    """Root or segment → its radius at its start and at its end in metres; empty without the table `nerve_calibres`."""
    if not (folder / table_file("nerve_calibres")).is_file():
        return {}
    return {
        row["of"]: (float(row["start_mm"]) / 2000, float(row["end_mm"]) / 2000)
        for row in read_rows(folder, "nerve_calibres")
    }


def nerve_radii(lines: Sequence[Line], calibres: Mapping[str, tuple[float, float]]) -> list[np.ndarray]:
    """The radius in metres at each sample of each line.

    A nerve tapers evenly between its two calibres. A strand that leaves another one of the same nerve is never thicker
    than that one there, and a nerve that starts thicker or thinner than what ends at its start changes gradually.
    """
    found: list[np.ndarray] = []
    ends: dict[str, float] = {}
    along: dict[tuple[str, str], float] = {}
    for line in lines:
        start, end = calibres.get(line.of, (_DEFAULT, _DEFAULT))
        first = along.get((line.of, line.through[0]))
        if first is not None:
            start = min(start, first)
        share = _shares(line.points)
        radius = np.maximum(start + (min(start, end) - start if first is not None else end - start) * share, _LEAST)
        found.append(radius)
        ends[line.through[-1]] = max(ends.get(line.through[-1], 0.0), float(radius[-1]))
        for mark, at in _marks_on(line).items():
            along.setdefault((line.of, mark), float(radius[at]))
    return [_eased(line, radius, ends.get(line.through[0])) for line, radius in zip(lines, found, strict=True)]


def _shares(points: np.ndarray) -> np.ndarray:
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    return along / max(float(along[-1]), 1e-12)


def _marks_on(line: Line) -> dict[str, int]:
    """Waypoint → the sample at it."""
    return dict(zip(line.through, line.stops, strict=True)) if len(line.stops) else {}


def _eased(line: Line, radius: np.ndarray, before: float | None) -> np.ndarray:
    """The radii, starting from the radius of what ends at the start of the line, if that is thinner."""
    if before is None or before >= radius[0]:
        return radius
    far = _shares(line.points) * np.linalg.norm(np.diff(line.points, axis=0), axis=1).sum()
    grown = np.clip(far / _JOINT, 0, 1)
    return before + (radius - before) * grown * grown * (3 - 2 * grown)


def nerve_parts(lines: Sequence[Line], calibres: Mapping[str, tuple[float, float]]) -> list[Part]:
    """Each line as a closed tube; ids are those of the roots and segments."""
    parts = []
    for line, radius in zip(lines, nerve_radii(lines, calibres), strict=True):
        points, faces = sweep_tube(line.points, radius, sides=_SIDES)
        parts.append(Part(line.of, NERVE, points, faces))
    return parts
