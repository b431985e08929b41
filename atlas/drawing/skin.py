"""A figure made ready for the page: named, coloured, marked shapes that can be reached by pointer and key."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.drawing.arrangement import plates
from atlas.drawing.clearance import clearance
from atlas.drawing.colours import Dress, paint
from atlas.drawing.zones import Pair, autonomous, border_kinds, overlaps, pair
from atlas.facts.tables.origins import Aspect

_SVG = "http://www.w3.org/2000/svg"
_ROOM = 0.62
"""Clearance that a mark of two letters needs, in heights of its letters."""
_LEAST = 4.0
"""Height of the smallest letters that are ever written, in units of a figure."""
_LATER = "bones"
"""The group of a figure that follows once the page is painted; over skin it is not shown at first."""
Shape = ElementTree.Element


def named(tag: str) -> str:
    """A tag of SVG as the parser names it."""
    return f"{{{_SVG}}}{tag}"


def read_figure(atlas: Atlas, aspect_id: str) -> Shape:
    """The figure of an aspect as a tree of its own."""
    ElementTree.register_namespace("", _SVG)
    return ElementTree.fromstring(atlas.facts.drawn[aspect_id].svg)


def group_of(svg: Shape, name: str) -> Shape | None:
    """The group of a figure with this class."""
    return next((group for group in svg.iter(named("g")) if group.get("class") == name), None)


def letter_height(width: float, height: float) -> float:
    """The size of the marks of a figure: in proportion to it, so that all are drawn alike on the page."""
    return round(max(min(max(width, height) / 40, min(width, height) / 9), 4), 1)


def _reachable(shape: Shape, atlas: Atlas) -> None:
    name = atlas.node(shape.get("data-node", "")).name
    for attribute, value in (("role", "button"), ("tabindex", "-1"), ("aria-label", name), ("aria-pressed", "false")):
        shape.set(attribute, value)


def dress_skin(svg: Shape, dressed: dict[str, Dress]) -> None:
    """Give every patch of skin its tone, and write the marks for which there is room."""
    width, height = (float(part) for part in svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:])
    size = letter_height(width, height)
    marks = ElementTree.Element(named("g"), {"class": "marks", "aria-hidden": "true", "font-size": f"{size:g}"})
    for shape in group_of(svg, "skin") or ():
        dress = dressed[shape.get("data-node", "")]
        tone, fill = paint(dress.fill)
        shape.set("class", tone)
        if fill:
            shape.set("fill", fill)
        _mark(marks, shape, dress, size)
    svg.append(marks)


def lay_base(svg: Shape) -> None:
    """Put the ground of the page under the body, on which skin that is not lit can fade."""
    clip = svg.find(named("clipPath"))
    if clip is None:
        return
    width, height = svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:]
    own = {"class": "base", "width": width, "height": height, "clip-path": f"url(#{clip.get('id')})"}
    svg.insert(list(svg).index(clip) + 1, ElementTree.Element(named("rect"), own))


def class_borders(svg: Shape, kinds: dict[Pair, str]) -> None:
    """Say of every border what kind it is, and let none run over the edge of the body."""
    borders = group_of(svg, "borders")
    if borders is None:
        return
    clip = svg.find(named("clipPath"))
    if clip is not None:
        borders.set("clip-path", f"url(#{clip.get('id')})")
    for border in borders:
        border.set("class", kinds[pair(border.get("data-between", ""))])


def _mark(marks: Shape, shape: Shape, dress: Dress, size: float) -> None:
    anchor = tuple(float(part) for part in shape.get("data-at", "").split())
    room = clearance(shape.get("d", ""), anchor) / _ROOM if len(anchor) == 2 else 0
    if room < _LEAST:
        return
    at = {"x": f"{anchor[0]:g}", "y": f"{anchor[1]:g}", "dy": ".35em"}
    own = {"data-of": shape.get("data-node", ""), "data-room": f"{room:.0f}"}
    text = ElementTree.SubElement(marks, named("text"), at | own)
    text.text = dress.mark if len(dress.mark) <= 2 * int(room / size) else ""


def _clipped(svg: Shape, aspect_id: str, territory: str) -> tuple[str, Shape] | None:
    """A clip to one patch of skin, with its outline."""
    patch = next((shape for shape in group_of(svg, "skin") or () if shape.get("data-node") == territory), None)
    return None if patch is None else (f"zone-{aspect_id}-{territory}", patch)


def draw_zones(atlas: Atlas, svg: Shape, aspect_id: str) -> Shape:
    """Where supply overlaps, a fringe inside the patch that another nerve reaches; round autonomous skin, dots."""
    zones, clips = ElementTree.Element(named("g"), {"class": "zones"}), set()

    def within(territory: str, **attributes: str) -> None:
        found = _clipped(svg, aspect_id, territory)
        if found is None:
            return
        name, patch = found
        if territory not in clips:
            clips.add(territory)
            clip = ElementTree.SubElement(zones, named("clipPath"), {"id": name})
            ElementTree.SubElement(clip, named("path"), {"d": patch.get("d", "")})
        own = {"d": patch.get("d", "")} | attributes | {"clip-path": f"url(#{name})"}
        ElementTree.SubElement(zones, named("path"), own)

    overlapping = overlaps(atlas)
    for border in group_of(svg, "borders") or ():
        one, other = pair(border.get("data-between", ""))
        for here, there in ((one, other), (other, one)):
            if (here, there) in overlapping:
                within(here, d=border.get("d", ""), **{"class": "overlap"})
    for territory in sorted(autonomous(atlas)):
        within(territory, **{"class": "own"})
    return zones


def draw_skin(atlas: Atlas, aspect: Aspect, dressed: dict[str, Dress], kinds: dict[Pair, str]) -> str:
    """The SVG of one aspect for inlining, in the colours and borders of one layer, without what follows later."""
    svg = read_figure(atlas, aspect.id)
    width, height = svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:]
    own = {"class": "aspect", "role": "group", "width": width, "height": height}
    told = {"aria-labelledby": f"aspect-{aspect.id}", "aria-describedby": f"told-{aspect.id}"}
    for attribute, value in (own | told).items():
        svg.set(attribute, value)
    later = group_of(svg, _LATER)
    if later is not None and group_of(svg, "skin") is not None:
        svg.remove(later)
    lay_base(svg)
    dress_skin(svg, dressed)
    class_borders(svg, kinds)
    for shape in svg.iter():
        shape.attrib.pop("data-at", None)
        if shape.get("data-node"):
            _reachable(shape, atlas)
    return ElementTree.tostring(svg, encoding="unicode")


def stands_first(atlas: Atlas, aspect: Aspect) -> bool:
    """Whether an aspect stands on the plate that is shown first."""
    return not plates(atlas) or aspect.id in plates(atlas)[0].aspects


def _later(atlas: Atlas, aspect: Aspect) -> str:
    svg = read_figure(atlas, aspect.id)
    if group_of(svg, "skin") is None:
        return ""
    groups = [group_of(svg, _LATER), draw_zones(atlas, svg, aspect.id)]
    for group in groups:
        for shape in group if group is not None else ():
            shape.attrib.pop("data-at", None)
    drawn = [group for group in groups if group is not None and len(group)]
    return "".join(ElementTree.tostring(group, encoding="unicode") for group in drawn)


def draw_later(atlas: Atlas, dressed: dict[str, Dress]) -> dict:
    """What follows once the page is painted: `figures` not shown at first, and what lies `over` every figure."""
    aspects, kinds = atlas.facts["aspects"].values(), border_kinds(atlas)[atlas.default_map]
    return {
        "figures": {one.id: draw_skin(atlas, one, dressed, kinds) for one in aspects if not stands_first(atlas, one)},
        "over": {one.id: found for one in aspects if (found := _later(atlas, one))},
    }
