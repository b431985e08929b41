"""The rendered skin of a view as a PNG: the limb that is asked about with the edges of its patches, the rest pale."""

from __future__ import annotations

import io
from base64 import b64decode
from functools import cache
from typing import Any

from atlas.api import Atlas
from atlas.dataset.sides import LEFT, RIGHT
from atlas.export.extras import import_optional
from atlas.export.question_bank.outlines import outlines
from atlas.figures.label_fit import trace
from atlas.figures.svg_files import group_shapes, qualified, read_figure
from atlas.figures.theme_css import colours

_FINE = 3
"""Lines are drawn this many times larger and then made smaller, so that they have smooth edges."""
_PALE = 0.4
_LINE_OPACITY = 0.45
_PRODUCT, _EXTRA = "A picture for questions", "questions"


def _pillow(module: str) -> Any:
    import_optional("PIL", _PRODUCT, _EXTRA)
    return import_optional(f"PIL.{module}", _PRODUCT, _EXTRA)


def _skin(atlas: Atlas, view: str, size: tuple[int, int]) -> Any:
    """The picture of the skin on white; flat white if the data folder has none."""
    image = _pillow("Image")
    sheet = image.new("RGBA", size, "white")
    for element in read_figure(atlas, view).iter(qualified("image")):
        if element.get("class") == "skin-picture":
            content = b64decode(element.get("href", "").partition("base64,")[2])
            drawn = image.open(io.BytesIO(content)).convert("RGBA").resize(size, image.Resampling.LANCZOS)
            sheet.alpha_composite(drawn)
    return sheet.convert("RGB")


@cache
def body_picture(atlas: Atlas, view: str, side: str = RIGHT) -> bytes:
    """The PNG of a view, in the size of its outlines. Raises MissingExtra without Pillow, KeyError for a view."""
    image, draw, ops = _pillow("Image"), _pillow("ImageDraw"), _pillow("ImageOps")
    drawn, svg = outlines(atlas, view), read_figure(atlas, view)
    size = (drawn.width, drawn.height)
    skin = _skin(atlas, view, size)
    large = (size[0] * _FINE, size[1] * _FINE)
    limb, edges = image.new("L", large, 0), image.new("L", large, 0)
    factor = drawn.scale * _FINE

    def scaled(d: str) -> list[list[tuple[float, float]]]:
        return [[(x * factor, y * factor) for x, y in line] for line in trace(d)]

    for shape in group_shapes(svg, "skin"):
        for line in scaled(shape.get("d", "")):
            if len(line) > 2:
                draw.Draw(limb).polygon(line, fill=255)
    for border in group_shapes(svg, "borders"):
        for line in scaled(border.get("d", "")):
            draw.Draw(edges).line(line, fill=round(255 * _LINE_OPACITY), width=_FINE, joint="curve")
    pale = image.blend(image.new("RGB", size, "white"), skin, _PALE)
    picture = image.composite(skin, pale, limb.resize(size, image.Resampling.BOX))
    line_colour = image.new("RGB", size, colours(atlas, "light")["outline"])
    picture = image.composite(line_colour, picture, edges.resize(size, image.Resampling.BOX))
    if side == LEFT:
        picture = ops.mirror(picture)
    written = io.BytesIO()
    picture.quantize(256, dither=image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()
