"""The nerves as a layer of a figure: the lines of roots and segments, near or deep."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial

import numpy as np
from scipy.ndimage import binary_closing, binary_opening, label

from tools.body.nerves.calibres import nerve_radii
from tools.body.nerves.carried_roots import carried_roots
from tools.body.nerves.courses import Courses, Line
from tools.body.nerves.depth_constraints import SHALLOW
from tools.body.skin.containment import SkinDepth
from tools.body.stance import standing
from tools.body.tables import BONES
from tools.figures.curves import fit
from tools.figures.figure_svg import Scene
from tools.figures.paths import open_path

# A superficial nerve on the viewer's side may be at most this far behind the skin, in metres.
_BEHIND = 0.03
# In metres: least distance at which a bone hides a nerve behind it, shortest stretch drawn, and tolerance of a line.
_HIDES, _SHORT, _EXACT = 0.0015, 0.006, 0.0007
# A superficial nerve with a smaller cosine to the viewer is behind the limb.
_AWAY = -0.25
# The shortest line that is drawn, in figure units, and the decimals of points (whole units save bytes).
_SPECK, _WHOLE = 3.0, 0
# Radii in metres between the classes of width, `w1` to `w5`.
_WIDTHS = np.array([0.0007, 0.0012, 0.002, 0.0034])


def _steady(flag: np.ndarray, least: int) -> np.ndarray:
    """The flag without runs shorter than `least` samples."""
    around = np.ones(max(least, 1))
    flag = np.pad(flag, least, mode="edge")
    return binary_opening(binary_closing(flag, around), around)[least : len(flag) - least]


def stretches(there: np.ndarray, near: np.ndarray) -> list[tuple[bool, slice]]:
    """Runs of samples that are there and are all near or all deep; each ends where the next one starts.

    >>> stretches(np.array([1, 1, 1, 0, 1, 1], bool), np.array([1, 1, 0, 0, 0, 0], bool))
    [(True, slice(0, 3, None)), (False, slice(2, 3, None)), (False, slice(4, 6, None))]
    """
    found = []
    pieces, count = label(there)
    for piece in range(1, count + 1):
        numbers = np.flatnonzero(pieces == piece)
        starts = [numbers[0], *(number for number in numbers[1:] if near[number] != near[number - 1])]
        for start, end in zip(starts, [*starts[1:], numbers[-1]], strict=True):
            found.append((bool(near[start]), slice(int(start), int(end) + 1)))
    return found


def without_specks(runs: list[tuple[bool, slice]], length: Callable[[slice], float]) -> list[tuple[bool, slice]]:
    """The runs of a line, where one that is too short to be drawn becomes part of the run before or after it.

    A short run without a neighbour is dropped.

    >>> runs = [(True, slice(0, 9)), (False, slice(8, 10)), (True, slice(9, 20)), (True, slice(30, 31))]
    >>> without_specks(runs, lambda part: part.stop - part.start)
    [(True, slice(0, 10, None)), (True, slice(9, 20, None))]
    """
    kept: list[tuple[bool, slice]] = []
    for near, part in runs:
        if not kept or kept[-1][1].stop - 1 != part.start:
            kept.append((near, part))
        elif length(part) < _SPECK:
            kept[-1] = kept[-1][0], slice(kept[-1][1].start, part.stop)
        elif length(kept[-1][1]) < _SPECK:
            kept[-1] = near, slice(kept[-1][1].start, part.stop)
        else:
            kept.append((near, part))
    return [(near, part) for near, part in kept if length(part) >= _SPECK]


def _length_of(line: np.ndarray, run: slice) -> float:
    return path_length(line[run])


Run = tuple[bool, np.ndarray, frozenset[str]]
"""Part of a line: whether it is near, its points (n, 2), and the roots that it carries."""


class NerveLayer:
    """A layer that draws the nerves inside the skin's outline and the half-spaces of the view."""

    def __init__(
        self, courses: Courses, calibres: Mapping[str, tuple[float, float]], roots: Collection[str] = ()
    ) -> None:
        self.courses = courses
        self.carried = carried_roots(courses.lines, roots)
        radii = nerve_radii(courses.lines, calibres)
        self.widths: dict[str, int] = {}
        for line, radius in zip(courses.lines, radii, strict=True):
            width = 1 + int(np.searchsorted(_WIDTHS, np.median(radius)))
            self.widths[line.of] = max(width, self.widths.get(line.of, 0))
        tree = SkinDepth(courses.body).tree
        self.nearest = [tree.query(line.points)[1] for line in courses.lines]
        starts = [line.through[0] for line in courses.lines]
        self.feeds = [[k for k, start in enumerate(starts) if start in line.through[1:]] for line in courses.lines]

    def __call__(self, scene: Scene) -> str:
        """The group of nerves of a view.

        A strand that lies mostly under the skin of the far side is left out, unless it feeds one that is drawn: other
        views show it.
        """
        groups = self.groups(scene, range(len(self.courses.lines)))
        return "\n".join(['<g class="nerves">', *groups, "</g>"]) if groups else ""

    def groups(self, scene: Scene, numbers: Sequence[int]) -> list[str]:
        """One group for each root or segment that has one of the lines with these numbers, and is drawn in a view."""
        lines = self.courses.lines
        body = self.courses.body
        facing = body.normals(standing(body.points)) @ scene.picture.frame[2]
        pixels = {k: scene.project(lines[k].points) for k in numbers}
        seen = {k: self._seen(scene, lines[k], pixels[k], facing[self.nearest[k]]) for k in numbers}
        worth = {k: is_worth for k, (*_, is_worth) in seen.items()}
        drawn = [k for k in numbers if self._worth(k, worth)]
        groups: dict[str, list[Run]] = {}
        for k in drawn:
            there, near, _ = seen[k]
            flat = pixels[k][:, :2] * scene.units
            every, length = stretches(there, near), partial(_length_of, flat)
            runs = without_specks(every, length)
            if every and not runs and self.feeds[k]:  # what it feeds must not hang in the air
                runs = [max(every, key=lambda run: length(run[1]))]
            for shown, part in runs:
                for roots, piece in self._by_roots(k, part):
                    groups.setdefault(lines[k].of, []).append((shown, flat[piece], roots))
        exact = _EXACT * scene.view.units
        return [_group(of, runs, exact, self.widths[of]) for of, runs in groups.items()]

    def _by_roots(self, k: int, part: slice) -> Iterator[tuple[frozenset[str], slice]]:
        """A run of a line, divided where other roots join it."""
        stops, carried = self.courses.lines[k].stops, self.carried[k]
        start = part.start
        for stop, roots, after in zip(stops[1:], carried, [*carried[1:], None], strict=True):
            if start < stop and after != roots:
                end = part.stop if after is None else min(stop + 1, part.stop)
                if end - start > 1:
                    yield roots, slice(start, end)
                start = max(start, end - 1)

    def _worth(self, k: int, worth: Mapping[int, bool]) -> bool:
        return worth.get(k, False) or any(self._worth(fed, worth) for fed in self.feeds[k])

    def _seen(
        self, scene: Scene, line: Line, pixels: np.ndarray, facing: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, bool]:
        """Which samples are in the picture, which of them are near, and whether the line is worth drawing here."""
        x, y = (np.round(pixels[:, k]).astype(int) for k in (0, 1))
        high, wide = scene.skin.shape
        there = (x >= 0) & (y >= 0) & (x < wide) & (y < high)
        x, y = np.where(there, x, 0), np.where(there, y, 0)
        there &= scene.skin[y, x] & scene.view.keeps(standing(line.points))
        before = (scene.picture.depth[y, x] - pixels[:, 2]) / scene.view.pixels
        step = max(1, round(_SHORT / np.linalg.norm(np.diff(line.points, axis=0), axis=1).mean()))
        if scene.view.shows == BONES:
            return there, _steady(before < _HIDES, step), bool(there.any())
        shallow = line.depth <= SHALLOW
        near = _steady((facing > 0) & shallow & (before < _BEHIND), step)
        far = shallow & ((facing < _AWAY) | (before > _BEHIND)) & there
        return there, near, bool((near & there).any() or 2 * far.sum() < there.sum())


