"""Pictures of the body as JPEG on a plain ground, for office programs, which read no AVIF, and for PDF files.

A picture that is not JPEG is stored in a PDF without loss, at five times the size.
"""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from xml.etree import ElementTree

from atlas.export.extras import import_optional
from atlas.figures.svg_files import Shape, qualified

_QUALITY = 88
"""Of the JPEG, from 0 to 95."""
_KEPT = 48
"""How many pictures are kept, of about 0.2 MB each: every view on the ground of a handout and on that of a slide."""


@lru_cache(_KEPT)
def _jpeg_uri(uri: str, ground: str, product: str, extra: str) -> str:
    """A picture as a JPEG `data:` URI, on a ground of this colour."""
    pillow = import_optional("PIL.Image", product, extra)
    picture = pillow.open(io.BytesIO(base64.b64decode(uri.partition(",")[2]))).convert("RGBA")
    flat = pillow.new("RGBA", picture.size, ground)
    flat.alpha_composite(picture)
    written = io.BytesIO()
    flat.convert("RGB").save(written, "JPEG", quality=_QUALITY, subsampling=0)
    return "data:image/jpeg;base64," + base64.b64encode(written.getvalue()).decode("ascii")


def without_masks(svg: Shape) -> None:
    """Remove the masks, which few programs follow. They only fade what the view cuts off, such as the trunk."""
    for shape in svg.iter():
        shape.attrib.pop("mask", None)
    for parent in svg.findall(f".//{qualified('mask')}/.."):
        for mask in parent.findall(qualified("mask")):
            parent.remove(mask)


def flatten_pictures(svg: Shape, ground: str, product: str, extra: str) -> None:
    """Replace each picture by a JPEG on a ground of this colour, which is that of whatever lies below the picture.

    Raises MissingExtra, which names `product` and `extra`, without Pillow.
    """
    for image in svg.iter(qualified("image")):
        image.set("href", _jpeg_uri(image.get("href", ""), ground, product, extra))


def print_svg(text: str) -> str:
    """A standalone figure for a PDF on white paper. Raises MissingExtra without Pillow."""
    svg = ElementTree.fromstring(text)
    without_masks(svg)
    flatten_pictures(svg, "#ffffff", "A handout", "handout")
    return ElementTree.tostring(svg, encoding="unicode")
