"""The configuration of the figures, read from the tables of a data folder: skin, landmarks, borders, views."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from atlas.dataset.folders import table_file


def read_rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table as dicts of text."""
    with (folder / table_file(name)).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split_list(cell: str) -> list[str]:
    """The parts of a cell, which are separated by `;`."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def parse_numbers(cell: str) -> np.ndarray:
    """The numbers in a cell, which are separated by spaces."""
    return np.array([float(part) for part in cell.split()])


def half_spaces(cell: str) -> np.ndarray:
    """`a b c d; …` as rows (n, 4); points with a·x + b·y + c·z <= d for every row are kept."""
    return np.array([parse_numbers(part) for part in split_list(cell)]).reshape(-1, 4)


@dataclass(frozen=True)
class Axis:
    """A line inside the limb. A landmark is where a ray from position `along` it, at angle `round`, meets the skin."""

    id: str
    stations: list[tuple[float, str, np.ndarray]]
    zero: np.ndarray
    quarter: np.ndarray

    @classmethod
    def read(cls, row: dict[str, str]) -> Axis:
        """Parse a row of the table `axes`; a station is `along@joint dx dy dz`."""
        stations = []
        for cell in split_list(row["stations"]):
            along, _, rest = cell.partition("@")
            joint, *offset = rest.split()
            stations.append((float(along), joint, np.array([float(part) for part in offset] or [0.0] * 3)))
        return cls(row["id"], stations, parse_numbers(row["zero"]), parse_numbers(row["quarter"]))


SKIN, SURFACE, BONES, MUSCLES, SECTION = "skin", "surface", "bones", "muscles", "section"
"""What a view shows: the skin and what is under it, the skin alone, bones or muscles without skin, or a section."""


@dataclass(frozen=True)
class View:
    """One view: camera, scale, the half-spaces to keep, and the size of parts too thin or small to draw.

    `shows` is skin, surface for skin with nothing inside it, or bones or muscles for a view without skin. `both` views
    also show the other side of the body. `apart` views show the body with its legs apart, not as it stands.
    `insets` are views of a part of this one; `without` are parts that are taken away.
    """

    id: str
    right: np.ndarray
    up: np.ndarray
    units: float
    pixels: float
    keep: np.ndarray
    sliver: float
    speck: float
    shows: str = "skin"
    both: bool = False
    insets: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    apart: bool = False

    @property
    def frame(self) -> np.ndarray:
        """The axes of the picture as rows: right, up and towards the viewer."""
        return np.array([self.right, self.up, np.cross(self.right, self.up)])

    def keeps(self, points: np.ndarray) -> np.ndarray:
        """Which of the points (n, 3) are in all half-spaces of the view."""
        return (points @ self.keep[:, :3].T <= self.keep[:, 3]).all(axis=1)


@dataclass(frozen=True)
class Landmark:
    """A named point of the skin."""

    id: str
    axis: str
    along: float
    round: float


@dataclass(frozen=True)
class Stroke:
    """A ridge or hollow through places on the skin (axis, along, round), in metres; hollows have negative heights.

    `high` is the height at each place, `wide` half the width.
    """

    id: str
    through: list[tuple[str, float, float]]
    wide: float
    high: np.ndarray

    @classmethod
    def read(cls, row: dict[str, str]) -> Stroke:
        """Parse a row of the table `relief`; a place is `axis along round`; a single height applies to all places."""
        places = [cell.split() for cell in split_list(row["through"])]
        through = [(axis, float(along), float(degrees)) for axis, along, degrees in places]
        high = np.broadcast_to(parse_numbers(row["high_mm"]) / 1000, len(through)).copy()
        return cls(row["id"], through, float(row["wide_mm"]) / 1000, high)


@dataclass(frozen=True)
class FigureConfig:
    """Everything that the figure build needs from a data folder."""

    folder: Path
    skin: dict[str, str]
    axes: dict[str, Axis]
    relief: list[Stroke]
    views: list[View]
    landmarks: dict[str, Landmark]
    borders: dict[str, list[str]]
    extents: dict[str, list[str]]

    def chosen(self, names: Sequence[str]) -> list[View]:
        """The views with these ids, in the order of the table; all views if there are no names."""
        return [view for view in self.views if not names or view.id in names]

    @classmethod
    def read(cls, folder: Path) -> FigureConfig:
        """Read the tables. Raises FileNotFoundError or KeyError for a missing table or column."""
        marks = [
            Landmark(row["id"], row["axis"], float(row["along"]), float(row["round"]))
            for row in read_rows(folder, "landmarks")
        ]
        views = [
            View(
                row["id"],
                parse_numbers(row["right"]),
                parse_numbers(row["up"]),
                float(row["units_per_metre"]),
                float(row["pixels_per_metre"]),
                half_spaces(row["keep"]),
                float(row["sliver"]),
                float(row["speck"]),
                row.get("shows") or "skin",
                row.get("both") == "yes",
                tuple(split_list(row.get("insets") or "")),
                tuple(split_list(row.get("without") or "")),
                row.get("stance") == "apart",
            )
            for row in read_rows(folder, "cameras")
        ]
        return cls(
            folder=folder,
            skin={row["id"]: row["value"] for row in read_rows(folder, "skin")},
            axes={row["id"]: Axis.read(row) for row in read_rows(folder, "axes")},
            relief=[Stroke.read(row) for row in read_rows(folder, "relief")],
            views=views,
            landmarks={mark.id: mark for mark in marks},
            borders={row["id"]: split_list(row["through"]) for row in read_rows(folder, "borders")},
            extents={row["territory"]: split_list(row["inside"]) for row in read_rows(folder, "extents")},
        )
