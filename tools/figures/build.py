"""Builds all figures from the tables and the meshes, and compares figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tools.body.bones.bones import load_bones
from tools.body.one_body import OneBody
from tools.body.skin.skin_mesh import load_body
from tools.body.tables import FigureConfig, read_rows
from tools.figures.bone_layer import BoneLayer
from tools.figures.figure_svg import FigureBuilder, Layer
from tools.figures.inside_view import BONES, InsideView
from tools.figures.muscle_layer import MuscleLayer
from tools.figures.nerve_layer import NerveLayer
from tools.figures.site_layer import SiteLayer, site_points
from tools.figures.solid import limb_json

FOLDER, LIMB, SKIN, MUSCLES = "figures", "limb", "skin", "muscles"
# The mesh file has skin only up to here, in metres above the soles.
_MESH_TOP = 1.17


def figures(folder: Path, names: Sequence[str] = ()) -> Iterator[tuple[str, str | None]]:
    """Each view's id twice: first with None, so that progress can be shown, then with its SVG text.

    The mesh file comes last, as `limb`. `names` are the ids to draw; all if empty.
    """
    config = FigureConfig.read(folder)
    body = OneBody.load(config)
    bones, lines = BoneLayer([part for part in body.parts if part.kind != "muscle"]), NerveLayer(body.courses)
    muscles = MuscleLayer(body.parts, [row["id"] for row in read_rows(folder, "muscles")])
    sites = SiteLayer(config, body.courses)
    layers: list[Layer] = [bones, muscles, lines, sites]
    builder = FigureBuilder(config, body, layers)
    inside = InsideView(config, body, {BONES: [lines, sites], MUSCLES: [bones, muscles, lines]})
    for view in config.chosen(names):
        yield view.id, None
        yield view.id, (builder if view.shows == SKIN else inside).draw(view)[0]
    if LIMB in (names or [LIMB]):
        yield LIMB, None
        yield LIMB, mesh_file(config, body)


def file_of(name: str) -> str:
    """The file name of a view or of the mesh in the folder of figures."""
    return f"{name}.json" if name == LIMB else f"{name}.svg"


def mesh_file(config: FigureConfig, body: OneBody) -> str:
    """The text of limb.json: a coarse skin through points of the fine one, coarse bones, nerves and sites."""
    coarse = load_body(replace(config, skin={**config.skin, "refine": "1"}))
    # Subdivision keeps the existing points and appends new ones.
    count = len(coarse.points)
    faces = coarse.corners[(body.skin.points[:count][coarse.corners][:, :, 1] < _MESH_TOP).all(axis=1)]
    bones = [bone for bone in load_bones(config, body.skin, fine=False).values() if not bone.mirrored]
    nerves = [(line.of, line.points) for line in body.courses.lines]
    sites = site_points(config, body.courses).items()
    skin = body.skin.points[:count], faces
    return limb_json(skin, body.shares[:count], list(config.extents), bones, config.views, nerves, sites)


def same(drawn: str, committed: str) -> bool:
    """Whether two figures agree."""
    return drawn == committed
