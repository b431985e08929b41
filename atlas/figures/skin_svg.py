"""A view's figure prepared for the page: its shapes have names, colours and marks, and can be focused."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.dataset.tables.sources import View
from atlas.figures.borders import Pair, border_kinds, pair
from atlas.figures.label_fit import clearance
from atlas.figures.overlap_zones import draw_zones
from atlas.figures.plate_layout import plates, size_of
from atlas.figures.skin_colours import SkinStyle, fill_class
from atlas.figures.svg_files import Shape, anchor_of, find_group, group_shapes, qualified, read_figure, view_box_size

_CLEARANCE_PER_LETTER_HEIGHT = 0.62
"""Clearance that a mark of two letters needs, as a multiple of the letter height."""
_MIN_LETTER_HEIGHT = 4.0
"""In units of a figure."""
_DEFERRED = ("bones", "muscles", "nerves", "sites", "reflexes")
"""Groups that are sent after the first paint: where there is skin, none of them is shown at first."""


def letter_height(atlas: Atlas, view_id: str) -> float:
    """The letter height of a figure's marks in its units; the same for all views of a group, which share one scale."""
    views = atlas.dataset.views
    group = [view for view in views.values() if view.group == views[view_id].group]
    return round(max(max(max(size_of(atlas, view)) for view in group) / 48, _MIN_LETTER_HEIGHT), 1)


def style_skin(svg: Shape, styles: dict[str, SkinStyle], size: float) -> None:
    """Set the fill of every patch of skin, and add the marks that fit, in letters of height `size`."""
    marks = ElementTree.Element(qualified("g"), {"class": "marks", "aria-hidden": "true", "font-size": f"{size:g}"})
    for shape in group_shapes(svg, "skin"):
        style = styles[shape.get("data-node", "")]
        class_name, fill = fill_class(style.full_fill)
        shape.set("class", class_name)
        if fill:
            shape.set("fill", fill)
        _add_mark(marks, shape, style, size)
    svg.append(marks)


def _add_mark(marks: Shape, shape: Shape, style: SkinStyle, size: float) -> None:
    anchor = anchor_of(shape)
    room = clearance(shape.get("d", ""), anchor) / _CLEARANCE_PER_LETTER_HEIGHT if anchor else 0
    if anchor is None or room < _MIN_LETTER_HEIGHT:
        return
    position = {"x": f"{anchor[0]:g}", "y": f"{anchor[1]:g}", "dy": ".35em"}
    data = {"data-of": shape.get("data-node", ""), "data-room": f"{room:.0f}"}
    text = ElementTree.SubElement(marks, qualified("text"), position | data)
    text.text = style.mark if len(style.mark) <= 2 * int(room / size) else ""


def add_base(svg: Shape) -> None:
    """Add the page's background colour beneath the body, so that dimmed skin fades into it."""
    clip = svg.find(qualified("clipPath"))
    if clip is None:
        return
    width, height = view_box_size(svg)
    base = {"class": "base", "width": width, "height": height, "clip-path": f"url(#{clip.get('id')})"}
    svg.insert(list(svg).index(clip) + 1, ElementTree.Element(qualified("rect"), base))


def set_border_classes(svg: Shape, kinds: dict[Pair, str]) -> None:
    """Set the class of every border to its kind, and clip borders to the outline of the body."""
    borders = find_group(svg, "borders")
    if borders is None:
        return
    clip = svg.find(qualified("clipPath"))
    if clip is not None:
        borders.set("clip-path", f"url(#{clip.get('id')})")
    for border in borders:
        border.set("class", kinds[pair(border.get("data-between", ""))])


def _deferred_groups(svg: Shape) -> list[Shape]:
    """The groups to send later. Where there is no skin, the bones are the figure and are not deferred."""
    names = _DEFERRED if find_group(svg, "skin") is not None else _DEFERRED[1:]
    return [group for name in names if (group := find_group(svg, name)) is not None]


def _to_text(shape: Shape, atlas: Atlas) -> str:
    """A shape as SVG text in which every anatomical part is a button with a name."""
    for part in shape.iter():
        part.attrib.pop("data-at", None)
        if id_ := part.get("data-node"):
            button = {"role": "button", "tabindex": "-1", "aria-label": atlas.node(id_).name, "aria-pressed": "false"}
            part.attrib.update(button)
    return ElementTree.tostring(shape, encoding="unicode")


def draw_skin(atlas: Atlas, view: View, styles: dict[str, SkinStyle], kinds: dict[Pair, str]) -> str:
    """The inline SVG of one view in the colours and borders of one layer, without the deferred groups."""
    svg = read_figure(atlas, view.id)
    width, height = view_box_size(svg)
    svg.attrib.update({"class": "view", "role": "group", "width": width, "height": height})
    svg.attrib.update({"aria-labelledby": f"aspect-{view.id}", "aria-describedby": f"told-{view.id}"})
    for group in _deferred_groups(svg):
        svg.remove(group)
    add_base(svg)
    style_skin(svg, styles, letter_height(atlas, view.id))
    set_border_classes(svg, kinds)
    return _to_text(svg, atlas)


def on_first_plate(atlas: Atlas, view: View) -> bool:
    """Whether a view is shown at first: it belongs to the first plate and does not wait to be asked for."""
    return not view.appears_with and (not plates(atlas) or view.id in plates(atlas)[0].views)


def overlay_svg(atlas: Atlas, view: View) -> str:
    """The groups of a view that are sent later, one after the other: they lie over everything but the marks."""
    svg = read_figure(atlas, view.id)
    groups = [group for group in (draw_zones(atlas, svg, view.id), *_deferred_groups(svg)) if len(group)]
    return "".join(_to_text(group, atlas) for group in groups)


def deferred_svg(atlas: Atlas, styles: dict[str, SkinStyle]) -> dict[str, dict[str, str]]:
    """The SVG that is sent after the first paint.

    `figures`: view → figure, for views that are not on the first plate. `layers`: view → the groups that lie over
    everything but the marks.
    """
    views, kinds = atlas.dataset.views.values(), border_kinds(atlas)[atlas.default_map]
    return {
        "figures": {
            view.id: draw_skin(atlas, view, styles, kinds) for view in views if not on_first_plate(atlas, view)
        },
        "layers": {view.id: overlay_svg(atlas, view) for view in views},
    }
