"""The mirror image of a figure, for the other side of the body: shapes are mirrored, and text stays readable."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from atlas.figures.svg_files import Shape, qualified

_TEXTS = (qualified("text"), qualified("tspan"))
_DEFINITIONS = tuple(map(qualified, ("clipPath", "defs", "title", "desc")))
_OTHER_ANCHOR = {"start": "end", "end": "start"}


def _is_text_group(shape: Shape) -> bool:
    """Whether a group consists of text alone, so that moving the text mirrors it."""
    parts = [part for part in shape.iter() if part is not shape]
    return bool(parts) and all(part.tag in _TEXTS and "transform" not in part.attrib for part in parts)


def _texts(shape: Shape) -> Iterator[Shape]:
    return shape.iter(_TEXTS[0])


def _move_texts(group: Shape, total: float) -> None:
    """Move text to the mirrored place: from x to `total` - x."""
    for part in group.iter():
        if "x" in part.attrib:
            part.set("x", f"{total - float(part.get('x', '0')):g}")
        anchor = part.get("text-anchor", "start" if part.tag == _TEXTS[0] and group.get("text-anchor") is None else "")
        if anchor in _OTHER_ANCHOR:
            part.set("text-anchor", _OTHER_ANCHOR[anchor])


def mirror(svg: Shape) -> None:
    """Mirror a whole figure in place, left to right. Text among shapes is turned back about its own anchor."""
    left, _, width, _ = (float(part) for part in svg.get("viewBox", "0 0 1 1").replace(",", " ").split())
    total = 2 * left + width
    flip = f"translate({total:g} 0) scale(-1 1)"
    mirrored: Shape | None = None
    for part in list(svg):
        if part.tag in _DEFINITIONS:
            continue
        if _is_text_group(part):
            _move_texts(part, total)
            mirrored = None
            continue
        for text in _texts(part):
            about = f"translate({2 * float(text.get('x', '0')):g} 0) scale(-1 1)"
            text.set("transform", f"{text.get('transform', '')} {about}".strip())
        if mirrored is None:
            mirrored = ElementTree.Element(qualified("g"), {"transform": flip})
            svg.insert(list(svg).index(part), mirrored)
        svg.remove(part)
        mirrored.append(part)
