"""Shapes and lines of a traced raster, written as SVG paths whose neighbours share every point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from atlas.geometry.arcs import Arc
from atlas.geometry.curves import Cubic, curve_to, fit, move_to, open_path, reverse
from atlas.geometry.smoothing import smooth_arcs

Piece = tuple[tuple[int, int], tuple[int, int], list[Cubic]]


class Drawing:
    """The smoothed, fitted arcs of one raster, in figure units."""

    def __init__(
        self,
        labels: np.ndarray,
        broad: np.ndarray,
        units: float,
        sigma: float,
        outline_sigma: float,
        tolerance: float,
        edges: Sequence[np.ndarray] = (),
    ) -> None:
        self.arcs: list[tuple[Arc, list[Cubic]]] = []
        self.broad = {int(label): int(broad[labels == label][0]) for label in np.unique(labels)} | {0: 0}
        smoothed, edges = smooth_arcs(labels, broad, sigma, outline_sigma, edges)
        self.edges = [fit(run * units, tolerance) for run in edges]
        tangents = self._tangents(smoothed)
        for arc, run in smoothed:
            ends = (None, None) if arc.closed else self._ends(arc, tangents)
            self.arcs.append((arc, fit(run * units, tolerance, *ends)))

    def _tangents(self, smoothed) -> dict[tuple[int, int], list[tuple[tuple[int, int], np.ndarray]]]:
        """At each node, the two ways the smooth line between two broad labels runs on, by what it parts."""
        found = defaultdict(lambda: defaultdict(list))
        for arc, run in smoothed:
            parts = frozenset((self.broad[arc.left], self.broad[arc.right]))
            if arc.closed or len(parts) < 2:
                continue
            wide = min(3, len(run) - 1)
            found[_corner(arc, 0)][parts].append(run[wide] - run[0])
            found[_corner(arc, -1)][parts].append(run[-1 - wide] - run[-1])
        tangents = {}
        for corner, by_parts in found.items():
            for parts, ways in by_parts.items():
                if len(ways) == 2:
                    way = ways[0] / np.linalg.norm(ways[0]) - ways[1] / np.linalg.norm(ways[1])
                    tangents[corner, parts] = way / max(np.linalg.norm(way), 1e-9), ways[0]
        return tangents

    def _ends(self, arc: Arc, tangents) -> list[np.ndarray | None]:
        parts = frozenset((self.broad[arc.left], self.broad[arc.right]))
        ends = []
        for at, step in ((0, 1), (-1, -2)):
            known = tangents.get((_corner(arc, at), parts))
            if known is None:
                ends.append(None)
                continue
            away = arc.corners[min(abs(step) * 8, len(arc.corners) - 1) * (1 if at == 0 else -1)] - arc.corners[at]
            ends.append(known[0] if known[0] @ away > 0 else -known[0])
        return ends

    def shape(self, labels: set[int]) -> str:
        """The closed path round all skin of these labels."""
        pieces: list[Piece] = []
        for arc, cubics in self.arcs:
            inside = arc.left in labels, arc.right in labels
            if not cubics or inside[0] == inside[1]:
                continue
            start, end = _corner(arc, 0), _corner(arc, -1)
            pieces.append((start, end, cubics) if inside[0] else (end, start, reverse(cubics)))
        return "".join(_ring_text(ring) for ring in _rings(pieces))

    def neighbours(self, labels: set[int]) -> list[tuple[int, int]]:
        """The pairs of these labels that touch, in order."""
        pairs = {tuple(sorted((arc.left, arc.right))) for arc, cubics in self.arcs if cubics}
        return sorted(pair for pair in pairs if pair[0] != pair[1] and labels.issuperset(pair))

    def border(self, first: int, second: int) -> str:
        """Open paths along the arcs that part two labels."""
        return self.lines(lambda a, b: {a, b} == {first, second})

    def lines(self, wanted: Callable[[int, int], bool]) -> str:
        """Open paths along the arcs whose two labels are wanted, joined where one runs on into the next."""
        chosen = [(arc, cubics) for arc, cubics in self.arcs if cubics and wanted(arc.left, arc.right)]
        return "".join(open_path(run) for run in _joined(chosen))


def _corner(arc: Arc, at: int) -> tuple[int, int]:
    return tuple(arc.corners[at].astype(int).tolist())


def _rings(pieces: list[Piece]) -> list[list[Piece]]:
    waiting = defaultdict(list)
    for piece in pieces:
        waiting[piece[0]].append(piece)
    rings = []
    for first in pieces:
        if not any(piece is first for piece in waiting[first[0]]):
            continue
        ring, piece = [], first
        while piece is not None:
            waiting[piece[0]] = [other for other in waiting[piece[0]] if other is not piece]
            ring.append(piece)
            ahead = waiting[piece[1]]
            piece = min(ahead, key=lambda other: _turn(ring[-1], other)) if ahead else None
            if ring[-1][1] == first[0]:
                piece = None
        rings.append(ring)
    return rings


def _turn(before: Piece, after: Piece) -> float:
    a = before[2][-1][3] - before[2][-1][2]
    b = after[2][0][1] - after[2][0][0]
    return float(np.arctan2(a[0] * b[1] - a[1] * b[0], a @ b))


def _ring_text(ring: list[Piece]) -> str:
    here = np.round(ring[0][2][0][0], 1)
    text = move_to(here)
    for _, _, cubics in ring:
        part, here = curve_to(cubics, here)
        text += part
    return text + "z"


def _joined(chosen: list[tuple[Arc, list[Cubic]]]) -> list[list[Cubic]]:
    """Runs as long as possible: fewer starts are shorter text and no gaps at round joins."""
    runs = [[_corner(arc, 0), _corner(arc, -1), cubics] for arc, cubics in chosen]
    meets = defaultdict(int)
    for start, end, _ in runs:
        meets[start] += 1
        meets[end] += 1
    joined = True
    while joined:
        joined = False
        for run in runs:
            for other in runs:
                if other is run or run[0] == run[1] or other[0] == other[1]:
                    continue
                if run[1] == other[1] and meets[run[1]] == 2:
                    other[:] = [other[1], other[0], reverse(other[2])]
                if run[1] == other[0] and meets[run[1]] == 2:
                    run[1:] = [other[1], run[2] + other[2]]
                    runs = [kept for kept in runs if kept is not other]
                    joined = True
                    break
            if joined:
                break
    return [cubics for _, _, cubics in runs]
