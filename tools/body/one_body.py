"""The one body: skin, territories, bones, muscles and nerves, built once and drawn by every figure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from tools.body.bones.bones import Bone, bone_points, load_bones
from tools.body.muscles.loader import load_muscles
from tools.body.nerves.courses import Courses, load_courses
from tools.body.nerves.dura import load_dura, load_ganglia
from tools.body.part import BONE, DISC, MUSCLE, VERTEBRA, Part
from tools.body.skin.geodesics import border_paths
from tools.body.skin.landmarks import place_all
from tools.body.skin.regions import assign_crumbs, fill, point_shares, soften, straighten_borders
from tools.body.skin.skin_mesh import SkinMesh, load_skin_mesh
from tools.body.skin.surface_detail import add_surface_detail
from tools.body.stance import standing
from tools.body.tables import FigureConfig, View

# Metres over which the painted skin ends at the waist.
_EDGE = 0.004
# Metres along x: a bone of the right side may reach so far to the left (the hip bone does), and reaches this far right.
_OVER_THE_MIDDLE, _OFF_THE_MIDDLE = 0.012, -0.02


@dataclass(frozen=True)
class OneBody:
    """The right half and the middle of the body, at rest.

    `shares` (skin points, territories) is the share of each territory at each point of the skin, in the order of the
    table `extents`; all zero above the waist. `parts` are the bones, discs, dural sac, ganglia and muscles.
    """

    skin: SkinMesh
    shares: np.ndarray
    bones: dict[str, Bone]
    courses: Courses
    parts: list[Part]

    @classmethod
    def load(cls, config: FigureConfig) -> OneBody:
        """Build the body from the installed mesh packages and the tables.

        Raises:
            MeshPackageError: a package is missing or has the wrong version.
            BorderError, CourseError: a row of a table is wrong.
        """
        plain = load_skin_mesh(config)
        painted = load_skin_mesh(config, "painted")
        shares = carried_over(
            territories_on(config, painted), painted.points, plain.points, float(config.skin["painted_to"])
        )
        body = add_surface_detail(config, plain)
        bones = load_bones(config, body)
        marks = bone_points(config, body, bones)
        courses = load_courses(config, body, marks)
        parts = [bone_part(bone) for bone in bones.values() if not bone.mirrored]
        parts += [*load_dura(config, marks), *load_ganglia(config, courses), *load_muscles(config, body, bones)]
        return cls(body, shares, bones, courses, [part.facing_outwards() for part in parts])

    def muscles(self, view: View) -> list[Part]:
        """The muscles that a view shows."""
        return [part for part in self.parts if part.kind == MUSCLE and part.id not in view.without]

    def surface(self, both: bool, apart: bool = False) -> tuple[np.ndarray, np.ndarray]:
        """Points and triangles of the standing skin: the right half, or both; `apart`: with the legs as at rest."""
        right, faces = self.skin.points if apart else standing(self.skin.points), self.skin.corners
        if not both:
            return right, faces
        return np.vstack([right, right * [-1, 1, 1]]), np.vstack([faces, faces[:, ::-1] + len(right)])


def bone_part(bone: Bone) -> Part:
    """A bone or disc as a part. It has a mirror image unless it lies in the middle."""
    kinds = {"vertebra": VERTEBRA, "disc": DISC}
    paired = bool(bone.points[:, 0].max() < _OVER_THE_MIDDLE and bone.points[:, 0].min() < _OFF_THE_MIDDLE)
    return Part(bone.id, kinds.get(bone.kind, BONE), bone.points, bone.faces, paired)


def territories_on(config: FigureConfig, body: SkinMesh) -> np.ndarray:
    """The share of each territory at each skin point (points, territories), in the order of the table `extents`."""
    places = place_all(config, body)
    paths = border_paths(config, body, places)
    seeds = {territory: [places[mark] for mark in inside] for territory, inside in config.extents.items()}
    label = fill(body.corners, [path.points for path in paths], seeds)
    label = assign_crumbs(label, body.points[body.corners].mean(axis=1))
    share = point_shares(label, body.corners, len(seeds), len(body.points))
    share = straighten_borders(share, body.points, paths)
    return soften(share, body.quads, int(config.skin["soften"]))


def carried_over(shares: np.ndarray, points: np.ndarray, to: np.ndarray, top: float) -> np.ndarray:
    """The shares (points, territories) at other points: those of the nearest point, none above the height `top`.

    >>> carried_over(np.ones((1, 1)), np.zeros((1, 3)), np.array([[0, 0, 0], [0, 1.0, 0]]), 0.5).tolist()
    [[1.0], [0.0]]
    """
    _, near = cKDTree(points).query(to)
    return shares[near] * np.clip((top - to[:, 1:2]) / _EDGE + 0.5, 0, 1)
