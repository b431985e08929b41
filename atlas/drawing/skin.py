"""A skin figure made ready for the page: named, coloured, marked shapes that can be reached by pointer and key."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.drawing.clearance import clearance
from atlas.drawing.colours import Dress, paint
from atlas.facts.tables.origins import Aspect

_SVG = "http://www.w3.org/2000/svg"
_ROOM = 0.62
"""Clearance that a mark of two letters needs, in heights of its letters."""


def _element(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_SVG}}}{tag}", attributes)


def letter_height(width: float, height: float) -> float:
    """The size of the marks of a figure: in proportion to it, so that all are drawn alike on the page."""
    return round(max(min(max(width, height) / 40, min(width, height) / 9), 4), 1)


def _ready(shape: ElementTree.Element, atlas: Atlas, dress: Dress) -> None:
    name = atlas.node(shape.get("data-node", "")).name
    tone, fill = paint(dress.fill)
    shape.set("class", tone)
    if fill:
        shape.set("fill", fill)
    for attribute, value in (("role", "button"), ("tabindex", "-1"), ("aria-label", name), ("aria-pressed", "false")):
        shape.set(attribute, value)


def _mark(marks: ElementTree.Element, shape: ElementTree.Element, dress: Dress, size: float) -> None:
    anchor = tuple(float(part) for part in shape.attrib.pop("data-at", "").split())
    letters = int(clearance(shape.get("d", ""), anchor) / size / _ROOM) if len(anchor) == 2 else 0
    if letters:
        at = {"x": f"{anchor[0]:g}", "y": f"{anchor[1] + size * 0.35:.1f}"}
        text = _element(marks, "text", **at, **{"data-of": shape.get("data-node", ""), "data-room": str(2 * letters)})
        text.text = dress.mark if len(dress.mark) <= 2 * letters else ""


def draw_skin(atlas: Atlas, aspect: Aspect, dressed: dict[str, Dress]) -> str:
    """The SVG of one aspect for inlining, in the colours of one layer."""
    ElementTree.register_namespace("", _SVG)
    svg = ElementTree.fromstring(atlas.facts.drawn[aspect.id].svg)
    _, _, width, height = (float(part) for part in svg.get("viewBox", "0 0 1 1").replace(",", " ").split())
    svg.set("class", "aspect")
    svg.set("role", "group")
    svg.set("aria-labelledby", f"aspect-{aspect.id}")
    svg.set("aria-describedby", f"told-{aspect.id}")
    svg.set("width", f"{width:g}")
    svg.set("height", f"{height:g}")
    size = letter_height(width, height)
    marks = ElementTree.Element(f"{{{_SVG}}}g", {"class": "marks", "aria-hidden": "true", "font-size": f"{size:g}"})
    for shape in svg.iter():
        if shape.get("data-node"):
            dress = dressed[shape.get("data-node", "")]
            _ready(shape, atlas, dress)
            _mark(marks, shape, dress, size)
    svg.append(marks)
    return ElementTree.tostring(svg, encoding="unicode")
