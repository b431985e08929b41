"""How much room there is round a point inside a shape, to tell whether a mark can be written there."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from math import hypot

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_SAMPLES = 6
Point = tuple[float, float]


def _commands(d: str):
    """Each command of a path with its numbers; repeated numbers repeat the command."""
    letter, numbers = "", []
    for token in _TOKEN.findall(d):
        if token.isalpha():
            letter, numbers = token, []
            if token in "zZ":
                yield token, []
            continue
        numbers.append(float(token))
        if letter and len(numbers) == _TAKES.get(letter.upper(), 0):
            yield letter, numbers
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def _along(points: list[Point]) -> list[Point]:
    """Points on the Bézier curve of these control points, its start left out."""
    found = []
    for at in range(1, _SAMPLES + 1):
        t, level = at / _SAMPLES, points
        while len(level) > 1:
            level = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in itertools.pairwise(level)]
        found.append(level[0])
    return found


def trace(d: str) -> list[list[Point]]:
    """The closed lines of a path as points on them.

    >>> trace("M0 0h4v4h-4z")
    [[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]]
    """
    lines: list[list[Point]] = []
    x = y = 0.0
    bend: Point | None = None
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
                control.insert(0, (2 * x - bend[0], 2 * y - bend[1]) if bend else (x, y))
            lines[-1] += [control[-1]] if kind == "L" else _along([(x, y), *control])
            bend = control[-2] if len(control) > 1 else None
        if kind not in "CSQT":
            bend = None
        x, y = lines[-1][-1]
    return lines


def _to_stretch(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


@lru_cache(4096)
def clearance(d: str, at: Point) -> float:
    """The distance from a point to the nearest edge of a path.

    >>> clearance("M0 0H10V4H0z", (5, 2))
    2.0
    """
    return min((_to_stretch(at, a, b) for line in trace(d) for a, b in itertools.pairwise(line)), default=0.0)
