"""The joints by which the body of the view in three dimensions can be moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.body.bones.bones import Bone
from tools.body.stance import standing
from tools.body.tables import read_rows

_ACROSS = np.array([1.0, 0.0, 0.0])
"""The axis of a joint that names none: from the right to the left of the body."""


@dataclass(frozen=True)
class Joint:
    """A joint of the standing body: on the right side or in the middle.

    `at` (3,) is its middle in metres; `axis` (3,) a unit vector from the outer to the inner side, about which it
    bends, by `bends` times the right-hand rule. What lies at least `end` metres from `at` in the direction `towards`
    (3,) moves with it as a whole, what lies less than `start` metres does not; `parent` is the joint that carries it,
    or empty.
    """

    id: str
    parent: str
    at: np.ndarray
    axis: np.ndarray
    bends: int
    towards: np.ndarray
    start: float
    end: float


def read_joints(folder: Path, bones: Mapping[str, Bone], marks: Mapping[str, np.ndarray]) -> list[Joint]:
    """The rows of figure_source/joints.csv, parents first. `marks`: points of bones (3,) by id, at rest.

    Raises KeyError if a row names neither a bone nor a point of one.
    """
    found = []
    for row in read_rows(folder, "joints"):
        places = [_place(name, bones, marks) for name in row["at"].split(";")]
        ends = [_place(name, bones, marks) for name in row["axis"].split(";") if name]
        axis = _unit(ends[1] - ends[0]) if ends else _ACROSS
        towards = _unit(np.array([float(part) for part in row["towards"].split()]))
        start, end = float(row["start"]) / 1000, float(row["end"]) / 1000
        found.append(
            Joint(row["id"], row["parent"], np.mean(places, axis=0), axis, int(row["bends"]), towards, start, end)
        )
    return found


def _place(name: str, bones: Mapping[str, Bone], marks: Mapping[str, np.ndarray]) -> np.ndarray:
    """A point of a bone, or the middle of a whole one, as the body stands."""
    if name in marks:
        return standing(marks[name][None])[0]
    points = standing(bones[name].points)
    return (points.min(axis=0) + points.max(axis=0)) / 2


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)
