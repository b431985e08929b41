"""The patches of skin of a view as polygons in the pixels of a picture, and several of them joined to one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import hypot

from atlas.api import Atlas
from atlas.dataset.sides import LEFT, RIGHT
from atlas.figures.label_fit import clearance, trace
from atlas.figures.svg_files import anchor_of, find_group, group_shapes, read_figure, view_box_size

MOST_WIDE, MOST_HIGH = 640, 900
"""The largest picture, in pixels, so that it fits the column of a platform."""
TOLERANCE = 0.8
"""How far, in pixels, a simplified outline may lie from the drawn one."""
_SMALLEST = 6.0
"""Pieces of a patch below this size, in square pixels, are left out."""
Ring = tuple[tuple[int, int], ...]
_Line = list[tuple[float, float]]


@dataclass(frozen=True)
class Patch:
    """A patch of skin in a picture.

    rings: its pieces, each without its first point again at the end, all running the same way round.
    room: the distance from its middle to its edge, in pixels.
    """

    rings: tuple[Ring, ...]
    room: float


@dataclass(frozen=True)
class Outlines:
    """A view at the size of its picture. scale: pixels for one unit of the figure. patches: id → patch."""

    width: int
    height: int
    scale: float
    patches: dict[str, Patch]


def _far(line: _Line, tolerance: float) -> _Line:
    """The points of a line that it needs, by Douglas and Peucker; both ends stay."""
    (ax, ay), (bx, by) = line[0], line[-1]
    length = hypot(bx - ax, by - ay)
    away = [
        abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length else hypot(x - ax, y - ay) for x, y in line
    ]
    most = max(range(len(line)), key=away.__getitem__)
    if away[most] <= tolerance:
        return [line[0], line[-1]]
    return _far(line[: most + 1], tolerance)[:-1] + _far(line[most:], tolerance)


def _area(ring: Iterable[tuple[float, float]]) -> float:
    """The area within a ring, negative if it runs the other way round."""
    points = list(ring)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in itertools.pairwise([*points, points[0]])) / 2


def simplified(line: _Line, tolerance: float = TOLERANCE) -> Ring:
    """A closed line as whole pixels with few points; empty if nothing is left of it.

    >>> simplified([(0, 0), (5, 0.2), (10, 0), (10, 10), (0, 10), (0, 0)])
    ((0, 0), (10, 0), (10, 10), (0, 10))
    """
    ring = line[:-1] if line[0] == line[-1] else list(line)
    if len(ring) < 3:
        return ()
    x, y = ring[0]
    opposite = max(range(len(ring)), key=lambda at: hypot(ring[at][0] - x, ring[at][1] - y))
    if not opposite:
        return ()
    found = _far(ring[: opposite + 1], tolerance)[:-1] + _far([*ring[opposite:], ring[0]], tolerance)[:-1]
    rounded = [point for point, _ in itertools.groupby((round(px), round(py)) for px, py in found)]
    if rounded[0] == rounded[-1]:
        rounded.pop()
    if len(rounded) < 3 or abs(_area(rounded)) < _SMALLEST:
        return ()
    return tuple(rounded if _area(rounded) > 0 else [rounded[0], *reversed(rounded[1:])])


def joined(rings: Iterable[Ring]) -> Ring:
    """Several rings as one, by cuts without width from each to the nearest point of those before.

    Platforms know only one polygon for a place. Each cut is passed there and back, so that it encloses nothing.

    >>> joined([((0, 0), (2, 0), (0, 2)), ((5, 0), (7, 0), (5, 2))])
    ((0, 0), (2, 0), (5, 0), (7, 0), (5, 2), (5, 0), (2, 0), (0, 2))
    """
    whole: list[tuple[int, int]] = []
    for ring in rings:
        if not whole:
            whole = list(ring)
            continue
        pairs = ((a, b) for a in range(len(whole)) for b in range(len(ring)))
        at, start = min(pairs, key=lambda p: hypot(whole[p[0]][0] - ring[p[1]][0], whole[p[0]][1] - ring[p[1]][1]))
        detour = [*ring[start:], *ring[: start + 1], whole[at]]
        whole[at + 1 : at + 1] = detour
    found = [point for point, _ in itertools.groupby(whole)]
    return tuple(found[:-1] if len(found) > 1 and found[0] == found[-1] else found)


def has_skin(atlas: Atlas, view: str) -> bool:
    """Whether a view draws patches of skin."""
    return find_group(read_figure(atlas, view), "skin") is not None


@cache
def outlines(atlas: Atlas, view: str, side: str = RIGHT) -> Outlines:
    """The patches of skin of a view, mirrored for the left side. Raises KeyError for an unknown view."""
    svg = read_figure(atlas, view)
    width, height = map(float, view_box_size(svg))
    scale = min(MOST_WIDE / width, MOST_HIGH / height)
    patches = {}
    for shape in group_shapes(svg, "skin"):
        d, anchor = shape.get("d", ""), anchor_of(shape)
        lines = [[(scale * (width - x if side == LEFT else x), scale * y) for x, y in line] for line in trace(d)]
        rings = tuple(ring for line in lines if (ring := simplified(line)))
        if rings:
            room = scale * clearance(d, anchor) if anchor else 0.0
            patches[shape.get("data-node", "")] = Patch(rings, room)
    return Outlines(round(scale * width), round(scale * height), scale, patches)
