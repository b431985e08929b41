"""The limb as one small mesh file, `figures/limb.json`, for the 3-D view.

The file is one JSON object. Lengths are whole numbers of `unit` metres in the skin's axes: x to the body's left, y up,
z to the front; the limb is at rest.

- `unit`: metres per unit.
- `patches`: `{id, points, faces}` for each territory; every triangle belongs to one, and patches share no points.
- `bones`: `{id, name, points, faces}` for each bone and disc of the half of the body that is drawn.
- `nerves`: `{id, points}` for each strand, from proximal to distal.
- `sites`: `{id, at: [x, y, z]}`.
- `looks`: `{id, right, up, at, reach}` for each view: the camera as two unit vectors, the middle of the skin in the
  view, and the longest side of its bounding box, in metres.

`points` is `[xs, ys, zs]`, each list delta-encoded: the first number is a position, every other one the difference from
the previous position. `faces` is one list with three numbers for each triangle, counted back from the next new corner:
starting from `next = 0`, a number n means corner `next - n`, and 0 also increases `next` by one. Seen from outside, the
corners of a triangle are counterclockwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

import numpy as np

from tools.body.bones.bones import Bone
from tools.body.skin.mesh_partition import partition_mesh
from tools.body.tables import View

UNIT = 0.0002
_CELLS = 512
# Metres between points of a nerve.
_APART = 0.005


def limb_json(
    skin: tuple[np.ndarray, np.ndarray],
    shares: np.ndarray,
    territories: list[str],
    bones: Iterable[Bone],
    views: Iterable[View],
    nerves: Iterable[tuple[str, np.ndarray]] = (),
    sites: Iterable[tuple[str, np.ndarray]] = (),
) -> str:
    """The text of the file.

    `skin` is points in metres and triangles, `shares` (points, territories) the share of each territory at each point,
    `nerves` are ids with points in metres from proximal to distal, `sites` are ids with one point.
    """
    points, faces, owner = partition_mesh(*skin, shares)
    patches = [
        {"id": id_, **_packed(points, faces[owner == k])} for k, id_ in enumerate(territories) if (owner == k).any()
    ]
    content = {
        "unit": UNIT,
        "patches": patches,
        "bones": [{"id": bone.id, "name": bone.name, **_packed(bone.points, bone.faces)} for bone in bones],
        "nerves": [{"id": id_, "points": _differences(_in_units(_resampled(line)))} for id_, line in nerves],
        "sites": [{"id": id_, "at": _in_units(at).tolist()} for id_, at in sites],
        "looks": [_look(view, points) for view in views],
    }
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False) + "\n"


def _look(view: View, points: np.ndarray) -> dict:
    kept = points[(points @ view.keep[:, :3].T <= view.keep[:, 3]).all(axis=1)]
    low, high = kept.min(axis=0), kept.max(axis=0)
    return {
        "id": view.id,
        "right": view.right.tolist(),
        "up": view.up.tolist(),
        "at": ((low + high) / 2).round(3).tolist(),
        "reach": round(float((high - low).max()), 3),
    }


def _resampled(line: np.ndarray) -> np.ndarray:
    """The line with a point every few millimetres, including its ends."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    wanted = np.linspace(0, along[-1], max(2, int(along[-1] / _APART) + 1))
    return np.stack([np.interp(wanted, along, line[:, axis]) for axis in range(3)], axis=1)


def _in_units(points: np.ndarray) -> np.ndarray:
    return np.round(np.asarray(points) / UNIT).astype(int)


def _differences(whole: np.ndarray) -> list[list[int]]:
    return [np.diff(whole[:, axis], prepend=0).tolist() for axis in range(3)]


def _packed(points: np.ndarray, faces: np.ndarray) -> dict[str, list]:
    """Triangles in an order that keeps neighbours together, and points in the order of their first use."""
    whole = _in_units(points)
    corners = whole[faces]
    faces = faces[~(corners == np.roll(corners, 1, axis=1)).all(axis=2).any(axis=1)]
    faces = faces[np.argsort(_space_filling_order(points[faces].mean(axis=1)), kind="stable")]
    flat = faces.reshape(-1)
    _, first = np.unique(flat, return_index=True)
    order = flat[np.sort(first)]
    number = np.zeros(len(points), int)
    number[order] = np.arange(len(order))
    named = number[flat]
    ahead = np.maximum.accumulate(np.concatenate([[-1], named[:-1]])) + 1
    return {"points": _differences(whole[order]), "faces": (ahead - named).tolist()}


def _space_filling_order(points: np.ndarray) -> np.ndarray:
    """Each point's position on a space-filling curve, so that sorting keeps neighbours together."""
    low, span = points.min(axis=0), max(float(np.ptp(points, axis=0).max()), 1e-9)
    cells = np.minimum(((points - low) / span * _CELLS).astype(int), _CELLS - 1)
    key = np.zeros(len(points), np.int64)
    for bit in range(_CELLS.bit_length() - 2, -1, -1):
        for axis in (1, 0, 2):
            key = key << 1 | (cells[:, axis] >> bit & 1)
    return key
