"""Arcs made smooth: the silhouette as a whole first, then the borders, hung on it."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from scipy.ndimage import gaussian_filter1d

from atlas.geometry.arcs import Arc, Corner, trace


def smooth_ring(run: np.ndarray, sigma: float) -> np.ndarray:
    """A closed run (last point = first) without its stairs."""
    sigma = min(sigma, (len(run) - 1) / 10)
    out = gaussian_filter1d(run[:-1], sigma, axis=0, mode="wrap")
    return np.vstack([out, out[:1]])


def smooth_run(
    run: np.ndarray, sigma: float, start: np.ndarray | None = None, end: np.ndarray | None = None
) -> np.ndarray:
    """An open run without its stairs, from exactly `start` to exactly `end` (default: its own ends)."""
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
    labels: np.ndarray, broad: np.ndarray, sigma: float, outline_sigma: float
) -> list[tuple[Arc, np.ndarray]]:
    """The arcs of `labels`, smoothed. What also parts the `broad` labels (silhouette, cut) is smoothed as one line.

    `broad` must be a coarsening of `labels`: where it changes, `labels` changes too.
    """
    moved: dict[tuple[int, int], np.ndarray] = {}
    for arc in trace(broad):
        out = smooth_ring(arc.corners, outline_sigma) if arc.closed else smooth_run(arc.corners, outline_sigma)
        moved.update(zip(_keys(arc), out, strict=True))

    arcs = trace(labels)
    on_broad = [all(key in moved for key in _keys(arc)) for arc in arcs]
    junctions = _junctions(arcs, on_broad, moved, sigma)
    done = []
    for arc, outer in zip(arcs, on_broad, strict=True):
        keys = _keys(arc)
        if outer:
            done.append((arc, np.array([moved[key] for key in keys])))
        elif arc.closed:
            done.append((arc, smooth_ring(arc.corners, sigma)))
        else:
            done.append((arc, smooth_run(arc.corners, sigma, junctions[keys[0]], junctions[keys[-1]])))
    return done


def _keys(arc: Arc) -> list[Corner]:
    return [(x, y) for x, y in arc.corners.astype(int).tolist()]


def _junctions(
    arcs: list[Arc], on_broad: list[bool], moved: dict[Corner, np.ndarray], sigma: float
) -> dict[Corner, np.ndarray]:
    """Where nodes come to lie: on the smoothed silhouette, or amid the first stretch of their arcs."""
    near = defaultdict(list)
    for arc, outer in zip(arcs, on_broad, strict=True):
        if outer or arc.closed:
            continue
        stretch = max(1, min(int(sigma), len(arc.corners) // 2))
        keys = _keys(arc)
        near[keys[0]].append(arc.corners[:stretch].mean(axis=0))
        near[keys[-1]].append(arc.corners[-stretch:].mean(axis=0))
    return {corner: moved.get(corner, np.mean(points, axis=0)) for corner, points in near.items()}
