"""Folds of the skin: the lines where the surface itself turns away from the viewer, found on the mesh."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from scipy import ndimage

from atlas.geometry.camera import Picture
from atlas.geometry.smoothing import smooth_run

Side = tuple[int, int]


def _crossings(picture: Picture, facing: np.ndarray) -> tuple[dict[Side, np.ndarray], list[list[Side]]]:
    corners = picture.corners
    turned = facing[corners] > 0
    mixed = corners[turned.any(axis=1) & ~turned.all(axis=1)]
    points, links = {}, []
    for triangle in mixed.tolist():
        link = []
        for i, j in zip(triangle, triangle[1:] + triangle[:1], strict=True):
            if (facing[i] > 0) == (facing[j] > 0):
                continue
            side = (min(i, j), max(i, j))
            share = facing[side[0]] / (facing[side[0]] - facing[side[1]])
            points[side] = picture.points[side[0]] * (1 - share) + picture.points[side[1]] * share
            link.append(side)
        links.append(link)
    return points, links


def _chains(points, links) -> list[np.ndarray]:
    at = defaultdict(list)
    for link in links:
        for k in (0, 1):
            at[link[k]].append(link[1 - k])
    chains, left = [], set(points)
    for start in sorted(points, key=lambda side: (len(at[side]), side)):
        if start not in left:
            continue
        chain, here = [start], start
        left.discard(start)
        while True:
            here = next((side for side in at[here] if side in left), None)
            if here is None:
                break
            left.discard(here)
            chain.append(here)
        if len(at[start]) == 2 and chain[-1] in at[start] and len(chain) > 2:
            chain.append(start)
        chains.append(np.array([points[side] for side in chain]))
    return chains


def _dense(chain: np.ndarray) -> np.ndarray:
    """A point each pixel or so."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(chain[:, :2], axis=0), axis=1))]
    if along[-1] < 2:
        return chain[:0]
    even = np.linspace(0, along[-1], int(along[-1]) + 1)
    return np.stack([np.interp(even, along, chain[:, k]) for k in range(3)], axis=1)


def folds(picture: Picture, facing: np.ndarray, jump: float, shortest: float, sigma: float) -> list[np.ndarray]:
    """Visible folds inside the outline, as smooth runs of pixels.

    `facing` is how much each skin point faces the viewer. A fold counts only where what it hides lies more than `jump`
    pixels behind it, and for longer than `shortest` pixels: the rest is clutter.
    """
    skin = picture.seen >= 0
    inner = ndimage.distance_transform_edt(skin) > 7
    depth = np.where(skin, picture.depth, picture.depth[skin].min())
    farthest = ndimage.minimum_filter(depth, 11)
    around = ndimage.minimum_filter(depth, 3)
    runs = []
    for chain in _chains(*_crossings(picture, facing)):
        dense = _dense(chain)
        if not len(dense):
            continue
        x = np.clip(np.round(dense[:, 0]).astype(int), 0, picture.wide - 1)
        y = np.clip(np.round(dense[:, 1]).astype(int), 0, picture.high - 1)
        # A point that something hides has nothing but nearer skin about it.
        shown = around[y, x] < dense[:, 2] + jump / 2
        shown &= (dense[:, 2] - farthest[y, x] > jump) & inner[y, x]
        shown = ndimage.binary_closing(np.pad(shown, 8), np.ones(9))[8:-8]
        pieces, count = ndimage.label(shown)
        for piece in range(1, count + 1):
            run = dense[pieces == piece][:, :2]
            if len(run) >= shortest:
                runs.append(smooth_run(run, sigma))
    return runs
