"""The limb as one small mesh file, `figures/limb.json`, for a view that can be turned.

The file is one JSON object. Lengths are whole numbers of `unit` metres in the skin's axes: x to the body's left, y up,
z to the front; the limb stands as at rest.

- `unit`: metres for one step.
- `patches`: `{id, points, faces}` for each territory; every triangle belongs to one, and neighbours share no points.
- `bones`: `{id, name, points, faces}` for each bone and disc of the half that is drawn.
- `nerves`: `{id, points}` for each stretch of nerve, from proximal to distal.
- `sites`: `{id, at: [x, y, z]}`.
- `looks`: `{id, right, up, at, reach}` for each aspect: the way it is looked at, as two unit vectors; the middle of the
  skin it keeps, and that skin's longest side, in metres.

`points` is `[xs, ys, zs]`, each list being differences: the first number is a place, each other one the step from the
one before. `faces` is one list, three numbers for a triangle, counted back from the highest corner not yet named: with
`next = 0` at the start, a number n stands for the corner `next - n`, and a 0 also adds one to `next`. Seen from
outside, a triangle's corners run counterclockwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

import numpy as np

from tools.figures.bones import Bone
from tools.figures.figure_config import View
from tools.figures.mesh_partition import parted

UNIT = 0.0002
_CELLS = 512
# Metres from one point of a nerve to the next.
_APART = 0.005


def limb(
    skin: tuple[np.ndarray, np.ndarray],
    shares: np.ndarray,
    territories: list[str],
    bones: Iterable[Bone],
    views: Iterable[View],
    nerves: Iterable[tuple[str, np.ndarray]] = (),
    sites: Iterable[tuple[str, np.ndarray]] = (),
) -> str:
    """The file's text. `skin` is points and triangles, `shares` how much of each territory is at each point.

    `nerves` are ids with points in metres, in order; `sites` are ids with one point.
    """
    points, faces, owner = parted(*skin, shares)
    patches = [
        {"id": id_, **_packed(points, faces[owner == k])} for k, id_ in enumerate(territories) if (owner == k).any()
    ]
    told = {
        "unit": UNIT,
        "patches": patches,
        "bones": [{"id": bone.id, "name": bone.name, **_packed(bone.points, bone.faces)} for bone in bones],
        "nerves": [{"id": id_, "points": _steps(_whole(_thinned(line)))} for id_, line in nerves],
        "sites": [{"id": id_, "at": _whole(at).tolist()} for id_, at in sites],
        "looks": [_look(view, points) for view in views],
    }
    return json.dumps(told, separators=(",", ":"), ensure_ascii=False) + "\n"


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


def _thinned(line: np.ndarray) -> np.ndarray:
    """The line with its ends and a point each few millimetres."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    wanted = np.linspace(0, along[-1], max(2, int(along[-1] / _APART) + 1))
    return np.stack([np.interp(wanted, along, line[:, axis]) for axis in range(3)], axis=1)


def _whole(points: np.ndarray) -> np.ndarray:
    return np.round(np.asarray(points) / UNIT).astype(int)


def _steps(whole: np.ndarray) -> list[list[int]]:
    return [np.diff(whole[:, axis], prepend=0).tolist() for axis in range(3)]


def _packed(points: np.ndarray, faces: np.ndarray) -> dict[str, list]:
    """The triangles in an order that keeps near ones together, and the points in the order the triangles name them."""
    whole = _whole(points)
    corners = whole[faces]
    faces = faces[~(corners == np.roll(corners, 1, axis=1)).all(axis=2).any(axis=1)]
    faces = faces[np.argsort(_curve(points[faces].mean(axis=1)), kind="stable")]
    flat = faces.reshape(-1)
    _, first = np.unique(flat, return_index=True)
    order = flat[np.sort(first)]
    number = np.zeros(len(points), int)
    number[order] = np.arange(len(order))
    named = number[flat]
    ahead = np.maximum.accumulate(np.concatenate([[-1], named[:-1]])) + 1
    return {"points": _steps(whole[order]), "faces": (ahead - named).tolist()}


def _curve(points: np.ndarray) -> np.ndarray:
    """Each point's place on a curve that fills space, so that sorting keeps near points together."""
    low, span = points.min(axis=0), max(float(np.ptp(points, axis=0).max()), 1e-9)
    cells = np.minimum(((points - low) / span * _CELLS).astype(int), _CELLS - 1)
    key = np.zeros(len(points), np.int64)
    for bit in range(_CELLS.bit_length() - 2, -1, -1):
        for axis in (1, 0, 2):
            key = key << 1 | (cells[:, axis] >> bit & 1)
    return key
