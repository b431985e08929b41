"""Arcs joined end to end: closed rings around shapes, and open runs as long as possible."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np

from tools.figures.arcs import Arc, Corner
from tools.figures.curves import Cubic, reverse

Piece = tuple[Corner, Corner, list[Cubic]]


def corner_of(arc: Arc, at: int) -> Corner:
    """The corner at one end of an arc."""
    x, y = arc.corners[at].astype(int).tolist()
    return x, y


def rings(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces as closed rings. At a fork, the piece with the smallest angle continues the ring."""
    waiting: dict[Corner, list[Piece]] = defaultdict(list)
    for piece in pieces:
        waiting[piece[0]].append(piece)
    found: list[list[Piece]] = []
    for first in pieces:
        if not any(piece is first for piece in waiting[first[0]]):
            continue
        ring: list[Piece] = []
        following: Piece | None = first
        while following is not None:
            last = following
            waiting[last[0]] = [other for other in waiting[last[0]] if other is not last]
            ring.append(last)
            ahead = [] if last[1] == first[0] else waiting[last[1]]
            following = min(ahead, key=functools.partial(_turn, last), default=None)
        found.append(ring)
    return found


def _turn(before: Piece, after: Piece) -> float:
    a = before[2][-1][3] - before[2][-1][2]
    b = after[2][0][1] - after[2][0][0]
    return float(np.arctan2(a[0] * b[1] - a[1] * b[0], a @ b))


@dataclass
class _Run:
    start: Corner
    end: Corner
    cubics: list[Cubic]


def join_runs(chosen: list[tuple[Arc, list[Cubic]]]) -> list[list[Cubic]]:
    """The arcs joined into runs as long as possible, for shorter path text and no gaps at round joins."""
    runs = [_Run(corner_of(arc, 0), corner_of(arc, -1), cubics) for arc, cubics in chosen]
    uses = Counter(corner for run in runs for corner in (run.start, run.end))
    joined = True
    while joined:
        joined = False
        for run in runs:
            for other in runs:
                if other is run or run.start == run.end or other.start == other.end or uses[run.end] != 2:
                    continue
                if run.end == other.end:
                    other.start, other.end, other.cubics = other.end, other.start, reverse(other.cubics)
                if run.end == other.start:
                    run.end, run.cubics = other.end, run.cubics + other.cubics
                    runs = [kept for kept in runs if kept is not other]
                    joined = True
                    break
            if joined:
                break
    return [run.cubics for run in runs]