def path_length(run: np.ndarray) -> float:
    """The length of a line through points (n, 2)."""
    return float(np.linalg.norm(np.diff(run, axis=0), axis=1).sum())


def _group(of: str, runs: list[Run], exact: float, width: int) -> str:
    """One path for the near stretches and one for the deep ones, proximal to distal, with a class of width.

    Stretches that do not carry all roots of the nerve have paths of their own, which name those they carry.
    """
    curves: dict[tuple[bool, frozenset[str]], list[list[np.ndarray]]] = {}
    for near, run, roots in runs:
        fitted = [np.round(cubic, _WHOLE) for cubic in fit(run, exact if near else 2 * exact)]
        curves.setdefault((near, roots), []).append(fitted)
    every_curve = [curve for own in curves.values() for curve in own]
    drawn = [curve for (near, _), own in curves.items() if near for curve in own] or every_curve
    longest = max(drawn, key=lambda curve: path_length(np.vstack(curve)))
    x, y = np.round(np.array([1, 3, 3, 1]) / 8 @ longest[len(longest) // 2]).astype(int)
    every = frozenset().union(*(roots for _, roots in curves))
    paths = ""
    for kind, wanted in (("near", True), ("deep", False)):
        for (near, roots), own in curves.items():
            text = "".join(map(open_path, own)) if near == wanted else ""
            if text:
                some = "" if roots == every else f' data-roots="{" ".join(sorted(roots))}"'
                paths += f'<path class="{kind} w{width}"{some} d="{text}"/>'
    return f'<g data-node="{of}" data-at="{x} {y}">{paths}</g>'
