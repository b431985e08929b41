"""Surfaces and courses as the JSON that the page reads.

A file is one JSON object. Coordinates are whole numbers of `unit` metres: x to the body's left, so that the right leg
has x < 0, y up, z to the front. Buffers are encoded by meshoptimizer, then in base64.

- `layers`: for each layer `name`, `parts`, `points`, and the corners of its triangles at three levels of detail:
  `fine`, `middle` and `coarse`. A part has its `id` and `kind`, the number of its `points` and of its corners at each
  level, and whether it is `paired`. Paired parts come first.
- A point takes 12 bytes: x, y, z as 16-bit integers; its normal in octahedral form as two signed bytes; how open it is
  to light (255 is open); its depth below the skin in millimetres; its tone (255 in a tendon or on a nail); 0.
- `courses`: `of`, `start` in millimetres, and `samples`, the number of points of each strand.
- `course_points`: 12 bytes for each sample of all courses: x, y, z and the radius in hundredths of a millimetre as
  16-bit integers; its depth below the skin in millimetres; 0, 0, 0.
- `sites`: `id` and `at` for each site.
- `joints`: `id`, `parent`, `at`, `axis`, `bends` and `towards` for each joint, parents first; `start` and `end` are how
  far from `at` in the direction `towards` the soft parts start to move with it and move with it as a whole.
- `views`: `id`, `right`, `up`, `at` and `reach` for each view: the camera as two unit vectors, the middle of the skin
  in the view, and the longest side of its bounding box, in metres.
- `colours`: the colours of the materials.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any

import meshopt
import numpy as np

from tools.body.tables import View
from tools.solid.courses import Course
from tools.solid.joints import Joint
from tools.solid.surfaces import Surface

UNIT = 0.0001
LEVELS = ("fine", "middle", "coarse")


def octahedral(normals: np.ndarray) -> np.ndarray:
    """Unit vectors (n, 3) as signed bytes (n, 2): the two coordinates on an unfolded octahedron.

    >>> octahedral(np.array([[0, 0, 1.0], [1.0, 0, 0], [0, 0, -1.0]])).tolist()
    [[0, 0], [127, 0], [127, 127]]
    """
    x, y, z = (normals / np.maximum(np.abs(normals).sum(axis=1, keepdims=True), 1e-9)).T
    sign_x, sign_y = np.where(x < 0, -1, 1), np.where(y < 0, -1, 1)
    folded = np.stack([(1 - np.abs(y)) * sign_x, (1 - np.abs(x)) * sign_y], axis=1)
    flat = np.where((z < 0)[:, None], folded, np.stack([x, y], axis=1))
    return np.round(flat * 127).astype(np.int8)


def unfolded(packed: np.ndarray) -> np.ndarray:
    """The unit vectors (n, 3) that `octahedral` has packed.

    >>> unfolded(np.array([[0, 0], [127, 0], [127, 127]])).tolist()
    [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 0.0, -1.0]]
    """
    x, y = packed.T / 127
    z = 1 - np.abs(x) - np.abs(y)
    beyond = np.maximum(-z, 0)
    vectors = np.stack([x - np.where(x < 0, -1, 1) * beyond, y - np.where(y < 0, -1, 1) * beyond, z], axis=1)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _bytes(values: np.ndarray, scale: float) -> np.ndarray:
    return np.clip(np.round(values * scale), 0, 255).astype(np.uint8)


def _text(buffer: bytes) -> str:
    return b64encode(buffer).decode("ascii")


_POINT = np.dtype([("at", "<i2", 3), ("normal", "i1", 2), ("open", "u1"), ("depth", "u1"), ("tone", "u1"), ("_", "u1")])
_SAMPLE = np.dtype([("at", "<i2", 3), ("radius", "<u2"), ("depth", "u1"), ("_", "u1", 3)])


def _points(surface: Surface) -> np.ndarray:
    out = np.zeros(len(surface.part.points), _POINT)
    out["at"] = np.round(surface.part.points / UNIT)
    out["normal"] = octahedral(surface.normals)
    out["open"] = _bytes(surface.open, 255)
    out["depth"] = _bytes(surface.depth, 1000)
    out["tone"] = _bytes(surface.tone, 255)
    return out


def unpacked_points(buffer: bytes, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The points (n, 3) in metres and unit normals of a packed layer."""
    decoded = meshopt.decode_vertex_buffer(buffer, count, _POINT.itemsize)
    points = np.frombuffer(np.ascontiguousarray(decoded).tobytes(), _POINT)
    return points["at"] * UNIT, unfolded(points["normal"])


