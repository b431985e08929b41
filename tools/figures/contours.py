"""Lines inside the outline: edges where nearer skin hides farther skin."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import numpy as np
from scipy import ndimage

from tools.figures.arcs import Corner
from tools.figures.camera import Picture

# In metres: a depth step that starts an edge, and one that continues it.
EDGE, FAINT = 0.0022, 0.0008
# A run with both ends free inside the skin must be this many times longer.
LOOSE = 4


def _depth_steps(depth: np.ndarray, skin: np.ndarray) -> np.ndarray:
    """For each pixel, how much deeper the step to the next pixel in its row is than the neighbouring steps."""
    step = np.abs(np.diff(depth, axis=1))
    sound = skin[:, 1:] & skin[:, :-1]
    step = np.where(sound, step, 0)
    beside = np.pad(step, ((0, 0), (1, 1)))
    return step - beside[:, :-2] - beside[:, 2:]


def _runs_between_forks(steps: dict[Corner, list[Corner]]) -> list[list[Corner]]:
    """The runs between ends and forks."""
    done: set[frozenset[Corner]] = set()
    found = []
    for start in sorted(steps, key=lambda corner: (len(steps[corner]) == 2, corner)):
        for ahead in steps[start]:
            run = [start]
            here = ahead
            while frozenset((run[-1], here)) not in done:
                done.add(frozenset((run[-1], here)))
                run.append(here)
                onward = [corner for corner in steps[here] if frozenset((here, corner)) not in done]
                if len(steps[here]) != 2 or not onward:
                    break
                here = onward[0]
            if len(run) > 1:
                found.append(run)
    return found


def depth_edges(picture: Picture, skin: np.ndarray, shortest: float, inside: float) -> list[np.ndarray]:
    """Runs of pixel corners along which nearer skin hides farther skin.

    All are at least `shortest` pixels long, with their median more than `inside` pixels from the edge of the skin.
    """
    across = _depth_steps(picture.depth, skin) / picture.scale
    down = _depth_steps(picture.depth.T, skin.T).T / picture.scale
    steps: dict[Corner, list[Corner]] = defaultdict(list)
    deep = {}
    for values, direction in ((across, (1, 0)), (down, (0, 1))):
        for y, x in np.argwhere(values > FAINT).tolist():
            start = (x + direction[0], y + direction[1])
            end = (x + 1, y + 1)
            steps[start].append(end)
            steps[end].append(start)
            deep[frozenset((start, end))] = values[y, x] > EDGE
    _bridge(steps, 3)
    for _ in range(2):
        for run in _runs_between_forks(steps):
            if len(run) < shortest / 3 and min(len(steps[run[0]]), len(steps[run[-1]])) == 1:
                for a, b in pairwise(run):
                    steps[a].remove(b)
                    steps[b].remove(a)
        steps = defaultdict(list, {corner: near for corner, near in steps.items() if near})
    runs = []
    inner = ndimage.distance_transform_edt(skin)
    for run in _runs_between_forks(steps):
        middle = np.median([inner[y, x] for x, y in run])
        sides = [deep.get(frozenset(pair), False) for pair in pairwise(run)]
        loose = all(len(steps[end]) == 1 and inner[end[1], end[0]] > inside for end in (run[0], run[-1]))
        if len(run) >= shortest * (LOOSE if loose else 1) and middle > inside and sum(sides) > 0.35 * len(sides):
            runs.append(np.array(run, float))
    return runs


def _bridge(steps: dict[Corner, list[Corner]], reach: int) -> None:
    """Join ends that are at most `reach` corners apart along the pixel sides between them."""
    ends = sorted(corner for corner, near in steps.items() if len(near) == 1)
    for n, (x, y) in enumerate(ends):
        for u, v in ends[n + 1 :]:
            if u - x > reach:
                break
            if 0 < abs(u - x) + abs(v - y) <= reach and (u, v) not in steps[x, y]:
                path = [(k, y) for k in range(x, u + 1)]
                path += [(u, k) for k in range(y, v, 1 if v > y else -1)][1:] + ([(u, v)] if v != y else [])
                for a, b in pairwise(path):
                    if b not in steps[a]:
                        steps[a].append(b)
                        steps[b].append(a)
                break
