"""What is to be drawn, read from the tables of a data folder: the skin, its poses, landmarks, borders and views."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from atlas.dataset.folders import table_file


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / table_file(name)).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _numbers(cell: str) -> np.ndarray:
    return np.array([float(part) for part in cell.split()])


def half_spaces(cell: str) -> np.ndarray:
    """`a b c d; …` as rows; a point is kept where a·x + b·y + c·z <= d for every row."""
    return np.array([_numbers(part) for part in _list(cell)]).reshape(-1, 4)


@dataclass(frozen=True)
class Axis:
    """A line inside the limb from which landmarks are found: look out from `along` it, turned `round` it."""

    id: str
    stations: list[tuple[float, str, np.ndarray]]
    zero: np.ndarray
    quarter: np.ndarray

    @classmethod
    def read(cls, row: dict[str, str]) -> Axis:
        """A row of figure_source/axes.csv; a station is `along@joint dx dy dz`."""
        stations = []
        for cell in _list(row["stations"]):
            along, _, rest = cell.partition("@")
            joint, *offset = rest.split()
            stations.append((float(along), joint, np.array([float(part) for part in offset] or [0.0] * 3)))
        return cls(row["id"], stations, _numbers(row["zero"]), _numbers(row["quarter"]))


@dataclass(frozen=True)
class Bend:
    """A turn of some bones about a joint."""

    joint: str
    turn: np.ndarray
    degrees: float
    bones: list[str]


@dataclass(frozen=True)
class View:
    """One aspect: the pose, the camera, the scale, what is cut away, and what is too thin or small to draw.

    `shows` is skin, or bones for a view from which the skin is left out.
    """

    id: str
    pose: list[str]
    right: np.ndarray
    up: np.ndarray
    units: float
    pixels: float
    keep: np.ndarray
    sliver: float
    speck: float
    shows: str = "skin"


@dataclass(frozen=True)
class Landmark:
    """A named point of the skin."""

    id: str
    axis: str
    along: float
    round: float


@dataclass(frozen=True)
class Stroke:
    """A stroke of our modelling along places on the skin (axis, along, round); metres, hollows are below zero.

    `high` is the height at each place, `wide` half the width, `line` whether a crease is drawn along it.
    """

    id: str
    through: list[tuple[str, float, float]]
    wide: float
    high: np.ndarray
    line: bool

    @classmethod
    def read(cls, row: dict[str, str]) -> Stroke:
        """A row of figure_source/relief.csv; a place is `axis along round`, and one height stands for all places."""
        places = [cell.split() for cell in _list(row["through"])]
        through = [(axis, float(along), float(degrees)) for axis, along, degrees in places]
        high = np.broadcast_to(_numbers(row["high_mm"]) / 1000, len(through)).copy()
        return cls(row["id"], through, float(row["wide_mm"]) / 1000, high, row["line"] == "yes")


@dataclass(frozen=True)
class Recipe:
    """Everything the build needs from a data folder."""

    folder: Path
    skin: dict[str, str]
    axes: dict[str, Axis]
    bends: dict[str, Bend]
    relief: list[Stroke]
    views: list[View]
    landmarks: dict[str, Landmark]
    borders: dict[str, list[str]]
    extents: dict[str, list[str]]

    def chosen(self, names: Sequence[str]) -> list[View]:
        """The views of these names, in the order of the table; all of them when none is named."""
        return [view for view in self.views if not names or view.id in names]

    @classmethod
    def read(cls, folder: Path) -> Recipe:
        """Read the tables; a missing table or column is an error, for nothing can be drawn without it."""
        marks = [
            Landmark(row["id"], row["axis"], float(row["along"]), float(row["round"]))
            for row in _rows(folder, "landmarks")
        ]
        bends = {
            row["id"]: Bend(row["joint"], _numbers(row["turn"]), float(row["degrees"]), _list(row["bones"]))
            for row in _rows(folder, "poses")
        }
        views = [
            View(
                row["id"],
                _list(row["pose"]),
                _numbers(row["right"]),
                _numbers(row["up"]),
                float(row["units_per_metre"]),
                float(row["pixels_per_metre"]),
                half_spaces(row["keep"]),
                float(row["sliver"]),
                float(row["speck"]),
                row.get("shows") or "skin",
            )
            for row in _rows(folder, "cameras")
        ]
        return cls(
            folder=folder,
            skin={row["id"]: row["value"] for row in _rows(folder, "skin")},
            axes={row["id"]: Axis.read(row) for row in _rows(folder, "axes")},
            bends=bends,
            relief=[Stroke.read(row) for row in _rows(folder, "relief")],
            views=views,
            landmarks={mark.id: mark for mark in marks},
            borders={row["id"]: _list(row["through"]) for row in _rows(folder, "borders")},
            extents={row["territory"]: _list(row["inside"]) for row in _rows(folder, "extents")},
        )
