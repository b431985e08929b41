"""Shapes and lines of a traced raster, written as SVG paths whose neighbours share every point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from tools.figures.arc_joining import Piece, corner_of, joined, rings
from tools.figures.arc_smoothing import smooth_arcs
from tools.figures.arcs import Arc
from tools.figures.curves import Cubic, fit, reverse
from tools.figures.paths import curve_to, move_to, open_path

# A border on the skin is our reading, so it need not be followed as closely as the outline.
BORDER_TOLERANCE = 1.8


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
            within = self.broad[arc.left] == self.broad[arc.right]
            self.arcs.append((arc, fit(run * units, tolerance * (BORDER_TOLERANCE if within else 1), *ends)))

    def _tangents(self, smoothed) -> dict[tuple[int, int], list[tuple[tuple[int, int], np.ndarray]]]:
        """At each node, the two ways the smooth line between two broad labels runs on, by what it parts."""
        found = defaultdict(lambda: defaultdict(list))
        for arc, run in smoothed:
            parts = frozenset((self.broad[arc.left], self.broad[arc.right]))
            if arc.closed or len(parts) < 2:
                continue
            wide = min(3, len(run) - 1)
            found[corner_of(arc, 0)][parts].append(run[wide] - run[0])
            found[corner_of(arc, -1)][parts].append(run[-1 - wide] - run[-1])
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
            known = tangents.get((corner_of(arc, at), parts))
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
            start, end = corner_of(arc, 0), corner_of(arc, -1)
            pieces.append((start, end, cubics) if inside[0] else (end, start, reverse(cubics)))
        return "".join(_ring_text(ring) for ring in rings(pieces))

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
        return "".join(open_path(run) for run in joined(chosen))


def _ring_text(ring: list[Piece]) -> str:
    here = np.round(ring[0][2][0][0], 1)
    text = move_to(here)
    for _, _, cubics in ring:
        part, here = curve_to(cubics, here)
        text += part
    return text + "z"
