"""Measures how far along the nerves each root and segment starts, and how long it is, on the drawn body.

`python -m tools.nerve_lengths` reads the built body in three dimensions and writes `data/studies/nerve_lengths.csv`.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np

from atlas.resources import resource_dir
from tools.solid.packing import unpacked_courses

DATA = resource_dir("data")
_TO_MM = 1000


def nerve_lengths(model: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Root or segment → where it starts along the nerves, and its length, in millimetres.

    model: the content of `solid.json`. Of several strands, the first to start and the longest count.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for of, start, points in unpacked_courses(model):
        length = np.linalg.norm(np.diff(points, axis=0), axis=1).sum()
        found[of].append((start, round(float(length) * _TO_MM)))
    return {of: (min(start for start, _ in all_), max(length for _, length in all_)) for of, all_ in found.items()}


def main() -> None:
    """Write the table."""
    lengths = nerve_lengths(json.loads((DATA / "figures" / "solid.json").read_text(encoding="utf-8")))
    with (DATA / "studies" / "nerve_lengths.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("of", "start_mm", "length_mm"))
        writer.writerows((of, *numbers) for of, numbers in lengths.items())


if __name__ == "__main__":
    main()
