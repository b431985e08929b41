"""The committed meshes of the view in three dimensions, decoded as tools/solid/packing.py describes them."""

from __future__ import annotations

import json
from base64 import b64decode
from functools import cache
from pathlib import Path
from typing import NamedTuple

import meshopt
import numpy as np

FOLDER = Path(__file__).resolve().parents[2] / "data" / "figures"
POINT_BYTES = 12
LEVELS = ("fine", "middle", "coarse")


class Mesh(NamedTuple):
    """A part: its id and kind, points in metres (n, 3), triangles (m, 3) at each level of detail, and its bytes."""

    id: str
    kind: str
    paired: bool
    points: np.ndarray
    fine: np.ndarray
    middle: np.ndarray
    coarse: np.ndarray
    raw: np.ndarray


@cache
def content(name: str = "solid") -> dict:
    """The JSON of a mesh file."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def _places(raw: np.ndarray, unit: float) -> np.ndarray:
    return np.ascontiguousarray(raw[:, :6]).view("<i2").astype(float) * unit


def _corners(text: str, parts: list[dict], which: str) -> np.ndarray:
    # the decoder of the package has the number of corners as its first argument's length
    count = sum(part[which] for part in parts)
    return np.asarray(meshopt.decode_index_buffer(b64decode(text), count, 4)).view(np.uint32).reshape(-1)


@cache
def layer(name: str) -> list[Mesh]:
    """The parts of a layer: `skin`, `bones`, `sac` (the dural sac, the cord and ganglia) or `muscles`."""
    file = content("solid_muscles" if name == "muscles" else "solid")
    packed = next(one for one in file["layers"] if one["name"] == name)
    parts = packed["parts"]
    count = sum(part["points"] for part in parts)
    raw = np.asarray(meshopt.decode_vertex_buffer(b64decode(packed["points"]), count, POINT_BYTES))
    corners = {level: _corners(packed[level], parts, level) for level in LEVELS}
    found, point, starts = [], 0, dict.fromkeys(LEVELS, 0)
    for part in parts:
        own = raw[point : point + part["points"]]
        triangles = [
            (corners[level][start : start + part[level]].astype(int) - point).reshape(-1, 3)
            for level, start in starts.items()
        ]
        found.append(Mesh(part["id"], part["kind"], part["paired"], _places(own, file["unit"]), *triangles, own))
        point += part["points"]
        starts = {level: start + part[level] for level, start in starts.items()}
    return found


@cache
def nerves() -> dict[str, list[np.ndarray]]:
    """Root or segment → the centre lines of its strands, in metres, from proximal to distal."""
    file = content()
    count = sum(one["samples"] for one in file["courses"])
    raw = np.asarray(meshopt.decode_vertex_buffer(b64decode(file["course_points"]), count, POINT_BYTES))
    places, at, found = _places(raw, file["unit"]), 0, {}
    for one in file["courses"]:
        found.setdefault(one["of"], []).append(places[at : at + one["samples"]])
        at += one["samples"]
    return found
