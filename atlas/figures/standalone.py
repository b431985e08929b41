"""A figure as a picture of its own: colours and widths as plain attributes, for slides, drawing programs and print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.dataset.tables.themes import THEMES
from atlas.figures.borders import border_kinds
from atlas.figures.overlap_zones import draw_zones
from atlas.figures.patterns import draw_patterns
from atlas.figures.skin_colours import NERVES, UNREAD, dresses
from atlas.figures.skin_svg import class_borders, dress_skin, lay_base, letter_height
from atlas.figures.svg_files import Shape, group_of, named, read_figure
from atlas.figures.svg_styles import DIMMED, HATCH, LOOK, STRONGER, THICK, Look
from atlas.figures.theme_css import colours
from atlas.graph.pathway import Pathway

OVER = ("nerves", "bones", "sites", "zones")
"""What can be laid over the skin."""
LIT: Look = {"stroke": "--lit", "stroke-width": 3.2, "stroke-linejoin": "round"}
CHOSEN: Look = {"stroke": "--lit", "stroke-width": 6, "stroke-linejoin": "round"}
_GONE = ("class", "role", "tabindex")


class Painter:
    """Gives parts of a figure the attributes of their look in one theme."""

    def __init__(self, atlas: Atlas, theme: str):
        self.colours = colours(atlas, theme)
        self.thick = THICK[theme]
        self.tones = {token for token, tone in atlas.dataset["themes"].items() if tone.part == "skin"} | {"hatch"}

    def paint(self, shape: Shape, look: Look) -> None:
        """Set a look on a shape, colours resolved and widths in the theme's measure."""
        for name, value in look.items():
            told = f"{value * self.thick:.4g}" if name == "stroke-width" else str(value)
            shape.set(name, self.colours[told[2:]] if told.startswith("--") else told)

    def tone(self, shape: Shape) -> None:
        """Fill a shape with the colour that its class names."""
        found = [name for name in shape.get("class", "").split() if name in self.tones]
        if found and not shape.get("fill"):
            shape.set("fill", self.colours[found[0]])


def _patterns(svg: Shape, painter: Painter) -> None:
    fills = {url[10:-1] for shape in svg.iter() if (url := shape.get("fill", "")).startswith("url(#fill-")}
    if not fills:
        return
    defs = ElementTree.fromstring(draw_patterns(fills))[0]
    for pattern in list(defs):
        if pattern.get("id", "")[5:] not in fills:
            defs.remove(pattern)
    for shape in defs.iter():
        shape.tag = named(shape.tag)
        painter.tone(shape)
        if shape.get("class") == UNREAD:
            painter.paint(shape, HATCH)
    svg.insert(0, defs)


def _pathway_looks(atlas: Atlas, found: Pathway) -> dict[str, Look]:
    highlighted = {found.selected, *found.territories, *found.segments, *found.roots, *found.sites}
    chosen = {found.selected, *atlas.nerve_graph.segments_of.get(found.selected, ())}
    return {id_: CHOSEN if id_ in chosen else LIT for id_ in highlighted}


def _highlight(svg: Shape, looks: Mapping[str, Look], painter: Painter) -> None:
    """Paint the shapes of these ids in their looks, and dim every other shape."""
    for shape in list(svg.iter()):
        id_ = shape.get("data-node")
        if id_ and shape.get("data-of") is None:
            if id_ in looks:
                painter.paint(shape, looks[id_])
            else:
                shape.set("opacity", f"{DIMMED:g}")
    marks = group_of(svg, "marks")
    for mark in list(marks) if marks is not None else ():
        if mark.get("data-of") not in looks:
            marks.remove(mark)
    borders = group_of(svg, "borders")
    if borders is not None:
        borders.set("opacity", "0.45")


def _plain(svg: Shape) -> None:
    """Take away what only the page needs, and set marks on their line in a way that every program reads."""
    marks = group_of(svg, "marks")
    for mark in marks if marks is not None else ():
        mark.set("y", f"{float(mark.get('y', '0')) + 0.35 * float(marks.get('font-size', '0')):.1f}")
        mark.attrib.pop("dy", None)
    for shape in svg.iter():
        for name in [name for name in shape.attrib if name in _GONE or name.startswith(("data-", "aria-"))]:
            del shape.attrib[name]


def _titled(svg: Shape, title: str, told: str) -> None:
    for tag, text in (("desc", told), ("title", title)):
        element = ElementTree.Element(named(tag))
        element.text = text
        svg.insert(0, element)


def finished(svg: Shape, painter: Painter, title: str, told: str) -> str:
    """A painted figure as text: its own ground and size, its name, and nothing that only the page needs."""
    _plain(svg)
    width, height = svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:]
    ground = {"width": width, "height": height, "fill": painter.colours["sheet"]}
    svg.insert(0, ElementTree.Element(named("rect"), ground))
    svg.set("width", width)
    svg.set("height", height)
    _titled(svg, title, told)
    return ElementTree.tostring(svg, encoding="unicode")


def standalone(
    atlas: Atlas,
    view_id: str,
    layer: str,
    theme: str,
    shows: Iterable[str] = (),
    map_id: str | None = None,
    select: str | None = None,
    shaded: bool = False,
    looks: Mapping[str, Look] | None = None,
) -> str:
    """One view as a complete SVG. `layer` is NERVES or anything else for the dermatomes of `map_id` (None: usual).

    `shows` are of OVER; `select` is any name, whose pathway is highlighted. `looks` (id → look) highlights these ids
    instead. `shaded` adds the shading of the body, which needs a program that knows `mix-blend-mode`.
    Raises KeyError for an unknown view, ValueError for an unknown theme or dermatome map, UnknownName for an unknown
    selection.
    """
    if theme not in THEMES:
        raise ValueError(f"there is no theme '{theme}'; the themes are {', '.join(THEMES)}")
    chosen = map_id or atlas.default_map
    if chosen not in atlas.dataset["dermatome_maps"]:
        raise ValueError(f"there is no dermatome map '{chosen}'")
    view, shows = atlas.dataset["views"][view_id], set(shows)
    worn = NERVES if layer == NERVES else chosen
    svg, painter = read_figure(atlas, view_id), Painter(atlas, theme)
    skinless = group_of(svg, "skin") is None
    for group in [group for group in svg if group.get("class") in (*OVER, "shade")]:
        kept = shaded if group.get("class") == "shade" else group.get("class") in shows
        if not kept and not (skinless and group.get("class") == "bones"):
            svg.remove(group)
    lay_base(svg)
    dress_skin(svg, dresses(atlas)[worn], letter_height(atlas, view_id))
    class_borders(svg, border_kinds(atlas)[worn])
    if "zones" in shows and layer == NERVES and not skinless:
        svg.insert(len(svg) - 1, draw_zones(atlas, svg, view_id))
    for shape in svg.iter():
        for name in shape.get("class", "").split():
            painter.paint(shape, LOOK.get(name, {}) | (STRONGER.get(name, {}) if "zones" in shows else {}))
        painter.tone(shape)
        if shape.get("class") == "shade":
            shape.set("style", "mix-blend-mode:multiply")
    if select is not None:
        _highlight(svg, looks or _pathway_looks(atlas, atlas.pathway(select, chosen)), painter)
    _patterns(svg, painter)
    marks = group_of(svg, "marks")
    if marks is not None:
        marks.set("font-family", "sans-serif")
    return finished(svg, painter, view.name, view.describe)
