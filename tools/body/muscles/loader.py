"""All muscles of the right half of the body."""

from __future__ import annotations

from collections.abc import Mapping

from tools.body.bones.bones import Bone
from tools.body.muscles.package_paths import read_paths
from tools.body.muscles.partition import grown
from tools.body.muscles.relaxation import relax
from tools.body.muscles.strands import Strands, make_strands
from tools.body.muscles.surfaces import cleared, finished, part_surface
from tools.body.muscles.surroundings import Surroundings, read_surroundings
from tools.body.muscles.tables import SHEET, MuscleTables, control_points
from tools.body.part import Part
from tools.body.skin.skin_mesh import Body
from tools.body.tables import FigureConfig


def load_strands(
    config: FigureConfig, body: Body, bones: Mapping[str, Bone], around: Surroundings
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


def load_muscles(config: FigureConfig, body: Body, bones: Mapping[str, Bone]) -> list[Part]:
    """Every muscle of the right half as parts: belly and tendons in one closed surface.

    A part's id is that of its muscle, or its own if it belongs to none. Raises KeyError for an unknown point or path
    and ValueError if nothing is left of a part.
    """
    around = read_surroundings((body.points, body.corners), [(bone.points, bone.faces) for bone in bones.values()])
    _, strands = load_strands(config, body, bones, around)
    claims, partition = grown(strands, around)
    parts = []
    for number, each in enumerate(claims):
        points, faces = part_surface(number, each, partition, around)
        thin = 0.5 if each.strands.part.form == SHEET else 0.0
        parts.append(finished(each, cleared(points, faces, around, thin), faces))
    return parts
