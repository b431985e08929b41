"""The tables about muscles: named points, strands and volumes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.body.tables import parse_numbers, read_rows, split_list

BELLY, FAN, SLIPS, HEADS, SHEET = "belly", "fan", "slips", "heads", "sheet"


@dataclass(frozen=True)
class MusclePoint:
    """A point at shares `at` (-1 to 1) of the half sides of a bone's bounding box, moved by `off` metres.

    With `on_bone`, it then goes to the nearest point of the bone's surface.
    """

    id: str
    bone: str
    at: np.ndarray
    off: np.ndarray
    on_bone: bool

    def located(self, points: np.ndarray) -> np.ndarray:
        """The point (3,) for a bone with these points (n, 3)."""
        low, high = points.min(axis=0), points.max(axis=0)
        here = (low + high) / 2 + (high - low) / 2 * self.at + self.off
        if self.on_bone:
            here = points[((points - here) ** 2).sum(axis=1).argmin()]
        return here


@dataclass(frozen=True)
class MusclePart:
    """A part of a muscle: its strands and the shape of its belly.

    `proximal` and `distal` are the shares of a strand that are tendon at its ends; `flat` is the belly's half width
    divided by its half thickness, `fullest` the place along it where it is thickest. A `fleshy` part is blunt at its
    origin. `superficial` (0 to 1) says how much it lies straight under the skin. `tendons` (2, 2) are half width and
    half thickness of the proximal and the distal tendon in metres.
    """

    id: str
    muscle: str
    form: str
    strands: list[list[str]]
    proximal: float
    distal: float
    flat: float
    fullest: float
    fleshy: float
    superficial: float
    tendons: np.ndarray
    volume: float


@dataclass(frozen=True)
class MuscleTables:
    """All tables about muscles."""

    points: dict[str, MusclePoint]
    parts: dict[str, MusclePart]

    @classmethod
    def read(cls, folder: Path) -> MuscleTables:
        """Read `muscle_points`, `muscle_strands` and `muscle_volumes`. A part without a volume keeps 0."""
        points = [_point(row) for row in read_rows(folder, "muscle_points")]
        volumes = {row["part"]: float(row["volume_cm3"]) / 1e6 for row in read_rows(folder, "muscle_volumes")}
        strands: dict[str, list[dict[str, str]]] = {}
        for row in read_rows(folder, "muscle_strands"):
            strands.setdefault(row["part"], []).append(row)
        parts = {id_: _part(rows, volumes.get(id_, 0.0)) for id_, rows in strands.items()}
        return cls({point.id: point for point in points}, parts)


def _point(row: dict[str, str]) -> MusclePoint:
    off = parse_numbers(row["off"] or "0 0 0") / 1000
    return MusclePoint(row["id"], row["bone"], parse_numbers(row["at"]), off, row["on"] == "bone")


def _part(rows: list[dict[str, str]], volume: float) -> MusclePart:
    first = rows[0]
    pairs = [parse_numbers(cell) / 1000 for cell in split_list(first["tendon_mm"] or "2 1.2")]
    return MusclePart(
        id=first["part"],
        muscle=first["muscle"],
        form=first["form"] or BELLY,
        strands=[split_list(row["through"]) for row in rows],
        proximal=float(first["proximal"] or 0.05),
        distal=float(first["distal"] or 0.2),
        flat=float(first["flat"] or 1.5),
        fullest=float(first["fullest"] or 0.5),
        fleshy=float(first["fleshy"] or 0),
        superficial=float(first["superficial"] or 0),
        tendons=np.array([pairs[-1], pairs[0]]),
        volume=volume,
    )


def control_points(through: list[str], points: dict[str, np.ndarray], paths: dict[str, np.ndarray]) -> np.ndarray:
    """The points (n, 3) of a strand. A part is the id of a point, or `path:NAME`, `path:NAME[2:]`, `path:NAME[-1]`.

    Raises KeyError for an unknown point or path.
    """
    found = []
    for part in through:
        if not part.startswith("path:"):
            found.append(points[part][None])
            continue
        name, _, index = part.removeprefix("path:").rstrip("]").partition("[")
        chosen = paths[name]
        if ":" in index:
            first, _, last = index.partition(":")
            chosen = chosen[int(first) if first else None : int(last) if last else None]
        elif index:
            chosen = chosen[int(index)][None]
        found.append(chosen)
    return np.concatenate(found)
