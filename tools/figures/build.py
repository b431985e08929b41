"""Builds all figures from the tables and the meshes, and compares figures."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from tools.body.bones.bones import load_bones
from tools.body.one_body import OneBody
from tools.body.skin.skin_mesh import load_body
from tools.body.tables import FigureConfig, read_rows
from tools.figures.bone_layer import BoneLayer
from tools.figures.figure_svg import FigureBuilder, Layer
from tools.figures.inside_view import BONES, InsideView
from tools.figures.look import Looks
from tools.figures.muscle_layer import MuscleLayer
from tools.figures.nerve_layer import NerveLayer
from tools.figures.section_view import SECTION, SectionView
from tools.figures.site_layer import SiteLayer, site_points
from tools.figures.solid import limb_json

FOLDER, LIMB, SKIN, MUSCLES = "figures", "limb", "skin", "muscles"
PICTURE = re.compile(r"data:image/avif;base64,([A-Za-z0-9+/=]+)")
# Versions of the WebP encoder may differ by a level or two of 255; shapes must be identical.
TOLERANCE = 3.0
# The mesh file has skin only up to here, in metres above the soles.
_MESH_TOP = 1.17


Files = dict[str, str | bytes]
"""File name → content: SVG or JSON text, or a WebP picture."""


def figures(folder: Path, names: Sequence[str] = ()) -> Iterator[tuple[str, Files | None]]:
    """Each view's id twice: first with None, so that progress can be shown, then with its files.

    The mesh file comes last, as `limb`. `names` are the ids to draw; all if empty.
    """
    config = FigureConfig.read(folder)
    body = OneBody.load(config)
    bones, lines = BoneLayer([part for part in body.parts if part.kind != "muscle"]), NerveLayer(body.courses)
    muscles = MuscleLayer(body.parts, [row["id"] for row in read_rows(folder, "muscles")])
    sites = SiteLayer(config, body.courses)
    layers: list[Layer] = [bones, muscles, lines, sites]
    looks = Looks(folder, body)
    builder = FigureBuilder(config, body, looks, layers)
    inside = InsideView(config, body, {BONES: [lines, sites], MUSCLES: [bones, muscles, lines]})
    sections = SectionView(config, body)
    for view in config.chosen(names):
        yield view.id, None
        if view.shows == SECTION:
            yield view.id, {f"{view.id}.svg": sections.draw(view)}
            continue
        shows_skin = view.shows == SKIN
        svg, picture = (builder if shows_skin else inside).draw(view)
        shown = None if shows_skin else [*inside.shown(view), *(body.muscles(view) if view.shows == MUSCLES else [])]
        pictures = {view.id + ending: content for ending, content in looks.inside(picture, shown).items()}
        yield view.id, {f"{view.id}.svg": svg, **pictures}
    if LIMB in (names or [LIMB]):
        yield LIMB, None
        yield LIMB, {f"{LIMB}.json": mesh_file(config, body)}


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
    views = [view for view in config.views if view.shows != SECTION]
    return limb_json(skin, body.shares[:count], list(config.extents), bones, views, nerves, sites)


def same(drawn: str | bytes, committed: bytes) -> bool:
    """Whether two files agree: identical shapes, and pictures within the tolerance."""
    if isinstance(drawn, bytes):
        return _alike(drawn, committed)
    text = committed.decode("utf-8")
    if PICTURE.sub("", drawn) != PICTURE.sub("", text):
        return False
    ours, theirs = ([base64.b64decode(uri) for uri in PICTURE.findall(one)] for one in (drawn, text))
    return all(_alike(a, b) for a, b in zip(ours, theirs, strict=True))


def _alike(a: bytes, b: bytes) -> bool:
    ours, theirs = (np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"), float) for data in (a, b))
    return ours.shape == theirs.shape and bool(np.abs(ours - theirs).mean() < TOLERANCE)
