"""Surface detail that the mesh lacks: ridges and hollows along lines drawn on the skin (strokes)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter1d
from scipy.spatial import cKDTree

from tools.body.skin.landmarks import direction_of, first_hit, origin_on
from tools.body.skin.skin_mesh import SkinMesh
from tools.body.skin.surface import averaging
from tools.body.tables import FigureConfig, Stroke

STEP = 0.002
# The profile is steeper than a Gaussian, so that the edge of a bone is visible.
STEEP = 2.6
# A stroke changes only skin that faces the same direction as the stroke, so not the skin of the next toe.
SAME_WAY = 0.2


def _lay_on_skin(stroke: Stroke, config: FigureConfig, body: SkinMesh) -> tuple[np.ndarray, np.ndarray]:
    """Points on the skin along a stroke, and the height of the stroke at each point."""
    found = []
    for name, along, degrees in stroke.through:
        axis = config.axes[name]
        hit = first_hit(origin_on(axis, along, body.joints), direction_of(axis, degrees), body.points, body.corners)
        if hit is None:
            raise ValueError(
                f"figure_source/relief.csv: {stroke.id}: the ray at {name} {along} {degrees} does not meet the skin"
            )
        found.append(hit)
    hits = np.array(found)
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


def add_surface_detail(config: FigureConfig, body: SkinMesh) -> SkinMesh:
    """The body with the strokes of the table `relief`.

    Raises ValueError if a stroke has a point that is not on the skin.
    """
    smooth = averaging(body.quads, len(body.points))
    normal = body.normals()
    for _ in range(8):
        normal = smooth @ normal
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
    tree = cKDTree(body.points)
    lift = np.zeros(len(body.points))
    for stroke in config.relief:
        line, high = _lay_on_skin(stroke, config, body)
        reach = np.unique(np.concatenate(tree.query_ball_point(line, 1.9 * stroke.wide)).astype(int))
        off, nearest = cKDTree(line).query(body.points[reach])
        _, under = tree.query(line)
        alike = np.clip(((normal[reach] * normal[under[nearest]]).sum(axis=1) - SAME_WAY) / 0.4, 0, 1)
        lift[reach] += alike * high[nearest] * np.exp(-((off / stroke.wide) ** STEEP))
    for _ in range(2):
        lift = smooth @ lift
    return replace(body, points=body.points + normal * lift[:, None])
