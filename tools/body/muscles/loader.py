"""All muscles of the right half of the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tools.body.bones.bones import Bone
from tools.body.muscles.package_paths import read_paths
from tools.body.muscles.partition import Claim, Partition, belly_volume, grown
from tools.body.muscles.relaxation import relax
from tools.body.muscles.strands import Strands, make_strands
from tools.body.muscles.surfaces import cleared, finished, part_surface
from tools.body.muscles.surroundings import Surroundings, read_surroundings
from tools.body.muscles.tables import MuscleTables, control_points
from tools.body.part import Part
from tools.body.skin.skin_mesh import SkinMesh
from tools.body.tables import FigureConfig

# The share of the fat into which a tendon straight under the skin may reach.
_THIN = 0.5


def load_strands(
    config: FigureConfig, body: SkinMesh, bones: Mapping[str, Bone], around: Surroundings
) -> tuple[MuscleTables, list[Strands]]:
    """The strands of every part of the table `muscle_strands`, moved to where bone and skin leave room."""
    tables = MuscleTables.read(config.folder)
    points = {id_: point.located(bones[point.bone].points) for id_, point in tables.points.items()}
    paths = read_paths(config.folder, body)
    strands = [
        make_strands(part, [control_points(through, points, paths) for through in part.strands])
        for part in tables.parts.values()
    ]
    for each in strands:
        relax(each, around)
    return tables, strands


@dataclass(frozen=True)
class Grown:
    """The muscles as claims on the cells around them, before they have surfaces."""

    around: Surroundings
    claims: list[Claim]
    partition: Partition

    def volumes(self) -> dict[str, float]:
        """Cubic metres of each part's belly."""
        return {
            each.strands.part.id: belly_volume(number, each, self.partition, self.around)
            for number, each in enumerate(self.claims)
        }

    def parts(self) -> dict[str, Part]:
        """Each part by its own id: belly and tendons in one closed surface.

        Raises ValueError if nothing is left of a part.
        """
        found = {}
        for number, each in enumerate(self.claims):
            points, faces = part_surface(number, each, self.partition, self.around)
            points = cleared(points, self.around, _THIN if each.strands.lifted else 0.0)
            found[each.strands.part.id] = finished(each, points, faces)
        return found


def grow_muscles(config: FigureConfig, body: SkinMesh, bones: Mapping[str, Bone]) -> Grown:
    """Grow every part of the table `muscle_strands`. Raises KeyError for an unknown point or path."""
    around = read_surroundings((body.points, body.corners), [(bone.points, bone.faces) for bone in bones.values()])
    _, strands = load_strands(config, body, bones, around)
    claims, partition = grown(strands, around)
    return Grown(around, claims, partition)


def load_muscles(config: FigureConfig, body: SkinMesh, bones: Mapping[str, Bone]) -> list[Part]:
    """Every muscle of the right half, in the order of the table.

    A part's id is that of its muscle, so that several may share it, or its own if it belongs to none.
    """
    return list(grow_muscles(config, body, bones).parts().values())
