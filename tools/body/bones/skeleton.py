"""The tables about bones: meshes, bars, places and named points."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.body.bones.solids import Bar
from tools.body.tables import parse_numbers, read_rows, split_list


@dataclass(frozen=True)
class BonePlace:
    """One step of placing a bone: `start` (one or two points) moves to `to` (joint and offset)."""

    start: list[np.ndarray]
    to: list[tuple[str, np.ndarray]]
    scale: np.ndarray
    pitch: float


@dataclass(frozen=True)
class BoneRow:
    """A row of the table `bones`, as far as the build needs it.

    `piece` is the number of a connected part of the mesh, `mirror` the bone of the other side, `between` the two bones
    next to a disc. `hidden` names the views that leave the bone out, to show what is behind it.
    """

    id: str
    name: str
    kind: str
    mesh: str
    piece: int | None
    rounds: int
    mirror: str
    between: list[str]
    places: list[str]
    hidden: list[str]


@dataclass(frozen=True)
class BonePoint:
    """A named point: in the coordinates of the bone's mesh (`at`), or the bone's farthest point in a direction.

    `within` (3, 2) limits the search to a part of the bone's bounding box: least and most share along x, y and z.
    """

    id: str
    bone: str
    at: np.ndarray | None
    towards: np.ndarray
    within: np.ndarray
    off: np.ndarray


@dataclass(frozen=True)
class Skeleton:
    """All tables about bones."""

    package: dict[str, str]
    bones: dict[str, BoneRow]
    bars: dict[str, list[Bar]]
    places: dict[str, BonePlace]
    points: dict[str, BonePoint]

    @classmethod
    def read(cls, folder: Path) -> Skeleton:
        """Read the tables `skeleton`, `bones`, `bone_bars`, `bone_places` and `bone_points`."""
        bars: dict[str, list[Bar]] = {}
        for row in read_rows(folder, "bone_bars"):
            bars.setdefault(row["bone"], []).extend(_bars(row))
        return cls(
            package={row["id"]: row["value"] for row in read_rows(folder, "skeleton")},
            bones={row["id"]: _bone(row) for row in read_rows(folder, "bones")},
            bars=bars,
            places={row["id"]: _place(row) for row in read_rows(folder, "bone_places")},
            points={row["id"]: _point(row) for row in read_rows(folder, "bone_points")},
        )


def _bars(row: dict[str, str]) -> list[Bar]:
    start, end, radii = (parse_numbers(row[column]) for column in ("from", "to", "radii"))
    sides = (1, -1) if row["mirror"] == "yes" else (1,)
    return [
        Bar(row["act"], start * [side, 1, 1], end * [side, 1, 1], (radii[0], radii[-1]), float(row["soft"]))
        for side in sides
    ]


def _bone(row: dict[str, str]) -> BoneRow:
    return BoneRow(
        row["id"],
        row["name"],
        row["kind"],
        row["mesh"],
        int(row["piece"]) if row["piece"] else None,
        int(row["rounds"] or 0),
        row["mirror"],
        split_list(row["between"]),
        split_list(row["places"]),
        split_list(row["hidden"]),
    )


def _place(row: dict[str, str]) -> BonePlace:
    spots = [cell.split() for cell in split_list(row["to"])]
    to = [(joint, np.array([float(part) for part in rest] or [0.0] * 3)) for joint, *rest in spots]
    start = [parse_numbers(cell) for cell in split_list(row["from"])]
    return BonePlace(start, to, parse_numbers(row["scale"] or "1"), float(row["pitch"] or 0))


def _point(row: dict[str, str]) -> BonePoint:
    within = np.array([[0.0, 1.0]] * 3)
    for cell in split_list(row["within"]):
        axis, least, most = cell.split()
        within["xyz".index(axis)] = float(least), float(most)
    return BonePoint(
        row["id"],
        row["bone"],
        parse_numbers(row["at"]) if row["at"] else None,
        parse_numbers(row["towards"]) if row["towards"] else np.zeros(3),
        within,
        parse_numbers(row["off"] or "0 0 0"),
    )
