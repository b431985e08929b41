"""A figure made ready for the page: named, coloured, marked shapes that can be reached by pointer and key."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.dataset.tables.sources import View
from atlas.figures.borders import Pair, border_kinds, pair
from atlas.figures.label_fit import clearance
from atlas.figures.overlap_zones import draw_zones
from atlas.figures.plate_layout import plates, size_of
from atlas.figures.skin_colours import Dress, paint
from atlas.figures.svg_files import Shape, group_of, named, read_figure

_ROOM = 0.62
"""Clearance that a mark of two letters needs, in heights of its letters."""
_LEAST = 4.0
"""Height of the smallest letters that are ever written, in units of a figure."""
_LATER = ("bones", "nerves", "sites")
"""Groups of a figure that follow once the page is painted: over skin, none of them is shown at first."""


def letter_height(atlas: Atlas, view_id: str) -> float:
    """The size of the marks of a figure in its units: the same throughout a group, which shares one scale."""
    views = atlas.dataset["views"]
    group = [view for view in views.values() if view.group == views[view_id].group]
    return round(max(max(max(size_of(atlas, view)) for view in group) / 48, _LEAST), 1)


def _reachable(shape: Shape, atlas: Atlas) -> None:
    name = atlas.node(shape.get("data-node", "")).name
    for attribute, value in (("role", "button"), ("tabindex", "-1"), ("aria-label", name), ("aria-pressed", "false")):
        shape.set(attribute, value)


def dress_skin(svg: Shape, dressed: dict[str, Dress], size: float) -> None:
    """Give every patch of skin its tone, and write the marks for which there is room, in letters of this size."""
    marks = ElementTree.Element(named("g"), {"class": "marks", "aria-hidden": "true", "font-size": f"{size:g}"})
    for shape in group_of(svg, "skin") or ():
        dress = dressed[shape.get("data-node", "")]
        tone, fill = paint(dress.worn)
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


def later_groups(svg: Shape) -> list[Shape]:
    """The groups that follow later. Where there is no skin, bones are the figure and stay."""
    names = _LATER if group_of(svg, "skin") is not None else _LATER[1:]
    return [group for name in names if (group := group_of(svg, name)) is not None]


def _finished(shape: Shape, atlas: Atlas) -> str:
    for one in shape.iter():
        one.attrib.pop("data-at", None)
        if one.get("data-node"):
            _reachable(one, atlas)
    return ElementTree.tostring(shape, encoding="unicode")


def draw_skin(atlas: Atlas, view: View, dressed: dict[str, Dress], kinds: dict[Pair, str]) -> str:
    """The SVG of one view for inlining, in the colours and borders of one layer, without what follows later."""
    svg = read_figure(atlas, view.id)
    width, height = svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:]
    own = {"class": "view", "role": "group", "width": width, "height": height}
    told = {"aria-labelledby": f"aspect-{view.id}", "aria-describedby": f"told-{view.id}"}
    for attribute, value in (own | told).items():
        svg.set(attribute, value)
    for group in later_groups(svg):
        svg.remove(group)
    lay_base(svg)
    dress_skin(svg, dressed, letter_height(atlas, view.id))
    class_borders(svg, kinds)
    return _finished(svg, atlas)


def stands_first(atlas: Atlas, view: View) -> bool:
    """Whether a view stands on the plate that is shown first."""
    return not plates(atlas) or view.id in plates(atlas)[0].views


def _later(atlas: Atlas, view: View) -> str:
    svg = read_figure(atlas, view.id)
    over = [group for group in (draw_zones(atlas, svg, view.id), *later_groups(svg)) if len(group)]
    return "".join(_finished(group, atlas) for group in over)


def draw_later(atlas: Atlas, dressed: dict[str, Dress]) -> dict:
    """What follows once the page is painted: `figures` not shown at first, and for each view its `layers`: what lies
    over everything but the marks.
    """
    views, kinds = atlas.dataset["views"].values(), border_kinds(atlas)[atlas.default_map]
    return {
        "figures": {one.id: draw_skin(atlas, one, dressed, kinds) for one in views if not stands_first(atlas, one)},
        "layers": {one.id: _later(atlas, one) for one in views},
    }
