"""Smoothing of arcs: the silhouette first, then the borders that end on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy import ndimage
from scipy.ndimage import gaussian_filter1d
from scipy.spatial import cKDTree

from tools.figures.arcs import Arc, Corner, trace

# An arc within this many pixels of an edge runs along it.
NEAR_EDGE = 4.5


def smooth_ring(run: np.ndarray, sigma: float) -> np.ndarray:
    """A closed run (last point = first) without pixel steps."""
    sigma = min(sigma, (len(run) - 1) / 10)
    out = gaussian_filter1d(run[:-1], sigma, axis=0, mode="wrap")
    return np.vstack([out, out[:1]])


def smooth_run(
    run: np.ndarray, sigma: float, start: np.ndarray | None = None, end: np.ndarray | None = None
) -> np.ndarray:
    """An open run without pixel steps, from exactly `start` to exactly `end` (default: its own ends)."""
    count = len(run)
    start = run[0] if start is None else start
    end = run[-1] if end is None else end
    # The move of each end fades out along the run, over a few sigmas.
    reach = max(min(4 * sigma, count / 2), 1)
    along = np.arange(count)[:, None]
    run = run + (start - run[0]) * np.exp(-((along / reach) ** 2))
    run = run + (end - run[-1]) * np.exp(-(((count - 1 - along) / reach) ** 2))
    if count > 3:
        sigma = min(sigma, count / 6)
        wide = min(int(4 * sigma) + 1, count - 1)
        before = 2 * start - run[wide:0:-1]
        after = 2 * end - run[-2 : -wide - 2 : -1]
        run = gaussian_filter1d(np.vstack([before, run, after]), sigma, axis=0)[wide : wide + count]
    run[0], run[-1] = start, end
    return run


def smooth_arcs(
    labels: np.ndarray, broad: np.ndarray, sigma: float, outline_sigma: float, edges: Sequence[np.ndarray] = ()
) -> tuple[list[tuple[Arc, np.ndarray]], list[np.ndarray]]:
    """The arcs of `labels`, and the `edges`, smoothed. Arcs that also separate `broad` labels are smoothed as one line.

    `broad` must be a coarsening of `labels`: where it changes, `labels` changes too. `edges` are runs of pixel corners;
    the part of an arc that follows an edge lies on it exactly.
    """
    moved: dict[Corner, np.ndarray] = {}
    for arc in trace(broad):
        out = smooth_ring(arc.corners, outline_sigma) if arc.closed else smooth_run(arc.corners, outline_sigma)
        moved.update(zip(_keys(arc.corners), out, strict=True))
    done_edges = []
    for edge in edges:
        keys = _keys(edge)
        done_edges.append(smooth_run(edge, outline_sigma, moved.get(keys[0]), moved.get(keys[-1])))
        for key, point in zip(keys, done_edges[-1], strict=True):
            moved.setdefault(key, point)

    arcs = trace(labels)
    on_broad = [all(key in moved for key in _keys(arc.corners)) for arc in arcs]
    if done_edges:
        # Tidying may have shifted a border by a pixel or two from the edge that it runs along.
        shape = np.vstack(done_edges)
        tree = cKDTree(np.vstack(list(edges)))
        for arc in arcs:
            off, near = tree.query(arc.corners, distance_upper_bound=NEAR_EDGE)
            for key, here, n in zip(_keys(arc.corners), off, near, strict=True):
                if here < NEAR_EDGE:
                    moved.setdefault(key, shape[n])
    junctions = _junctions(arcs, on_broad, moved, sigma)
    done = []
    for arc, outer in zip(arcs, on_broad, strict=True):
        keys = _keys(arc.corners)
        if outer:
            done.append((arc, np.array([moved[key] for key in keys])))
        elif arc.closed:
            done.append((arc, smooth_ring(arc.corners, sigma)))
        else:
            done.append((arc, _smooth_between_fixed(arc.corners, keys, moved, junctions, sigma)))
    return done, done_edges


def _smooth_between_fixed(run: np.ndarray, keys: list[Corner], moved, junctions, sigma: float) -> np.ndarray:
    """A run smoothed between the stretches that are already fixed, each at least one sigma long."""
    laid, count = ndimage.label([key in moved for key in keys])
    fixed = {0: junctions[keys[0]], len(run) - 1: junctions[keys[-1]]}
    for piece in range(1, count + 1):
        at = np.flatnonzero(laid == piece)
        if len(at) > sigma:
            fixed.update({int(k): moved[keys[k]] for k in at})
    out = run.copy()
    for start, end in pairwise(sorted(fixed)):
        out[start : end + 1] = smooth_run(run[start : end + 1], sigma, fixed[start], fixed[end])
    return smooth_run(out, sigma / 3)


def _keys(corners: np.ndarray) -> list[Corner]:
    return [(x, y) for x, y in corners.astype(int).tolist()]


def _junctions(
    arcs: list[Arc], on_broad: list[bool], moved: dict[Corner, np.ndarray], sigma: float
) -> dict[Corner, np.ndarray]:
    """Node → its position: on the smoothed silhouette, or in the middle of the first stretches of its arcs."""
    near: dict[Corner, list[np.ndarray]] = defaultdict(list)
    for arc, outer in zip(arcs, on_broad, strict=True):
        if outer or arc.closed:
            continue
        stretch = max(1, min(int(sigma), len(arc.corners) // 2))
        keys = _keys(arc.corners)
        near[keys[0]].append(arc.corners[:stretch].mean(axis=0))
        near[keys[-1]].append(arc.corners[-stretch:].mean(axis=0))
    return {corner: moved[corner] if corner in moved else np.mean(points, axis=0) for corner, points in near.items()}
