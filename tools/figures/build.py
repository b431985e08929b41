"""Builds all figures from the tables and the meshes, and compares figures."""

from __future__ import annotations

import base64
import io
import multiprocessing
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from tools.body.nerves.calibres import read_calibres
from tools.body.one_body import OneBody
from tools.body.part import MUSCLE
from tools.body.tables import BONES, MUSCLES, SECTION, SKIN, SURFACE, FigureConfig, View, read_rows
from tools.figures.bone_layer import BoneLayer
from tools.figures.figure_svg import FigureBuilder, Layer
from tools.figures.inside_view import InsideView
from tools.figures.level_layer import LevelLayer
from tools.figures.muscle_layer import MuscleLayer
from tools.figures.nerve_layer import NerveLayer
from tools.figures.section_view import SectionView
from tools.figures.site_layer import reflex_layer, site_layer
from tools.figures.variant_layer import VariantLayer
from tools.figures.view_pictures import ViewPictures
from tools.solid.build import mesh_files

FOLDER, SOLID = "figures", "solid"
PICTURE = re.compile(r"data:image/avif;base64,([A-Za-z0-9+/=]+)")
# Versions of the encoder may differ by a level or two of 255; shapes must be identical.
TOLERANCE = 3.0

Files = dict[str, str | bytes]
"""File name → content: SVG or JSON text, or a picture."""


class Studio:
    """The body with everything that draws its views."""

    def __init__(self, folder: Path, config: FigureConfig) -> None:
        self.body = body = OneBody.load(config)
        bones = BoneLayer([part for part in body.parts if part.kind != MUSCLE])
        muscles = MuscleLayer(body.parts, [row["id"] for row in read_rows(folder, "muscles")])
        roots = [row["id"] for row in read_rows(folder, "roots")]
        lines, sites = NerveLayer(body.courses, read_calibres(folder), roots), site_layer(config, body.courses)
        reflexes = reflex_layer(config, body.courses)
        variants = VariantLayer(body.courses, read_calibres(folder), roots)
        layers: list[Layer] = [bones, muscles, lines, sites, reflexes, variants]
        self.pictures = ViewPictures(folder, body)
        self.builder = FigureBuilder(config, body, self.pictures, layers)
        self.sections = SectionView(config, body)
        levels = LevelLayer(self.sections.points())
        inside: dict[str, Sequence[Layer]] = {
            BONES: [lines, sites, variants],
            MUSCLES: [bones, muscles, lines, reflexes, levels, variants],
        }
        self.inside = InsideView(config, body, inside)

    def draw(self, view: View) -> Files:
        """The files of one view."""
        if view.shows == SECTION:
            return {f"{view.id}.svg": self.sections.draw(view)}
        if view.shows == SURFACE:
            return {f"{view.id}.svg": self.builder.draw(view)[0]}
        if view.shows == SKIN:
            (svg, picture), parts = self.builder.draw(view), None
        else:
            svg, picture = self.inside.draw(view)
            parts = [*self.inside.shown(view), *(self.body.muscles(view) if view.shows == MUSCLES else [])]
        files = self.pictures.inside(picture, parts)
        return {f"{view.id}.svg": svg, **{view.id + ending: content for ending, content in files.items()}}


_studio: list[Studio] = []
"""The studio of this process, so that forked processes share its memory."""


def _draw(view: View) -> Files:
    return _studio[0].draw(view)


def _drawn(views: Sequence[View]) -> Iterator[Files]:
    """The files of views in order, drawn by all processors where processes can be forked."""
    workers = min(os.cpu_count() or 1, len(views))
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(_draw, views)
        return
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        yield from pool.imap(_draw, views)


def figures(folder: Path, names: Sequence[str] = ()) -> Iterator[tuple[str, Files | None]]:
    """Each view's id twice: first with None, so that progress can be shown, then with its files.

    The mesh files come last, as `solid`. `names` are the ids to draw; all if empty.
    """
    config = FigureConfig.read(folder)
    views = config.chosen(names)
    _studio[:] = [Studio(folder, config)]
    drawn = _drawn(views)
    for view in views:
        yield view.id, None
        yield view.id, next(drawn)
    if SOLID in (names or [SOLID]):
        yield SOLID, None
        yield SOLID, {**mesh_files(config, _studio[0].body)}


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
