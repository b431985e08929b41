"""Fitted arcs put end to end: closed rings round a shape, and open runs as long as possible."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from tools.figures.arcs import Arc, Corner
from tools.figures.curves import Cubic, reverse

Piece = tuple[Corner, Corner, list[Cubic]]


def corner_of(arc: Arc, at: int) -> Corner:
    """The corner at one end of an arc."""
    return tuple(arc.corners[at].astype(int).tolist())


def rings(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces in closed rounds; where several go on, the one that turns most to one side comes next."""
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


def joined(chosen: list[tuple[Arc, list[Cubic]]]) -> list[list[Cubic]]:
    """Runs as long as possible: fewer starts are shorter text and no gaps at round joins."""
    runs = [[corner_of(arc, 0), corner_of(arc, -1), cubics] for arc, cubics in chosen]
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
