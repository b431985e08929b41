"""The skin: morphed, cut to the region and subdivided."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import numpy as np
from PIL import Image

from tools.body.skin.mesh_package import mesh_folder, morphed, read_mesh, read_weights
from tools.body.skin.surface import averaging, normals, refined, triangles
from tools.body.tables import FigureConfig, half_spaces


@dataclass(frozen=True)
class SkinMesh:
    """The subdivided skin at rest, with the joints of the mesh's rig.

    `points` (n, 3) are in metres: x to the body's left, y up, z to the front. `quads` (q, 4) and the triangles
    `corners` (2q, 3) are indexes of points. `nail` (n,) is 1 on toenails.
    """

    points: np.ndarray
    quads: np.ndarray
    corners: np.ndarray
    joints: dict[str, np.ndarray]
    nail: np.ndarray

    def normals(self, points: np.ndarray | None = None) -> np.ndarray:
        """Unit normals, at rest or for other positions of the points."""
        return normals(self.points if points is None else points, self.corners)


def rotation(axis: np.ndarray, degrees: float) -> np.ndarray:
    """The rotation matrix for column vectors, counterclockwise when the axis points at the viewer."""
    x, y, z = axis / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(degrees)
    return np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross


def _split(corners: np.ndarray) -> np.ndarray:
    """Texture corners of the four quads that each quad is refined into, in the order of `refined`."""
    sides = (corners + np.roll(corners, -1, axis=1)) / 2
    centre = corners.mean(axis=1, keepdims=True)
    parts = [np.concatenate([corners[:, [k]], sides[:, [k]], centre, sides[:, [k - 1]]], axis=1) for k in range(4)]
    return np.stack(parts, axis=1).reshape(-1, 4, 2)


def _under_mask(path: Path, corners: np.ndarray) -> np.ndarray:
    """The brightness of the mask at the middle of each quad, from 0 to 1."""
    mask = np.asarray(Image.open(path).convert("L"), float) / 255
    high, wide = mask.shape
    middle = corners.mean(axis=1)
    row = np.clip(((1 - middle[:, 1]) * high).astype(int), 0, high - 1)
    column = np.clip((middle[:, 0] * wide).astype(int), 0, wide - 1)
    return mask[row, column]


def load_skin_mesh(config: FigureConfig, half_spaces_of: str = "keep") -> SkinMesh:
    """Build the skin from the installed mesh package, as configured in figure_source/skin.csv.

    `half_spaces_of` is the row of the table that says which skin is kept.

    Raises MeshPackageError if the package is not installed in the right version.
    """
    skin = config.skin
    folder = mesh_folder(skin["package"], skin["version"], skin["folder"])
    points, faces, texture_faces, texture = read_mesh(folder / skin["mesh"])
    for target in skin["targets"].split(";"):
        share, path = target.split()
        points = morphed(points, folder / path, float(share))
    points = points * float(skin["metres_per_unit"])
    quads = np.array(faces[skin["skin_group"]])
    points[:, 1] -= points[quads.reshape(-1), 1].min()

    prefix = skin["joint_prefix"]
    joints = {
        group.removeprefix(prefix): points[np.unique(corners)].mean(axis=0)
        for group, corners in faces.items()
        if group.startswith(prefix)
    }
    weights = read_weights(folder / skin["weights"], len(points))
    away = sum(
        share for bone, share in weights.items() if any(fnmatch(bone, glob) for glob in skin["without"].split(";"))
    )
    spaces = half_spaces(skin[half_spaces_of])
    outside = (points @ spaces[:, :3].T > spaces[:, 3] + 1e-9).any(axis=1) | (away > 0.3)
    kept = ~outside[quads].any(axis=1)
    patches = texture[np.array(texture_faces[skin["skin_group"]])[kept]]

    used, local = np.unique(quads[kept], return_inverse=True)
    quads = local.reshape(-1, 4)
    carried = points[used]
    for _ in range(int(skin["refine"])):
        carried, quads = refined(carried, quads)
        patches = _split(patches)
    nail = np.zeros(len(carried))
    uses = np.bincount(quads.reshape(-1), minlength=len(carried))
    np.add.at(nail, quads.reshape(-1), np.repeat(_under_mask(folder / skin["nails"], patches), 4))
    smoothing = averaging(quads, len(carried))
    nail /= uses
    for _ in range(int(skin["soften"])):
        nail = smoothing @ nail
    return SkinMesh(
        points=carried,
        quads=quads,
        corners=triangles(quads),
        joints=joints,
        nail=nail,
    )
