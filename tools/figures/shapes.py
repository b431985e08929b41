"""Shapes and lines of a traced raster as SVG paths; neighbouring shapes share every point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from tools.figures.arc_joining import Piece, corner_of, join_runs, rings
from tools.figures.arc_smoothing import smooth_arcs
from tools.figures.arcs import Arc, Corner
from tools.figures.curves import Cubic, fit, reverse
from tools.figures.paths import curve_to, move_to, open_path

# Borders on the skin are approximate, so they need not be followed as closely as the outline.
BORDER_TOLERANCE = 1.8
Tangents = dict[tuple[Corner, frozenset[int]], np.ndarray]
"""(node, pair of broad labels) → unit tangent of the line between them."""


class Drawing:
    """The smoothed and fitted arcs of one raster, in figure units."""

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
            ends = [None, None] if arc.closed else self._ends(arc, tangents)
            within = self.broad[arc.left] == self.broad[arc.right]
            self.arcs.append((arc, fit(run * units, tolerance * (BORDER_TOLERANCE if within else 1), *ends)))

    def _tangents(self, smoothed: list[tuple[Arc, np.ndarray]]) -> Tangents:
        """The tangents of the smooth lines between two broad labels, where two of their arcs meet."""
        found: dict[tuple[Corner, frozenset[int]], list[np.ndarray]] = defaultdict(list)
        for arc, run in smoothed:
            parts = frozenset((self.broad[arc.left], self.broad[arc.right]))
            if arc.closed or len(parts) < 2:
                continue
            wide = min(3, len(run) - 1)
            found[corner_of(arc, 0), parts].append(run[wide] - run[0])
            found[corner_of(arc, -1), parts].append(run[-1 - wide] - run[-1])
        tangents = {}
        for key, directions in found.items():
            if len(directions) == 2:
                first, second = (direction / np.linalg.norm(direction) for direction in directions)
                tangents[key] = (first - second) / max(np.linalg.norm(first - second), 1e-9)
        return tangents

    def _ends(self, arc: Arc, tangents: Tangents) -> list[np.ndarray | None]:
        """The tangents at both ends of an arc, where they are known, away from the end."""
        parts = frozenset((self.broad[arc.left], self.broad[arc.right]))
        ends: list[np.ndarray | None] = []
        for at, step in ((0, 1), (-1, -2)):
            tangent = tangents.get((corner_of(arc, at), parts))
            if tangent is None:
                ends.append(None)
                continue
            away = arc.corners[min(abs(step) * 8, len(arc.corners) - 1) * (1 if at == 0 else -1)] - arc.corners[at]
            ends.append(tangent if tangent @ away > 0 else -tangent)
        return ends

    def shape(self, labels: set[int]) -> str:
        """The closed path around all pixels with these labels."""
        pieces: list[Piece] = []
        for arc, cubics in self.arcs:
            inside = arc.left in labels, arc.right in labels
            if not cubics or inside[0] == inside[1]:
                continue
            start, end = corner_of(arc, 0), corner_of(arc, -1)
            pieces.append((start, end, cubics) if inside[0] else (end, start, reverse(cubics)))
        return "".join(_ring_text(ring) for ring in rings(pieces))

    def neighbours(self, labels: set[int]) -> list[tuple[int, int]]:
        """The pairs of these labels that touch, sorted."""
        pairs = {(min(arc.left, arc.right), max(arc.left, arc.right)) for arc, cubics in self.arcs if cubics}
        return sorted(pair for pair in pairs if pair[0] != pair[1] and labels.issuperset(pair))

    def border(self, first: int, second: int) -> str:
        """Open paths along the arcs between two labels."""
        return self.lines(lambda a, b: {a, b} == {first, second})

    def lines(self, wanted: Callable[[int, int], bool]) -> str:
        """Open paths along the arcs whose two labels are wanted, joined end to end."""
        chosen = [(arc, cubics) for arc, cubics in self.arcs if cubics and wanted(arc.left, arc.right)]
        return "".join(open_path(run) for run in join_runs(chosen))


def _ring_text(ring: list[Piece]) -> str:
    here = np.round(ring[0][2][0][0], 1)
    text = move_to(here)
    for _, _, cubics in ring:
        part, here = curve_to(cubics, here)
        text += part
    return text + "z"
