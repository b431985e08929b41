"""What the mesh is too smooth to show, raised or sunk along strokes on the skin, and the creases drawn along some."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter1d
from scipy.spatial import cKDTree

from tools.figures.body import Body
from tools.figures.figure_config import Recipe, Stroke
from tools.figures.landmarks import direction_of, first_hit, origin_on
from tools.figures.surface import averaging

STEP = 0.002
# The side of a stroke is steeper than a bell's, so that a bone's edge reads as an edge.
STEEP = 2.6
# A stroke works only on skin that looks the same way, not on the toe beside it.
SAME_WAY = 0.2
NEAREST = 6


@dataclass(frozen=True)
class Crease:
    """A line on the skin, at rest, with the points of the mesh that carry it along."""

    points: np.ndarray
    near: np.ndarray
    share: np.ndarray

    def posed(self, rest: np.ndarray, posed: np.ndarray) -> np.ndarray:
        """The line on the skin in a pose; `rest` are the mesh's points that it was found on."""
        return self.points + ((posed - rest)[self.near] * self.share[:, :, None]).sum(axis=1)


def _followed(stroke: Stroke, recipe: Recipe, body: Body) -> tuple[np.ndarray, np.ndarray]:
    """Points each step along a stroke, laid on the skin, and how high it is there."""
    hits = []
    for name, along, degrees in stroke.through:
        axis = recipe.axes[name]
        hit = first_hit(origin_on(axis, along, body.joints), direction_of(axis, degrees), body.points, body.corners)
        if hit is None:
            raise ValueError(f"figure_source/relief.csv: {stroke.id}: nothing is met at {name} {along} {degrees}")
        hits.append(hit)
    hits = np.array(hits)
    if len(hits) == 1:
        return hits, stroke.high[:1]
    at = np.r_[0, np.cumsum(np.linalg.norm(np.diff(hits, axis=0), axis=1))]
    even = np.linspace(0, at[-1], max(3, round(at[-1] / STEP)))
    line = PchipInterpolator(at, hits)(even)
    tree = cKDTree(body.points)
    for _ in range(2):
        distance, near = tree.query(line, k=4)
        share = 1 / np.maximum(distance, 1e-5)
        laid = (body.points[near] * (share / share.sum(axis=1, keepdims=True))[:, :, None]).sum(axis=1)
        line = gaussian_filter1d(laid, 2.5, axis=0, mode="nearest")
    return line, PchipInterpolator(at, stroke.high)(even)


def modelled(recipe: Recipe, body: Body) -> tuple[Body, list[Crease]]:
    """The body with every stroke of figure_source/relief.csv raised or sunk, and the creases to be drawn on it."""
    smooth = averaging(body.quads, len(body.points))
    normal = body.normals()
    for _ in range(8):
        normal = smooth @ normal
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
    tree = cKDTree(body.points)
    lift = np.zeros(len(body.points))
    creases = []
    for stroke in recipe.relief:
        line, high = _followed(stroke, recipe, body)
        reach = np.unique(np.concatenate(tree.query_ball_point(line, 1.9 * stroke.wide)).astype(int))
        off, nearest = cKDTree(line).query(body.points[reach])
        _, under = tree.query(line)
        alike = np.clip(((normal[reach] * normal[under[nearest]]).sum(axis=1) - SAME_WAY) / 0.4, 0, 1)
        lift[reach] += alike * high[nearest] * np.exp(-((off / stroke.wide) ** STEEP))
        if stroke.line:
            distance, near = tree.query(line, k=NEAREST)
            share = 1 / np.maximum(distance, 1e-4)
            creases.append(Crease(line, near, share / share.sum(axis=1, keepdims=True)))
    for _ in range(2):
        lift = smooth @ lift
    raised = replace(body, points=body.points + normal * lift[:, None])
    carried = [replace(crease, points=crease.posed(body.points, raised.points)) for crease in creases]
    return raised, carried
