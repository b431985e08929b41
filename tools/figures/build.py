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

from tools.body.bones.bones import bone_points, load_bones
from tools.body.nerves.courses import Courses, load_courses
from tools.body.skin.geodesics import border_paths
from tools.body.skin.landmarks import place_all
from tools.body.skin.regions import assign_crumbs, fill, point_shares, soften, straighten_borders
from tools.body.skin.skin_mesh import Body, load_body
from tools.body.skin.surface_detail import add_surface_detail
from tools.body.tables import FigureConfig
from tools.figures.bone_layer import BoneLayer
from tools.figures.figure_svg import FigureBuilder, Layer
from tools.figures.nerve_layer import NerveLayer
from tools.figures.site_layer import SiteLayer, site_points
from tools.figures.solid import limb_json
from tools.figures.spine import BoneView

FOLDER, LIMB, SKIN = "figures", "limb", "skin"
SHADE = re.compile(r"data:image/webp;base64,([A-Za-z0-9+/=]+)")
# Versions of the WebP encoder may differ by a grey level or two; shapes must be identical.
GREY_TOLERANCE = 3.0


def figures(folder: Path, names: Sequence[str] = ()) -> Iterator[tuple[str, str | None]]:
    """Each view's id twice: first with None, so that progress can be shown, then with its SVG text.

    The mesh file comes last, as `limb`. `names` are the ids to draw; all if empty.
    """
    config = FigureConfig.read(folder)
    plain = load_body(config)
    shares = territories_on(config, plain)
    body, creases = add_surface_detail(config, plain)
    bones = load_bones(config, body)
    courses = load_courses(config, body, bone_points(config, body, bones))
    nerves: list[Layer] = [NerveLayer(courses), SiteLayer(config, courses)]
    layers: list[Layer] = [BoneLayer(bones, body, config.skin["keep"]), *nerves]
    builder = FigureBuilder(config, body, shares, layers, creases=creases)
    inside = BoneView(config, bones, nerves)
    for view in config.chosen(names):
        yield view.id, None
        yield view.id, (builder if view.shows == SKIN else inside).draw(view)
    if LIMB in (names or [LIMB]):
        yield LIMB, None
        yield LIMB, mesh_file(config, body, shares, courses)


def file_of(name: str) -> str:
    """The file name of a view or of the mesh in the folder of figures."""
    return f"{name}.json" if name == LIMB else f"{name}.svg"


def mesh_file(config: FigureConfig, body: Body, shares: np.ndarray, courses: Courses) -> str:
    """The text of limb.json: a coarse skin through points of the fine one, coarse bones, nerves and sites."""
    coarse = load_body(replace(config, skin={**config.skin, "refine": "1"}))
    # Subdivision keeps the existing points and appends new ones.
    count = len(coarse.points)
    bones = [bone for bone in load_bones(config, body, fine=False).values() if not bone.mirrored]
    skin = body.points[:count], coarse.corners
    nerves = [(line.of, line.points) for line in courses.lines]
    sites = site_points(config, courses).items()
    return limb_json(skin, shares[:count], list(config.extents), bones, config.views, nerves, sites)


def territories_on(config: FigureConfig, body: Body) -> np.ndarray:
    """The share of each territory at each skin point (points, territories), in the order of the table `extents`."""
    places = place_all(config, body)
    paths = border_paths(config, body, places)
    seeds = {territory: [places[mark] for mark in inside] for territory, inside in config.extents.items()}
    label = fill(body.corners, [path.points for path in paths], seeds)
    label = assign_crumbs(label, body.points[body.corners].mean(axis=1))
    share = point_shares(label, body.corners, len(seeds), len(body.points))
    share = straighten_borders(share, body.points, paths)
    return soften(share, body.quads, int(config.skin["soften"]))


def _grey(uri: str) -> np.ndarray:
    with Image.open(io.BytesIO(base64.b64decode(uri))) as picture:
        return np.asarray(picture.convert("L"), float)


def same(drawn: str, committed: str) -> bool:
    """Whether two figures agree: identical shapes, and shading within the tolerance."""
    if SHADE.sub("", drawn) != SHADE.sub("", committed):
        return False
    ours, theirs = ([_grey(uri) for uri in SHADE.findall(text)] for text in (drawn, committed))
    return all(a.shape == b.shape and np.abs(a - b).mean() < GREY_TOLERANCE for a, b in zip(ours, theirs, strict=True))
