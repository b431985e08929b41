"""The bones as a layer of a figure: the visible part of each bone, without soft tissue, as closed shapes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.body.bones.bones import Bone
from tools.body.skin.skin_mesh import Body
from tools.body.tables import half_spaces
from tools.figures import label_rasters as rasters
from tools.figures.camera import rasterise
from tools.figures.figure_svg import Scene
from tools.figures.shapes import Drawing

# In metres: the thinnest part that is drawn, and how far lines are smoothed.
_THIN, _SMOOTH, _OUTLINE = 0.0030, 0.0019, 0.0019
# Fractions of the figure's longer side: tolerance of a line, and side of the smallest piece (as a square).
_TOLERANCE, _SPECK = 1 / 560, 1 / 65
# Decimals of points: bones lie under everything else, so whole figure units save bytes.
_WHOLE = 0
_DISC = "disc"


@dataclass(frozen=True)
class BoneImage:
    """The bones seen by one view: for each pixel the index of the bone (-1 for none), the depth and the normal."""

    bones: list[Bone]
    owner: np.ndarray
    depth: np.ndarray
    normal: np.ndarray


def bone_image(scene: Scene, bones: dict[str, Bone], body: Body, keep: np.ndarray) -> BoneImage:
    """An image of the posed bones from a scene's camera; `keep` are half-spaces at rest, as rows."""
    posed = [bone.bent(scene.bends, body.joints) for bone in bones.values()]
    starts = np.cumsum([0, *(len(bone.points) for bone in posed)])
    faces = np.vstack([bone.faces + start for bone, start in zip(posed, starts[:-1], strict=True)])
    rest = np.vstack([bone.points for bone in bones.values()])
    pixels = scene.picture.project(np.vstack([bone.points for bone in posed]))
    beyond = rest @ keep[:, :3].T - keep[:, 3] if len(keep) else np.full((len(rest), 1), -1.0)
    depth, seen, share = rasterise(pixels, faces, beyond, *scene.picture.seen.shape)
    there = seen >= 0
    of_face = np.repeat(np.arange(len(posed)), [len(bone.faces) for bone in posed])
    owner = np.where(there, of_face[np.maximum(seen, 0)], -1)
    normal = np.zeros((*seen.shape, 3))
    normals = np.vstack([bone.normals() for bone in posed])
    normal[there] = (normals[faces[seen[there]]] * share[there][:, :, None]).sum(axis=1)
    return BoneImage(posed, owner, depth, normal)


def shapes(bones: list[Bone], labels: np.ndarray, drawing: Drawing, units: float, named: str = "") -> list[str]:
    """One path for each visible bone; `labels` number the bones from 1.

    With `named`, each path also has an id, `<named>-<bone>`, so that a clip path can refer to it.
    """
    paths = []
    for k, bone in enumerate(bones, start=1):
        mask = labels == k
        if mask.any():
            x, y = (round(value * units) for value in rasters.anchor(mask))
            id_ = f'id="{named}-{bone.id}" ' if named else ""
            kind = 'class="disc" ' if bone.kind == _DISC else ""
            paths.append(f'<path {id_}{kind}data-bone="{bone.id}" data-at="{x} {y}" d="{drawing.shape({k})}"/>')
    return paths


class BoneLayer:
    """A layer that draws the bones of the half of the body that has skin, clipped to the skin's outline."""

    def __init__(self, bones: dict[str, Bone], body: Body, half: str) -> None:
        self.body, self.half = body, half_spaces(half)
        self.bones = {id_: bone for id_, bone in bones.items() if not bone.mirrored}

    def __call__(self, scene: Scene) -> str:
        """The group of bones of a view."""
        keep = np.vstack([self.half, scene.view.keep])
        image = bone_image(scene, self.bones, self.body, keep)
        skin = scene.picture.seen >= 0
        size = max(skin.shape)
        thin, speck = _THIN * scene.view.pixels / 2, (size * _SPECK) ** 2
        labels = rasters.tidy(np.where(skin, image.owner + 1, 0), thin, speck)
        labels = np.where(rasters.large(rasters.opened(labels > 0, thin), speck), labels, 0)
        if not labels.any():
            return ""
        sigma, outline = (reach * scene.view.pixels for reach in (_SMOOTH, _OUTLINE))
        broad, tolerance = (labels > 0).astype(int), size * scene.units * _TOLERANCE
        drawing = Drawing(labels, broad, scene.units, sigma, outline, tolerance)
        drawing.arcs = [(arc, [np.round(cubic, _WHOLE) for cubic in run]) for arc, run in drawing.arcs]
        return "\n".join(['<g class="bones">', *shapes(image.bones, labels, drawing, scene.units), "</g>"])
