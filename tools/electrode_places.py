"""Finds where the figures show the electrodes of nerve studies, on the drawn body.

`python -m tools.electrode_places` reads the built body in three dimensions and the figures, and writes
`data/studies/electrode_views.csv`. The places along nerves and muscles are columns of the studies and their points.
"""

from __future__ import annotations

import csv
import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from atlas.dataset.folders import table_file
from atlas.resources import resource_dir
from tools.body.tables import read_rows
from tools.solid.packing import unpacked_courses, unpacked_points

DATA = resource_dir("data")
RECORDING = 0
"""The number of the recording electrode; the stimuli are numbered from 1, distal first."""
_MM = 1000
_SLICE = 15
"""Half the height, in millimetres, of the slice of a muscle whose middle is its place at a height."""
_GRAZING = -0.05
"""Least cosine between the skin nearest to an electrode and the viewer."""
_RAY, _BEHIND = 6, 40
"""In millimetres: skin this near to the line of sight hides an electrode that lies so much deeper under it."""
_CIRCLE = re.compile(r'<circle data-node="([^"]+)" cx="([^"]+)" cy="([^"]+)"')
_SITES = re.compile(r'<g class="sites">.*?</g>', re.DOTALL)


class Electrode(NamedTuple):
    """An electrode of a study: the segment or part of a muscle that it lies on, and where, in millimetres."""

    study: str
    number: int
    on: str
    at_mm: int | None


def electrodes(folder: Path = DATA) -> list[Electrode]:
    """The electrodes that are drawn."""

    def read(row: Mapping[str, str], study: str, number: int) -> Electrode:
        return Electrode(study, number, row["on"], int(row["at_mm"]) if row["at_mm"] else None)

    recordings = [read(row, row["id"], RECORDING) for row in read_rows(folder, "studies")]
    stimuli = [read(row, row["study"], int(row["order"])) for row in read_rows(folder, "study_points")]
    return [one for one in (*recordings, *stimuli) if one.on]


def _layer(model: Mapping[str, Any], name: str) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """The parts of a layer: id, points (n, 3) in millimetres, and normals."""
    (layer,) = (one for one in model["layers"] if one["name"] == name)
    count = sum(part["points"] for part in layer["parts"])
    points, normals = unpacked_points(b64decode(layer["points"]), count)
    ends = np.cumsum([part["points"] for part in layer["parts"]])[:-1]
    of_parts = zip(np.split(points * _MM, ends), np.split(normals, ends), strict=True)
    return [(part["id"], *own) for part, own in zip(layer["parts"], of_parts, strict=True)]


class DrawnBody:
    """Places on the built body, in millimetres."""

    def __init__(self, folder: Path = DATA) -> None:
        model, muscles = (
            json.loads((folder / "figures" / name).read_text(encoding="utf-8"))
            for name in ("solid.json", "solid_muscles.json")
        )
        self.views = {view["id"]: view for view in model["views"]}
        self.sites = {site["id"]: np.array(site["at"]) * model["unit"] * _MM for site in model["sites"]}
        self.courses: dict[str, np.ndarray] = {}
        for of, _, points in sorted(unpacked_courses(model), key=lambda course: course[1]):
            self.courses.setdefault(of, points * _MM)
        skin = _layer(model, "skin")
        self.skin, self.normals = (np.concatenate([part[n] for part in skin]) for n in (1, 2))
        # the parts of a muscle follow each other as its strands do, under one id
        names = dict.fromkeys((row["part"], row["muscle"]) for row in read_rows(folder, "muscle_strands"))
        meshes: dict[str, list[np.ndarray]] = {}
        for id_, points, _ in _layer(muscles, "muscles"):
            meshes.setdefault(id_, []).append(points)
        self.muscles: dict[str, np.ndarray] = {}
        for part, muscle in names:
            if meshes.get(muscle):
                self.muscles[part] = meshes[muscle].pop(0)

    def place(self, on: str, at_mm: int | None) -> np.ndarray:
        """Along a segment from its start, or in a part of a muscle above its lower end; its middle without `at_mm`."""
        if on in self.courses:
            points = self.courses[on]
            along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
            return np.array([np.interp(at_mm or 0, along, points[:, axis]) for axis in range(3)])
        points = self.muscles[on]
        if at_mm is None:
            return points.mean(axis=0)
        height = points[:, 1] - points[:, 1].min()
        return points[np.abs(height - at_mm) <= _SLICE].mean(axis=0)

    def facing(self, place: np.ndarray, view: Mapping[str, Any]) -> float:
        """The cosine between the skin nearest to a place and the viewer; -1 where other skin hides the place."""
        towards, away = np.cross(view["right"], view["up"]), self.skin - place
        nearest = np.linalg.norm(away, axis=1).argmin()
        nearer = away @ towards
        beside = np.linalg.norm(away - nearer[:, None] * towards, axis=1)
        deep = np.linalg.norm(away[nearest]) + _BEHIND
        return -1.0 if np.any((beside < _RAY) & (nearer > deep)) else float(self.normals[nearest] @ towards)


