"""The levels of the cross sections: which plane each cuts, in which window, read from a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from atlas.dataset.folders import table_file
from tools.body.one_body import OneBody
from tools.body.stance import standing
from tools.body.tables import View, parse_numbers, read_rows
from tools.figures.section_cut import Cut

# Metres around what is cut: room for the letters of the directions.
_ROOM = 0.012


@dataclass(frozen=True)
class Level:
    """A row of the table `sections`. `id` is a view; the plane is that of the view's picture, through a point.

    `through` is a point of a bone, or a bone, whose middle counts; `off` (3,) is added, in metres. `wall` is the
    thickness of the abdominal wall in metres, 0 for a section of the leg.
    """

    id: str
    through: str
    off: np.ndarray
    wall: float

    def point(self, body: OneBody, marks: Mapping[str, np.ndarray]) -> np.ndarray:
        """The point that the plane goes through, in the standing body. Raises KeyError for an unknown id."""
        at = marks[self.through] if self.through in marks else body.bones[self.through].points.mean(axis=0)
        return standing((at + self.off)[None])[0]


def read_levels(folder: Path) -> dict[str, Level]:
    """Every row of the table `sections` by id; an empty dict if there is no such table."""
    if not (folder / table_file("sections")).is_file():
        return {}
    return {
        row["id"]: Level(
            row["id"],
            row["through"],
            parse_numbers(row["off"] or "0 0 0") / 1000,
            float(row["wall_mm"] or 0) / 1000,
        )
        for row in read_rows(folder, "sections")
    }


def cut_of(view: View, point: np.ndarray, skin: np.ndarray) -> Cut:
    """The plane of a view through a point, around the skin's points (n, 3) that it meets and the view keeps."""
    turned = (skin - point) @ view.frame.T
    close = np.abs(turned[:, 2]) < _ROOM
    low, top = (f(turned[close & view.keeps(skin)][:, :2], axis=0) for f in (np.min, np.max))
    return Cut(point, view.frame, low - _ROOM, top + _ROOM, view.pixels)