def _with_area(faces: np.ndarray, places: np.ndarray) -> np.ndarray:
    """The triangles (n, 3) whose corners are still apart when their places (m, 3) are whole numbers."""
    corners = places[faces]
    return faces[~(corners == np.roll(corners, 1, axis=1)).all(axis=2).any(axis=1)]


def packed_layer(name: str, surfaces: Sequence[Surface]) -> dict[str, Any]:
    """A layer, with the points of each part in the order of their first use by fine triangles."""
    points, parts, start = [], [], 0
    corners: dict[str, list[np.ndarray]] = {level: [] for level in LEVELS}
    for surface in surfaces:
        own = _points(surface)
        whole = _with_area(surface.part.faces, own["at"])
        fine, place, used = meshopt.reorder_mesh(whole.astype(np.uint32), True, True)
        # a larger triangle of the skin may reach beyond the border of its territory, to points that no fine one has
        beyond = np.setdiff1d(np.concatenate([surface.middle, surface.coarse]), whole)
        place[beyond] = np.arange(used, used + len(beyond))
        count = used + len(beyond)
        kept = place < count
        ordered = np.zeros(count, _POINT)
        ordered[place[kept]] = own[kept]
        larger = (place[triangles].reshape(-1) for triangles in (surface.middle, surface.coarse))
        by_level = dict(zip(LEVELS, (fine, *larger), strict=True))
        points.append(ordered)
        for level, of_level in by_level.items():
            corners[level].append(of_level + start)
        part = surface.part
        counts = {"points": int(count), **{level: len(of_level) for level, of_level in by_level.items()}}
        parts.append({"id": part.id, "kind": part.kind, **counts, "paired": part.paired})
        start += count
    encoded = meshopt.encode_vertex_buffer(np.concatenate(points))
    return {
        "name": name,
        "parts": parts,
        "points": _text(encoded),
        **{
            level: _text(meshopt.encode_index_buffer(np.concatenate(all_).astype(np.uint32)))
            for level, all_ in corners.items()
        },
    }


def packed_courses(courses: Sequence[Course]) -> dict[str, Any]:
    """The strands, and the samples of all of them."""
    samples = []
    for course in courses:
        own = np.zeros(len(course.points), _SAMPLE)
        own["at"] = np.round(course.points / UNIT)
        own["radius"] = np.round(course.radius * 1e5)
        own["depth"] = _bytes(course.depth, 1000)
        samples.append(own)
    rows = [{"of": one.of, "start": round(one.start * 1000), "samples": len(one.points)} for one in courses]
    return {"courses": rows, "course_points": _text(meshopt.encode_vertex_buffer(np.concatenate(samples)))}


def unpacked_courses(model: Mapping[str, Any]) -> list[tuple[str, int, np.ndarray]]:
    """Each strand of a packed model: what it is of, where it starts in millimetres, and its points (n, 3) in metres."""
    count = sum(row["samples"] for row in model["courses"])
    buffer = meshopt.decode_vertex_buffer(b64decode(model["course_points"]), count, _SAMPLE.itemsize)
    points = np.frombuffer(np.ascontiguousarray(buffer).tobytes(), _SAMPLE)["at"] * model["unit"]
    found, first = [], 0
    for row in model["courses"]:
        found.append((row["of"], row["start"], points[first : first + row["samples"]]))
        first += row["samples"]
    return found


def packed_sites(sites: Mapping[str, np.ndarray]) -> list[dict[str, Any]]:
    """The sites, each with its place."""
    return [{"id": id_, "at": np.round(np.asarray(at) / UNIT).astype(int).tolist()} for id_, at in sites.items()]


def packed_joints(joints: Sequence[Joint]) -> list[dict[str, Any]]:
    """The joints; places and lengths are whole numbers of `UNIT`."""
    return [
        {
            "id": joint.id,
            "parent": joint.parent,
            "at": np.round(joint.at / UNIT).astype(int).tolist(),
            "axis": joint.axis.round(4).tolist(),
            "bends": joint.bends,
            "towards": joint.towards.round(4).tolist(),
            "start": round(joint.start / UNIT),
            "end": round(joint.end / UNIT),
        }
        for joint in joints
    ]


def packed_view(view: View, skin: np.ndarray) -> dict[str, Any]:
    """The camera of a view. `skin` is the points of the standing skin of the right half (n, 3)."""
    both = np.vstack([skin, skin * [-1, 1, 1]]) if view.both else skin
    kept = both[view.keeps(both)]
    low, high = kept.min(axis=0), kept.max(axis=0)
    return {
        "id": view.id,
        "right": view.right.tolist(),
        "up": view.up.tolist(),
        "at": ((low + high) / 2).round(3).tolist(),
        "reach": round(float((high - low).max()), 3),
    }
