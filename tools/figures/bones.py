"""The bones inside the skin: each read or modelled, rounded, put where it belongs, and bent with the rig."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

import numpy as np

from tools.figures.body import Body, turn
from tools.figures.bone_mesh import coarsened, pieces, read_stl, rounded
from tools.figures.containment import Skin, tucked
from tools.figures.discs import between
from tools.figures.figure_config import Bend, Recipe
from tools.figures.mesh_package import mesh_folder
from tools.figures.skeleton import BonePlace, BonePoint, BoneRow, Skeleton
from tools.figures.solids import modelled
from tools.figures.surface import normals

# The package looks along x and to its right along z; the skin looks along z and to its left along x.
_AXES = np.array([[0, 0, -1], [0, 1, 0], [1, 0, 0]], float)
_COARSE_ROUNDS = 1


@dataclass(frozen=True)
class Bone:
    """One bone: `points` in metres in the skin's rest space, `faces` as triangles that look outwards.

    `follows` is the rig bone that carries it when the pose bends; empty for one that stays. `kind` is bone, vertebra
    or disc. One that is `mirrored` belongs to the half of the body that is not drawn.
    """

    id: str
    kind: str
    points: np.ndarray
    faces: np.ndarray
    follows: str
    name: str = ""
    mirrored: bool = False

    def bent(self, bends: Iterable[Bend], joints: dict[str, np.ndarray]) -> Bone:
        """The bone in a pose: it turns whole, with the rig bone it follows."""
        points = carried(self.points, self.follows, bends, joints)
        return replace(self, points=points)

    def normals(self) -> np.ndarray:
        """Unit normals of the points."""
        return normals(self.points, self.faces)


def carried(points: np.ndarray, follows: str, bends: Iterable[Bend], joints: dict[str, np.ndarray]) -> np.ndarray:
    """Points in a pose when they go wholly with one rig bone; use it for what is fastened to a bone."""
    for bend in bends:
        if follows and any(fnmatch(follows, bone) for bone in bend.bones):
            centre = joints[bend.joint]
            points = (points - centre) @ turn(bend.turn, bend.degrees).T + centre
    return points


def _reached(spot: tuple[str, np.ndarray], joints: dict[str, np.ndarray]) -> np.ndarray:
    joint, offset = spot
    return joints[joint] + offset


def placed(points: np.ndarray, place: BonePlace, joints: dict[str, np.ndarray]) -> np.ndarray:
    """Points of a mesh put where its row says.

    One anchor is scaled and pitched about; two are laid on two, `scale` then being the girth against the length,
    at the one end and, if it differs, at the other.
    """
    start, to = place.start[0], _reached(place.to[0], joints)
    if len(place.start) == 1:
        return ((points - start) * place.scale) @ turn(np.array([1.0, 0, 0]), place.pitch).T + to
    along, wanted = place.start[1] - start, _reached(place.to[1], joints) - to
    old, new = (way / np.linalg.norm(way) for way in (along, wanted))
    rise = (points - start) @ old
    across = (points - start) - np.outer(rise, old)
    stretch = float(np.linalg.norm(wanted) / np.linalg.norm(along))
    girth = np.interp(rise, [0, np.linalg.norm(along)], [place.scale[0], place.scale[-1]])
    straight = (across * girth[:, None] + np.outer(rise, old)) * stretch
    axis = np.cross(old, new)
    angle = np.degrees(np.arctan2(np.linalg.norm(axis), old @ new))
    if np.linalg.norm(axis) < 1e-9:  # the same way, or the very opposite: then any axis across turns it round
        axis = np.cross(old, np.eye(3)[np.argmin(np.abs(old))])
    straight = straight @ turn(axis, angle).T
    return straight @ turn(new, place.pitch).T + to


def _source(row: BoneRow, folder: Path, told: Skeleton, fine: bool) -> tuple[np.ndarray, np.ndarray]:
    """Points in the skin's axes, at the package's place and size, and triangles: of the mesh, the bars, or both."""
    mesh = None
    if row.mesh:
        points, faces = read_stl(folder / row.mesh)
        if row.piece is not None:
            points, faces = pieces(points, faces)[row.piece]
        kept = fine or row.id in told.bars
        points, faces = rounded(points, faces, row.rounds if kept else min(row.rounds, _COARSE_ROUNDS))
        mesh = points @ _AXES.T, faces
    bars = told.bars.get(row.id)
    if not bars:
        return mesh
    solid = modelled(bars, float(told.package["cell"]), mesh)
    return solid if fine else coarsened(*solid, float(told.package["coarse_cell"]))


def load_bones(recipe: Recipe, body: Body, fine: bool = True) -> dict[str, Bone]:
    """Every bone of figure_source/bones.csv by id, registered into the skin at rest. Discs are built between their vertebrae.

    Those that are not `fine` have far fewer points; they are for the mesh file.
    """
    told = Skeleton.read(recipe.folder)
    folder = mesh_folder(told.package["package"], told.package["version"], told.package["folder"])
    skin = Skin(body)
    bones: dict[str, Bone] = {}
    for row in told.bones.values():
        if row.kind == "disc":
            upper, lower = (bones[id_] for id_ in row.between)
            points, faces = between(upper.points, upper.faces, lower.points, lower.faces)
        elif row.mirror:
            points, faces = bones[row.mirror].points * [-1, 1, 1], bones[row.mirror].faces[:, ::-1]
        else:
            points, faces = _source(row, folder, told, fine)
            for id_ in row.places:
                points = placed(points, told.places[id_], body.joints)
            points = tucked(points, faces, skin, float(told.package["margin"]))
        bones[row.id] = Bone(row.id, row.kind, points, faces, row.follows, row.name, bool(row.mirror))
    return bones


def bone_points(recipe: Recipe, body: Body, bones: dict[str, Bone]) -> dict[str, np.ndarray]:
    """Every row of figure_source/bone_points.csv as a point in metres in the skin's rest space.

    In a pose: `carried(point, bones[bone].follows, bends, body.joints)`, `bone` being the row's own.
    """
    told = Skeleton.read(recipe.folder)
    return {mark.id: _found(mark, told, body, bones[mark.bone]) for mark in told.points.values()}


def _found(mark: BonePoint, told: Skeleton, body: Body, bone: Bone) -> np.ndarray:
    if mark.at is not None:
        point = mark.at[None]
        for id_ in told.bones[mark.bone].places:
            point = placed(point, told.places[id_], body.joints)
        return point[0] + mark.off
    low, high = bone.points.min(axis=0), bone.points.max(axis=0)
    share = (bone.points - low) / (high - low)
    near = ((share >= mark.within[:, 0]) & (share <= mark.within[:, 1])).all(axis=1)
    found = bone.points[near]
    return found[(found @ mark.towards).argmax()] + mark.off
