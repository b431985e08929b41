"""The surfaces of the muscles: of the partitioned bellies, smoothed, with few triangles, and clear of bone and skin."""

from __future__ import annotations

import fast_simplification
import numpy as np
from manifold3d import Error, Manifold, Mesh, OpType
from scipy import ndimage, sparse
from scipy.spatial import cKDTree
from skimage.measure import marching_cubes

from tools.body.bones.bone_mesh import pieces as pieces_of
from tools.body.muscles.partition import TUBED, Claim, Partition, confined
from tools.body.muscles.surroundings import CELL, Surroundings, fat
from tools.body.muscles.tables import HEADS, SHEET
from tools.body.muscles.tendons import ribbon, tendons_of
from tools.body.part import MUSCLE, Part
from tools.body.skin.surface import edges_of

_BLUR, _SMOOTHING, _SHRINK, _GROW = 0.7, 8, 0.5, -0.52
# Where a muscle has several heads, pieces smaller than this share of the largest are dropped; else all but one.
_CRUMB, _SPECK = 0.12, 0.002
_MOST_TRIANGLES, _TRIANGLES_PER_AREA = 6000, 1.6e5
_KEPT_BONE, _PUSHES = 0.0006, 12
_NEAREST = 6


def belly_surface(
    number: int, each: Claim, partition: Partition, around: Surroundings
) -> tuple[np.ndarray, np.ndarray]:
    """Points (n, 3) in metres and triangles (m, 3) of a part, facing outwards; empty if nothing is left of it."""
    field = ndimage.gaussian_filter(np.pad(confined(number, each, partition, around), 2, constant_values=0.004), _BLUR)
    field = _without_crumbs(field, _CRUMB if each.strands.part.form == HEADS else 1.0)
    if not (field < 0).any():
        return np.zeros((0, 3)), np.zeros((0, 3), int)
    points, faces, _, _ = marching_cubes(field, 0.0, gradient_direction="descent")
    faces = faces.astype(int)
    first = np.array([part.start for part in each.box])
    points = around.low + (first + points - 2 + 0.5) * CELL
    return _smoothed(points.astype(float), faces), faces


def united(pieces: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """The union of closed surfaces. Raises ValueError if one of them is not closed."""
    if len(pieces) == 1:
        return pieces[0]
    solids = [Manifold(Mesh(points.astype(np.float32), faces.astype(np.uint32))) for points, faces in pieces]
    for solid in solids:
        if solid.status() != Error.NoError:
            raise ValueError(f"a surface is not closed: {solid.status()}")
    bodies = Manifold.batch_boolean(solids, OpType.Add).decompose()
    most = max(piece.volume() for piece in bodies)
    kept = [piece for piece in bodies if piece.volume() > _SPECK * most]
    mesh = Manifold.compose(kept).to_mesh()
    return np.array(mesh.vert_properties[:, :3], float), np.array(mesh.tri_verts, int)


def part_surface(number: int, each: Claim, partition: Partition, around: Surroundings) -> tuple[np.ndarray, np.ndarray]:
    """Belly and tendons of a part as one surface."""
    strands = each.strands
    if strands.part.form == SHEET:
        return fewer(*ribbon(strands, around))
    pieces = []
    if each.strands.along[0] < 1:
        pieces = [belly_surface(number, each, partition, around)]
    if strands.part.form in TUBED:
        pieces += tendons_of(strands)
    pieces = [piece for piece in pieces if len(piece[0])]
    if not pieces:
        raise ValueError(f"figure_source/muscle_strands.csv: nothing is left of {strands.part.id}")
    points, faces = fewer(*united(pieces))
    if strands.part.form == HEADS:
        return points, faces
    # Simplifying can pinch off a sliver.
    return max(pieces_of(points, faces), key=lambda piece: len(piece[0]))


def _without_crumbs(field: np.ndarray, least: float) -> np.ndarray:
    """The field without pieces smaller than the share `least` of the largest."""
    label, count = ndimage.label(field < 0)
    if count < 2:
        return field
    sizes = np.bincount(label.ravel())
    sizes[0] = 0
    small = sizes < least * sizes.max()
    small[0] = False
    return np.where(small[label], 0.001, field)


def _smoothed(points: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Taubin's smoothing, which keeps the volume."""
    sides = np.unique(np.sort(edges_of(faces), axis=1), axis=0)
    both = np.vstack([sides, sides[:, ::-1]])
    near = sparse.coo_matrix((np.ones(len(both)), both.T), (len(points),) * 2).tocsr()
    mean = sparse.diags(1 / np.maximum(np.asarray(near.sum(axis=1)).ravel(), 1)) @ near
    for _ in range(_SMOOTHING):
        for amount in (_SHRINK, _GROW):
            points = points + amount * (mean @ points - points)
    return points


def fewer(points: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The surface with triangles in keeping with its area."""
    a, b, c = (points[faces[:, k]] for k in range(3))
    area = float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)
    wanted = int(np.clip(area * _TRIANGLES_PER_AREA, 300, _MOST_TRIANGLES))
    if wanted >= len(faces):
        return points, faces
    share = 1 - wanted / len(faces)
    out, ours = fast_simplification.simplify(points.astype(np.float32), faces.astype(np.int32), share, agg=4)
    return out.astype(float), ours.astype(int)


def cleared(points: np.ndarray, around: Surroundings, thin: float = 0.0) -> np.ndarray:
    """The points, moved out of bones and below the skin and its fat, less `thin` metres."""
    for _ in range(_PUSHES):
        short = np.clip(_KEPT_BONE - around.at(around.bone, points), 0, 0.002)
        points = points + around.slope(around.bone, points) * short[:, None]
        short = np.clip(fat(points[:, 1]) * (1 - thin) - around.at(around.depth, points), 0, 0.002)
        points = points + around.slope(around.depth, points) * short[:, None]
    return points


def finished(each: Claim, points: np.ndarray, faces: np.ndarray) -> Part:
    """The part with tendon tone and fibres at its points."""
    strands, part = each.strands, each.strands.part
    used = strands.used
    tree = cKDTree(strands.x[used])
    along = np.broadcast_to(strands.along, used.shape)[used]
    apart, near = tree.query(points, k=_NEAREST)
    share = 1 / (apart + 0.001) ** 3
    share /= share.sum(axis=1, keepdims=True)
    fibre = (strands.tangent[used][near] * share[..., None]).sum(axis=1)
    fibre /= np.maximum(np.linalg.norm(fibre, axis=1, keepdims=True), 1e-9)
    v = (along[near] * share).sum(axis=1)
    distal = np.clip((v - 0.88) / 0.12, 0, 1)
    proximal = np.zeros_like(v) if part.fleshy else np.clip((0.06 - v) / 0.1, 0, 1)
    tone = np.maximum(distal, proximal)
    return Part(part.muscle or part.id, MUSCLE, points, faces, tendon=tone * tone * (3 - 2 * tone), fibre=fibre)
