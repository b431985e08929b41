"""A raster of labels as a planar graph: arcs between nodes, each shared by the two shapes on its sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Corner = tuple[int, int]


@dataclass
class Arc:
    """A run of pixel corners with one label on its left and one on its right (y points down)."""

    corners: np.ndarray
    left: int
    right: int

    @property
    def closed(self) -> bool:
        """Whether it is a ring without nodes."""
        return bool((self.corners[0] == self.corners[-1]).all())


def _steps(labels: np.ndarray) -> dict[Corner, list[tuple[Corner, int, int]]]:
    padded = np.zeros((labels.shape[0] + 2, labels.shape[1] + 2), labels.dtype)
    padded[1:-1, 1:-1] = labels
    steps: dict[Corner, list[tuple[Corner, int, int]]] = {}

    def add(start: Corner, end: Corner, left: int, right: int) -> None:
        steps.setdefault(start, []).append((end, left, right))
        steps.setdefault(end, []).append((start, right, left))

    for y, x in np.argwhere(padded[:, :-1] != padded[:, 1:]).tolist():
        add((x, y - 1), (x, y), int(padded[y, x + 1]), int(padded[y, x]))
    for y, x in np.argwhere(padded[:-1] != padded[1:]).tolist():
        add((x - 1, y), (x, y), int(padded[y, x]), int(padded[y + 1, x]))
    return steps


def trace(labels: np.ndarray) -> list[Arc]:
    """All arcs of a raster. Corner (x, y) is the upper left one of pixel (x, y).

    >>> import numpy as np
    >>> [(arc.closed, len(arc.corners)) for arc in trace(np.ones((2, 3), int))]
    [(True, 11)]
    """
    steps = _steps(labels)
    nodes = {corner for corner, out in steps.items() if len(out) != 2 or {*out[0][1:]} != {*out[1][1:]}}
    done: set[tuple[Corner, Corner]] = set()
    arcs = []

    def walk(start: Corner, step: tuple[Corner, int, int]) -> None:
        end, left, right = step
        run = [start, end]
        done.update([(start, end), (end, start)])
        while end not in nodes:
            ahead = next((step for step in steps[end] if (end, step[0]) not in done), None)
            if ahead is None:
                break
            done.update([(end, ahead[0]), (ahead[0], end)])
            end = ahead[0]
            run.append(end)
        arcs.append(Arc(np.array(run, float), left, right))

    for corner in [*nodes, *(corner for corner in steps if corner not in nodes)]:
        for step in steps[corner]:
            if (corner, step[0]) not in done:
                walk(corner, step)
    return arcs
