"""The bones inside the skin: read or modelled, smoothed and placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.body.bones.bone_mesh import coarsened, pieces, read_stl, rounded
from tools.body.bones.discs import build_disc
from tools.body.bones.skeleton import BonePlace, BonePoint, BoneRow, Skeleton
from tools.body.bones.solids import build_solid
from tools.body.skin.containment import SkinDepth, push_inside
from tools.body.skin.mesh_package import mesh_folder
from tools.body.skin.skin_mesh import SkinMesh, rotation
from tools.body.tables import FigureConfig

# In the package, x points forward and z to the right; in the skin, z points forward and x to the left.
AXES = np.array([[0, 0, -1], [0, 1, 0], [1, 0, 0]], float)
_COARSE_ROUNDS = 1


@dataclass(frozen=True)
class Bone:
    """One bone: `points` (n, 3) in metres in the skin's rest space, `faces` (m, 3) as triangles that face outwards.

    `kind` is bone, vertebra or disc. A `mirrored` bone belongs to the half of the body that is not drawn.
    """

    id: str
    kind: str
    points: np.ndarray
    faces: np.ndarray
    name: str = ""
    mirrored: bool = False


def _anchor(spot: tuple[str, np.ndarray], joints: dict[str, np.ndarray]) -> np.ndarray:
    joint, offset = spot
    return joints[joint] + offset


def place_bone(points: np.ndarray, place: BonePlace, joints: dict[str, np.ndarray]) -> np.ndarray:
    """Points of a mesh moved to their place.

    With one anchor, the mesh is scaled and pitched about it. With two, they are mapped to two points; `scale` is then
    the ratio of girth to length, at one end and, if it differs, at the other.
    """
    start, to = place.start[0], _anchor(place.to[0], joints)
    if len(place.start) == 1:
        return ((points - start) * place.scale) @ rotation(np.array([1.0, 0, 0]), place.pitch).T + to
    along, wanted = place.start[1] - start, _anchor(place.to[1], joints) - to
    old, new = (vector / np.linalg.norm(vector) for vector in (along, wanted))
    rise = (points - start) @ old
    across = (points - start) - np.outer(rise, old)
    stretch = float(np.linalg.norm(wanted) / np.linalg.norm(along))
    girth = np.interp(rise, [0.0, float(np.linalg.norm(along))], place.scale[[0, -1]])
    straight = (across * girth[:, None] + np.outer(rise, old)) * stretch
    axis = np.cross(old, new)
    angle = np.degrees(np.arctan2(np.linalg.norm(axis), old @ new))
    if np.linalg.norm(axis) < 1e-9:  # parallel: any perpendicular axis works
        axis = np.cross(old, np.eye(3)[np.argmin(np.abs(old))])
    straight = straight @ rotation(axis, angle).T
    return straight @ rotation(new, place.pitch).T + to


def _mesh_of(row: BoneRow, folder: Path, tables: Skeleton, fine: bool) -> tuple[np.ndarray, np.ndarray]:
    """Points in the skin's axes, at the package's position and size, and triangles: of the mesh, the bars, or both."""
    mesh: tuple[np.ndarray, np.ndarray] | None = None
    if row.mesh:
        points, faces = read_stl(folder / row.mesh)
        if row.piece is not None:
            points, faces = pieces(points, faces)[row.piece]
        kept = fine or row.id in tables.bars
        points, faces = rounded(points, faces, row.rounds if kept else min(row.rounds, _COARSE_ROUNDS))
        mesh = points @ AXES.T, faces
    bars = tables.bars.get(row.id, [])
    if mesh is not None and not bars:
        return mesh
    solid = build_solid(bars, float(tables.package["cell"]), mesh)
    return solid if fine else coarsened(*solid, float(tables.package["coarse_cell"]))


def load_bones(config: FigureConfig, body: SkinMesh, fine: Mapping[str, Bone] | None = None) -> dict[str, Bone]:
    """Every bone of the table `bones` by id, placed inside the skin at rest.

    Given the `fine` bones, the result has far fewer points, for the mesh file. Its discs are the fine ones, as the
    end plates of coarse bones are too uneven to build discs between them.
    """
    tables = Skeleton.read(config.folder)
    folder = mesh_folder(tables.package["package"], tables.package["version"], tables.package["folder"])
    skin = SkinDepth(body)
    bones: dict[str, Bone] = {}
    for row in tables.bones.values():
        if row.kind == "disc" and fine:
            points, faces = fine[row.id].points, fine[row.id].faces
        elif row.kind == "disc":
            upper, lower = (bones[id_] for id_ in row.between)
            points, faces = build_disc(upper.points, upper.faces, lower.points, lower.faces)
        elif row.mirror:
            points, faces = bones[row.mirror].points * [-1, 1, 1], bones[row.mirror].faces[:, ::-1]
        else:
            points, faces = _mesh_of(row, folder, tables, not fine)
            for id_ in row.places:
                points = place_bone(points, tables.places[id_], body.joints)
            points = push_inside(points, faces, skin, float(tables.package["margin"]))
        bones[row.id] = Bone(row.id, row.kind, points, faces, row.name, bool(row.mirror))
    return bones


def bone_points(config: FigureConfig, body: SkinMesh, bones: dict[str, Bone]) -> dict[str, np.ndarray]:
    """Every row of figure_source/bone_points.csv as a point in metres in the skin's rest space."""
    tables = Skeleton.read(config.folder)
    return {mark.id: _locate(mark, tables, body, bones[mark.bone]) for mark in tables.points.values()}


def _locate(mark: BonePoint, tables: Skeleton, body: SkinMesh, bone: Bone) -> np.ndarray:
    if mark.at is not None:
        point = mark.at[None]
        for id_ in tables.bones[mark.bone].places:
            point = place_bone(point, tables.places[id_], body.joints)
        return point[0] + mark.off
    low, high = bone.points.min(axis=0), bone.points.max(axis=0)
    share = (bone.points - low) / (high - low)
    near = ((share >= mark.within[:, 0]) & (share <= mark.within[:, 1])).all(axis=1)
    found = bone.points[near]
    return found[(found @ mark.towards).argmax()] + mark.off
