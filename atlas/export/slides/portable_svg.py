"""Figures that office programs can draw: pictures as JPEG, no masks, and clips that hold their own outline.

PowerPoint, Keynote and LibreOffice read SVG, but none reads AVIF, and not all follow a reference out of a clip path.
"""

from __future__ import annotations

from copy import deepcopy
from xml.etree import ElementTree

from atlas.export.extras import import_optional
from atlas.export.flat_pictures import flatten_pictures, without_masks
from atlas.figures.svg_files import Shape, qualified

FONTS = "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
"""The fonts of letters on the figures."""
_XLINK = "http://www.w3.org/1999/xlink"
_HREF = f"{{{_XLINK}}}href"


def _hold_own_outline(svg: Shape) -> None:
    """Put a copy of what a clip path refers to into it."""
    shapes = {shape.get("id"): shape for shape in svg.iter() if shape.get("id")}
    for clip in svg.iter(qualified("clipPath")):
        for use in clip.findall(qualified("use")):
            outline = deepcopy(shapes[use.get("href", "")[1:]])
            del outline.attrib["id"]
            clip.insert(list(clip).index(use), outline)
            clip.remove(use)


def portable_svg(text: str, ground: str = "#ffffff") -> str:
    """A standalone figure that office programs can draw. `ground`: the colour below its pictures."""
    svg = ElementTree.fromstring(text)
    without_masks(svg)
    _hold_own_outline(svg)
    flatten_pictures(svg, ground, "A slide deck", "slides")
    for shape in svg.iter():
        if "href" in shape.attrib:
            shape.set(_HREF, shape.attrib.pop("href"))
        if shape.get("font-family") == "sans-serif":
            shape.set("font-family", FONTS)
    ElementTree.register_namespace("xlink", _XLINK)
    return ElementTree.tostring(svg, encoding="unicode")


def png_of(svg: str, width: int) -> bytes:
    """A portable SVG as a PNG of this width in pixels. Raises MissingExtra without resvg."""
    resvg = import_optional("resvg_py", "A slide deck", "slides")
    return bytes(resvg.svg_to_bytes(svg_string=svg, width=width))