class Figure(NamedTuple):
    """How a figure shows the body: from points in millimetres to its units."""

    right: np.ndarray
    down: np.ndarray
    shift: np.ndarray
    size: tuple[float, float]

    def at(self, place: np.ndarray) -> np.ndarray:
        """A place as (x, y) in the units of the figure."""
        return np.array([place @ self.right, place @ self.down]) + self.shift


def figure(body: DrawnBody, view: str, camera: Mapping[str, str], folder: Path = DATA) -> Figure | None:
    """A figure, held against the sites that it shows; None if it shows none."""
    text = (folder / "figures" / f"{view}.svg").read_text(encoding="utf-8")
    drawn = _SITES.search(text)
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text)
    if not drawn or not box:
        return None
    scale = float(camera["units_per_metre"]) / _MM
    right, down = np.array(body.views[view]["right"]) * scale, -np.array(body.views[view]["up"]) * scale
    turned = Figure(right, down, np.zeros(2), (float(box[1]), float(box[2])))
    circles = _CIRCLE.findall(drawn[0])
    shifts = [np.array([float(x), float(y)]) - turned.at(body.sites[id_]) for id_, x, y in circles]
    return turned._replace(shift=np.median(shifts, axis=0))


def _keeps(camera: Mapping[str, str], place: np.ndarray) -> bool:
    """Whether a view shows this part of the body."""
    halves = [np.array(half.split(), float) for half in camera["keep"].split(";") if half]
    return all(half[:3] @ place <= half[3] * _MM for half in halves)


def electrode_views(folder: Path = DATA) -> Iterator[tuple[str, int, str, float, float, float]]:
    """Each electrode in each figure that shows it: study, number, view, x and y in the units of the figure, facing."""
    body = DrawnBody(folder)
    cameras = {row["id"]: row for row in read_rows(folder, "cameras")}
    known = ((view, figure(body, view, cameras[view], folder)) for view in body.views)
    figures = {view: drawn for view, drawn in known if drawn}
    for one in electrodes(folder):
        place = body.place(one.on, one.at_mm)
        for view, drawn in figures.items():
            x, y = drawn.at(place)
            within = 0 <= x <= drawn.size[0] and 0 <= y <= drawn.size[1]
            if not (within and _keeps(cameras[view], place)):
                continue
            facing = body.facing(place, body.views[view])
            if facing >= _GRAZING:
                yield one.study, one.number, view, round(float(x), 1), round(float(y), 1), round(max(facing, 0.0), 2)


def main() -> None:
    """Write the table."""
    with (DATA / table_file("electrode_views")).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("study", "electrode", "view", "x", "y", "facing"))
        writer.writerows(electrode_views())


if __name__ == "__main__":
    main()
