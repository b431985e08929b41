"""From the tables and the mesh to all figures, and the proof that the committed ones still match."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from atlas.geometry.body import load_body
from atlas.geometry.figure import FigureBuilder
from atlas.geometry.placing import place_all
from atlas.geometry.recipe import Recipe
from atlas.geometry.regions import adopted, fill, shared_out, softened, straightened
from atlas.geometry.ways import border_ways

FOLDER = "figures"
SHADE = re.compile(r"data:image/webp;base64,([A-Za-z0-9+/=]+)")
# Another version of the WebP encoder may differ by a grey level or two; the shapes may not differ at all.
GREY_TOLERANCE = 3.0


def figures(folder: Path, names: Sequence[str] = ()) -> Iterator[tuple[str, str | None]]:
    """Each view's id and, once it is drawn, its SVG text; the id comes first, alone, so that progress can be shown.

    `names` are the views wanted, all when it is empty.
    """
    recipe = Recipe.read(folder)
    body = load_body(recipe)
    places = place_all(recipe, body)
    ways = border_ways(recipe, body, places)
    seeds = {territory: [places[mark] for mark in inside] for territory, inside in recipe.extents.items()}
    label = fill(body.corners, [way.points for way in ways], seeds)
    label = adopted(label, body.points[body.corners].mean(axis=1))
    share = shared_out(label, body.corners, len(seeds), len(body.points))
    share = straightened(share, body.points, ways)
    shares = softened(share, body.quads, int(recipe.skin["soften"]))
    builder = FigureBuilder(recipe, body, shares)
    for view in recipe.chosen(names):
        yield view.id, None
        yield view.id, builder.draw(view)


def _grey(uri: str) -> np.ndarray:
    with Image.open(io.BytesIO(base64.b64decode(uri))) as picture:
        return np.asarray(picture.convert("L"), float)


def same(drawn: str, committed: str) -> bool:
    """Whether two figures agree: every shape to the letter, the shade to the eye."""
    if SHADE.sub("", drawn) != SHADE.sub("", committed):
        return False
    ours, theirs = ([_grey(uri) for uri in SHADE.findall(text)] for text in (drawn, committed))
    return all(a.shape == b.shape and np.abs(a - b).mean() < GREY_TOLERANCE for a, b in zip(ours, theirs, strict=True))
