"""Territories: the skin enclosed by borders, with straightened and softened edges."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from tools.body.skin.geodesics import BorderError, BorderPath
from tools.body.skin.surface import averaging, edges_of

CRUMB = 0.001
# How far a border along mesh edges may stray from its plane: in metres, and as a share of its length.
STAIRS, STAIRS_SHARE = 0.008, 0.18
# The share of points that the plane may put on the wrong side.
DISSENT = 0.15


def fill(
    corners: np.ndarray, paths: list[list[int]], seeds: dict[str, list[int]], share_bare: float = CRUMB
) -> np.ndarray:
    """The territory (its index in `seeds`) of each triangle; -1 for crumbs, tiny pieces between borders.

    Raises BorderError if two territories leak into each other, or a larger piece of skin belongs to none.
    """
    sides, at = np.unique(np.sort(edges_of(corners), axis=1), axis=0, return_inverse=True)
    key = sides[:, 0] * (sides.max() + 1) + sides[:, 1]
    steps = np.array([sorted(pair) for path in paths for pair in pairwise(path) if pair[0] != pair[1]])
    wall = np.isin(key, steps[:, 0] * (sides.max() + 1) + steps[:, 1])
    triangle = np.repeat(np.arange(len(corners)), 3)
    order = np.argsort(at.reshape(-1), kind="stable")
    side, owner = at.reshape(-1)[order], triangle[order]
    pair = (side[:-1] == side[1:]) & ~wall[side[:-1]]
    links = sparse.coo_matrix((np.ones(pair.sum()), (owner[:-1][pair], owner[1:][pair])), (len(corners),) * 2)
    _, piece = connected_components(links, directed=False)

    at_point: dict[int, set[int]] = {}
    for territory, points in enumerate(seeds.values()):
        for point in points:
            for number in np.unique(piece[(corners == point).any(axis=1)]):
                at_point.setdefault(int(number), set()).add(territory)
    names = list(seeds)
    faults = [
        "borders leak between " + ", ".join(names[k] for k in sorted(found))
        for found in at_point.values()
        if len(found) > 1
    ]
    sizes = np.bincount(piece)
    label = np.full(len(sizes), -1)
    for number, found in at_point.items():
        label[number] = min(found)
    bare = [number for number in np.flatnonzero(label < 0) if sizes[number] > share_bare * len(corners)]
    faults += [f"a piece of skin of {sizes[n]} triangles lies in no territory's borders" for n in bare]
    if faults:
        raise BorderError("; ".join(faults))
    return label[piece]


def assign_crumbs(label: np.ndarray, middles: np.ndarray) -> np.ndarray:
    """The labels, with crumbs given to the nearest territory."""
    known = label >= 0
    nearest = cKDTree(middles[known]).query(middles[~known])[1]
    label = label.copy()
    label[~known] = label[known][nearest]
    return label


def point_shares(label: np.ndarray, corners: np.ndarray, count: int, points: int) -> np.ndarray:
    """The share of each territory at each point (points, territories), by the triangles around it."""
    share = np.zeros((points, count))
    for k in range(3):
        np.add.at(share, (corners[:, k], label), 1)
    return share / np.maximum(share.sum(axis=1, keepdims=True), 1)


def straighten_borders(share: np.ndarray, points: np.ndarray, borders: list[BorderPath]) -> np.ndarray:
    """The shares without steps along mesh edges: near a border, its plane decides which side a point is on."""
    out = share.copy()
    tree = cKDTree(points)
    for border in borders:
        beside = np.argsort(share[border.points].sum(axis=0))[-2:]
        stairs = min(STAIRS, STAIRS_SHARE * float(np.linalg.norm(border.chord)))
        near = np.unique(np.concatenate(tree.query_ball_point(points[border.points], 1.3 * stairs)).astype(int))
        off = (points[near] - border.first) @ border.across
        along = (points[near] - border.first) @ border.chord / max(float(border.chord @ border.chord), 1e-12)
        two = share[near][:, beside]
        ours = (np.abs(off) < stairs) & (along > 0) & (along < 1) & (two.sum(axis=1) > 0.999)
        lean = (off * (two[:, 1] - two[:, 0]))[ours]
        turn = np.sign(lean.sum())
        # Where the skin curves too much for one plane, the path along the mesh is better.
        if (turn * lean < 0).sum() > DISSENT * len(lean):
            continue
        part = np.clip(0.5 + turn * off[ours] / (stairs / 2), 0, 1)
        out[near[ours][:, None], beside] = np.stack([1 - part, part], axis=1)
    return out


def soften(share: np.ndarray, quads: np.ndarray, rounds: int) -> np.ndarray:
    """The shares, spread slightly along the skin, so that corners are round."""
    spread = averaging(quads, len(share))
    for _ in range(rounds):
        share = spread @ share
    return share.astype(np.float32)
