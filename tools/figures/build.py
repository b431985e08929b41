"""From the tables and the mesh to all figures, and the proof that the committed ones still match."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from tools.figures.body import Body, load_body
from tools.figures.bone_layer import BoneLayer
from tools.figures.bones import bone_points, load_bones
from tools.figures.courses import Courses, load_courses
from tools.figures.figure_config import Recipe
from tools.figures.figure_svg import FigureBuilder
from tools.figures.geodesics import border_ways
from tools.figures.landmarks import place_all
from tools.figures.nerve_layer import NerveLayer
from tools.figures.regions import adopted, fill, shared_out, softened, straightened
from tools.figures.site_layer import SiteLayer, site_points
from tools.figures.solid import limb
from tools.figures.spine import BoneView
from tools.figures.surface_detail import modelled

FOLDER, LIMB, SKIN = "figures", "limb", "skin"
SHADE = re.compile(r"data:image/webp;base64,([A-Za-z0-9+/=]+)")
# Another version of the WebP encoder may differ by a grey level or two; the shapes may not differ at all.
GREY_TOLERANCE = 3.0


def figures(folder: Path, names: Sequence[str] = ()) -> Iterator[tuple[str, str | None]]:
    """Each view's id and, once it is drawn, its SVG text; the id comes first, alone, so that progress can be shown.

    The mesh file comes last, as `limb`. `names` are what is wanted, all when it is empty.
    """
    recipe = Recipe.read(folder)
    plain = load_body(recipe)
    shares = territories_on(recipe, plain)
    body, creases = modelled(recipe, plain)
    bones = load_bones(recipe, body)
    courses = load_courses(recipe, body, bone_points(recipe, body, bones))
    nerves = [NerveLayer(courses), SiteLayer(recipe, courses)]
    layers = [BoneLayer(bones, body, recipe.skin["keep"]), *nerves]
    builder = FigureBuilder(recipe, body, shares, layers, creases=creases)
    inside = BoneView(recipe, bones, nerves)
    for view in recipe.chosen(names):
        yield view.id, None
        yield view.id, (builder if view.shows == SKIN else inside).draw(view)
    if LIMB in (names or [LIMB]):
        yield LIMB, None
        yield LIMB, mesh_file(recipe, body, shares, courses)


def file_of(name: str) -> str:
    """The file, in the folder of figures, of a view or of the mesh."""
    return f"{name}.json" if name == LIMB else f"{name}.svg"


def mesh_file(recipe: Recipe, body: Body, shares: np.ndarray, courses: Courses) -> str:
    """The text of limb.json: a coarse skin through points of the fine one, coarse bones, nerves and sites."""
    coarse = load_body(replace(recipe, skin={**recipe.skin, "refine": "1"}))
    # Refining keeps the points there are and adds new ones behind them.
    count = len(coarse.points)
    bones = [bone for bone in load_bones(recipe, body, fine=False).values() if not bone.mirrored]
    skin = body.points[:count], coarse.corners
    nerves = [(line.of, line.points) for line in courses.lines]
    sites = site_points(recipe, courses).items()
    return limb(skin, shares[:count], list(recipe.extents), bones, recipe.views, nerves, sites)


def territories_on(recipe: Recipe, body: Body) -> np.ndarray:
    """How much of each territory, in the order of figure_source/extents.csv, is at each point of the skin."""
    places = place_all(recipe, body)
    ways = border_ways(recipe, body, places)
    seeds = {territory: [places[mark] for mark in inside] for territory, inside in recipe.extents.items()}
    label = fill(body.corners, [way.points for way in ways], seeds)
    label = adopted(label, body.points[body.corners].mean(axis=1))
    share = shared_out(label, body.corners, len(seeds), len(body.points))
    share = straightened(share, body.points, ways)
    return softened(share, body.quads, int(recipe.skin["soften"]))


def _grey(uri: str) -> np.ndarray:
    with Image.open(io.BytesIO(base64.b64decode(uri))) as picture:
        return np.asarray(picture.convert("L"), float)


def same(drawn: str, committed: str) -> bool:
    """Whether two figures agree: every shape to the letter, the shade to the eye."""
    if SHADE.sub("", drawn) != SHADE.sub("", committed):
        return False
    ours, theirs = ([_grey(uri) for uri in SHADE.findall(text)] for text in (drawn, committed))
    return all(a.shape == b.shape and np.abs(a - b).mean() < GREY_TOLERANCE for a, b in zip(ours, theirs, strict=True))
