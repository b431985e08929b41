"""Measures how far along the nerves each root and segment starts, and how long it is, on the drawn body.

`python -m tools.nerve_lengths` reads the built body in three dimensions and writes `data/studies/nerve_lengths.csv`.
"""

from __future__ import annotations

import csv
import json
from base64 import b64decode
from collections import defaultdict
from pathlib import Path
from typing import Any

import meshopt
import numpy as np

DATA = Path(__file__).parent.parent / "data"
_SAMPLE_BYTES = 12
_TO_MM = 1000


def nerve_lengths(model: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Root or segment → where it starts along the nerves, and its length, in millimetres. Of several strands, the first
    to start and the longest count. `model` is the content of `solid.json`."""
    count = sum(row["samples"] for row in model["courses"])
    buffer = meshopt.decode_vertex_buffer(b64decode(model["course_points"]), count, _SAMPLE_BYTES)
    samples = np.frombuffer(np.ascontiguousarray(buffer).tobytes(), np.int16).reshape(count, -1)
    at = samples[:, :3] * model["unit"] * _TO_MM
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    first = 0
    for row in model["courses"]:
        points = at[first : first + row["samples"]]
        length = np.linalg.norm(np.diff(points, axis=0), axis=1).sum()
        found[row["of"]].append((row["start"], round(float(length))))
        first += row["samples"]
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
