"""Room around a point inside a shape: decides whether a mark fits there, and whether a shape covers a point."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from math import hypot

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBER_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_SAMPLES = 6
"""Number of points sampled on each curve."""
Point = tuple[float, float]


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    """Each command of a path with its numbers; repeated numbers repeat the command."""
    letter: str = ""
    numbers: list[float] = []
    for token in _TOKEN.findall(d):
        if token.isalpha():
            letter, numbers = token, []
            if token in "zZ":
                yield token, []
            continue
        numbers.append(float(token))
        if letter and len(numbers) == _NUMBER_COUNT.get(letter.upper(), 0):
            yield letter, numbers
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def _bezier_points(control: list[Point]) -> list[Point]:
    """Points on the Bézier curve with these control points, without its start."""
    found = []
    for step in range(1, _SAMPLES + 1):
        t, level = step / _SAMPLES, control
        while len(level) > 1:
            level = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in itertools.pairwise(level)]
        found.append(level[0])
    return found


@lru_cache(128)
def trace(d: str) -> list[list[Point]]:
    """The subpaths of a path as lists of points, not to be changed. Curves are sampled; arcs replaced by their chord.

    >>> trace("M0 0h4v4h-4z")
    [[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]]
    """
    lines: list[list[Point]] = []
    x = y = 0.0
    last_control: Point | None = None
    for letter, n in _commands(d):
        kind, dx, dy = letter.upper(), (x if letter.islower() else 0.0), (y if letter.islower() else 0.0)
        if kind == "M":
            lines.append([(n[0] + dx, n[1] + dy)])
        elif kind == "Z":
            lines[-1].append(lines[-1][0])
        elif kind in "HV":
            lines[-1].append((n[0] + dx, y) if kind == "H" else (x, n[0] + dy))
        elif kind == "A":
            lines[-1].append((n[5] + dx, n[6] + dy))
        else:
            control = [(n[i] + dx, n[i + 1] + dy) for i in range(0, len(n), 2)]
            if kind in "ST":
                control.insert(0, (2 * x - last_control[0], 2 * y - last_control[1]) if last_control else (x, y))
            lines[-1] += [control[-1]] if kind == "L" else _bezier_points([(x, y), *control])
            last_control = control[-2] if len(control) > 1 else None
        if kind not in "CSQT":
            last_control = None
        x, y = lines[-1][-1]
    return lines


def _distance_to_segment(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


@lru_cache(4096)
def clearance(d: str, point: Point) -> float:
    """The distance from a point to the nearest edge of a path, in units of the figure.

    >>> clearance("M0 0H10V4H0z", (5, 2))
    2.0
    """
    sides = (side for line in trace(d) for side in itertools.pairwise(line))
    return min((_distance_to_segment(point, a, b) for a, b in sides), default=0.0)


def covers(d: str, point: Point) -> bool:
    """Whether a point is inside a path, by the even-odd rule.

    >>> covers("M0 0H10V4H0z", (5, 2)), covers("M0 0H10V4H0z", (5, 5))
    (True, False)
    """
    x, y = point
    inside = False
    for line in trace(d):
        for (ax, ay), (bx, by) in itertools.pairwise([*line, line[0]]):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                inside = not inside
    return inside
